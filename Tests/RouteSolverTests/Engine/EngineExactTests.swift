import Routing
import Testing
import Units

@testable import RouteSolver

/// The search against all plans of tiny problems.
@Suite struct EngineExactTests {
  @Test("On tiny problems the search finds the optimum, for each feature")
  func findsTheOptimum() throws {
    for feature in RoutingFeature.allCases where !Self.unordered.contains(feature) {
      for seed in 0..<4 {
        let problem = RoutingFeature.draw([feature], clients: 5, seed: UInt64(seed * 31 + 5))
        try problem.validate()
        let best = AllPlans(problem).best()
        let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 1500), seed: 2)
        #expect(answer.objective == best, "\(feature) \(seed)")
      }
    }
  }

  @Test("Where a vehicle costs more than all ways the search uses as few as any plan can")
  func usesFewVehicles() throws {
    for feature in [RoutingFeature.windows, .pickups, .shipments, .kinds, .reloads] {
      for seed in 0..<4 {
        var problem = RoutingFeature.draw([feature], clients: 5, seed: UInt64(seed * 17 + 3))
        for kind in problem.vehicles.indices { problem.vehicles[kind].fixedCost += 100_000 }
        let best = AllPlans(problem).best()
        let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 1500), seed: 3)
        #expect(answer.objective == best, "\(feature) \(seed)")
      }
    }
  }

  /// Where all orders of stops are not all plans.
  private static let unordered: [RoutingFeature] = [.fixedRoutes, .parts, .docks, .supplies, .gates]

  @Test("Making one way longer never lowers the optimum")
  func longerIsNotCheaper() throws {
    for seed in 0..<12 {
      let problem = RoutingFeature.draw([.windows, .asymmetric], clients: 4, seed: UInt64(seed))
      var ways = problem.travel.distances
      let cell = 1 + seed % (ways.count - 1)
      ways[cell] *= 2
      var longer = problem
      longer.travel = Travel(count: problem.travel.count, distances: ways)
      #expect(AllPlans(problem).best() <= AllPlans(longer).best())
    }
  }
}

/// Tries every plan: each request in turn at every place of every route, or left out.
struct AllPlans {
  private let facts: EngineFacts
  init(_ problem: RoutingProblem) { facts = EngineFacts(PartedProblem(problem).problem) }

  private struct Plan {
    var routes: [(kind: Int, stops: [Int32])] = []
    var absent: [Int] = []
  }

  func best() -> RoutingObjective {
    var best = RoutingObjective(unserved: .max, cost: .max)
    place(0, Plan(), &best)
    return best
  }

  private func place(_ request: Int, _ plan: Plan, _ best: inout RoutingObjective) {
    guard request < facts.requests.count else {
      if let value = value(plan) { best = min(best, value) }
      return
    }
    var without = plan
    without.absent.append(request)
    place(request + 1, without, &best)
    let members = (0..<facts.requests.size(request)).map { Int32(facts.requests.member(request, $0)) }
    if facts.requests.kind[request] == .shipment {
      for (route, spread) in spots(plan) {
        for first in 0..<spread {
          for second in first..<spread {
            var next = opened(plan, route)
            next.routes[route.index].stops.insert(members[1], at: second)
            next.routes[route.index].stops.insert(members[0], at: first)
            place(request + 1, next, &best)
          }
        }
      }
      return
    }
    for member in members {
      for (route, spread) in spots(plan) {
        for position in 0..<spread {
          var next = opened(plan, route)
          next.routes[route.index].stops.insert(member, at: position)
          place(request + 1, next, &best)
        }
      }
    }
  }

  private struct Spot {
    var index: Int
    var kind: Int
  }

  /// Routes with the number of places on each; a new route of each kind at the end.
  private func spots(_ plan: Plan) -> [(Spot, Int)] {
    plan.routes.enumerated().map { (Spot(index: $0, kind: $1.kind), $1.stops.count + 1) }
      + facts.kinds.indices.map { (Spot(index: plan.routes.count, kind: $0), 1) }
  }

  private func opened(_ plan: Plan, _ spot: Spot) -> Plan {
    var plan = plan
    if spot.index == plan.routes.count { plan.routes.append((spot.kind, [])) }
    return plan
  }

  private func value(_ plan: Plan) -> RoutingObjective? {
    var objective = RoutingObjective(unserved: 0, cost: 0)
    for request in plan.absent {
      let prize = facts.requests.prize[request]
      if prize < EngineFacts.never {
        objective.cost += prize
      } else {
        objective.unserved += facts.requests.weight[request]
      }
    }
    for kind in facts.kinds.indices where plan.routes.count(where: { $0.kind == kind }) > facts.kinds[kind].count {
      return nil
    }
    guard facts.hasStock else {
      for route in plan.routes {
        guard let cost = cheapest(route.kind, route.stops) else { return nil }
        objective.cost += cost
      }
      return objective
    }
    // Stock joins routes: only plans without reloads are tried, which is all that the drawn problems have.
    var taken = Array(repeating: 0, count: facts.problem.depots.count)
    for route in plan.routes {
      guard let cost = cheapest(route.kind, route.stops) else { return nil }
      objective.cost += cost
      for stop in route.stops { taken[facts.kinds[route.kind].start] += facts.delivery[Int(stop) * facts.loadCount] }
    }
    for (depot, units) in taken.enumerated() {
      if let stock = facts.problem.depots[depot].stock, units > stock[0] { return nil }
    }
    return objective
  }

  /// The least cost of the stops in this order, with loads wherever they help.
  private func cheapest(_ kind: Int, _ stops: [Int32]) -> Int? {
    var best = EngineFacts.never
    var walk = RouteWalk(capacity: 8, loads: facts.loadCount)
    func extend(_ index: Int, _ route: [Int32]) {
      guard index < stops.count else {
        walk.lay(route[...], kind, facts)
        best = min(best, walk.cost(kind, facts))
        return
      }
      extend(index + 1, route + [stops[index]])
      for depot in facts.kinds[kind].reloads {
        extend(index + 1, route + [Int32(facts.clientCount + depot), stops[index]])
      }
    }
    extend(0, [])
    return best < EngineFacts.never ? best : nil
  }
}
