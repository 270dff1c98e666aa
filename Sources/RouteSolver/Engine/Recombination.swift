import LinearModel
import Routing
import Units

/// Chooses anew among the routes that a search has come by.
struct Recombination: Sendable {
  private let facts: EngineFacts
  private let solver: any LinearSolver

  /// Nil where routes depend on each other, visits come in pairs, parts of routes are given, or clients are too many.
  init?(_ facts: EngineFacts, solver: (any LinearSolver)?) {
    guard let solver, !facts.requests.hasShipments, !facts.hasStock, !facts.sharesDepots,
      facts.problem.fixedRoutes.isEmpty,
      facts.clientCount <= Tuning.mostRecombined
    else { return nil }
    self.facts = facts
    self.solver = solver
  }

  /// A plan that costs less than `plan`, whose routes the pool gets too; nil where none was found in time.
  func better(than plan: Snapshot, _ pool: RoutePool, deadline: Deadline, nodes: Int?) -> Snapshot? {
    var walk = RouteWalk(capacity: 64, loads: facts.loadCount)
    var known = plan.routes(facts, &walk)
    let incumbent = Array(known.indices)
    known += pool.routes.map { RouteRecombination.Route(vehicle: $0.kind, clients: clients($0.stops), cost: $0.cost) }
    let stops = known.indices.map {
      $0 < incumbent.count ? Array(plan.stops($0)) : pool.routes[$0 - incumbent.count].stops
    }
    let recombination = RouteRecombination(facts.problem, solver: solver)
    guard let chosen = recombination.best(of: known, incumbent: incumbent, deadline: deadline, nodes: nodes) else {
      return nil
    }
    return disjoint(chosen.map { (known[$0].vehicle, stops[$0]) }, &walk)
  }

  private func clients(_ stops: [Int32]) -> [Int] { stops.lazy.map { Int($0) }.filter { $0 < facts.clientCount } }

  /// Routes of which each leaves out whom another visits, where that saves more. O(requests twice visited × stops).
  private func disjoint(_ chosen: [(kind: Int, stops: [Int32])], _ walk: inout RouteWalk) -> Snapshot? {
    var routes = chosen
    var routeOf: [Int: Int] = [:]
    for route in routes.indices {
      for stop in chosen[route].stops where Int(stop) < facts.clientCount {
        let request = Int(facts.requests.ofClient[Int(stop)])
        guard let other = routeOf[request] else {
          routeOf[request] = route
          continue
        }
        let here = saving(routes[route], request, &walk)
        let there = saving(routes[other], request, &walk)
        guard max(here, there) > -EngineFacts.never else { return nil }
        let loser = there > here ? other : route
        routes[loser].stops.removeAll { isOf($0, request) }
        routeOf[request] = there > here ? route : other
      }
    }
    var plan = Snapshot()
    for route in routes where !clients(route.stops).isEmpty {
      walk.lay(route.stops[...], route.kind, facts)
      guard walk.cost(route.kind, facts) < EngineFacts.never else { return nil }
      plan.append(kind: route.kind, locked: 0, route.stops)
    }
    return plan
  }

  private func isOf(_ stop: Int32, _ request: Int) -> Bool {
    Int(stop) < facts.clientCount && Int(facts.requests.ofClient[Int(stop)]) == request
  }

  /// What a route costs less without a request; −`never` where it cannot do without.
  private func saving(_ route: (kind: Int, stops: [Int32]), _ request: Int, _ walk: inout RouteWalk) -> Int {
    walk.lay(route.stops[...], route.kind, facts)
    let whole = walk.cost(route.kind, facts)
    let rest = route.stops.filter { !isOf($0, request) }
    if clients(rest).isEmpty { return whole }
    walk.lay(rest[...], route.kind, facts)
    let cost = walk.cost(route.kind, facts)
    return cost >= EngineFacts.never || whole >= EngineFacts.never ? -EngineFacts.never : whole - cost
  }
}

extension Snapshot {
  fileprivate func routes(_ facts: EngineFacts, _ walk: inout RouteWalk) -> [RouteRecombination.Route] {
    (0..<routeCount).map { route in
      walk.lay(stops(route), Int(kinds[route]), facts)
      return RouteRecombination.Route(
        vehicle: Int(kinds[route]), clients: stops(route).lazy.map { Int($0) }.filter { $0 < facts.clientCount },
        cost: walk.cost(Int(kinds[route]), facts))
    }
  }
}
