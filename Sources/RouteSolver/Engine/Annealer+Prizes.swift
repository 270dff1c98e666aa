import Routing
import Units

/// Whole routes of clients that were left out: none of them would pay for a vehicle, together they may.
extension Annealer {
  /// One step: a route begins at a client drawn among those left out, and takes the others, nearest first, that bring
  /// more than they cost; where no vehicle is left, and half of the time else, another route is given up for it. Whether
  /// the plan has changed, and costs no more than the threshold. O(left out × (log + stops of the route)).
  mutating func openRoute(_ threshold: Int) -> Bool {
    pendingCount = 0
    let request = Int(absent[random.below(absentCount)])
    let first = member(request, 0)
    if random.below(2) == 0 || !hasIdleVehicle { giveUpRoute(near: first) }
    var place = Place(below: EngineFacts.never)
    findAlone(first, &place)
    guard place.mode == .alone else { return false }
    put(request, place)
    let slot = Int(store.slotOf[first])
    queueAbsent(nearestTo: first)
    for index in 0..<pendingCount {
      let request = Int(pending[index])
      var place = Place(below: facts.requests.prize[request])
      scan(member(request, 0), slot, &place)
      if place.mode != .none { put(request, place) }
    }
    return cost <= threshold
  }

  private var hasIdleVehicle: Bool {
    store.activeCount < mostRoutes
      && facts.kinds.indices.contains { store.usedOfKind[$0] < facts.kindCount($0) }
  }

  /// All that is left out, by the way from a client, with some noise.
  private mutating func queueAbsent(nearestTo client: Int) {
    pendingCount = absentCount
    for index in 0..<absentCount {
      let request = Int(absent[index])
      pending[index] = absent[index]
      let way = Double(facts.ways.distance(client, member(request, 0)))
      pendingKey[index] = way * (0.5 + random.unit())
    }
    sortMany()
  }

  /// The route of a neighbour goes, if no rule fixes it.
  private mutating func giveUpRoute(near client: Int) {
    for _ in 0..<10 {
      let next = facts.neighbours[client, random.below(facts.neighbours.width)]
      let slot = Int(store.slotOf[next])
      guard slot >= 0, store.locked[slot] == 0 else { continue }
      undo.save(slot, store)
      let old = store.cost[slot]
      take(slot, 1, store.size[slot])
      return settle(slot, old)
    }
  }
}
