import Routing
import Units

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One thread's annealing: how the temperature falls over the budget, and when to start again from the best.
struct AnnealingRun: ~Copyable {
  let facts: EngineFacts
  let budget: Budget
  private var annealer: Annealer
  private var iterations = 0
  private let startedAt: UInt64
  private var told = (weight: EngineFacts.never, cost: EngineFacts.never)

  init(_ facts: EngineFacts, seed: UInt64, budget: Budget) {
    self.facts = facts
    self.budget = budget
    startedAt = budget.deadline.clock.nanoseconds()
    annealer = Annealer(facts, seed: seed)
  }

  mutating func begin(_ start: RoutingSolution?) { annealer.fill(until: budget.deadline) }

  /// How much of the budget is spent, 0 … 1.
  private var progress: Double {
    if let limit = budget.iterations { return limit == 0 ? 1 : Double(iterations) / Double(limit) }
    guard let end = budget.deadline.end, end > startedAt else { return budget.deadline.isOver ? 1 : 0 }
    return Double(budget.deadline.clock.nanoseconds() - startedAt) / Double(end - startedAt)
  }

  private var isOver: Bool {
    if let limit = budget.iterations, iterations >= limit { return true }
    return budget.deadline.isOver
  }

  /// The price of an average leg: the scale of temperatures.
  private func scale() -> Double {
    let legs = Double(max(1, facts.clientCount + annealer.store.activeCount))
    var price = 0.0
    for index in 0..<annealer.store.activeCount {
      let slot = Int(annealer.store.active[index])
      price += Double(annealer.store.distance[slot] * max(1, facts.kinds[annealer.store.kind[slot]].distanceCost))
    }
    return max(1, price / legs)
  }

  mutating func anneal(_ onBetter: (RouteEngine.Answer) -> Void) {
    guard facts.requests.count > 0 else { return }
    let scale = scale()
    let hot = Tuning.hot * scale
    let cold = Tuning.cold * scale
    let first = Tuning.quickShare
    let again = Tuning.warm * scale
    var temperature = hot
    var isSecond = first <= 0
    while true {
      if iterations % 64 == 0 {
        if isOver { break }
        let progress = min(1, progress)
        if !isSecond, progress >= first {
          isSecond = true
          annealer.returnToBest()
        }
        if isSecond {
          let top = first > 0 ? again : hot
          temperature = top * pow(cold / top, (progress - first) / (1 - first))
        } else {
          temperature = hot * pow(cold / hot, progress / first)
        }
        tell(onBetter)
      }
      annealer.step(temperature: temperature)
      iterations &+= 1
    }
    tell(onBetter)
  }

  mutating func tell(_ onBetter: (RouteEngine.Answer) -> Void) {
    guard (annealer.bestWeight, annealer.bestCost) < told else { return }
    told = (annealer.bestWeight, annealer.bestCost)
    onBetter(answer())
  }

  func answer() -> RouteEngine.Answer {
    let solution = annealer.best.solution(facts)
    return RouteEngine.Answer(
      solution: solution, objective: RoutingObjective(unserved: annealer.bestWeight, cost: annealer.bestCost),
      stop: budget.iterations.map { iterations >= $0 } ?? false ? .iterationLimit : .timeLimit, iterations: iterations)
  }
}

extension Snapshot {
  /// The plan with its moments. O(stops).
  func solution(_ facts: EngineFacts) -> RoutingSolution {
    var walk = RouteWalk(capacity: 64, loads: facts.loadCount)
    var routes: [RoutingSolution.Route] = []
    for route in 0..<routeCount {
      let kind = Int(kinds[route])
      walk.reset(Int32(facts.clientCount + facts.kinds[kind].start))
      for stop in stops(route) { walk.append(stop) }
      walk.append(Int32(facts.clientCount + facts.kinds[kind].end))
      if walk.cost(kind, facts) < EngineFacts.never { routes.append(walk.route(kind, facts)) }
    }
    routes.sort { $0.vehicle < $1.vehicle }
    return RoutingSolution(routes: routes)
  }
}
