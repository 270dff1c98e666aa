import LinearModel
import Rostering
import Units

/// Solves a roster level by level with a linear solver, and proves how far the roster is from the best.
///
/// One service day: a column is a person's set of compatible duties with its whole cost. Several: the compact program
/// over people's sets of each day, with rows across days. A problem that only the pattern engine knows
/// (`RosterProblem.needsPatterns`) is refused: stop reason `failed`.
public struct RosterExact: Sendable {
  public let problem: RosterProblem
  public let solver: any LinearSolver
  public init(_ problem: RosterProblem, solver: any LinearSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// - Parameter start: a roster to improve on; nil, or one that breaks a hard rule: the heuristic's.
  /// - Parameter isAlone: no heuristic helps: the solver begins with what is fixed, and an answer of method `heuristic`
  ///   says that it found nothing.
  /// - Parameter isSearchedBeside: another thread improves rosters meanwhile; this one then proves.
  public func run(
    from start: RosterAnswer? = nil, isAlone: Bool = false, isSearchedBeside: Bool = false, budget: Budget,
    onBetter: (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    if problem.needsPatterns { return .refused(problem) }
    let tables = RosterTables(problem)
    let helper = HeuristicRun(
      tables: tables,
      budget: Budget(
        deadline: budget.deadline.portion(0.15),
        iterations: start == nil ? budget.iterations ?? Int.max : 0), seed: 1)
    let first =
      isAlone
      ? helper.fixedOnly() : helper.run(incumbent: start?.assignment, onBetter: start == nil ? onBetter : { _ in })
    var begin = first
    if let start, first.objective == start.objective { begin.method = start.method }
    if case .contradiction = first.stop { return begin }
    begin.bounds = [.none, .none, .none]
    for level in 0..<2 where begin.objective[level] == 0 { begin.bounds[level] = .zero }
    return withoutActuallyEscaping(onBetter) { onBetter in
      let work = Work(budget: budget, best: begin, isAlone: isAlone, isSearchedBeside: isSearchedBeside)
      let (best, failure): (RosterAnswer, String?)
      if problem.dayCount <= 1 {
        let one = OneDaySolver(tables, solver: solver, work: work, onBetter: onBetter)
        best = one.run()
        failure = one.work.failure
      } else {
        var several = SeveralDaysSolver(tables: tables, solver: solver, work: work, onBetter: onBetter)
        best = several.run()
        failure = several.work.failure
      }
      var answer = best
      answer.stop =
        answer.isProved
        ? .proved
        : budget.deadline.cancellation.isCancelled
          ? .interrupted
          : budget.deadline.isOver
            ? .timeLimit : failure.map { .failed($0) } ?? (budget.iterations == nil ? .timeLimit : .iterationLimit)
      return answer
    }
  }
}
