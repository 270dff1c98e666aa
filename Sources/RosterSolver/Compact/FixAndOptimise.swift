import LinearModel
import Rostering
import Units

/// Improves a roster by programs over windows of people × days, all else fixed, level after level.
///
/// Source: Helber and Sahling, "A fix-and-optimize approach for the multi-level capacitated lot sizing problem" (2010).
struct FixAndOptimise {
  let tables: CompactTables
  let call: CompactCall
  private(set) var roster: CellRoster
  private(set) var objective: RosterObjective
  private var choice: WindowChoice
  private var costs: CostMap
  private(set) var idle = 0

  /// Nodes of one window.
  static let nodes = 300
  /// Seconds of one window, where there is a clock.
  static let seconds = 4.0

  init(_ tables: CompactTables, call: CompactCall, roster: CellRoster, objective: RosterObjective, seed: UInt64) {
    self.tables = tables
    self.call = call
    self.roster = roster
    self.objective = objective
    choice = WindowChoice(tables, seed: seed)
    costs = CostMap(roster, tables)
  }

  /// Nothing came of many windows as large as they get.
  var isAtItsEnd: Bool { idle >= 30 && choice.isAtItsLargest || idle >= 1_000 }

  /// One window; true when the roster got better. A roster that breaks no rule never gets worse.
  mutating func step(_ options: SolveOptions) throws(ModelProblems) -> Bool {
    let window = choice.next(costs)
    var freedom = [CellFreedom](repeating: .fixed, count: tables.cellCount)
    for person in window.people { for day in window.days { freedom[person * tables.dayCount + day] = .whole } }
    var options = options
    options.nodeLimit = FixAndOptimise.nodes
    options.deadline = options.deadline.portion(min(1, FixAndOptimise.seconds / max(1, options.deadline.secondsLeft)))
    let before = objective
    var (isProved, isEasy) = (true, true)
    for level in 0..<3 where level == 2 || objective[level] > 0 {
      let program = CompactProgram(tables, roster: roster, freedom: freedom, goal: .level(level))
      if level < 2, program.missing[level] == 0 { continue }
      let answer = try call.solve(program, options: options, hasIncumbent: true)
      isProved = isProved && answer.point == .optimal
      isEasy = isEasy && answer.nodes <= FixAndOptimise.nodes / 3
      if let next = answer.roster, next.options != roster.options { take(next, window.people) }
    }
    let isBetter = objective < before
    if isBetter { costs = CostMap(roster, tables) }
    idle = isBetter ? 0 : idle + 1
    choice.learn(window, isBetter: isBetter, isProved: isProved, isEasy: isEasy)
    return isBetter
  }

  private mutating func take(_ next: CellRoster, _ people: [Int]) {
    guard let value = call.objective(next, changing: people), value < objective else { return }
    (roster, objective) = (next, value)
  }
}
