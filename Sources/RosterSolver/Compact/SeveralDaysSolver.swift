import LinearModel
import Rostering
import Units

/// Several service days, level by level, by the compact program; what its tree leaves open stays open.
struct SeveralDaysSolver {
  let tables: RosterTables
  let solver: any LinearSolver
  var work: Work
  let onBetter: (RosterAnswer) -> Void

  /// Sets beyond which the compact program is not tried.
  static let mostSets = 60_000

  mutating func run() -> RosterAnswer {
    guard work.best.objective.minimum > 0 || work.best.objective.target > 0 || tables.optionCount > 0,
      let days = DaySets(tables, most: SeveralDaysSolver.mostSets)
    else { return work.best }
    for level in 0..<3 {
      if level < 2, work.best.objective[level] == 0 {
        work.best.bounds[level] = .zero
        continue
      }
      if work.isOver { break }
      do {
        try solve(level, days)
      } catch {
        work.failure = error.description
      }
    }
    return work.best
  }

  private mutating func solve(_ level: Int, _ days: DaySets) throws(ModelProblems) {
    let program = CompactProgram(tables, days: days, level: level, objective: work.best.objective)
    var state = RosterState(tables)
    state.take(work.best.assignment, onlyFixed: false)
    var options = work.options(share: level == 2 ? 1 : 0.4)
    options.integralObjective = true
    options.incumbent = program.values(of: state)
    let result = try solver.solve(program.model, options: options)
    if case .failed(let text) = result.stop { work.failure = text }
    if !result.values.isEmpty {
      var found = RosterState(tables)
      let isSound = program.options(in: result.values).allSatisfy { option in
        guard found.mayAdd(option) else { return false }
        found.add(option)
        return true
      }
      if isSound { work.offer(found.assignment, found.objective, onBetter: onBetter) }
    }
    let objective = work.best.objective[level]
    if result.point == .optimal, let claimed = result.objective, abs(claimed - Double(objective)) < 0.5 {
      work.raise(level, to: RosterBound(value: objective, evidence: .search))
    } else if let bound = result.bound, let safe = Work.safelyRoundedUp(bound, scale: bound) {
      work.raise(level, to: RosterBound(value: min(safe, objective), evidence: .openTree))
    }
  }
}
