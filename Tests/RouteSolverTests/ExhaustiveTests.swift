import GLPKBackend
import Routing
import Testing
import Units

@testable import RouteSolver

@Suite("The search against trying everything")
struct ExhaustiveTests {
  /// Tiny: all times are multiples of 10 s, so that a grid of 10 s holds an optimum.
  static func tiny(_ seed: UInt64) -> SupplyProblem {
    var random = SeededRandom(seed: seed &* 77 &+ 5)
    let locations = 3
    let position = (0..<locations).map { _ in random.below(6) * 10 }
    var metres: [Int32] = []
    var seconds: [Int32] = []
    for a in 0..<locations {
      for b in 0..<locations {
        metres.append(Int32(abs(position[a] - position[b]) * 100))
        seconds.append(Int32(abs(position[a] - position[b])))
      }
    }
    let depots = [
      SupplyProblem.Depot(
        location: 0, open: random.below(3) * 10, close: 200, docks: 1, loadFixed: 10, loadPerPack: 10 * random.below(2),
        stock: [
          .init(good: 0, packs: 1 + random.below(4), ready: -10), .init(good: 0, packs: 1, ready: 10 * random.below(6)),
        ])
    ]
    let demands = (0..<2).map { index in
      SupplyProblem.Demand(
        location: 1 + index, good: 0, weight: [1, 9][random.below(2)],
        curve: random.below(2) == 0
          ? [.init(by: 60 + 10 * random.below(9), packs: 1 + random.below(2))]
          : [.init(by: 50 + 10 * random.below(5), packs: 1), .init(by: 110 + 10 * random.below(4), packs: 2)])
    }
    let vehicles = (0..<2).map { _ in
      var vehicle = SupplyProblem.Vehicle(
        start: 0, end: 0, capacityPacks: 1 + random.below(3), from: 0, to: 140 + 10 * random.below(5))
      vehicle.fixedCost = random.below(3) * 100
      vehicle.costPerKilometre = 100 * random.below(3)
      vehicle.costPerHour = 3600 * random.below(2)
      vehicle.unloadFixed = 10
      vehicle.maximumTrips = 2
      return vehicle
    }
    return SupplyProblem(
      locationCount: locations, metres: metres, seconds: seconds, goods: [.init()], depots: depots, demands: demands,
      vehicles: vehicles)
  }

  @Test("The search never beats trying everything, and equals it in nineteen of twenty")
  func searchFindsTheOptimum() {
    var equal = 0
    var sameFirstLevel = 0
    var served = 0
    let count = 30
    for seed in 0..<UInt64(count) {
      let problem = Self.tiny(seed)
      let exhaustive = ExhaustiveSearch(problem, grain: 10)
      let result = SupplySearch(problem).run(
        from: nil, budget: Budget(deadline: .never(), iterations: 60), seed: seed)
      let found = result.judgement.objective
      #expect(result.judgement.faults == [])
      #expect(exhaustive.best <= found, "seed \(seed)")
      if exhaustive.best == found { equal += 1 }
      if exhaustive.best.undelivered == found.undelivered { sameFirstLevel += 1 }
      if found.undelivered == 0 { served += 1 }
      #expect(SupplyProofs(problem).undelivered <= exhaustive.best.undelivered)
      let bound = SupplyBound(problem).cost(
        undelivered: exhaustive.best.undelivered, solver: GLPKSolver(), deadline: .never(), nodeLimit: 2000)
      #expect(bound ?? .max <= exhaustive.best.cost, "seed \(seed)")
    }
    #expect(sameFirstLevel >= count - 1)
    #expect(equal >= count * 19 / 20)
    // Both kinds of problem are among them: those that can be served in full, and those that cannot.
    #expect(served >= count / 5 && served <= count * 4 / 5)
  }
}
