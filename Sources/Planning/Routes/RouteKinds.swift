import Routing

/// The problem as the engine gets it: vehicles that agree in everything are one kind, and clients of one part come at
/// once.
struct RouteKinds: Sendable {
  let problem: RoutingProblem
  /// Vehicles of the members' problem, by kind, in the fleet's order.
  let members: [[Int]]
  private let original: RoutingProblem
  private let kindOf: [Int]

  /// `members` has one vehicle a kind and all clients in parts. O(vehicles²) comparisons at most.
  init(_ members: RoutingProblem) {
    var kinds: [[Int]] = []
    var kindOf: [Int] = []
    let bound = Set(members.bonds.map(\.vehicle))
    for (index, vehicle) in members.vehicles.enumerated() {
      let same = kinds.firstIndex { kind in
        kind.allSatisfy { !bound.contains($0) } && !bound.contains(index) && members.vehicles[kind[0]] == vehicle
      }
      if let same { kinds[same].append(index) } else { kinds.append([index]) }
      kindOf.append(same ?? kinds.count - 1)
    }
    var problem = members
    problem.vehicles = kinds.map { kind in
      var vehicle = members.vehicles[kind[0]]
      vehicle.count = kind.reduce(0) { $0 + members.vehicles[$1].count }
      return vehicle
    }
    problem.bonds = members.bonds.map {
      .init(vehicle: kindOf[$0.vehicle], client: $0.client, must: $0.must, weight: $0.weight)
    }
    for index in problem.clients.indices {
      let client = problem.clients[index]
      guard let part = client.part, part >= client.delivery[0], client.needs.count == 1 else { continue }
      let (weight, overflow) = client.weight.multipliedReportingOverflow(by: client.delivery[0])
      guard !overflow, weight <= 1 << 31 else { continue }
      problem.clients[index].part = nil
      problem.clients[index].weight = weight
    }
    self.problem = problem
    self.members = kinds
    self.kindOf = kindOf
    original = members
  }

  /// Whether two vehicles of the members' problem can take each other's routes.
  func areAlike(_ a: Int, _ b: Int) -> Bool { kindOf[a] == kindOf[b] }

  /// Routes of kinds, given to the members in their order.
  func named(_ solution: RoutingSolution) -> RoutingSolution {
    var used = Array(repeating: 0, count: members.count)
    var routes: [RoutingSolution.Route] = []
    for route in solution.routes {
      let kind = route.vehicle
      guard used[kind] < members[kind].count else { continue }
      var own = route
      own.vehicle = members[kind][used[kind]]
      used[kind] += 1
      for index in own.stops.indices {
        if case .visit(let client) = own.stops[index].action {
          own.stops[index].action = .deliver(client: client, units: original.clients[client].delivery[0])
        }
      }
      routes.append(own)
    }
    return RoutingSolution(routes: routes.sorted { $0.vehicle < $1.vehicle })
  }

  /// Routes of members as routes of kinds. Where a client that comes at once got less, nothing is made of the stop.
  func unnamed(_ solution: RoutingSolution) -> RoutingSolution {
    var routes: [RoutingSolution.Route] = []
    for route in solution.routes {
      var own = route
      own.vehicle = kindOf[route.vehicle]
      for index in own.stops.indices {
        if case .deliver(let client, let units) = own.stops[index].action, problem.clients[client].part == nil,
          units == problem.clients[client].delivery[0]
        {
          own.stops[index].action = .visit(client: client)
        }
      }
      routes.append(own)
    }
    return RoutingSolution(routes: routes.sorted { $0.vehicle < $1.vehicle })
  }
}
