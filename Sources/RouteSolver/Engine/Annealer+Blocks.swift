import Routing
import Units

/// Clients in parts: what the search takes out and puts back are stops and trips, not single pieces.
extension Annealer {
  /// Where several pieces of a client go together.
  struct Block {
    /// −1: a route of its own, of `kind`.
    var slot = -1
    var kind = 0
    var index = 0
    /// A load right before it; −1 for none.
    var depot = -1
    /// Of the pieces that are due first.
    var count = 0
    var cost = 0
    /// Cost by unit.
    var price = Double.infinity
  }

  /// Puts back what is pending, stop by stop, each where it is cheapest by the unit; false as soon as the cost passes
  /// the threshold, or something has no place while nothing was left out before. With `isStep` false every stop is held
  /// to the depots' docks and stock at once, and what does not fit is left out.
  ///
  /// O(stops put back × trips × stops of a route).
  mutating func rebuildBlocks(_ threshold: Int, isStep: Bool = true) -> Bool {
    let queues = blockQueues()
    for var queue in queues {
      while !queue.isEmpty {
        if isStep, cost > threshold { return false }
        guard let block = findBlock(queue) else {
          if isStep, threshold < EngineFacts.never { return false }
          // Those that are due first come too late for anybody; the others may not.
          let due = facts.due[queue[0]]
          queue.removeAll { facts.due[$0] == due }
          continue
        }
        if !isStep { undo.clear() }
        let before = cost
        put(block, queue)
        if !isStep, facts.sharesDepots, !shareDepots() {
          rollBack()
          cost = before
          // The first of them come too late for anybody: the others may not.
          queue.removeFirst(min(queue.count, max(1, block.count / 2)))
          continue
        }
        queue.removeFirst(block.count)
      }
    }
    return cost <= threshold
  }

  /// Pending pieces by client, in the order in which clients are pending; within a client those due first.
  private func blockQueues() -> [[Int]] {
    var queues: [[Int]] = []
    var queueOf: [Int32: Int] = [:]
    for index in 0..<pendingCount {
      let piece = member(Int(pending[index]), 0)
      let whole = facts.pieceOf[piece]
      if whole >= 0, let queue = queueOf[whole] {
        queues[queue].append(piece)
      } else {
        if whole >= 0 { queueOf[whole] = queues.count }
        queues.append([piece])
      }
    }
    for queue in queues.indices where queues[queue].count > 1 {
      queues[queue].sort { (facts.due[$0], $0) < (facts.due[$1], $1) }
    }
    return queues
  }

  private mutating func findBlock(_ queue: [Int]) -> Block? {
    var best = Block()
    // As much as fits, mostly; else some, or what is due together.
    let wish: Int
    switch random.below(8) {
    case 0: wish = 1 + random.below(queue.count)
    case 1, 2: wish = queue.prefix { facts.due[$0] == facts.due[queue[0]] }.count + random.below(3)
    default: wish = queue.count
    }
    for number in 0..<store.activeCount {
      let slot = Int(store.active[number])
      if store.locked[slot] < RouteStore.closed, facts.mayServe(queue[0], store.kind[slot]) {
        scanBlocks(queue, wish, slot, &best)
      }
    }
    if best.count == 0 || random.below(4) == 0 { findBlockAlone(queue, wish, &best) }
    return best.count > 0 ? best : nil
  }

  /// How many of the pieces fit beside what is on board, and are in a depot's stock.
  private func fitting(_ queue: [Int], _ wish: Int, kind: Int, depot: Int, onBoard position: Int) -> Int {
    let loads = facts.loadCount
    var most = min(wish, queue.count)
    for dimension in 0..<loads {
      let there = position < 0 ? 0 : store.peakBefore[position &* loads &+ dimension]
      var room = facts.capacity(kind, dimension) &- there
      if facts.hasStock {
        room = min(room, facts.stock(depot, dimension) &- store.taken[depot &* loads &+ dimension])
      }
      var count = 0
      while count < most {
        room &-= facts.delivery[queue[count] &* loads &+ dimension]
        if room < 0, facts.delivery[queue[count] &* loads &+ dimension] > 0 { break }
        count &+= 1
      }
      most = count
    }
    var count = 0
    while count < most, facts.mayServe(queue[count], kind) { count &+= 1 }
    return count
  }

  private mutating func scanBlocks(_ queue: [Int], _ wish: Int, _ slot: Int, _ best: inout Block) {
    let first = store.begin[slot]
    let last = first &+ store.size[slot]
    let n = facts.clientCount
    let kind = store.kind[slot]
    let whole = facts.pieceOf[queue[0]]
    var load = first
    while load <= last {
      var end = load
      var run = -1
      while end < last, Int(store.site[end &+ 1]) < n {
        end &+= 1
        if whole >= 0, facts.pieceOf[Int(store.site[end])] == whole { run = end }
      }
      let depot = Int(store.site[load]) &- n
      let count = fitting(queue, wish, kind: kind, depot: depot, onBoard: end)
      if count > 0 {
        if run >= 0 {
          consider(queue, count, slot, run &- first, -1, &best)
        } else {
          for position in load...end where isBetweenStops(position) {
            consider(queue, count, slot, position &- first, -1, &best)
          }
        }
      }
      for depot in facts.kinds[kind].reloads {
        let count = fitting(queue, wish, kind: kind, depot: depot, onBoard: -1)
        if count > 0 { consider(queue, count, slot, end &- first, depot, &best) }
      }
      load = end &+ 1
    }
  }

  /// Whether what is left of a position and what is right of it are not pieces of one client.
  private func isBetweenStops(_ position: Int) -> Bool {
    let (left, right) = (Int(store.site[position]), Int(store.site[position &+ 1]))
    guard left < facts.clientCount, right < facts.clientCount else { return true }
    return facts.pieceOf[left] < 0 || facts.pieceOf[left] != facts.pieceOf[right]
  }

  private mutating func consider(
    _ queue: [Int], _ count: Int, _ slot: Int, _ index: Int, _ depot: Int, _ best: inout Block
  ) {
    if index < store.locked[slot] { return }
    let units = Double(max(1, unitsOf(queue, count)))
    let position = store.begin[slot] &+ index
    let (previous, next) = (Int(store.site[position]), Int(store.site[position &+ 1]))
    let kind = store.kind[slot]
    let stop = queue[0]
    let entry = depot < 0 ? previous : facts.clientCount &+ depot
    var way = facts.ways.distance(entry, stop) &+ facts.ways.distance(stop, next) &- Int(store.leg[position])
    if depot >= 0 { way &+= facts.ways.distance(previous, entry) }
    if Double(way &* facts.distanceCost(kind)) >= best.price * units { return }
    guard let longer = longer(queue, count, position, depot, kind) else { return }
    // Where nobody waits, what it takes longer is paid as well.
    let price = facts.kinds[kind].durationCost
    if Double(way &* facts.distanceCost(kind) &+ longer &* price) >= best.price * units { return }
    if blinker.blinks(&random) { return }
    let first = store.begin[slot]
    store.walk.reset(store.site[first])
    for place in first...(first &+ store.size[slot] &+ 1) {
      if place > first { store.walk.append(store.site[place]) }
      if place == position { append(queue, count, depot) }
    }
    let cost = store.walk.cost(kind, facts)
    if cost >= EngineFacts.never { return }
    take(
      Block(slot: slot, kind: kind, index: index, depot: depot, count: count, cost: cost &- store.cost[slot]), units,
      &best)
  }

  /// By how much the way and the work of a block make a route longer; nil where the marks tell that something comes too
  /// late by it. O(pieces).
  private func longer(_ queue: [Int], _ count: Int, _ position: Int, _ depot: Int, _ kind: Int) -> Int? {
    guard facts.isTimed else { return 0 }
    let (previous, next) = (Int(store.site[position]), Int(store.site[position &+ 1]))
    let stop = queue[0]
    var moment = store.ready[position]
    var entry = previous
    if depot >= 0 {
      entry = facts.clientCount &+ depot
      moment = max(moment &+ facts.ways.duration(previous, entry), facts.from[entry])
      moment &+= facts.service[entry] &+ facts.loadPerUnit(entry) &* unitsOf(queue, count)
      if moment > facts.to[entry] { return nil }
    }
    let isJoined =
      facts.pieceOf[stop] >= 0 && previous < facts.clientCount && facts.pieceOf[previous] == facts.pieceOf[stop]
    moment = max(moment &+ facts.ways.duration(entry, stop), facts.from[stop])
    if !isJoined { moment &+= facts.kinds[kind].stopTime }
    for piece in queue.prefix(count) { moment &+= facts.service[piece] }
    if moment > facts.due[stop] { return nil }
    moment &+= facts.ways.duration(stop, next)
    if moment > store.latest[position &+ 1] { return nil }
    return moment &- store.ready[position] &- facts.ways.duration(previous, next)
  }

  private mutating func append(_ queue: [Int], _ count: Int, _ depot: Int) {
    if depot >= 0 { store.walk.append(Int32(truncatingIfNeeded: facts.clientCount &+ depot)) }
    for piece in queue.prefix(count) { store.walk.append(Int32(truncatingIfNeeded: piece)) }
  }

  private func unitsOf(_ queue: [Int], _ count: Int) -> Int {
    queue.prefix(count).reduce(0) { $0 &+ facts.loadingUnits($1) }
  }

  private func take(_ block: Block, _ units: Double, _ best: inout Block) {
    let price = Double(block.cost) / units
    if price < best.price {
      best = block
      best.price = price
    }
  }

  private mutating func findBlockAlone(_ queue: [Int], _ wish: Int, _ best: inout Block) {
    for kind in facts.kinds.indices where store.usedOfKind[kind] < fleet[kind] {
      for choice in facts.firstLoads[kind].indices {
        let depot = facts.firstLoads[kind][choice]
        let from = depot < 0 ? facts.kinds[kind].start : depot
        let count = fitting(queue, wish, kind: kind, depot: from, onBoard: -1)
        if count == 0 || facts.kinds.count > 1 && random.below(4) == 0 { continue }
        store.walk.reset(Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[kind].start))
        append(queue, count, depot)
        store.walk.append(Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[kind].end))
        let cost = store.walk.cost(kind, facts)
        if cost >= EngineFacts.never { continue }
        take(
          Block(slot: -1, kind: kind, index: 0, depot: depot, count: count, cost: cost),
          Double(max(1, unitsOf(queue, count))),
          &best)
      }
    }
  }

  private mutating func put(_ block: Block, _ queue: [Int]) {
    var slot = block.slot
    if slot < 0 {
      slot = store.open(kind: block.kind)
      undo.noteOpened(slot)
    } else {
      undo.save(slot, store)
    }
    var index = block.index
    if block.depot >= 0 {
      store.insert(facts.clientCount &+ block.depot, behind: index, in: slot)
      index &+= 1
    }
    for piece in queue.prefix(block.count) {
      store.insert(piece, behind: index, in: slot)
      index &+= 1
      let request = Int(facts.requests.ofClient[piece])
      if absentIndex[request] >= 0 {
        undo.note(request)
        takeIn(request)
      }
    }
    cost &+= store.refresh(slot)
  }
}
