import LinearModel
import Rostering
import Units

/// One service day, level by level: columns are people's sets, generated against the duals; then the sets that can
/// still matter, as a whole-number program.
final class OneDaySolver {
  let space: SetSpace
  let solver: any LinearSolver
  var work: Work
  var search: SetSearch
  private let onBetter: (RosterAnswer) -> Void

  /// Sets beyond which a whole-number program is not worth trying as a whole.
  static let mostColumns = 30_000
  static let roundsBeforeIterations = 60

  init(
    _ tables: RosterTables, solver: any LinearSolver, work: Work, onBetter: @escaping (RosterAnswer) -> Void
  ) {
    space = SetSpace(tables)
    self.solver = solver
    self.work = work
    self.onBetter = onBetter
    search = SetSearch(space)
  }

  func run() -> RosterAnswer {
    for level in 0..<3 {
      if level < 2, work.best.objective[level] == 0 {
        work.best.bounds[level] = .zero
        continue
      }
      if work.isOver { break }
      do {
        try solve(level)
      } catch {
        work.failure = error.description
      }
    }
    return work.best
  }

  private func solve(_ level: Int) throws(ModelProblems) {
    let bounding = LagrangianBound(space: space, level: level, objective: work.best.objective)
    var generation = ColumnGeneration(self, bounding: bounding)
    let multipliers = try generation.run()
    generation.master.close()
    let (value, least) = bounding.exact(multipliers, &search)
    let bound = LagrangianBound.roundedUp(value)
    work.raise(
      level, to: RosterBound(value: bound, evidence: .multipliers, multipliers: bounding.named(multipliers)))
    try WholeSets(self, level: level, multipliers: multipliers, value: value, least: least).run()
  }

  /// A set for everybody; false when it is no better.
  @discardableResult
  func offer(_ columns: [SetColumn]) -> Bool {
    let assignment = space.assignment(of: columns)
    var state = RosterState(space.tables)
    for column in columns {
      for option in column.options {
        guard state.mayAdd(Int(option)) else { return false }
        state.add(Int(option))
      }
    }
    let before = work.best.objective
    work.offer(assignment, state.objective, onBetter: onBetter)
    return work.best.objective < before
  }
}
