import Routing
import Units

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Ruin and recreate under simulated annealing: strings of neighbouring clients are torn out of routes and put back one
/// by one where it is cheapest, mostly.
///
/// The threshold is drawn before the rebuild, which stops as soon as it is passed. A plan never breaks a rule;
/// requests without a place are absent.
///
/// Source: Christiaens and Vanden Berghe, "Slack induction by string removals for vehicle routing problems" (2020).
struct Annealer: ~Copyable {
  let facts: EngineFacts
  var store: RouteStore
  var random: SeededRandom
  var settings: Settings

  /// Routes, waiting at depots, and prizes of what is left out.
  var cost = 0
  /// What routes cost more because vehicles share depots; part of `cost`.
  var waiting = 0
  var day: DepotDay
  /// By kind: vehicles that may be used at present; and no more routes than these.
  var fleet: Buffer<Int>
  var mostRoutes = Int.max
  /// Required requests left out, and the sum of their weights.
  var absentRequired = 0
  var absentWeight = 0
  /// Requests left out, and where in the list each stands (−1: served).
  var absent: Buffer<Int32>
  var absentIndex: Buffer<Int32>
  var absentCount = 0
  /// How often a required request was left out: what is hard to place counts for more (ibid., section 5.3).
  var absences: Buffer<Int>

  private(set) var bestCost = EngineFacts.never
  private(set) var bestWeight = EngineFacts.never
  private(set) var best = Snapshot()

  var pending: Buffer<Int32>
  var pendingKey: Buffer<Double>
  var pendingCount = 0
  var seen: Buffer<Int>
  var roomy: Buffer<Int32>
  var roomyCount = 0
  var stamp = 0
  var undo: UndoLog
  var blinker: Blinker
  /// What the ruin has left of a route cannot be driven.
  var isStuck = false
  /// In this step the routes torn get vehicles of kinds drawn at random, and new routes one of the kind drawn here.
  var redrawsKinds = false
  var kindDrawn = 0
  /// Tails under way between routes.
  var tail: [Int32] = []

  struct Settings: Sendable {
    /// Clients removed on average, and at most from one route.
    var removals = Tuning.removals
    var longestString = Tuning.longest
    var blinkRate = 0.01
    /// Neighbours whose routes are looked at for a place.
    var reach = Tuning.reach
    /// Stops on routes with room up to which those are looked at whole instead.
    var stopsLookedAt = Tuning.stopsLookedAt
  }

  init(_ facts: EngineFacts, seed: UInt64, settings: Settings = Settings()) {
    self.facts = facts
    self.settings = settings
    store = RouteStore(facts)
    random = SeededRandom(seed: seed)
    let requests = facts.requests.count
    absent = Buffer(repeating: 0, count: requests)
    absentIndex = Buffer(repeating: -1, count: requests)
    absences = Buffer(repeating: 1, count: requests)
    pending = Buffer(repeating: 0, count: requests)
    pendingKey = Buffer(repeating: 0, count: requests)
    seen = Buffer(repeating: 0, count: store.slots)
    roomy = Buffer(repeating: 0, count: store.slots)
    undo = UndoLog(slots: store.slots)
    day = DepotDay(facts)
    fleet = Buffer(repeating: 0, count: facts.kinds.count)
    for kind in facts.kinds.indices { fleet[kind] = facts.kinds[kind].count }
    blinker = Blinker(rate: settings.blinkRate, &random)
    for request in 0..<requests { leaveOut(request) }
  }

  // MARK: What is left out

  mutating func leaveOut(_ request: Int) {
    absentIndex[request] = Int32(truncatingIfNeeded: absentCount)
    absent[absentCount] = Int32(truncatingIfNeeded: request)
    absentCount &+= 1
    let prize = facts.requests.prize[request]
    if prize < EngineFacts.never {
      cost &+= prize
    } else {
      absentRequired &+= 1
      absentWeight &+= facts.requests.weight[request]
    }
  }

  mutating func takeIn(_ request: Int) {
    absentCount &-= 1
    let last = absent[absentCount]
    let index = absentIndex[request]
    absent[Int(index)] = last
    absentIndex[Int(last)] = index
    absentIndex[request] = -1
    let prize = facts.requests.prize[request]
    if prize < EngineFacts.never {
      cost &-= prize
    } else {
      absentRequired &-= 1
      absentWeight &-= facts.requests.weight[request]
    }
  }

  private func absenceScore() -> Int {
    guard absentRequired > 0 else { return 0 }
    var score = 0
    for index in 0..<absentCount {
      let request = Int(absent[index])
      if facts.requests.prize[request] >= EngineFacts.never {
        score &+= absences[request] &* facts.requests.weight[request]
      }
    }
    return score
  }

  // MARK: One step

  /// One ruin and rebuild at a temperature; whether the new plan is kept. O(strings × route + removals × routes near).
  @discardableResult mutating func step(temperature: Double) -> Bool {
    let isStrict = absentRequired == 0
    let before = (cost: cost, score: isStrict ? 0 : absenceScore(), weight: absentWeight)
    let waited = waiting
    let luck = -temperature * log(max(random.unit(), 1e-300))
    let threshold = cost &+ Int(min(luck, 1e15))
    undo.clear()
    stamp &+= 2
    isStuck = false
    redrawsKinds = facts.kinds.count > 1 && !facts.hasStock && random.below(Tuning.redrawRarity) == 0
    if redrawsKinds { kindDrawn = random.below(facts.kinds.count) }
    if isStrict, facts.exchangesTails, random.below(Tuning.tailRarity) == 0 {
      guard exchangeTails(threshold) else { return false }
      if facts.sharesDepots, !shareDepots() || cost > threshold {
        rollBack()
        (cost, waiting) = (before.cost, waited)
        return false
      }
      record()
      return true
    }
    if isStrict, facts.opensRoutes, absentCount > 0, random.below(Tuning.openRarity) == 0 {
      if openRoute(threshold) {
        record()
        return true
      }
      rollBack()
      (cost, waiting) = (before.cost, waited)
      return false
    }
    let limit = isStrict ? threshold : EngineFacts.never
    if facts.takesBlocks, random.below(5) > 0 { ruinBlocks() } else { ruin() }
    sortPending()
    var kept = !isStuck && (facts.takesBlocks ? rebuildBlocks(limit) : rebuild(limit))
    if kept {
      if facts.kinds.count > 1 { retype() }
      if facts.sharesDepots, !shareDepots() {
        kept = false
      } else {
        kept = isStrict ? cost <= threshold && absentRequired == 0 : improves(before, threshold)
      }
    }
    if kept {
      record()
    } else {
      rollBack()
      (cost, waiting) = (before.cost, waited)
    }
    return kept
  }

  /// Whether fewer, or easier, requests are left out than before; with the same ones the threshold decides.
  private mutating func improves(_ before: (cost: Int, score: Int, weight: Int), _ threshold: Int) -> Bool {
    let score = absenceScore()
    for index in 0..<absentCount { absences[Int(absent[index])] &+= 1 }
    if score < before.score || absentWeight < before.weight { return true }
    return score == before.score && cost <= threshold
  }

  mutating func record() {
    guard absentWeight < bestWeight || absentWeight == bestWeight && cost < bestCost else { return }
    bestCost = cost
    bestWeight = absentWeight
    best.take(store)
  }

  // MARK: Back

  mutating func rollBack() {
    undo.restore(&store)
    for index in stride(from: undo.notedCount &- 1, through: 0, by: -1) {
      let request = undo.noted(index)
      if absentIndex[request] >= 0 { takeIn(request) } else { leaveOut(request) }
    }
  }
}
