import Routing
import Synchronization
import Units

/// The search for routes: a first plan at once, then ruin and recreate until the budget is spent.
///
/// An iteration is one ruin and rebuild. With an iteration limit the same problem and seed give the same plan, whatever
/// the machine; with several threads too, since they exchange plans at fixed iterations then.
public struct RouteEngine: Sendable {
  public struct Answer: Sendable {
    public var solution: RoutingSolution
    public var objective: RoutingObjective
    public var stop: Stop
    public var iterations = 0
  }

  public enum Stop: Sendable, Hashable { case timeLimit, iterationLimit, interrupted, nothingToDo }

  private let facts: EngineFacts

  /// The problem must have been validated. O(clients × (neighbours + kinds)), and clients² where there are matrices.
  public init(_ problem: RoutingProblem) { facts = EngineFacts(problem) }

  /// Searches from a plan or from nothing; a plan with faults counts as nothing.
  public func run(
    from start: RoutingSolution? = nil, budget: Budget, threads: Int = 1, seed: UInt64,
    onBetter: @escaping @Sendable (Answer) -> Void = { _ in }
  ) -> Answer {
    var search = AnnealingRun(facts, seed: seed, budget: budget)
    search.begin(start)
    search.tell(onBetter)
    search.anneal(onBetter)
    return search.answer()
  }
}
