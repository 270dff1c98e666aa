import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("The search for a district's routes against trying everything")
struct DistrictExactTests {
  /// Tiny: all times are multiples of 10, so that a grid of 10 holds an optimum.
  static func tiny(_ seed: UInt64) -> RoutingProblem {
    var random = SeededRandom(seed: seed &* 77 &+ 5)
    let position = (0..<3).map { _ in random.below(6) * 10 }
    let cells = position.flatMap { a in position.map { b in Int32(abs(a - b)) } }
    var depot = RoutingProblem.Depot(location: 0, hours: .init(from: random.below(3) * 10, to: 200))
    (depot.docks, depot.loadFixed, depot.loadPerUnit) = (1, 10, 10 * random.below(2))
    depot.stock = [1 + random.below(4)]
    depot.supplies = [.init(ready: 10 * random.below(6), units: [1])]
    var gate = RoutingProblem.Depot(location: 0)
    gate.stock = [0]
    let clients = (0..<2).map { index in
      var client = RoutingProblem.Client(location: 1 + index)
      client.weight = [1, 9][random.below(2)]
      client.needs =
        random.below(2) == 0
        ? [.init(by: 60 + 10 * random.below(9), units: 1 + random.below(2))]
        : [.init(by: 50 + 10 * random.below(5), units: 1), .init(by: 110 + 10 * random.below(4), units: 2)]
      client.delivery = [client.needs[client.needs.count - 1].units]
      client.part = 1
      return client
    }
    let vehicles = (0..<2).map { _ in
      var vehicle = RoutingProblem.Vehicle(count: 1, capacity: [1 + random.below(3)], start: 1, end: 1)
      vehicle.shift = .init(from: 0, to: 140 + 10 * random.below(5))
      vehicle.fixedCost = random.below(3) * 100
      vehicle.distanceCost = 10 * random.below(3)
      vehicle.durationCost = random.below(2)
      vehicle.stopTime = 10
      vehicle.maximumTrips = 2
      vehicle.reloadDepots = [0]
      return vehicle
    }
    return RoutingProblem(
      travel: Travel(count: 3, distances: cells), depots: [depot, gate], clients: clients, vehicles: vehicles)
  }

  @Test("The search never beats trying everything, and equals it in four of five")
  func searchFindsTheOptimum() throws {
    var equal = 0
    var sameFirstLevel = 0
    var served = 0
    let count = 20
    for seed in 0..<UInt64(count) {
      let problem = Self.tiny(seed)
      try problem.validate()
      let best = AllDistrictPlans(problem, grain: 10).best
      let answer = RouteEngine(problem).run(budget: Budget(deadline: .never(), iterations: 2000), seed: seed)
      let judgement = problem.judge(answer.solution)
      #expect(judgement.faults == [])
      #expect(judgement.objective == answer.objective)
      #expect(best <= answer.objective, "seed \(seed)")
      if best == answer.objective { equal += 1 }
      if best.unserved == answer.objective.unserved { sameFirstLevel += 1 }
      if best.unserved == 0 { served += 1 }
      #expect(RouteProofs(problem).unserved <= best.unserved)
    }
    #expect(sameFirstLevel >= count * 4 / 5)
    #expect(equal >= count * 4 / 5)
    // Both kinds of problem are among them: those that can be served in full, and those that cannot.
    #expect(served >= count / 5 && served <= count * 4 / 5)
  }
}
