import Comparing
import Districts
import Wording

/// Several scenarios beside one baseline: a column each.
public struct ScenarioTable: Sendable {
  private let scenarios: [(name: String, difference: PlanDifference)]
  private let names: DifferenceNames

  /// All differences are from the same plan.
  public init(_ scenarios: [(name: String, difference: PlanDifference)], names: DifferenceNames) {
    self.scenarios = scenarios
    self.names = names
  }

  public func lines() -> [String] {
    guard let first = scenarios.first?.difference else { return [] }
    let head = [names.say("difference.figure"), names.say("difference.baseline")] + scenarios.map(\.name)
    let rows = figureRows(first) + levelRows(first) + countRows
    return aligned([head] + rows, left: []) + (hasDoubt ? [names.say("difference.doubt")] : [])
  }

  private func figureRows(_ first: PlanDifference) -> [[String]] {
    first.figures.map { figure in
      let after = scenarios.map { scenario in
        scenario.difference.figures.first { $0.name == figure.name }.flatMap(\.after)
      }
      return [names.say("fact.\(figure.name.rawValue)"), DifferenceValue.text(figure.name, figure.before)]
        + after.map { DifferenceValue.text(figure.name, $0) }
    }
  }

  private func levelRows(_ first: PlanDifference) -> [[String]] {
    first.levels.map { level in
      let cells = scenarios.map { scenario in
        let own = scenario.difference.levels.first { $0.stage == level.stage && $0.level == level.level }
        return own.map(cell) ?? "–"
      }
      return [
        names.say("stage.\(level.stage)") + " · " + names.say("level.\(level.level.rawValue)"),
        level.before.map(DifferenceValue.text) ?? "–",
      ] + cells
    }
  }

  private func cell(_ change: LevelChange) -> String {
    guard let after = change.after else { return "–" }
    return DifferenceValue.text(after) + (isDoubtful(change) ? " ?" : "")
  }

  private func isDoubtful(_ change: LevelChange) -> Bool {
    change.verdict == .betterPerhaps || change.verdict == .worsePerhaps
  }

  private var hasDoubt: Bool { scenarios.contains { $0.difference.levels.contains(where: isDoubtful) } }

  /// How many people, buildings and vehicles would be told something new.
  private var countRows: [[String]] {
    let counts: [(String, (PlanDifference) -> Int)] = [
      ("difference.count.people", { $0.people.count }), ("difference.count.buildings", { $0.buildings.count }),
      ("difference.count.needs", { $0.needs.count }), ("difference.count.vehicles", { $0.vehicles.count }),
    ]
    return counts.map { key, count in
      [names.say(key), ""] + scenarios.map { grouped(count($0.difference)) }
    }
  }
}
