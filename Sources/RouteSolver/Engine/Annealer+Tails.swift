import Routing
import Units

/// Two routes exchange their tails, or a route is cut in two: what strings of a few clients hardly ever do to long
/// routes.
///
/// Source: Potvin and Rousseau, "An exchange heuristic for routing problems with time windows" (1995): 2-opt*.
extension Annealer {
  /// One step by tails: draws places until one costs no more than the threshold. Whether the plan has changed; where
  /// vehicles share depots, their moments are not settled yet.
  /// O(tries + stops of two routes for each that is near enough).
  mutating func exchangeTails(_ threshold: Int) -> Bool {
    if facts.hasStock || facts.sharesDepots { return exchangeTrips(threshold) }
    for _ in 0..<Tuning.tailTries {
      let client = random.below(facts.clientCount)
      let slot = Int(store.slotOf[client])
      guard slot >= 0, store.index(of: client, in: slot) >= store.locked[slot] else { continue }
      let position = store.positionOf[client]
      if random.below(Tuning.cutRarity) == 0 {
        if cut(slot, position, threshold) { return true }
        continue
      }
      let next = facts.neighbours[client, random.below(min(Tuning.tailReach, facts.neighbours.width))]
      let other = Int(store.slotOf[next])
      guard other >= 0, other != slot else { continue }
      let before = store.positionOf[next] &- 1
      guard before &- store.begin[other] >= store.locked[other] else { continue }
      if cross(slot, position, other, before, threshold) { return true }
    }
    return false
  }

  /// The same with whole trips: what each depot gives stays as it is.
  private mutating func exchangeTrips(_ threshold: Int) -> Bool {
    guard store.activeCount > 0 else { return false }
    for _ in 0..<Tuning.tailTries {
      let slot = Int(store.active[random.below(store.activeCount)])
      guard let end = tripEnd(slot) else { continue }
      let other = Int(store.active[random.below(store.activeCount)])
      if other == slot {
        if cut(slot, end, threshold) { return true }
      } else if let otherEnd = tripEnd(other), cross(slot, end, other, otherEnd, threshold) {
        return true
      }
    }
    return false
  }

  /// A position drawn behind which a trip begins, or the way home; nil where something else follows.
  private mutating func tripEnd(_ slot: Int) -> Int? {
    let first = store.begin[slot]
    var index = random.below(store.size[slot] &+ 1)
    while index < store.size[slot], Int(store.site[first &+ index &+ 1]) < facts.clientCount { index &+= 1 }
    return index >= store.locked[slot] ? first &+ index : nil
  }

  /// Joins the head of one route, up to a position, to the tail of the other, behind a position, and the other way
  /// round.
  private mutating func cross(_ a: Int, _ endA: Int, _ b: Int, _ endB: Int, _ threshold: Int) -> Bool {
    let (lastA, firstA) = (Int(store.site[endA]), Int(store.site[endA &+ 1]))
    let (lastB, firstB) = (Int(store.site[endB]), Int(store.site[endB &+ 1]))
    let change =
      facts.ways.distance(lastA, firstB) &+ facts.ways.distance(lastB, firstA) &- Int(store.leg[endA])
      &- Int(store.leg[endB])
    let price = min(facts.kinds[store.kind[a]].distanceCost, facts.kinds[store.kind[b]].distanceCost)
    guard cost &+ change &* price <= threshold else { return false }
    if facts.isTimed,
      store.ready[endA] &+ facts.ways.duration(lastA, firstB) > store.latest[endB &+ 1]
        || store.ready[endB] &+ facts.ways.duration(lastB, firstA) > store.latest[endA &+ 1]
    {
      return false
    }
    let limit = threshold &- cost &+ store.cost[a] &+ store.cost[b]
    let costA = joined(a, endA, b, endB)
    guard costA <= limit else { return false }
    let costB = joined(b, endB, a, endA)
    guard costB < EngineFacts.never, costA &+ costB <= limit else { return false }
    undo.save(a, store)
    undo.save(b, store)
    let (keptA, keptB) = (endA &- store.begin[a], endB &- store.begin[b])
    tail.removeAll(keepingCapacity: true)
    takeTail(a, keptA)
    let middle = tail.count
    takeTail(b, keptB)
    giveTail(a, middle..<tail.count)
    giveTail(b, 0..<middle)
    return true
  }

  /// The tail behind a position gets a vehicle of its own.
  private mutating func cut(_ slot: Int, _ end: Int, _ threshold: Int) -> Bool {
    guard store.activeCount < mostRoutes, end < store.begin[slot] &+ store.size[slot] else { return false }
    var kind = store.kind[slot]
    if store.usedOfKind[kind] == facts.kindCount(kind) { kind = random.below(facts.kinds.count) }
    guard store.usedOfKind[kind] < facts.kindCount(kind) else { return false }
    let n = facts.clientCount
    let (last, first) = (Int(store.site[end]), Int(store.site[end &+ 1]))
    let change =
      facts.ways.distance(last, n &+ facts.kinds[store.kind[slot]].end)
      &+ facts.ways.distance(n &+ facts.kinds[kind].start, first) &- Int(store.leg[end])
    let price = min(facts.kinds[store.kind[slot]].distanceCost, facts.kinds[kind].distanceCost)
    guard cost &+ change &* price &+ facts.kinds[kind].fixedCost <= threshold else { return false }
    let limit = threshold &- cost &+ store.cost[slot]
    layHead(slot, end)
    store.walk.append(Int32(truncatingIfNeeded: n &+ facts.kinds[store.kind[slot]].end))
    let head = store.walk.cost(store.kind[slot], facts)
    guard head <= limit else { return false }
    store.walk.reset(Int32(truncatingIfNeeded: n &+ facts.kinds[kind].start))
    layTail(slot, end)
    store.walk.append(Int32(truncatingIfNeeded: n &+ facts.kinds[kind].end))
    let own = store.walk.cost(kind, facts)
    guard own < EngineFacts.never, head &+ own <= limit else { return false }
    undo.save(slot, store)
    let kept = end &- store.begin[slot]
    tail.removeAll(keepingCapacity: true)
    takeTail(slot, kept)
    giveTail(slot, 0..<0)
    let opened = store.open(kind: kind)
    undo.noteOpened(opened)
    giveTail(opened, 0..<tail.count)
    return true
  }

  // MARK: Parts of routes

  /// What the head of one route with the tail of another would cost, driven by the first one's vehicle.
  private mutating func joined(_ a: Int, _ endA: Int, _ b: Int, _ endB: Int) -> Int {
    if endA == store.begin[a], endB == store.begin[b] &+ store.size[b] { return 0 }
    layHead(a, endA)
    layTail(b, endB)
    store.walk.append(store.site[store.begin[a] &+ store.size[a] &+ 1])
    return store.walk.cost(store.kind[a], facts)
  }

  private mutating func layHead(_ slot: Int, _ end: Int) {
    let first = store.begin[slot]
    store.walk.reset(store.site[first])
    var position = first &+ 1
    while position <= end {
      store.walk.append(store.site[position])
      position &+= 1
    }
  }

  private mutating func layTail(_ slot: Int, _ end: Int) {
    let last = store.begin[slot] &+ store.size[slot]
    var position = end &+ 1
    while position <= last {
      store.walk.append(store.site[position])
      position &+= 1
    }
  }

  /// Moves the stops behind the first `kept` from the route to `tail`.
  private mutating func takeTail(_ slot: Int, _ kept: Int) {
    let first = store.begin[slot]
    let count = store.size[slot] &- kept
    for position in (first &+ kept &+ 1)..<(first &+ kept &+ 1 &+ count) { tail.append(store.site[position]) }
    if count > 0 { store.remove(at: kept &+ 1, count: count, from: slot) }
  }

  /// Puts a part of `tail` at the route's end, and counts what has changed.
  private mutating func giveTail(_ slot: Int, _ part: Range<Int>) {
    for index in part { store.insert(Int(tail[index]), behind: store.size[slot], in: slot) }
    if facts.tracksLoads { store.dropIdleReloads(slot) }
    cost &+= store.refresh(slot)
  }
}
