import Changing
import Districts
import Formats

/// What scenarios change, on the screen and as JSON.
struct ScenarioOutput {
  let district: String
  let scenarios: [Scenario]
  /// Of those who were drawn.
  let seed: UInt64
  /// Where they were written; nil: nowhere.
  let folder: String?

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

  func json() throws -> String {
    try prettyJSON(
      Shown(
        district: district,
        scenarios: scenarios.map { scenario in
          Shown.Scenario(
            name: scenario.name, digest: scenario.read.digest, timeLimit: scenario.timeLimitMilliseconds,
            notices: scenario.read.notices.map { $0.text(in: Interface.language) },
            changes: scenario.changes.map { Shown.Change(change: $0.word.text, edits: $0.edits) })
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
      enum CodingKeys: String, CodingKey {
        case name, digest, notices, changes
        case timeLimit = "time_limit_ms"
      }
    }
    var district: String
    var scenarios: [Scenario]
    var seed: UInt64
    var folder: String?
  }
}
