import Comparing
import Districts
import Units
import Wording

/// The difference of two plans as lines of a screen.
public struct DifferenceText: Sendable {
  let difference: PlanDifference
  let names: DifferenceNames
  /// Of each kind of change, so many are listed.
  let most: Int

  public init(_ difference: PlanDifference, names: DifferenceNames, most: Int = 20) {
    self.difference = difference
    self.names = names
    self.most = most
  }

  /// One line where nobody would notice anything.
  public func lines() -> [String] {
    guard difference.isNoticeable || hasOtherFigures else { return [names.say("difference.none")] }
    var lines = table(figureRows) + table(levelRows) + table(ruleRows)
    lines += listed("difference.people", difference.people.map(line))
    lines += listed("difference.sites", difference.sites.map(line))
    lines += listed("difference.buildings", difference.buildings.map(line))
    lines += listed("difference.needs", difference.needs.map(line))
    lines += listed("difference.vehicles", difference.vehicles.map(line))
    if !difference.isNoticeable { lines.append(names.say("difference.unnoticed")) }
    return lines
  }

  private var hasOtherFigures: Bool {
    difference.figures.contains { $0.before != $0.after } || difference.levels.contains { $0.before != $0.after }
  }

  // MARK: Tables

  private var figureRows: [[String]] {
    let rows = difference.figures.map { change in
      [
        names.say("fact.\(change.name.rawValue)"), shown(change.name, change.before), shown(change.name, change.after),
        signed(change),
      ]
    }
    return [heading("difference.figure", last: "difference.change")] + rows
  }

  private var levelRows: [[String]] {
    guard !difference.levels.isEmpty else { return [] }
    let rows = difference.levels.map { change in
      [
        names.say("stage.\(change.stage)") + " · " + names.say("level.\(change.level.rawValue)"),
        change.before.map(shown) ?? "–", change.after.map(shown) ?? "–",
        names.say("difference.verdict.\(change.verdict.rawValue)"),
      ]
    }
    return [heading("difference.level", last: "difference.verdict")] + rows
  }

  private var ruleRows: [[String]] {
    guard !difference.rules.isEmpty else { return [] }
    let rows = difference.rules.map { change in
      [
        names.say("stage.\(change.stage)") + " · " + names.rule(change.rule), grouped(change.before),
        grouped(change.after), plus(change.after - change.before),
      ]
    }
    return [heading("difference.rule", last: "difference.change")] + rows
  }

  private func heading(_ first: String, last: String) -> [String] {
    [names.say(first), names.say("difference.before"), names.say("difference.after"), names.say(last)]
  }

  /// Names flush left, numbers flush right, an empty line below.
  private func table(_ rows: [[String]]) -> [String] {
    guard let columns = rows.first?.count else { return [] }
    let widths = (0..<columns).map { column in rows.map { $0[column].columns }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        row[column].padded(toColumns: widths[column], onTheLeft: column == 1 || column == 2)
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    } + [""]
  }

  private func listed(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    var shown = [names.say(title, ["count": grouped(lines.count)])] + lines.prefix(most).map { "  " + $0 }
    if lines.count > most { shown.append("  " + names.say("difference.more", ["count": grouped(lines.count - most)])) }
    return shown
  }

  // MARK: Values

  private func shown(_ name: FigureChange.Name, _ value: Int?) -> String {
    guard let value else { return "–" }
    switch name {
    case .lastServed:
      let day = value.dividedRoundingDown(by: 1440)
      let minute = value - day * 1440
      let text = padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
      return text + (day > 0 ? "+\(day)" : "")
    case .meanMinutes, .mostMinutes, .spreadMinutes: return hours(value)
    case .metres: return kilometres(value)
    default: return grouped(value)
    }
  }

  /// `7:30`
  private func hours(_ minutes: Int) -> String { "\(grouped(minutes / 60)):" + padded(minutes % 60, to: 2) }

  private func signed(_ change: FigureChange) -> String {
    guard let before = change.before, let after = change.after, before != after else { return "" }
    let sign = after > before ? "+" : "−"
    switch change.name {
    case .lastServed, .meanMinutes, .mostMinutes, .spreadMinutes: return sign + hours(abs(after - before))
    case .metres: return sign + kilometres(abs(after - before))
    default: return plus(after - before)
    }
  }

  private func plus(_ value: Int) -> String { value > 0 ? "+" + grouped(value) : "−" + grouped(abs(value)) }

  /// `1,234 (≥ 1,200)`
  private func shown(_ worth: LevelChange.Worth) -> String {
    let bound = worth.bound.map { $0 == worth.objective ? "" : " (≥ \(grouped($0)))" }
    return grouped(worth.objective) + (bound ?? " (≥ ?)")
  }
}
