import Routing
import Units

extension Annealer {
  /// Takes out whole routes, whole trips, or stops with all that they bring.
  mutating func ruinBlocks() {
    pendingCount = 0
    guard facts.clientCount > 0 else { return }
    var seed = random.below(facts.clientCount)
    if absentRequired > 0, random.below(2) == 0 { seed = member(Int(absent[random.below(absentCount)]), 0) }
    let draw = random.below(10)
    let wanted = draw == 0 ? 1 : 1 + random.below(draw < 5 ? 3 : 6)
    var done = 0
    var rank = -1
    while done < wanted, rank < facts.neighbours.width {
      // The seed itself, then others near: not each of its pieces' neighbours in turn, which are its own.
      let client = rank < 0 ? seed : facts.neighbours[seed, rank]
      rank &+= 1 &+ (rank < 0 ? 0 : random.below(8))
      let slot = Int(store.slotOf[client])
      if slot < 0 || store.index(of: client, in: slot) <= store.locked[slot] { continue }
      undo.save(slot, store)
      let old = store.cost[slot]
      let span = draw == 0 ? 1...store.size[slot] : draw < 5 ? trip(of: client, slot) : run(of: client, slot)
      let low = max(span.lowerBound, min(store.locked[slot], store.size[slot]) &+ 1)
      if span.upperBound >= low { take(slot, low, span.upperBound &- low &+ 1) }
      settle(slot, old)
      if store.isActive(slot), store.isBroken(slot) { isStuck = true }
      done &+= 1
    }
    for index in 0..<absentCount where pendingCount < facts.requests.count { queueIfAbsent(Int(absent[index])) }
  }

  private mutating func queueIfAbsent(_ request: Int) {
    if facts.requests.prize[request] >= EngineFacts.never || random.below(4) == 0 { queueAbsent(request) }
  }

  /// Indices of the clients between two loads.
  private func trip(of client: Int, _ slot: Int) -> ClosedRange<Int> {
    stretch(of: client, slot) { $0 < facts.clientCount }
  }

  /// Indices of one stop's pieces.
  private func run(of client: Int, _ slot: Int) -> ClosedRange<Int> {
    let whole = facts.pieceOf[client]
    return stretch(of: client, slot) {
      $0 == client || $0 < facts.clientCount && whole >= 0 && facts.pieceOf[$0] == whole
    }
  }

  private func stretch(of client: Int, _ slot: Int, _ belongs: (Int) -> Bool) -> ClosedRange<Int> {
    let first = store.begin[slot]
    var low = store.index(of: client, in: slot)
    var high = low
    while low > 1, belongs(Int(store.site[first &+ low &- 1])) { low &-= 1 }
    while high < store.size[slot], belongs(Int(store.site[first &+ high &+ 1])) { high &+= 1 }
    return low...high
  }
}
