import LinearModel
import Rostering
import Units

/// A first roster, person by person: everybody's days at their best beside those who have theirs.
///
/// Far from the best, but each program is small, and somebody without any pattern shows at once.
struct OneByOne {
  let tables: CompactTables
  let call: CompactCall
  let options: SolveOptions
  let goal: CompactGoal

  enum Outcome {
    case roster(CellRoster)
    /// Nothing that this person could do keeps all of their rules.
    case noPattern(person: Int)
    /// Out of time, or the seats that are left do not let somebody keep their rules.
    case nothing
  }

  init(_ tables: CompactTables, call: CompactCall, options: SolveOptions) {
    self.tables = tables
    self.call = call
    self.options = options
    goal = CompactGoal(weights: RelaxAndFix.weights(tables.problem))
  }

  func run() throws(ModelProblems) -> Outcome {
    var roster = CellRoster(tables)
    for person in tables.problem.people.indices {
      if options.deadline.isOver { return .nothing }
      let answer = try solve(person, roster, others: .fixed, goal)
      guard let next = answer.roster else {
        return try hasNoPattern(person) ? .noPattern(person: person) : .nothing
      }
      roster = next
    }
    return .roster(roster)
  }

  /// Whether all alone the person can do nothing that keeps their rules.
  func hasNoPattern(_ person: Int) throws(ModelProblems) -> Bool {
    let anything = CompactGoal(weights: [0, 0, 0])
    return try solve(person, CellRoster(tables), others: .open, anything).point == .infeasible
  }

  private func solve(
    _ person: Int, _ roster: CellRoster, others: CellFreedom, _ goal: CompactGoal
  ) throws(ModelProblems) -> CompactCall.Answer {
    var freedom = [CellFreedom](repeating: others, count: tables.cellCount)
    for cell in tables.cells(of: person) { freedom[cell] = .whole }
    var options = options
    options.nodeLimit = FixAndOptimise.nodes
    let program = CompactProgram(tables, roster: roster, freedom: freedom, goal: goal)
    return try call.solve(program, options: options, hasIncumbent: false)
  }
}
