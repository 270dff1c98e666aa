import Changing
import Comparing
import Districts
import Formats
import Planning
import Reports

/// What scenarios change, on the screen and as JSON.
struct ScenarioOutput {
  let district: String
  let scenarios: [Scenario]
  /// Of those who were drawn.
  let seed: UInt64
  /// Where they were written; nil: nowhere.
  let folder: String?
  var planned: ScenarioPlanning.Planned?

  /// Of one change; all are in the JSON.
  private static let mostLines = 40

  func text() -> String {
    var lines: [String] = []
    for scenario in scenarios {
      if scenarios.count > 1 { lines.append(phrase("whatif.scenario", ["name": scenario.name])) }
      for change in scenario.changes { lines += self.lines(change) }
    }
    lines.append(folder.map { phrase("plan.written", ["folder": $0]) } ?? phrase("whatif.unwritten"))
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ change: AppliedChange) -> [String] {
    if case .timeLimit(let milliseconds) = change.word.change {
      return [change.word.text, "  " + phrase("whatif.limit", ["seconds": seconds(milliseconds)])]
    }
    let shown = change.edits.prefix(Self.mostLines).map { "  " + line($0) }
    let more = change.edits.count - shown.count
    let rest = more > 0 ? ["  " + phrase("whatif.more", ["count": String(more)])] : []
    return [change.word.text] + (shown.isEmpty ? ["  " + phrase("whatif.nothing")] : shown + rest)
  }

  private func seconds(_ milliseconds: Int) -> String {
    milliseconds % 1000 == 0 ? String(milliseconds / 1000) : String(Double(milliseconds) / 1000)
  }

  /// `vehicles.csv V1 capacity_packs: 240 → 300`.
  private func line(_ edit: Edit) -> String {
    let place = [edit.file, edit.row, edit.column].compactMap { $0 }.joined(separator: " ")
    func shown(_ value: String) -> String { value.isEmpty ? phrase("whatif.empty") : value }
    switch (edit.before, edit.after) {
    case (let before?, let after?): return "\(place): \(shown(before)) → \(shown(after))"
    case (nil, let after?):
      return phrase(
        edit.file.hasSuffix(".csv") ? "whatif.added" : "whatif.set", ["place": place, "value": shown(after)])
    case (let before?, nil): return phrase("whatif.removed", ["place": place, "value": before])
    case (nil, nil): return place
    }
  }

  /// The plans side by side: one in full, several as columns.
  func comparison(_ baseline: District) -> String {
    guard let planned else { return "" }
    let language = Interface.language
    let context = ReportContext(district: baseline, plan: planned.baseline.plan, language: language)
    let compared = zip(scenarios, planned.outcomes).compactMap { scenario, outcome in
      outcome.map { (scenario, $0, PlanDifference(from: planned.baseline.plan, to: $0.plan)) }
    }
    guard scenarios.count == 1, let (scenario, outcome, difference) = compared.first else {
      let names = DifferenceNames(language: language, before: context)
      return ScenarioTable(compared.map { ($0.0.name, $0.2) }, names: names).lines().joined(separator: "\n") + "\n"
    }
    let after = ReportContext(district: scenario.read.district, plan: outcome.plan, language: language)
    let names = DifferenceNames(language: language, before: context, after: after)
    return DifferenceText(difference, names: names).lines().joined(separator: "\n") + "\n"
  }

  private func shown(_ outcome: PlanOutcome, beside baseline: PlanOutcome?) -> Shown.Planned {
    Shown.Planned(
      summary: outcome.plan.summary, certificates: outcome.plan.certificates,
      difference: baseline.map { PlanDifference(from: $0.plan, to: outcome.plan) })
  }

  func json() throws -> String {
    try prettyJSON(
      Shown(
        district: district,
        baseline: planned.map { shown($0.baseline, beside: nil) },
        scenarios: scenarios.enumerated().map { number, scenario in
          Shown.Scenario(
            name: scenario.name, digest: scenario.read.digest, timeLimit: scenario.timeLimitMilliseconds,
            notices: scenario.read.notices.map { $0.text(in: Interface.language) },
            changes: scenario.changes.map { Shown.Change(change: $0.word.text, edits: $0.edits) },
            plan: planned.flatMap { planned in
              planned.outcomes[number].map { shown($0, beside: planned.baseline) }
            })
        }, seed: seed, folder: folder))
  }

  private struct Shown: Encodable {
    struct Change: Encodable {
      var change: String
      var edits: [Edit]
    }
    struct Scenario: Encodable {
      var name: String
      var digest: String
      var timeLimit: Int?
      var notices: [String]
      var changes: [Change]
      var plan: Planned?
      enum CodingKeys: String, CodingKey {
        case name, digest, notices, changes, plan
        case timeLimit = "time_limit_ms"
      }
    }
    struct Planned: Encodable {
      var summary: PlanSummary
      var certificates: Certificates
      var difference: PlanDifference?
    }
    var district: String
    var baseline: Planned?
    var scenarios: [Scenario]
    var seed: UInt64
    var folder: String?
  }
}
