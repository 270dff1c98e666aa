import Routing
import Units

/// Builds a plan by cheapest insertion, then ruins and rebuilds parts of it while the budget lasts.
///
/// A worse plan is accepted with a probability that falls with its extra cost and, in cycles of doubling length, with
/// time; nothing depends on how much budget there is, so a longer run begins like a shorter one. A plan that leaves
/// more undelivered is hardly ever accepted. An iteration is one ruin and rebuild.
///
/// Source: Christiaens and Vanden Berghe, "Slack induction by string removals for vehicle routing problems" (2020), for
/// ruins of neighbouring stops and insertion that skips at random.
public struct SupplySearch: Sendable {
  static let stepLimit = SupplyProblem.stepLimit / 2
  let facts: SupplyFacts

  /// The problem is one that `validate()` accepts.
  public init(_ problem: SupplyProblem) { facts = SupplyFacts(problem) }

  public struct Result: Sendable {
    public var solution: SupplySolution
    public var judgement: SupplyJudgement
    public var iterations: Int
    public var stop: Stop
    /// Every better plan, in the order in which they were found.
    public var trace: [Improvement]
  }
  public enum Stop: Sendable { case goalReached, deadline, iterationLimit }
  public struct Improvement: Sendable, Hashable {
    public var iteration: Int
    public var objective: SupplyObjective
  }

  /// Improves `start`, or a plan of its own making, until the budget is spent or the objective is at most `goal`.
  ///
  /// The result is valid whenever the run ends; `start` is returned where nothing better was found.
  public func run(
    from start: SupplySolution?, budget: Budget, seed: UInt64, goal: SupplyObjective? = nil
  ) -> Result {
    let problem = facts.problem
    var random = SeededRandom(seed: seed)
    var builder = Builder(facts)
    var draft = Draft(facts)
    if let start { draft.adopt(start, facts) }
    builder.repair(&draft)
    Rebuild(facts: facts).fill(&draft, &builder, &random, construction: true, budget: budget, banned: nil)
    draft.retag(.late, facts)
    builder.repair(&draft)
    var best = builder.solution(draft)
    var verdict = problem.judge(best)
    if let start {
      let before = problem.judge(start)
      if before.faults.isEmpty, before.objective <= verdict.objective { (best, verdict) = (start, before) }
    }
    var trace = [Improvement(iteration: 0, objective: verdict.objective)]
    let nothingToDo = problem.demands.isEmpty || problem.vehicles.isEmpty || problem.depots.isEmpty
    var iteration = 0
    var stop = Stop.iterationLimit
    var walk = Walk(draft: draft, objective: builder.objective(draft))
    var bestDraft = walk
    while true {
      if let goal, verdict.objective <= goal {
        stop = .goalReached
        break
      }
      if let limit = budget.iterations, iteration >= limit { break }
      if budget.deadline.isOver {
        stop = .deadline
        break
      }
      if nothingToDo {
        stop = .goalReached
        break
      }
      iteration += 1
      if walk.cools(iteration) { walk.restart(at: bestDraft) }
      var next = walk.draft
      let ruin = Ruin(facts: facts).apply(&next, &random)
      builder.repair(&next)
      next.retag(.early, facts)
      builder.settle(&next)
      let freed = next.placed.indices.filter { next.placed[$0] < walk.draft.placed[$0] }
      Rebuild(facts: facts).fill(
        &next, &builder, &random, construction: false, budget: budget, banned: ruin.banned, pinned: ruin.pins,
        freed: freed)
      next.retag(.late, facts)
      builder.repair(&next)
      let objective = builder.objective(next)
      if objective < bestDraft.objective {
        bestDraft.draft = next
        bestDraft.objective = objective
        if objective < verdict.objective {
          best = builder.solution(next)
          verdict = problem.judge(best)
          trace.append(Improvement(iteration: iteration, objective: verdict.objective))
        }
      }
      walk.consider(next, objective, &random)
    }
    return Result(solution: best, judgement: verdict, iterations: iteration, stop: stop, trace: trace)
  }
}

/// The plan that the search stands on, and how freely it walks.
struct Walk {
  var draft: Draft
  var objective: SupplyObjective
  private var cycleStart = 0
  private var cycleLength = 2000
  private var temperature = 0.0

  init(draft: Draft, objective: SupplyObjective) {
    self.draft = draft
    self.objective = objective
  }

  /// Sets the temperature of an iteration; true where a new cycle begins.
  mutating func cools(_ iteration: Int) -> Bool {
    let restarts = iteration - cycleStart > cycleLength
    if restarts {
      cycleStart = iteration
      cycleLength *= 2
    }
    let share = Double(iteration - cycleStart) / Double(cycleLength)
    // From 1.5 % of the cost down to 0.01 %, falling steeply at first.
    let cool = (1 - share) * (1 - share)
    temperature = Double(objective.cost) * (0.0001 + 0.015 * cool * cool)
    return restarts
  }

  mutating func restart(at other: Walk) {
    draft = other.draft
    objective = other.objective
  }

  mutating func consider(_ next: Draft, _ value: SupplyObjective, _ random: inout SeededRandom) {
    let luck = random.unit()
    let accepted: Bool
    if value.brokenPins != objective.brokenPins {
      accepted = value.brokenPins < objective.brokenPins
    } else if value.undelivered != objective.undelivered {
      accepted =
        value.undelivered < objective.undelivered
        || objective.undelivered > 0
          && Double(value.undelivered - objective.undelivered)
            < 0.02 * luck * Double(objective.undelivered)
    } else {
      // u uniform in 0 ..< 1 stands for the exponential's shape: no logarithm, so the same on every machine.
      accepted =
        Double(value.cost) + 0.5 * Double(value.preference) < Double(objective.cost) + 0.5
        * Double(objective.preference)
        + temperature * luck * luck * 2 || value <= objective
    }
    if accepted {
      draft = next
      objective = value
    }
  }
}
