import Routing
import Units

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One thread's annealing: how the temperature falls over the budget.
///
/// A first, quick cooling gives a good plan early; a second, slow one starts again from it.
struct AnnealingRun: ~Copyable {
  let facts: EngineFacts
  let budget: Budget
  var annealer: Annealer
  private(set) var iterations = 0
  private let startedAt: UInt64
  private var hot = 1.0
  private var cold = 1.0
  private var isSlow = false
  /// Shares of the budget up to which other fleets, and fewer vehicles, are tried, and the present try lasts.
  var fleetsUntil = 0.0
  var squeezesUntil = 0.0
  var tryUntil = 0.0
  /// Share of the budget from which it cools slowly, and share of `hot` at which that begins.
  private var slowFrom = Tuning.quickShare
  private var warmth = 1.0
  /// Routes of the plans it has come by; kept where they are to be chosen among anew.
  private(set) var pool = RoutePool()
  var keepsPool = false
  private var sampledAt = Tuning.poolFrom
  /// Iterations between two looks at the clock, and when the last was.
  private var looks = 1
  private var lookedAt: UInt64 = 0
  private var told = (weight: EngineFacts.never, cost: EngineFacts.never)

  init(_ facts: EngineFacts, seed: UInt64, budget: Budget) {
    self.facts = facts
    self.budget = budget
    startedAt = budget.deadline.clock.nanoseconds()
    annealer = Annealer(facts, seed: seed)
  }

  /// A first plan: what is given, with all that it leaves out put in where there is a place.
  mutating func begin(_ start: Snapshot) {
    annealer.load(start.routeCount == 0 ? Savings(facts)?.plan() ?? start : start)
    annealer.fill(until: budget.deadline)
    let legs = Double(max(1, facts.clientCount + annealer.store.activeCount))
    let leg = max(1, legPrices().all / legs)
    cold = Tuning.cold * leg
    var heat = min(Tuning.hottest, Tuning.hot * spread() / max(1, legPrices().ways / legs))
    // Many clients get few iterations each: these improve a first plan, and cannot make it anew.
    if facts.clientCount > EngineFacts.matrixLimit { heat = min(heat, Tuning.hotForMany) }
    hot = max(cold, heat * leg)
    if facts.takesBlocks { fleetsUntil = Tuning.fleetShare }
  }

  /// How much of the budget is spent, 0 … 1.
  var progress: Double {
    if let limit = budget.iterations { return limit == 0 ? 1 : min(1, Double(iterations) / Double(limit)) }
    guard let end = budget.deadline.end, end > startedAt else { return budget.deadline.isOver ? 1 : 0 }
    return min(1, Double(budget.deadline.clock.nanoseconds() - startedAt) / Double(end - startedAt))
  }

  var isOver: Bool {
    if let limit = budget.iterations, iterations >= limit { return true }
    return budget.deadline.isOver
  }

  /// Prices of the plan's ways, and of all that its routes cost, where vehicles count at most as much as the rest:
  /// their price often stands for an order of goals.
  private func legPrices() -> (ways: Double, all: Double) {
    var (ways, other, vehicles) = (0.0, 0.0, 0.0)
    for index in 0..<annealer.store.activeCount {
      let slot = Int(annealer.store.active[index])
      let kind = facts.kinds[annealer.store.kind[slot]]
      let way = annealer.store.distance[slot] * max(1, kind.distanceCost)
      ways += Double(way)
      vehicles += Double(kind.fixedCost)
      other += Double(
        max(0, annealer.store.cost[slot] - kind.fixedCost - annealer.store.distance[slot] * kind.distanceCost))
    }
    return (ways, ways + other + min(vehicles, ways + other))
  }

  /// The price of the way between two clients, on average over a fixed draw of pairs.
  private func spread() -> Double {
    guard facts.clientCount > 0 else { return 1 }
    var draw = SeededRandom(seed: 1)
    var sum = 0.0
    for _ in 0..<Self.pairsDrawn {
      let way = facts.ways.distance(draw.below(facts.clientCount), draw.below(facts.clientCount))
      if way < Int(Travel.unreachable) { sum += Double(way) }
    }
    let price = facts.kinds.map(\.distanceCost).max() ?? 1
    return sum / Double(Self.pairsDrawn) * Double(max(1, price))
  }

  private static let pairsDrawn = 1000
  private static let iterationsBetweenLooks = 64

  /// Anneals until so much of the budget is spent.
  mutating func anneal(until goal: Double, _ onBetter: (Snapshot, RoutingObjective, Int) -> Void) {
    guard facts.requests.count > 0, hot > 0 else { return }
    var temperature = cold
    var left = 0
    while true {
      if left == 0 {
        let progress = progress
        if isOver || progress >= goal { break }
        tryFleets(progress)
        squeeze(progress)
        if !isSlow, progress >= Tuning.quickShare {
          isSlow = true
          warmth = warmth(progress)
          if countsVehicles { (squeezesUntil, slowFrom) = (Tuning.squeezeShare, Tuning.squeezeShare) }
          annealer.returnToBest()
        }
        temperature = temperatureAt(progress)
        tell(onBetter)
        sample(progress)
        left = iterationsUntilLook()
        if let limit = budget.iterations { left = max(1, min(left, limit - iterations)) }
      }
      annealer.step(temperature: temperature)
      iterations &+= 1
      left &-= 1
    }
    tell(onBetter)
  }

  /// With a time limit there are no more iterations between two looks at the clock than take about 20 ms: on a district's
  /// largest problems one takes as long.
  private mutating func iterationsUntilLook() -> Int {
    guard budget.iterations == nil else { return Self.iterationsBetweenLooks }
    let now = budget.deadline.clock.nanoseconds()
    if now &- lookedAt > 40_000_000 {
      looks = max(1, looks / 2)
    } else if now &- lookedAt < 10_000_000 {
      looks = min(Self.iterationsBetweenLooks, looks * 2)
    }
    lookedAt = now
    return looks
  }

  private mutating func sample(_ progress: Double) {
    guard keepsPool, progress >= sampledAt, annealer.absentRequired == 0 else { return }
    sampledAt = progress + 1 / Tuning.poolSamples
    pool.take(annealer.store, facts)
  }

  /// How warm the best plan gets again: few iterations a client do not make good what much heat destroys. Where moments
  /// matter long routes need the heat.
  private func warmth(_ progress: Double) -> Double {
    guard !facts.isTimed, facts.clientCount <= EngineFacts.matrixLimit else { return 1 }
    let each = Double(iterations) / max(progress, 1e-9) / Double(max(1, facts.clientCount))
    return max(Tuning.leastWarmth, min(1, (each / Tuning.iterationsForHeat).squareRoot()))
  }

  private func temperatureAt(_ progress: Double) -> Double {
    if fleetsUntil > 0, progress >= Tuning.quickShare, progress < tryUntil {
      return hot * pow(cold / hot, 1 - (tryUntil - progress) / Tuning.fleetTry)
    }
    if squeezesUntil > 0 { return (hot * cold).squareRoot() }
    guard isSlow else { return hot * pow(cold / hot, progress / Tuning.quickShare) }
    let top = max(cold, warmth * hot)
    return top * pow(cold / top, max(0, progress - slowFrom) / (1 - slowFrom))
  }

  /// Takes over a better plan that another thread has found.
  mutating func adopt(_ plan: Snapshot) { annealer.load(plan) }

  var objective: RoutingObjective { RoutingObjective(unserved: annealer.bestWeight, cost: annealer.bestCost) }

  mutating func tell(_ onBetter: (Snapshot, RoutingObjective, Int) -> Void) {
    guard (annealer.bestWeight, annealer.bestCost) < told else { return }
    told = (annealer.bestWeight, annealer.bestCost)
    onBetter(annealer.best, objective, iterations)
  }
}
