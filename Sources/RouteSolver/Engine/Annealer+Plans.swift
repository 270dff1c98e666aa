import Routing
import Units

extension Annealer {
  /// Takes a plan over; requests it does not serve are left out. Where vehicles share depots, what comes too late is
  /// left out too; without, the plan must keep the rules.
  mutating func load(_ snapshot: Snapshot) {
    clear()
    snapshot.lay(into: &store) { _ in }
    cost = 0
    waiting = 0
    // A route that comes too late counts `never`, and many of them are more than a whole number holds. The sum wraps;
    // what is trimmed is taken off again, and a plan that keeps the rules adds up to less than `never`.
    for index in 0..<store.activeCount { cost &+= store.cost[Int(store.active[index])] }
    absentCount = 0
    absentRequired = 0
    absentWeight = 0
    for request in 0..<facts.requests.count {
      absentIndex[request] = -1
      var isServed = false
      for number in 0..<facts.requests.size(request) where store.slotOf[member(request, number)] >= 0 {
        isServed = true
      }
      if !isServed { leaveOut(request) }
    }
    if facts.sharesDepots { trim() }
    record()
  }

  mutating func clear() {
    while store.activeCount > 0 {
      let slot = Int(store.active[store.activeCount - 1])
      store.remove(at: 1, count: store.size[slot], from: slot)
      store.close(slot)
    }
  }

  /// Goes back to the best plan so far.
  mutating func returnToBest() { load(best) }

  /// Places everything that is left out, one after another. O(requests × routes near).
  mutating func fill(until deadline: Deadline) {
    undo.clear()
    pendingCount = 0
    for index in 0..<absentCount { pending[index] = absent[index] }
    pendingCount = absentCount
    sortPending()
    if facts.takesBlocks {
      _ = rebuildBlocks(EngineFacts.never, isStep: false)
      undo.clear()
      return record()
    }
    let count = pendingCount
    let queue = (0..<count).map { Int(pending[$0]) }
    for (number, request) in queue.enumerated() {
      if number % 64 == 0, deadline.isOver { break }
      undo.clear()
      let place = find(request, below: EngineFacts.never)
      if place.mode == .none { continue }
      let before = cost
      put(request, place)
      if facts.sharesDepots, !shareDepots() {
        rollBack()
        cost = before
      }
    }
    undo.clear()
    record()
  }
}
