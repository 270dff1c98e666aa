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
    var lines = [figureRows, levelRows, ruleRows].flatMap { aligned($0) }
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
        names.say("fact.\(change.name.rawValue)"), DifferenceValue.text(change.name, change.before),
        DifferenceValue.text(change.name, change.after),
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
        change.before.map(DifferenceValue.text) ?? "–", change.after.map(DifferenceValue.text) ?? "–",
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

  private func listed(_ title: String, _ lines: [String]) -> [String] {
    guard !lines.isEmpty else { return [] }
    var shown = [names.say(title, ["count": grouped(lines.count)])] + lines.prefix(most).map { "  " + $0 }
    if lines.count > most { shown.append("  " + names.say("difference.more", ["count": grouped(lines.count - most)])) }
    return shown
  }

  // MARK: Values

  private func signed(_ change: FigureChange) -> String {
    guard let before = change.before, let after = change.after, before != after else { return "" }
    let sign = after > before ? "+" : "−"
    switch change.name {
    case .lastServed, .meanMinutes, .mostMinutes, .spreadMinutes:
      return sign + DifferenceValue.hours(abs(after - before))
    case .metres: return sign + kilometres(abs(after - before))
    default: return plus(after - before)
    }
  }

  private func plus(_ value: Int) -> String { value > 0 ? "+" + grouped(value) : "−" + grouped(abs(value)) }
}
