import LinearModel
import Rostering
import Units

/// Solves rosters over several days: search from the first moment, column generation, dives, neighbourhoods; both sides
/// feed each other.
///
/// A problem that the pattern engine does not take on (`RosterProblem.patternObstacle()`) goes to `RosterExact`, unless
/// it has parts that `RosterExact` does not know (`needsPatterns`): then the run fails and says so.
public struct RosterPortfolio: Sendable {
  public let problem: RosterProblem
  public let solver: any LinearSolver
  public init(_ problem: RosterProblem, solver: any LinearSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// - Parameter start: a roster to improve on; people whose part of it breaks a rule begin afresh.
  /// - Parameter onBetter: called with every better roster, one call at a time.
  public func run(
    from start: RosterAnswer? = nil, budget: Budget, threads: Int = 1, seed: UInt64 = 1,
    onBetter: @Sendable (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    if let obstacle = problem.patternObstacle() {
      guard problem.needsPatterns else {
        return RosterExact(problem, solver: solver).run(from: start, budget: budget, onBetter: onBetter)
      }
      let empty = RosterAssignment()
      return RosterAnswer(
        assignment: empty, objective: problem.objective(of: empty), stop: .failed("not supported: \(obstacle)"))
    }
    return withoutActuallyEscaping(onBetter) { onBetter in
      var run = PatternRun(
        problem, solver: solver, budget: budget, threads: threads, seed: seed, onBetter: onBetter)
      return run.run(from: start)
    }
  }
}
