import Routing
import Units

extension Annealer {
  mutating func ruin() {
    pendingCount = 0
    let n = facts.clientCount
    guard n > 0 else { return }
    var seed = random.below(n)
    if absentRequired > 0, random.below(2) == 0 {
      let request = Int(absent[random.below(absentCount)])
      seed = member(request, random.below(facts.requests.size(request)))
    }
    let served = max(1, facts.requests.memberCount &- absentCount)
    let average = store.activeCount == 0 ? 1 : Double(served) / Double(store.activeCount)
    let longest = min(settings.longestString, max(1, average))
    let most = 4 * settings.removals / (1 + longest) - 1
    let strings = Int(random.unit() * max(0, most) + 1)
    var ruined = 0
    var rank = -1
    while ruined < strings, rank < facts.neighbours.width {
      let client = rank < 0 ? seed : facts.neighbours[seed, rank]
      rank &+= 1
      let slot = Int(store.slotOf[client])
      if slot < 0 {
        // What is left out near the ruin gets another chance.
        let request = Int(facts.requests.ofClient[client])
        if pendingCount < 24, absentIndex[request] >= 0 { queueAbsent(request) }
        continue
      }
      if seen[slot] == stamp { continue }
      seen[slot] = stamp
      let index = store.index(of: client, in: slot)
      if index <= store.locked[slot] { continue }
      let room = Double(store.size[slot] &- min(store.locked[slot], store.size[slot]))
      var length = Int(random.unit() * min(room, longest) + 1)
      if redrawsKinds, random.unit() < Tuning.wholeShare { length = Int(room) }
      undo.save(slot, store)
      tear(slot, around: index, min(length, Int(room)))
      if redrawsKinds, store.isActive(slot) { redrawKind(slot) }
      ruined &+= 1
    }
    if absentRequired > 0 {
      var index = 0
      while index < absentCount, pendingCount < 60 {
        let request = Int(absent[index])
        if facts.requests.prize[request] >= EngineFacts.never { queueAbsent(request) }
        index &+= 1
      }
    }
  }

  @inline(__always) func member(_ request: Int, _ number: Int) -> Int {
    facts.requests.member(request, number)
  }

  /// Takes a string of stops out around a position, sometimes leaving some in its middle.
  mutating func tear(_ slot: Int, around index: Int, _ length: Int) {
    let locked = min(store.locked[slot], store.size[slot])
    let size = store.size[slot]
    var kept = 0
    if length > 1, random.below(2) == 0 {
      kept = 1
      while length &+ kept < size &- locked, random.unit() < 0.01 { kept &+= 1 }
      if length &+ kept > size &- locked { kept = 0 }
    }
    let whole = length &+ kept
    let lowest = max(locked &+ 1, index &- whole &+ 1)
    let highest = min(index, size &- whole &+ 1)
    let first = lowest &+ random.below(max(1, highest &- lowest &+ 1))
    let old = store.cost[slot]
    if kept > 0 {
      let head = 1 &+ random.below(length &- 1)
      take(slot, first &+ head &+ kept, length &- head)
      take(slot, first, head)
    } else {
      take(slot, first, length)
    }
    settle(slot, old)
    // Ways that break the triangle inequality: what is left may be impossible without what was taken.
    if store.isActive(slot), store.isBroken(slot) {
      let fixed = min(store.locked[slot], store.size[slot])
      let left = store.cost[slot]
      take(slot, fixed &+ 1, store.size[slot] &- fixed)
      settle(slot, left)
      if store.isActive(slot), store.isBroken(slot) { isStuck = true }
    }
  }

  /// Gives what is left of a route a vehicle of a kind drawn at random, or that of another route torn in this step where
  /// none is left; if it can drive it. O(stops + routes torn).
  mutating func redrawKind(_ slot: Int) {
    let (old, kind) = (store.kind[slot], random.below(facts.kinds.count))
    guard canDrive(slot, with: kind) else { return }
    if store.usedOfKind[kind] == facts.kindCount(kind) {
      for entry in 0..<undo.touchedCount {
        let other = undo.touched(entry)
        guard store.isActive(other), store.kind[other] == kind, canDrive(other, with: old) else { continue }
        store.change(other, to: old)
        cost &+= store.refresh(other)
        break
      }
    }
    guard store.usedOfKind[kind] < facts.kindCount(kind) else { return }
    store.change(slot, to: kind)
    cost &+= store.refresh(slot)
  }

  private mutating func canDrive(_ slot: Int, with kind: Int) -> Bool {
    let old = store.kind[slot]
    return kind != old && store.locked[slot] == 0 && facts.kinds[kind].reloads == facts.kinds[old].reloads
      && store.cost(slot, with: kind) < EngineFacts.never
  }

  /// After stops have left a route: drops what has become idle, and counts the change in cost.
  mutating func settle(_ slot: Int, _ old: Int) {
    if facts.requests.hasShipments { takePartners(slot) }
    if facts.tracksLoads { store.dropIdleReloads(slot) }
    if store.clients[slot] == 0, store.locked[slot] == 0 {
      store.close(slot)
      cost &-= old
    } else {
      cost &+= store.refresh(slot)
    }
  }

  /// Takes clients out and queues them; loads between them stay, since they part trips.
  mutating func take(_ slot: Int, _ index: Int, _ count: Int) {
    var end = index &+ count
    while end > index {
      var begin = end
      while begin > index {
        let stop = Int(store.site[store.begin[slot] &+ begin &- 1])
        if stop >= facts.clientCount { break }
        queueServed(Int(facts.requests.ofClient[stop]))
        begin &-= 1
      }
      if begin < end { store.remove(at: begin, count: end &- begin, from: slot) }
      end = begin &- 1
    }
  }

  /// What is delivered goes with its pickup, and the other way round.
  mutating func takePartners(_ slot: Int) {
    var index = min(store.locked[slot], store.size[slot]) &+ 1
    while index <= store.size[slot] {
      let stop = Int(store.site[store.begin[slot] &+ index])
      if stop < facts.clientCount, isPending(Int(facts.requests.ofClient[stop])) {
        store.remove(at: index, count: 1, from: slot)
      } else {
        index &+= 1
      }
    }
  }

  func isPending(_ request: Int) -> Bool { absentIndex[request] >= 0 }

  /// A request that was just taken out: absent until it is placed.
  mutating func queueServed(_ request: Int) {
    if absentIndex[request] >= 0 { return }
    undo.note(request)
    pending[pendingCount] = Int32(truncatingIfNeeded: request)
    pendingCount &+= 1
    leaveOut(request)
  }

  mutating func queueAbsent(_ request: Int) {
    for index in 0..<pendingCount where Int(pending[index]) == request { return }
    pending[pendingCount] = Int32(truncatingIfNeeded: request)
    pendingCount &+= 1
  }
}
