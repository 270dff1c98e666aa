import Auditing
import Districts
import Formats
import Planning
import Testing
import Units

/// What a plan's objectives follow from, case by case.
@Suite("Every case in which a rule adds to an objective") struct MatchTests {
  /// Rules with any case.
  private func check(_ district: District) throws -> Set<String> {
    let plan = try PipelineTests.plan(district, iterations: 10).plan
    let matches = Audit(district: district, sha256: sha256Hex).matches(of: plan)
    for (stage, certificate) in plan.certificates.staged where stage != "purchases" {
      for (rule, amount) in certificate.breakdown {
        let sum = matches.filter { $0.stage == stage && $0.rule == rule }.reduce(0) { $0 + $1.amount }
        #expect(sum == amount, "\(stage) \(rule)")
      }
    }
    #expect(matches.allSatisfy { $0.amount > 0 })
    return Set(matches.map(\.rule))
  }

  @Test("their amounts add up to the certificates' breakdown, rule by rule")
  func sums() throws {
    var rules: Set<String> = []
    for (name, days) in [("junyi", 1), ("taihua", 3), ("short-handed", 1), ("night-ill", 1)] {
      rules.formUnion(try check(PipelineTests.district(name, days: days)))
    }
    var poor = try CarryTests.district()
    poor.stock[0].packs = 250
    poor.cadres.removeLast(poor.cadres.count / 2)
    let there = Set(poor.cadres.map(\.id))
    for index in poor.cadres.indices {
      if let buddy = poor.cadres[index].buddy, !there.contains(buddy) { poor.cadres[index].buddy = nil }
    }
    poor.availability.removeAll { !there.contains($0.cadre) }
    poor.ledger.removeAll { !there.contains($0.cadre) }
    rules.formUnion(try check(poor))
    let expected: Set<String> = [
      "shortPacks", "unevenShares", "staffTime", "walking", "carryTime", "minimumCover", "targetCover", "fairHours",
      "fixedCost", "distanceCost", "timeCost",
    ]
    #expect(expected.subtracting(rules) == [])
  }
}
