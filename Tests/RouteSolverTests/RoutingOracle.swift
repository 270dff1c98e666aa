import Routing

/// The best plan of a tiny problem without breaks, shipments, stock and fixed routes, by trying everything: each order of
/// each set of clients, each place to load anew in between, each moment to start.
struct RoutingOracle {
  private let problem: RoutingProblem
  /// The same without prizes and groups: what a plan costs then is what its routes cost.
  private let bare: RoutingProblem
  /// By kind of vehicle and set of clients.
  private var best: [[Int: (cost: Int, route: RoutingSolution.Route)]] = []

  /// One is enough where no moment matters.
  private let starts: ClosedRange<Int>

  init(_ problem: RoutingProblem) {
    self.problem = problem
    let isTimed =
      problem.clients.contains { !$0.windows.isEmpty || $0.release != nil }
      || problem.depots.contains { $0.hours != .always } || problem.vehicles.contains { $0.shift != .always }
    starts = isTimed ? 0...50 : 0...0
    var bare = problem
    bare.groups = []
    for client in bare.clients.indices { bare.clients[client].prize = nil }
    self.bare = bare
    for vehicle in problem.vehicles.indices {
      best.append([:])
      extend([], vehicle)
    }
  }

  private mutating func extend(_ clients: [Int], _ vehicle: Int) {
    let kind = problem.vehicles[vehicle]
    if !clients.isEmpty {
      schedule(clients.map { .visit(client: $0) }, vehicle, clients)
      if kind.maximumTrips > 1 {
        for depot in kind.reloadDepots {
          for place in 1..<max(1, clients.count) {
            var actions = clients.map { RoutingSolution.Action.visit(client: $0) }
            actions.insert(.load(depot: depot), at: place)
            schedule(actions, vehicle, clients)
          }
        }
      }
    }
    for next in problem.clients.indices where !clients.contains(next) { extend(clients + [next], vehicle) }
  }

  private mutating func schedule(_ actions: [RoutingSolution.Action], _ vehicle: Int, _ clients: [Int]) {
    let set = clients.reduce(0) { $0 | 1 << $1 }
    for start in starts {
      guard let route = timed(actions, vehicle, start) else { continue }
      let judgement = bare.judge(RoutingSolution(routes: [route]))
      guard judgement.faults.isEmpty else { continue }
      if judgement.objective.cost < best[vehicle][set]?.cost ?? .max {
        best[vehicle][set] = (judgement.objective.cost, route)
      }
    }
  }

  /// As early as can be from this start.
  private func timed(_ actions: [RoutingSolution.Action], _ vehicle: Int, _ start: Int) -> RoutingSolution.Route? {
    let kind = problem.vehicles[vehicle]
    var trips: [[Int]] = [[]]
    for action in actions {
      if case .visit(let client) = action { trips[trips.count - 1].append(client) } else { trips.append([]) }
    }
    func loading(_ depot: Int, _ trip: Int) -> Int {
      let depot = problem.depots[depot]
      return depot.loadFixed
        + trips[trip].reduce(0) { $0 + depot.loadPerUnit * (problem.clients[$1].delivery.first ?? 0) }
    }
    var clock = start + loading(kind.start, 0)
    var here = problem.depots[kind.start].location
    var stops: [RoutingSolution.Stop] = []
    var trip = 0
    for action in actions {
      let (next, service, begin): (Int, Int, (Int) -> Int?)
      switch action {
      case .visit(let client):
        let visited = problem.clients[client]
        (next, service) = (visited.location, visited.service)
        begin = { arrival in
          if visited.windows.isEmpty { return arrival }
          return visited.windows.first { arrival <= $0.to }.map { max($0.from, arrival) }
        }
      case .load(let depot):
        trip += 1
        let release = trips[trip].compactMap { problem.clients[$0].release }.max() ?? 0
        (next, service) = (problem.depots[depot].location, loading(depot, trip))
        begin = { max($0, problem.depots[depot].hours.from, release) }
      case .rest, .deliver: return nil
      }
      guard problem.travel.isReachable(here, next) else { return nil }
      let arrival = clock + problem.travel.duration(here, next)
      guard let moment = begin(arrival) else { return nil }
      clock = moment + service
      stops.append(.init(action: action, arrival: arrival, begin: moment, departure: clock))
      here = next
    }
    let home = problem.depots[kind.end].location
    guard problem.travel.isReachable(here, home) else { return nil }
    return .init(vehicle: vehicle, start: start, end: clock + problem.travel.duration(here, home), stops: stops)
  }

  /// Nil where somebody is left out in every plan.
  func optimum() -> RoutingSolution? {
    var plan: (cost: Int, solution: RoutingSolution)?
    func go(_ vehicle: Int, _ used: Int, _ covered: Int, _ routes: [RoutingSolution.Route]) {
      if vehicle == problem.vehicles.count {
        let solution = RoutingSolution(routes: routes)
        let judgement = problem.judge(solution)
        if judgement.faults.isEmpty && judgement.objective.unserved == 0
          && judgement.objective.cost < plan?.cost ?? .max
        {
          plan = (judgement.objective.cost, solution)
        }
        return
      }
      go(vehicle + 1, 0, covered, routes)
      guard used < problem.vehicles[vehicle].count else { return }
      for (set, entry) in best[vehicle] where set & covered == 0 {
        go(vehicle, used + 1, covered | set, routes + [entry.route])
      }
    }
    go(0, 0, 0, [])
    return plan?.solution
  }
}
