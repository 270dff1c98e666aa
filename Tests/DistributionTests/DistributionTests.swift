import Auditing
import Districts
import GLPKBackend
import LinearModel
import Testing
import Units

@testable import Distribution

@Suite("Distribution") struct DistributionTests {
  private static let work = Budget(deadline: .never(), iterations: 2000)

  private static func exact(_ planner: DistributionPlanner, seed: UInt64 = 1) -> DistributionOutcome? {
    planner.exact(from: nil, solver: GLPKSolver(), budget: work, seed: seed)
  }

  private static func objectives(_ outcome: DistributionOutcome) -> [Int] {
    outcome.certificate.levels.map(\.objective)
  }

  /// What the independent judge says of a plan: violations, then where its levels and floors differ from the certificate.
  static func complaints(_ district: District, _ outcome: DistributionOutcome) -> [String] {
    let audit = Audit(district: district) { "\($0.utf8.count)" }
    let judged = DistributionCase(audit, distribution: outcome.plan)
    var found = judged.violations.map { "\($0.rule) \($0.place) \($0.amount): \($0.message)" }
    let levels = outcome.certificate.levels
    if judged.objective.levels.map(\.amount) != levels.map(\.objective) {
      found.append("levels \(judged.objective.levels.map(\.amount)), not \(levels.map(\.objective))")
    }
    if judged.objective.breakdown != outcome.certificate.breakdown { found.append("breakdown") }
    if judged.floors != levels.map(\.floor) { found.append("floors \(judged.floors), not \(levels.map(\.floor))") }
    for level in levels {
      if let bound = level.bound, bound > level.objective { found.append("bound above objective") }
    }
    return found
  }

  @Test("on tiny districts the exact plan is the best of all plans, level by level, and the heuristic never beats it")
  func exactIsBruteForce() throws {
    var unserved = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let district = TinyDistricts.random(seed)
      let planner = try DistributionPlanner(district: district)
      let best = try #require(BruteForce(district).best)
      if best[0] > 0 { unserved += 1 }
      let outcome = try #require(Self.exact(planner))
      #expect(Self.objectives(outcome) == Array(best.prefix(2)), "seed \(seed)")
      #expect(outcome.certificate.solutionStatus == .optimal, "seed \(seed)")
      #expect(Self.complaints(district, outcome) == [], "seed \(seed)")
      let quick = planner.heuristic(budget: Budget(deadline: .never(), iterations: 50), seed: 1)
      #expect(!Self.objectives(quick).lexicographicallyPrecedes(Array(best.prefix(2))), "seed \(seed)")
      #expect(Self.complaints(district, quick) == [], "seed \(seed)")
    }
    #expect((10...50).contains(unserved))
  }

  @Test("pins: a conflict is thrown exactly where no plan keeps the frozen ones; preferences count at level 3")
  func pinsAreBruteForce() throws {
    var conflicts = 0
    for seed in 100...160 as ClosedRange<UInt64> {
      let district = TinyDistricts.random(seed, pins: true)
      let best = BruteForce(district).best
      do {
        let planner = try DistributionPlanner(district: district)
        let outcome = try #require(Self.exact(planner))
        let levels = try #require(best, "seed \(seed): a plan where none keeps the pins")
        let named = district.pins.contains { $0.level == .prefer } ? 3 : 2
        #expect(Self.objectives(outcome) == Array(levels.prefix(named)), "seed \(seed)")
        #expect(outcome.certificate.solutionStatus == .optimal, "seed \(seed)")
        #expect(Self.complaints(district, outcome) == [], "seed \(seed)")
        let quick = planner.heuristic(budget: Budget(deadline: .never(), iterations: 20), seed: 1)
        #expect(Self.complaints(district, quick) == [], "seed \(seed)")
      } catch is FrozenConflict {
        conflicts += 1
        #expect(best == nil, "seed \(seed): a conflict where a plan exists")
      }
    }
    #expect(conflicts > 3)
  }
}
