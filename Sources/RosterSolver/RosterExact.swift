import LinearModel
import Rostering
import Units

/// Solves a roster level by level with a linear solver, and proves how far the roster is from the best.
///
/// One service day: a column is a person's set of compatible duties with its whole cost. Several days, or automata,
/// blocks, minima, slack and wanted cover: compact programs, of windows and of the whole (`CompactSolver`).
public struct RosterExact: Sendable {
  public let problem: RosterProblem
  public let solver: any LinearSolver
  public init(_ problem: RosterProblem, solver: any LinearSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// - Parameter start: a roster to improve on; nil, or one that breaks a hard rule: the heuristic's, where it knows all
  ///   that the problem asks for.
  /// - Parameter isAlone: no heuristic helps: the solver begins with what is fixed, and an answer of method `heuristic`
  ///   says that it found nothing.
  /// - Parameter isSearchedBeside: another thread improves rosters meanwhile; this one then proves.
  /// - Returns: with compact programs maybe no roster: then nobody works, that breaks a rule, and no level has a bound.
  public func run(
    from start: RosterAnswer? = nil, isAlone: Bool = false, isSearchedBeside: Bool = false, budget: Budget,
    seed: UInt64 = 1, onBetter: (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    let tables = RosterTables(problem)
    var work = begin(tables, from: start, isAlone: isAlone, budget: budget, onBetter)
    if case .contradiction = work.best.stop { return work.best }
    work.isSearchedBeside = isSearchedBeside
    return withoutActuallyEscaping(onBetter) { onBetter in
      if problem.dayCount <= 1, !problem.needsPatterns {
        let one = OneDaySolver(tables, solver: solver, work: work, onBetter: onBetter)
        let best = one.run()
        return ended(best, stop: nil, failure: one.work.failure, budget)
      }
      var compact = CompactSolver(CompactTables(tables), solver: solver, work: work, seed: seed, onBetter: onBetter)
      let best = compact.run()
      return ended(
        best, stop: compact.impossible.map { .noPattern(person: $0) }, failure: compact.work.failure, budget)
    }
  }

  /// What is there to begin with, and no bounds but those that need no proof.
  private func begin(
    _ tables: RosterTables, from start: RosterAnswer?, isAlone: Bool, budget: Budget, _ onBetter: (RosterAnswer) -> Void
  ) -> Work {
    let helper = HeuristicRun(
      tables: tables,
      budget: Budget(
        deadline: budget.deadline.portion(0.15),
        iterations: start == nil ? budget.iterations ?? Int.max : 0), seed: 1)
    let first =
      isAlone || problem.needsPatterns
      ? helper.fixedOnly() : helper.run(incumbent: start?.assignment, onBetter: start == nil ? onBetter : { _ in })
    var work = Work(budget: budget, best: first, isAlone: isAlone)
    if problem.needsPatterns {
      if let start, problem.violations(of: start.assignment).isEmpty {
        (work.best.assignment, work.best.method) = (start.assignment, start.method)
      } else {
        work.best.assignment = RosterAssignment()
        work.hasRoster = problem.violations(of: work.best.assignment).isEmpty
      }
      work.best.objective = problem.objective(of: work.best.assignment)
    } else if let start, first.objective == start.objective {
      work.best.method = start.method
    }
    work.best.bounds = [.none, .none, .none]
    for level in 0..<2 where work.hasRoster && work.best.objective[level] == 0 { work.best.bounds[level] = .zero }
    return work
  }

  private func ended(_ best: RosterAnswer, stop: RosterStop?, failure: String?, _ budget: Budget) -> RosterAnswer {
    var answer = best
    answer.stop =
      stop
      ?? (answer.isProved
        ? .proved
        : budget.deadline.cancellation.isCancelled
          ? .interrupted
          : budget.deadline.isOver
            ? .timeLimit : failure.map { .failed($0) } ?? (budget.iterations == nil ? .timeLimit : .iterationLimit))
    return answer
  }
}
