import LinearModel
import Rostering
import Units

/// A first roster, day by day: some days whole, those after them relaxed or left out, those before them fixed.
///
/// Where nothing goes on from what was fixed, it steps back and decides more days at once. Source: Pochet and Wolsey,
/// "Production Planning by Mixed Integer Programming" (2006), section 3.6.
struct RelaxAndFix {
  let tables: CompactTables
  let call: CompactCall
  let options: SolveOptions
  let goal: CompactGoal
  /// Columns of the whole days, and of these with the relaxed ones.
  var wholeColumns = 600
  var allColumns = 2_500
  static let mostDays = 7
  static let mostBackward = 5

  enum Outcome {
    /// One that breaks no rule.
    case roster(CellRoster)
    /// There is none at all.
    case impossible
    case nothing
  }

  init(_ tables: CompactTables, call: CompactCall, options: SolveOptions) {
    self.tables = tables
    self.call = call
    self.options = options
    goal = CompactGoal(weights: RelaxAndFix.weights(tables.problem))
  }

  func run() throws(ModelProblems) -> Outcome {
    let columns = (0..<tables.dayCount).map { columnsOfDay($0) }
    var (roster, day, stretch, backward) = (CellRoster(tables), 0, 1, 0)
    while day < tables.dayCount {
      if options.deadline.isOver { return .nothing }
      let length = stretch * RelaxAndFix.length(columns[day...], upTo: wholeColumns)
      let end = min(tables.dayCount, day + length)
      let ahead = max(2, RelaxAndFix.days(columns[day...], upTo: allColumns) - length)
      let program = CompactProgram(
        tables, roster: roster, freedom: freedom(day, end, min(tables.dayCount, end + ahead)), goal: goal)
      let answer = try call.solve(program, options: stepOptions(end), hasIncumbent: false)
      if let next = answer.roster {
        roster = next
        day = end == tables.dayCount ? end : max(day + 1, end - length / 3)
        continue
      }
      if answer.point == .infeasible, day == 0, !program.isOpen { return .impossible }
      backward += 1
      if backward > RelaxAndFix.mostBackward || day == 0 && end == tables.dayCount { return .nothing }
      day = max(0, day - length)
      stretch += 1
    }
    let everybody = Array(tables.problem.people.indices)
    return call.objective(roster, changing: everybody) == nil ? .nothing : .roster(roster)
  }

  /// Days from the first that have so many columns together, at least one.
  private static func days(_ columns: ArraySlice<Int>, upTo most: Int) -> Int {
    var sum = 0
    return max(
      1,
      columns.prefix {
        sum += $0; return sum <= most
      }.count)
  }

  private static func length(_ columns: ArraySlice<Int>, upTo most: Int) -> Int {
    min(mostDays, days(columns, upTo: most))
  }

  private func columnsOfDay(_ day: Int) -> Int {
    stride(from: day, to: tables.cellCount, by: max(1, tables.dayCount)).reduce(0) { $0 + tables.columnCount($1) }
  }

  private func freedom(_ day: Int, _ whole: Int, _ relaxed: Int) -> [CellFreedom] {
    (0..<tables.cellCount).map { cell in
      let at = tables.day(cell)
      return at < day ? .fixed : at < whole ? .whole : at < relaxed ? .relaxed : .open
    }
  }

  /// A share of the time by days; half a percent is near enough.
  private func stepOptions(_ end: Int) -> SolveOptions {
    var step = options
    step.deadline = options.deadline.portion(1 / Double(1 + (tables.dayCount - end) / 3))
    step.nodeLimit = 300
    step.relativeGap = 0.005
    return step
  }

  /// Each level above what a day of one person can be worth below it, within what floating point bears.
  static func weights(_ problem: RosterProblem) -> [Int] {
    var dearest = max(1, problem.runCost)
    for person in problem.people {
      for option in person.options { dearest = max(dearest, abs(option.cost)) }
      for wish in person.wishes { dearest = max(dearest, wish.cost) }
      for total in person.totals {
        guard let cost = total.cost, let last = cost.prices.last else { continue }
        dearest = max(dearest, min(100_000, cost.weight) * min(100_000, last.price))
      }
    }
    for seat in problem.duties.flatMap(\.seats) { dearest = max(dearest, seat.underCost, seat.overCost) }
    let target = min(100_000, 4 * dearest)
    return [10 * target, target, 1]
  }
}
