import Dispatch
import LinearModel
import Routing
import Synchronization
import Units

/// The search for routes: a first plan at once, then ruin and recreate until the budget is spent.
///
/// An iteration is one ruin and rebuild. With an iteration limit the same problem, seed and number of threads give the
/// same plan, whatever the machine: threads exchange plans at fixed iterations then.
public struct RouteEngine: Sendable {
  public struct Answer: Sendable {
    public var solution: RoutingSolution
    public var objective: RoutingObjective
    public var stop: Stop
    /// Of all threads.
    public var iterations = 0
  }

  public enum Stop: Sendable, Hashable { case timeLimit, iterationLimit, interrupted }

  private let facts: EngineFacts
  private let order: SpatialOrder
  private let parts: PartedProblem
  private let problem: RoutingProblem

  /// The problem must have been validated. O(clients × (neighbours + kinds)), and clients² where there are matrices.
  public init(_ problem: RoutingProblem) {
    self.problem = problem
    parts = PartedProblem(problem)
    order = SpatialOrder(parts.problem)
    let pieces = parts.pieceOf
    facts = EngineFacts(order.apply(to: parts.problem), pieceOf: pieces.isEmpty ? [] : order.old.map { pieces[$0] })
  }

  /// Searches from a plan or from nothing; a plan with faults counts as nothing. `onBetter` hears of each better plan,
  /// from one thread at a time. With a solver, routes found on the way are chosen among anew a few times.
  public func run(
    from start: RoutingSolution? = nil, budget: Budget, threads: Int = 1, seed: UInt64,
    solver: (any LinearSolver)? = nil, onBetter: @escaping @Sendable (Answer) -> Void = { _ in }
  ) -> Answer {
    let snapshot = Snapshot(start.map { order.apply(to: parts.apply(to: $0)) }, facts)
    let crew = SearchCrew(
      facts, threads: max(1, threads), budget: budget, seed: seed, Recombination(facts, solver: solver)
    ) { plan, objective, iterations in
      onBetter(answer(plan, objective, .timeLimit, iterations))
    }
    let result = crew.run(from: snapshot)
    let stop: Stop
    if budget.deadline.cancellation.isCancelled {
      stop = .interrupted
    } else if let limit = budget.iterations, result.iterations >= limit {
      stop = .iterationLimit
    } else {
      stop = .timeLimit
    }
    let found = answer(result.plan, result.objective, stop, result.iterations)
    guard let start, case let judged = problem.judge(start), judged.faults.isEmpty, judged.objective < found.objective
    else { return found }
    // The search could not take it over piece by piece.
    return Answer(solution: start, objective: judged.objective, stop: stop, iterations: result.iterations)
  }

  private func answer(_ plan: Snapshot, _ objective: RoutingObjective, _ stop: Stop, _ iterations: Int) -> Answer {
    Answer(
      solution: parts.restore(order.restore(plan.solution(facts))), objective: objective, stop: stop,
      iterations: iterations)
  }
}

/// Threads that anneal on their own, and from time to time all go on from the best plan.
private final class SearchCrew: Sendable {
  typealias Told = @Sendable (Snapshot, RoutingObjective, Int) -> Void
  struct Result: Sendable {
    var plan: Snapshot
    var objective: RoutingObjective
    var iterations: Int
  }

  private let facts: EngineFacts
  private let threads: Int
  private let budget: Budget
  private let seed: UInt64
  private let recombination: Recombination?
  private let tell: Told
  private let best = Mutex<RoutingObjective?>(nil)
  /// Shares of the budget after which threads exchange plans: rarely while it is hot, since they explore then.
  private static let meetings = [0.08, 0.5, 0.7, 0.8, 0.87, 0.93, 0.97, 1]

  init(
    _ facts: EngineFacts, threads: Int, budget: Budget, seed: UInt64, _ recombination: Recombination?,
    _ tell: @escaping Told
  ) {
    self.facts = facts
    self.threads = threads
    self.seed = seed
    self.recombination = recombination
    self.tell = tell
    self.budget =
      threads == 1
      ? budget : Budget(deadline: budget.deadline, iterations: budget.iterations.map { ($0 + threads - 1) / threads })
  }

  private func hear(_ plan: Snapshot, _ objective: RoutingObjective, _ iterations: Int) {
    best.withLock { best in
      if let known = best, known <= objective { return }
      best = objective
      tell(plan, objective, iterations)
    }
  }

  func run(from start: Snapshot) -> Result {
    let runs = (0..<threads).map { number in
      RunBox(AnnealingRun(facts, seed: seed &+ UInt64(number) &* 0x9E37_79B9, budget: budget))
    }
    for box in runs { box.run.keepsPool = recombination != nil }
    var plans = [Result](
      repeating: Result(plan: start, objective: .init(unserved: .max, cost: .max), iterations: 0), count: 1)
    each(runs) { run in
      run.begin(start)
      run.tell(self.hear)
    }
    for goal in goals {
      each(runs) { $0.anneal(until: goal, self.hear) }
      if Tuning.recombinations.contains(goal) { recombine(runs) }
      plans = runs.map { box in
        Result(plan: box.run.annealer.best, objective: box.run.objective, iterations: box.run.iterations)
      }
      guard goal < 1, let best = plans.min(by: { $0.objective < $1.objective }) else { break }
      for (number, plan) in plans.enumerated() where best.objective < plan.objective {
        runs[number].run.adopt(best.plan)
      }
    }
    var result = plans.min { $0.objective < $1.objective } ?? plans[0]
    result.iterations = plans.reduce(0) { $0 + $1.iterations }
    return result
  }

  /// When threads meet, or routes are chosen anew.
  private var goals: [Double] {
    let meetings = threads == 1 ? [1] : Self.meetings
    return recombination == nil ? meetings : Set(meetings + Tuning.recombinations).sorted()
  }

  /// The best thread goes on from the best choice among the routes of all threads.
  private func recombine(_ runs: [RunBox]) {
    guard let recombination, let best = runs.min(by: { $0.run.objective < $1.run.objective }),
      best.run.objective.unserved == 0, !budget.deadline.isOver
    else { return }
    var pool = best.run.pool
    for box in runs where box !== best { pool.merge(box.run.pool) }
    let deadline = budget.iterations == nil ? budget.deadline.portion(Tuning.recombinationShare) : budget.deadline
    let nodes = budget.iterations == nil ? nil : Tuning.recombinationNodes
    guard let plan = recombination.better(than: best.run.annealer.best, pool, deadline: deadline, nodes: nodes) else {
      return
    }
    best.run.adopt(plan)
    best.run.tell(hear)
  }

  private func each(_ runs: [RunBox], _ work: @Sendable (inout AnnealingRun) -> Void) {
    if runs.count == 1 { return work(&runs[0].run) }
    DispatchQueue.concurrentPerform(iterations: runs.count) { work(&runs[$0].run) }
  }
}

/// One thread's run; only one thread touches it at a time.
private final class RunBox: @unchecked Sendable {
  var run: AnnealingRun
  init(_ run: consuming AnnealingRun) { self.run = run }
}
