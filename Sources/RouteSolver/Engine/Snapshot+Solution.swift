import Routing

extension Snapshot {
  /// The plan with its moments. O(stops).
  func solution(_ facts: EngineFacts) -> RoutingSolution {
    if facts.sharesDepots { return settled(facts) }
    var walk = RouteWalk(capacity: 64, loads: facts.loadCount)
    var routes: [RoutingSolution.Route] = []
    for route in 0..<routeCount where !stops(route).isEmpty {
      let kind = Int(kinds[route])
      walk.lay(stops(route), kind, facts)
      if walk.cost(kind, facts) < EngineFacts.never { routes.append(walk.route(kind, facts)) }
    }
    routes.sort { $0.vehicle < $1.vehicle }
    return RoutingSolution(routes: routes)
  }

  private func settled(_ facts: EngineFacts) -> RoutingSolution {
    var day = DepotDay(facts)
    for route in 0..<routeCount where !stops(route).isEmpty { _ = day.add(Int(kinds[route]), stops(route)) }
    guard day.settle() != nil else { return RoutingSolution() }
    return RoutingSolution(routes: day.solution().sorted { $0.vehicle < $1.vehicle })
  }

  /// What a search starts from: a plan that keeps the rules, else the fixed routes alone. A fixed route that no vehicle
  /// can drive is left out.
  init(_ start: RoutingSolution?, _ facts: EngineFacts) {
    self.init()
    var fixed = facts.problem.fixedRoutes
    let given = start.flatMap { facts.accepts($0) ? $0.routes : nil } ?? []
    for route in given {
      let stops = route.stops.compactMap { stop -> Int32? in
        switch stop.action {
        case .visit(let client), .deliver(let client, _): Int32(client)
        case .load(let depot): Int32(facts.clientCount + depot)
        case .rest: nil
        }
      }
      let clients = stops.filter { Int($0) < facts.clientCount }.map { Int($0) }
      let match = fixed.firstIndex {
        $0.vehicle == route.vehicle && clients.starts(with: $0.clients)
          && (!$0.isWhole || clients.count == $0.clients.count)
      }
      let rule = match.map { fixed.remove(at: $0) }
      append(kind: route.vehicle, locked: Self.locked(rule, stops, facts), stops)
    }
    guard given.isEmpty else { return }
    var walk = RouteWalk(capacity: 64, loads: facts.loadCount)
    for rule in fixed where rule.clients.count > 0 {
      for depot in facts.firstLoads[rule.vehicle].reversed() {
        let stops = (depot < 0 ? [] : [Int32(facts.clientCount + depot)]) + rule.clients.map { Int32($0) }
        walk.lay(stops[...], rule.vehicle, facts)
        guard walk.cost(rule.vehicle, facts) < EngineFacts.never else { continue }
        append(kind: rule.vehicle, locked: Self.locked(rule, stops, facts), stops)
        break
      }
    }
  }

  /// Stops up to the last client that is fixed.
  private static func locked(_ rule: RoutingProblem.FixedRoute?, _ stops: [Int32], _ facts: EngineFacts) -> Int {
    guard let rule else { return 0 }
    if rule.isWhole { return RouteStore.closed }
    return (rule.clients.last.flatMap { last in stops.firstIndex { Int($0) == last } } ?? -1) + 1
  }
}

extension EngineFacts {
  /// Whether a search can start from a plan. Where vehicles share depots, moments are found anew, and what then comes
  /// too late is left out.
  fileprivate func accepts(_ plan: RoutingSolution) -> Bool {
    let faults = problem.judge(plan).faults
    guard sharesDepots else { return faults.isEmpty }
    return faults.allSatisfy { fault in
      switch fault {
      case .travelTime, .window, .service, .late, .docks, .stock, .shift, .duration, .release, .rest: true
      default: false
      }
    }
  }
}

extension RouteWalk {
  /// Lays a whole route out.
  mutating func lay(_ stops: ArraySlice<Int32>, _ kind: Int, _ facts: EngineFacts) {
    reset(Int32(facts.clientCount + facts.kinds[kind].start))
    for stop in stops { append(stop) }
    append(Int32(facts.clientCount + facts.kinds[kind].end))
  }
}
