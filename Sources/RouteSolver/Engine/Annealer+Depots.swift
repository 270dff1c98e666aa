import Routing
import Units

extension Annealer {
  /// Finds when vehicles load, all together, and counts what waiting costs; false where something comes too late.
  mutating func shareDepots() -> Bool {
    var alone = 0
    day.clear()
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      alone &+= store.cost[slot]
      guard day.add(store.kind[slot], slot, store) else { return false }
    }
    guard let together = day.settle() else { return false }
    cost &+= together &- alone &- waiting
    waiting = together &- alone
    return true
  }

  /// Leaves clients out, from what comes too late backwards, until all vehicles can load in time. O(stops) settlements.
  mutating func trim() {
    while !shareDepots() {
      guard store.activeCount > 0 else { return }
      let isWhole = day.isComplete(store.activeCount)
      let slot = Int(store.active[isWhole ? day.failure.route : day.routes.count])
      guard isWhole, let index = lastClient(slot, upTo: day.failure.position) else {
        // A route that breaks a rule on its own, or cannot be mended: it goes as a whole.
        drop(slot)
        continue
      }
      let request = Int(facts.requests.ofClient[Int(store.site[store.begin[slot] &+ index])])
      let old = store.cost[slot]
      store.remove(at: index, count: 1, from: slot)
      leaveOut(request)
      settle(slot, old)
    }
  }

  /// The last client up to a position; the first behind it where there is none.
  private func lastClient(_ slot: Int, upTo position: Int) -> Int? {
    guard store.locked[slot] == 0, !facts.requests.hasShipments else { return nil }
    let first = store.begin[slot]
    var index = min(position, store.size[slot])
    while index > 0, Int(store.site[first &+ index]) >= facts.clientCount { index &-= 1 }
    if index > 0 { return index }
    index = min(position, store.size[slot]) &+ 1
    while index <= store.size[slot], Int(store.site[first &+ index]) >= facts.clientCount { index &+= 1 }
    return index <= store.size[slot] ? index : nil
  }

  /// Leaves a whole route out.
  mutating func drop(_ slot: Int) {
    let old = store.cost[slot]
    for index in 1...max(1, store.size[slot]) where index <= store.size[slot] {
      let stop = Int(store.site[store.begin[slot] &+ index])
      guard stop < facts.clientCount else { continue }
      let request = Int(facts.requests.ofClient[stop])
      if absentIndex[request] < 0 { leaveOut(request) }
    }
    store.remove(at: 1, count: store.size[slot], from: slot)
    store.locked[slot] = 0
    store.close(slot)
    cost &-= old
  }
}
