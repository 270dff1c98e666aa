import RouteSolver
import Routing
import Units

/// The engine at work on a fleet's problem: its plans with vehicles named, to the pack, and never worse than the start.
struct RouteSearch: Sendable {
  private let task: RouteTask
  init(_ task: RouteTask) { self.task = task }

  struct Result: Sendable {
    var verdict: RouteTask.Verdict
    var stop: RouteEngine.Stop
  }

  /// Of the time for a search, for the engine; the rest is for what it leaves open.
  private static let shareOfEngine = 0.98
  /// Of the budget, where there are wishes.
  private static let shareForWishes = 0.15

  /// Searches until the budget is spent or a plan is good enough.
  func run(
    from start: RoutingSolution? = nil, budget: Budget, threads: Int = 1, seed: UInt64,
    isEnough: @escaping @Sendable (RouteObjective) -> Bool = { _ in false }
  ) -> Result {
    let begun = start.map(task.verdict).flatMap { $0.isValid ? $0 : nil } ?? task.verdict(RoutingSolution())
    let isIdle = task.problem.clients.isEmpty || task.problem.vehicles.allSatisfy { $0.count == 0 }
    guard !isIdle, !isEnough(begun.objective) else { return Result(verdict: begun, stop: .iterationLimit) }
    let share = task.wishes.isEmpty ? 1 : 1 - Self.shareForWishes
    let kinds = RouteKinds(task.problem)
    let first = engine(kinds, begun, budget.portion(share), threads, seed, isEnough)
    var best = wished(min(begun, read(first.solution, kinds, until: budget.deadline)), kinds)
    guard best.objective.preference > 0, !budget.deadline.isOver else { return Result(verdict: best, stop: first.stop) }
    let bound = bindingWishes(best)
    let boundKinds = RouteKinds(bound.problem)
    let kept = without(best, where: { isUnwished($0, $1) })
    let second = engine(
      boundKinds, kept, budget.rest(after: share), threads, seed &+ 1, { _ in false })
    best = min(best, read(second.solution, boundKinds, until: budget.deadline))
    return Result(verdict: best, stop: second.stop)
  }

  private func engine(
    _ kinds: RouteKinds, _ start: RouteTask.Verdict, _ budget: Budget, _ threads: Int, _ seed: UInt64,
    _ isEnough: @escaping @Sendable (RouteObjective) -> Bool
  ) -> RouteEngine.Answer {
    let enough = Cancellation(parent: budget.deadline.cancellation)
    let deadline = Deadline(
      clock: budget.deadline.clock, end: budget.deadline.portion(Self.shareOfEngine).end, cancellation: enough)
    let known = start.solution.routes.isEmpty ? nil : kinds.unnamed(start.solution)
    return RouteEngine(kinds.problem).run(
      from: known, budget: Budget(deadline: deadline, iterations: budget.iterations), threads: threads, seed: seed
    ) { answer in
      if isEnough(task.verdict(kinds.named(answer.solution)).objective) { enough.cancel() }
    }
  }

  /// The better of two, the first where they are alike.
  private func min(_ a: RouteTask.Verdict, _ b: RouteTask.Verdict) -> RouteTask.Verdict {
    b.isValid && b.objective < a.objective ? b : a
  }

  /// The engine's plan as one of packs: nothing comes too late, nothing stays that fits. Deliveries to one client that
  /// follow each other are one step, or each pays for a stop where that is better: then the first is done sooner.
  private func read(_ solution: RoutingSolution, _ kinds: RouteKinds, until deadline: Deadline) -> RouteTask.Verdict {
    let named = kinds.named(solution)
    var apart: Set<Int> = []
    var (draft, verdict) = timely(named, apart)
    for route in RouteDraft.apart(named) {
      let (other, better) = timely(named, apart.union([route]))
      guard better.isValid, !verdict.isValid || better.objective < verdict.objective else { continue }
      apart.insert(route)
      (draft, verdict) = (other, better)
    }
    var topUp = RouteTopUp(task, draft, verdict, until: deadline)
    topUp.run()
    return topUp.verdict
  }

  private func timely(_ named: RoutingSolution, _ apart: Set<Int>) -> (RouteDraft, RouteTask.Verdict) {
    var draft = RouteDraft(named, task.problem, apart: apart)
    draft.dropLate(task.problem)
    return (draft, task.verdict(draft.solution(task.problem)))
  }
}

extension RouteSearch {
  /// Alike vehicles swap their routes where that fulfils more wishes. O(wishes × vehicles), as often as it helps.
  private func wished(_ verdict: RouteTask.Verdict, _ kinds: RouteKinds) -> RouteTask.Verdict {
    var best = verdict
    var isBetter = !task.wishes.isEmpty
    while isBetter {
      isBetter = false
      for wish in task.wishes {
        for other in task.problem.vehicles.indices where other != wish.vehicle && kinds.areAlike(other, wish.vehicle) {
          let next = task.verdict(best.solution.swapping(wish.vehicle, other))
          if next.isValid, next.objective < best.objective { (best, isBetter) = (next, true) }
        }
      }
    }
    return best
  }

  /// The problem with every wish that does not hold, and every one that does, as a bond.
  private func bindingWishes(_ verdict: RouteTask.Verdict) -> RouteTask {
    var bound = task
    for wish in task.wishes {
      bound.problem.bonds.append(.init(vehicle: wish.vehicle, client: wish.client, must: wish.must, weight: 1))
    }
    return bound
  }

  private func isUnwished(_ vehicle: Int, _ client: Int) -> Bool {
    task.wishes.contains { !$0.must && $0.vehicle == vehicle && $0.client == client }
  }

  /// The plan without certain deliveries.
  private func without(_ verdict: RouteTask.Verdict, where isOff: (Int, Int) -> Bool) -> RouteTask.Verdict {
    var draft = RouteDraft(verdict.solution, task.problem)
    for route in draft.routes.indices {
      let vehicle = draft.routes[route].vehicle
      for trip in draft.routes[route].trips.indices {
        draft.routes[route].trips[trip].stops.removeAll { isOff(vehicle, $0.client) }
      }
    }
    draft.dropLate(task.problem)
    return task.verdict(draft.solution(task.problem))
  }
}

extension RoutingSolution {
  /// Two vehicles drive each other's routes.
  fileprivate func swapping(_ a: Int, _ b: Int) -> RoutingSolution {
    var routes = routes
    for index in routes.indices {
      if routes[index].vehicle == a {
        routes[index].vehicle = b
      } else if routes[index].vehicle == b {
        routes[index].vehicle = a
      }
    }
    return RoutingSolution(routes: routes.sorted { $0.vehicle < $1.vehicle })
  }
}

extension Budget {
  /// A share of it, and what is left when that is spent.
  fileprivate func portion(_ share: Double) -> Budget {
    Budget(deadline: deadline.portion(share), iterations: iterations.map { Int(Double($0) * share) })
  }
  fileprivate func rest(after share: Double) -> Budget {
    Budget(deadline: deadline, iterations: iterations.map { $0 - Int(Double($0) * share) })
  }
}
