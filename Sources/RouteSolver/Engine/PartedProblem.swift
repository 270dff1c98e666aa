import Routing

/// A problem in which every client comes at once: a client in parts becomes *pieces* at its location.
///
/// A client's units, in the order in which they are needed, are cut into pieces of its part's size; a piece is due when
/// the first of its units is. So whoever brings every piece in time keeps the need curve, and where all pieces but some
/// come in time, no more units lag behind than those have. A bond that must hold is given a piece of one unit that no
/// other kind of vehicle brings.
struct PartedProblem: Sendable {
  let problem: RoutingProblem
  /// By client of `problem`: the client it is (a part of), and its units where it is a part, else 0.
  private let whole: [Int32]
  private let units: [Int]
  /// By client of the problem as given: its first piece, with one entry more at the end.
  private let first: [Int]

  /// By client of `problem`: the client that it is a piece of; −1 where it comes at once. Empty where all do.
  var pieceOf: [Int32] {
    units.allSatisfy { $0 == 0 } ? [] : whole.indices.map { units[$0] > 0 ? whole[$0] : -1 }
  }

  init(_ given: RoutingProblem) {
    var problem = given
    problem.clients = []
    var (whole, units, first) = ([Int32](), [Int](), [0])
    for (index, client) in given.clients.enumerated() {
      let pieces = Self.pieces(client, bonds: given.bonds.count { $0.must && $0.client == index })
      for piece in pieces {
        problem.clients.append(piece.client)
        whole.append(Int32(index))
        units.append(piece.units)
      }
      first.append(problem.clients.count)
    }
    (self.whole, self.units, self.first) = (whole, units, first)
    problem.shipments = given.shipments.map { .init(from: first[$0.from], to: first[$0.to]) }
    problem.groups = given.groups.map { .init(clients: $0.clients.map { first[$0] }) }
    problem.fixedRoutes = given.fixedRoutes.map {
      .init(vehicle: $0.vehicle, clients: $0.clients.map { first[$0] }, isWhole: $0.isWhole)
    }
    problem.bonds = []
    Self.reserve(given.bonds, first, &problem)
    self.problem = problem
  }

  private struct Piece {
    var client: RoutingProblem.Client
    var units: Int
  }

  private static func pieces(_ client: RoutingProblem.Client, bonds: Int) -> [Piece] {
    guard let part = client.part, let all = client.delivery.first else {
      var same = client
      same.needs = client.needs.first.map { [$0] } ?? []
      return [Piece(client: same, units: 0)]
    }
    var pieces: [Piece] = []
    var (done, step) = (0, 0)
    while done < all {
      // What is reserved for bonds is cut off the first piece, a unit each.
      let size = done < bonds ? 1 : min(part - (done < part ? done : 0), all - done)
      while step < client.needs.count, client.needs[step].units <= done { step += 1 }
      var piece = client
      piece.part = nil
      piece.delivery = client.delivery.map { $0 / all * size }
      piece.weight = client.weight * size
      piece.prize = client.prize.map { $0 * size }
      piece.needs = step < client.needs.count ? [.init(by: client.needs[step].by, units: size)] : []
      pieces.append(Piece(client: piece, units: size))
      done += size
    }
    return pieces
  }

  /// Makes each bond that must hold one that keeps the other kinds from a piece.
  private static func reserve(_ bonds: [RoutingProblem.Bond], _ first: [Int], _ problem: inout RoutingProblem) {
    var taken: [Int: Int] = [:]
    for bond in bonds {
      let pieces = first[bond.client]..<first[bond.client + 1]
      guard bond.must else {
        problem.bonds += pieces.map { .init(vehicle: bond.vehicle, client: $0, must: false) }
        continue
      }
      let number = taken[bond.client, default: 0]
      guard number < pieces.count else { continue }
      taken[bond.client] = number + 1
      let piece = pieces.lowerBound + number
      problem.clients[piece].weight += bond.weight
      for kind in problem.vehicles.indices where kind != bond.vehicle {
        problem.bonds.append(.init(vehicle: kind, client: piece, must: false))
      }
    }
  }

  // MARK: Plans

  /// A plan of the pieces as one of the problem as given: pieces of a client that are unloaded one after another are one
  /// stop.
  func restore(_ solution: RoutingSolution) -> RoutingSolution {
    var result = solution
    for route in result.routes.indices {
      var stops: [RoutingSolution.Stop] = []
      for stop in solution.routes[route].stops {
        guard case .visit(let piece) = stop.action else {
          stops.append(stop)
          continue
        }
        guard units[piece] > 0 else {
          stops.append(stop)
          stops[stops.count - 1].action = .visit(client: Int(whole[piece]))
          continue
        }
        if let last = stops.last, case .deliver(let client, let before) = last.action, client == Int(whole[piece]),
          stop.begin == last.departure
        {
          stops[stops.count - 1].action = .deliver(client: client, units: before + units[piece])
          stops[stops.count - 1].departure = stop.departure
        } else {
          stops.append(stop)
          stops[stops.count - 1].action = .deliver(client: Int(whole[piece]), units: units[piece])
        }
      }
      result.routes[route].stops = stops
    }
    return result
  }

  /// A plan of the problem as given, by pieces: each stop brings those that are due first and not yet overdue, as far as
  /// its units go. What does not come out even is left out.
  func apply(to solution: RoutingSolution) -> RoutingSolution {
    var queues = first.indices.dropLast().map { Array(first[$0]..<first[$0 + 1]) }
    var stops: [(route: Int, stop: Int)] = []
    for route in solution.routes.indices { stops += solution.routes[route].stops.indices.map { (route, $0) } }
    stops.sort {
      (solution.routes[$0.route].stops[$0.stop].departure, $0.route, $0.stop)
        < (solution.routes[$1.route].stops[$1.stop].departure, $1.route, $1.stop)
    }
    var pieces: [[[Int]]] = solution.routes.map { Array(repeating: [], count: $0.stops.count) }
    for (route, stop) in stops {
      let kind = solution.routes[route].vehicle
      switch solution.routes[route].stops[stop].action {
      case .visit(let client): pieces[route][stop] = [first[client]]
      case .deliver(let client, var left):
        let departure = solution.routes[route].stops[stop].departure
        queues[client].removeAll { piece in
          guard units[piece] <= left, departure <= due(piece), !isKept(from: kind, piece) else { return false }
          left -= units[piece]
          pieces[route][stop].append(piece)
          return true
        }
      case .load, .rest: break
      }
    }
    var result = solution
    for route in result.routes.indices {
      result.routes[route].stops = solution.routes[route].stops.enumerated().flatMap { index, stop in
        stop.action.client == nil
          ? [stop]
          : unload(pieces[route][index], stop, problem.vehicles[result.routes[route].vehicle])
      }
    }
    return result
  }

  /// One stop as stops for its pieces, one right after the other.
  private func unload(
    _ pieces: [Int], _ stop: RoutingSolution.Stop, _ vehicle: RoutingProblem.Vehicle
  ) -> [RoutingSolution.Stop] {
    guard let first = pieces.first, units[first] > 0 else {
      return pieces.map {
        .init(action: .visit(client: $0), arrival: stop.arrival, begin: stop.begin, departure: stop.departure)
      }
    }
    // What is left of the stop's time when each unit has had its own is for having come.
    let brought = pieces.reduce(0) { $0 + units[$1] }
    var moment = stop.departure - vehicle.timePerUnit * brought
    return pieces.enumerated().map { number, piece in
      let begin = number == 0 ? stop.begin : moment
      moment += vehicle.timePerUnit * units[piece]
      return .init(
        action: .visit(client: piece), arrival: number == 0 ? stop.arrival : begin, begin: begin, departure: moment)
    }
  }

  private func due(_ piece: Int) -> Int { problem.clients[piece].needs.first?.by ?? RoutingProblem.horizon }

  private func isKept(from kind: Int, _ piece: Int) -> Bool {
    problem.bonds.contains { $0.client == piece && $0.vehicle == kind }
  }
}
