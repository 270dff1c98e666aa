import Auditing
import Districts
import Foundation
import Testing

/// Every single leaf of a good plan is corrupted, one at a time.
@Suite("Corrupted plans") struct CorruptedPlanTests {
  struct Outcome {
    var path: String
    /// Whether the audit complains at all, and whether it would without the seal.
    var noticed: Bool
    var noticedUnsealed: Bool
  }

  /// What the audit says of every corruption, once for both tests: a new seal silences the rule `seal` and nothing else.
  static let outcomes = Result { try judged() }

  static func judged() throws -> [Outcome] {
    let audit = SmallTown.audit()
    return try judged(SmallTown.plan(audit), audit)
  }

  /// - Parameter part: where the paths begin that are corrupted.
  static func judged(_ plan: Plan, _ audit: Audit, part: String = "") throws -> [Outcome] {
    let original = try JSONDecoder().decode(JSONTree.self, from: Data(plan.json().utf8))
    return try original.corruptions().filter { $0.path.hasPrefix(part) }.map { corruption in
      let data = try JSONEncoder().encode(corruption.tree)
      // What cannot be read is refused before it is judged.
      guard let plan = try? JSONDecoder().decode(Plan.self, from: data) else {
        return Outcome(path: corruption.path, noticed: true, noticedUnsealed: true)
      }
      let rules = audit.judge(plan).map(\.rule)
      let counted = rules.contains { $0 != RuleID.seal.rawValue }
      return Outcome(
        path: corruption.path, noticed: !rules.isEmpty, noticedUnsealed: counted || corruption.path.hasPrefix("seal"))
    }
  }

  @Test("With its seal as written, only names and versions change unnoticed") func sealed() throws {
    let outcomes = try Self.outcomes.get()
    // 7 steps, 3 duties, 4 batches, 4 gaps, 4 certificates …: far more than a handful of leaves.
    #expect(outcomes.count > 1000)
    let unnoticed = Set(outcomes.filter { !$0.noticed }.map(\.path)).sorted()
    #expect(unnoticed == ["district.name", "run.versions.glpk", "run.versions.lastmetre"])
  }

  @Test("With its seal made anew, only what nothing can be counted against changes unnoticed") func resealed() throws {
    let unnoticed = Set(try Self.outcomes.get().filter { !$0.noticedUnsealed }.map(\.path)).sorted()
    #expect(
      unnoticed == [
        // Observed, and not counted again: why nobody looks after a household, who found a bound and how, with how much
        // stock at most the routes were planned.
        "certificates.carrying.levels[].bound_evidence", "certificates.carrying.stop_reason",
        "certificates.purchases.stop_reason", "certificates.roster.levels[].bound_evidence",
        "certificates.roster.stop_reason",
        "distribution.gaps[].reasons[-]", "distribution.gaps[].reasons[].count", "distribution.gaps[].reasons[].rule",
        "distribution.gaps[].reasons[].standing", "district.name", "purchases[].most",
        "routes.unassigned[].reasons[].rule",
        "routes.unassigned[].reasons[].standing", "run.iterations", "run.iterations left out", "run.method",
        "run.seed", "run.threads", "run.time_limit_ms", "run.time_limit_ms left out", "run.versions.glpk",
        "run.versions.lastmetre",
      ])
  }

  @Test("With its seal made anew, nothing that teams do changes unnoticed") func carrying() throws {
    let audit = SmallTown.audit(Courts.district())
    let outcomes = try Self.judged(Courts.plan(audit), audit, part: "carrying")
    // 9 steps of 8 leaves or more.
    #expect(outcomes.count > 200)
    #expect(Set(outcomes.filter { !$0.noticedUnsealed }.map(\.path)).sorted() == [])
  }

  @Test("With its seal made anew, nothing that is collected changes unnoticed, nor why too little is")
  func collected() throws {
    let audit = SmallTown.audit(CollectedTown.district())
    let plan = try CollectedTown.plan(audit)
    #expect(audit.judge(plan).map { "\($0.rule) \($0.place) \($0.amount)" } == [])
    let last = "routes.unassigned"
    let outcomes = try ["collections", "summary.collected", last].flatMap {
      try Self.judged(plan, audit, part: $0)
    }
    #expect(outcomes.count { $0.path.hasPrefix("collections") } > 12)
    let unnoticed = Set(outcomes.filter { !$0.noticedUnsealed && !$0.path.hasPrefix(last) }.map(\.path)).sorted()
    #expect(unnoticed == [])
    for (rule, standing) in [(RuleID.needCurve, Gap.Standing.proven), (.depotStock, .observed)] {
      var other = plan
      let gap = try #require(plan.routes?.unassigned.indices.last)
      other.routes?.unassigned[gap].reasons = [.init(rule: rule.rawValue, count: 2, standing: standing)]
      #expect(audit.content(other).map(\.rule) == ["reasons"])
    }
  }
}
