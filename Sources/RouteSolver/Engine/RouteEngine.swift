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
  private let order: SpatialOrder

  /// The problem must have been validated. O(clients × (neighbours + kinds)), and clients² where there are matrices.
  public init(_ problem: RoutingProblem) {
    order = SpatialOrder(problem)
    facts = EngineFacts(order.apply(to: problem))
  }

  /// Searches from a plan or from nothing; a plan with faults counts as nothing.
  public func run(
    from start: RoutingSolution? = nil, budget: Budget, threads: Int = 1, seed: UInt64,
    onBetter: @escaping @Sendable (Answer) -> Void = { _ in }
  ) -> Answer {
    var search = AnnealingRun(facts, seed: seed, budget: budget)
    search.begin(start.map(order.apply(to:)))
    let tell: (Answer) -> Void = { onBetter(restored($0)) }
    search.tell(tell)
    search.anneal(tell)
    return restored(search.answer())
  }

  private func restored(_ answer: Answer) -> Answer {
    var answer = answer
    answer.solution = order.restore(answer.solution)
    return answer
  }
}
