import Routing
import Units

/// The routes of a plan under change: sites in a row, and what is known at each of them.
///
/// A route in slot r holds the positions `begin[r] ... begin[r] + size[r] + 1`: its start depot, `size[r]` stops (clients
/// and reloads), its end depot. Slots have room to grow and move within the pool when it does not suffice.
struct RouteStore: ~Copyable {
  let facts: EngineFacts

  // By slot.
  var begin: Buffer<Int>
  var room: Buffer<Int>
  var size: Buffer<Int>
  var kind: Buffer<Int>
  /// Clients on the route.
  var clients: Buffer<Int>
  /// Stops at the front that stay where they are; `closed` where nothing may be added.
  var locked: Buffer<Int>
  var distance: Buffer<Int>
  var cost: Buffer<Int>
  /// Delivered units by slot × load dimension (on routes of a single trip: what is on board at the start).
  var load: Buffer<Int>
  /// What more fits in the first load dimension; below 0 where nothing may be added.
  var spare: Buffer<Int>
  var slots: Int

  // By position.
  var site: Buffer<Int32>
  /// Distance to the next position.
  var leg: Buffer<Int32>
  /// When the vehicle can leave at the earliest, and must have arrived at the latest.
  var ready: Buffer<Int>
  var latest: Buffer<Int>
  /// When the load of the position's trip begins at the earliest.
  var tripBegin: Buffer<Int>
  /// What lies before and including, and what lies from the position on, joined (Vidal et al. 2013): the least
  /// duration, and the earliest and latest beginning with which it is reached.
  var before: Buffer<Stretch>
  var after: Buffer<Stretch>
  /// By position × load dimension: most on board in the trip up to leaving the position, and from leaving it on.
  var peakBefore: Buffer<Int>
  var peakFrom: Buffer<Int>
  /// By position × load dimension: on board on leaving it.
  var onBoard: Buffer<Int>
  private var poolEnd = 0

  /// By slot: comes too late somewhere.
  var isLate: Buffer<Bool>

  // By client: its slot, −1 for none.
  var slotOf: Buffer<Int32>
  /// By client: its position in the pool, true after `mark`.
  var positionOf: Buffer<Int>
  // Slots in use.
  var active: Buffer<Int32>
  private var activeIndex: Buffer<Int32>
  var activeCount = 0
  // Slots not in use.
  private var free: Buffer<Int32>
  private var freeCount = 0
  var usedOfKind: Buffer<Int>
  /// Taken from a depot, by depot × load dimension.
  var taken: Buffer<Int>
  var walk: RouteWalk
  /// What each slot has booked of depots' stock, as it was then.
  var bookedSites: [Int: [Int32]] = [:]
  static let closed = 1 << 40

  struct Stretch: BitwiseCopyable {
    var duration = 0
    var earliest = 0
    var latest = 0
  }

  init(_ facts: EngineFacts) {
    self.facts = facts
    let n = facts.clientCount
    let fleet = facts.kinds.reduce(0) { min($0 + $1.count, n + facts.problem.fixedRoutes.count) }
    slots = fleet
    begin = Buffer(repeating: 0, count: slots)
    room = Buffer(repeating: 0, count: slots)
    size = Buffer(repeating: 0, count: slots)
    kind = Buffer(repeating: 0, count: slots)
    clients = Buffer(repeating: 0, count: slots)
    locked = Buffer(repeating: 0, count: slots)
    distance = Buffer(repeating: 0, count: slots)
    cost = Buffer(repeating: 0, count: slots)
    load = Buffer(repeating: 0, count: slots * facts.loadCount)
    spare = Buffer(repeating: 0, count: slots)
    let pool = 4 * n + 8 * min(slots, n) + 64
    site = Buffer(repeating: 0, count: pool)
    leg = Buffer(repeating: 0, count: pool)
    ready = Buffer(repeating: 0, count: facts.isTimed ? pool : 0)
    latest = Buffer(repeating: 0, count: facts.isTimed ? pool : 0)
    tripBegin = Buffer(repeating: 0, count: facts.isTimed ? pool : 0)
    before = Buffer(repeating: Stretch(), count: facts.pricesDuration ? pool : 0)
    after = Buffer(repeating: Stretch(), count: facts.pricesDuration ? pool : 0)
    peakBefore = Buffer(repeating: 0, count: facts.tracksLoads ? pool * facts.loadCount : 0)
    peakFrom = Buffer(repeating: 0, count: facts.tracksLoads ? pool * facts.loadCount : 0)
    onBoard = Buffer(repeating: 0, count: facts.tracksLoads ? pool * facts.loadCount : 0)
    isLate = Buffer(repeating: false, count: slots)
    slotOf = Buffer(repeating: -1, count: n)
    positionOf = Buffer(repeating: 0, count: n)
    active = Buffer(repeating: 0, count: slots)
    activeIndex = Buffer(repeating: -1, count: slots)
    free = Buffer(repeating: 0, count: slots)
    usedOfKind = Buffer(repeating: 0, count: facts.kinds.count)
    taken = Buffer(repeating: 0, count: facts.problem.depots.count * facts.loadCount)
    walk = RouteWalk(capacity: 64, loads: facts.loadCount)
    for slot in (0..<slots).reversed() {
      free[freeCount] = Int32(slot)
      freeCount += 1
    }
  }

  // MARK: Slots

  /// A slot for an empty route of a kind, which must have a vehicle left.
  mutating func open(kind number: Int) -> Int {
    freeCount &-= 1
    let slot = Int(free[freeCount])
    activeIndex[slot] = Int32(truncatingIfNeeded: activeCount)
    active[activeCount] = Int32(truncatingIfNeeded: slot)
    activeCount &+= 1
    usedOfKind[number] &+= 1
    kind[slot] = number
    size[slot] = 0
    clients[slot] = 0
    locked[slot] = 0
    cost[slot] = 0
    distance[slot] = 0
    if room[slot] < 2 { makeRoom(slot, 8) }
    site[begin[slot]] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[number].start)
    site[begin[slot] &+ 1] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[number].end)
    return slot
  }

  mutating func close(_ slot: Int) {
    release(slot)
    usedOfKind[kind[slot]] &-= 1
    activeCount &-= 1
    let last = active[activeCount]
    let index = activeIndex[slot]
    active[Int(index)] = last
    activeIndex[Int(last)] = index
    activeIndex[slot] = -1
    free[freeCount] = Int32(truncatingIfNeeded: slot)
    freeCount &+= 1
    size[slot] = 0
    clients[slot] = 0
    cost[slot] = 0
    locked[slot] = 0
  }

  @inline(__always) func isActive(_ slot: Int) -> Bool { activeIndex[slot] >= 0 }

  /// Moves the slot to a place with room for so many positions.
  mutating func makeRoom(_ slot: Int, _ wanted: Int) {
    let wide = wanted + wanted / 2 + 4
    if poolEnd + wide > site.count { compact(wide) }
    let old = begin[slot]
    let held = room[slot] == 0 ? 0 : size[slot] + 2
    copy(from: old, to: poolEnd, count: held)
    begin[slot] = poolEnd
    room[slot] = wide
    poolEnd += wide
    for position in begin[slot]..<begin[slot] + held where Int(site[position]) < facts.clientCount {
      positionOf[Int(site[position])] = position
    }
  }

  private func copy(from old: Int, to new: Int, count: Int) {
    for index in 0..<count {
      site[new + index] = site[old + index]
      leg[new + index] = leg[old + index]
      if facts.isTimed {
        ready[new + index] = ready[old + index]
        latest[new + index] = latest[old + index]
        tripBegin[new + index] = tripBegin[old + index]
      }
      if facts.pricesDuration {
        before[new + index] = before[old + index]
        after[new + index] = after[old + index]
      }
      if facts.tracksLoads {
        for load in 0..<facts.loadCount {
          peakBefore[(new + index) * facts.loadCount + load] = peakBefore[(old + index) * facts.loadCount + load]
          peakFrom[(new + index) * facts.loadCount + load] = peakFrom[(old + index) * facts.loadCount + load]
          onBoard[(new + index) * facts.loadCount + load] = onBoard[(old + index) * facts.loadCount + load]
        }
      }
    }
  }

  /// Lays the routes side by side again, in a pool with room for `extra` positions more. Rare.
  private mutating func compact(_ extra: Int) {
    var wanted = extra
    for slot in 0..<slots where room[slot] > 0 { wanted += isActive(slot) ? 2 * size[slot] + 8 : 8 }
    let pool = max(site.count, 2 * wanted)
    var routes: [(slot: Int, sites: [Int32])] = []
    for slot in 0..<slots where room[slot] > 0 {
      let held = isActive(slot) ? size[slot] + 2 : 2
      routes.append((slot, (0..<held).map { site[begin[slot] + $0] }))
    }
    site = Buffer(repeating: 0, count: pool)
    leg = Buffer(repeating: 0, count: pool)
    ready = Buffer(repeating: 0, count: facts.isTimed ? pool : 0)
    latest = Buffer(repeating: 0, count: facts.isTimed ? pool : 0)
    tripBegin = Buffer(repeating: 0, count: facts.isTimed ? pool : 0)
    before = Buffer(repeating: Stretch(), count: facts.pricesDuration ? pool : 0)
    after = Buffer(repeating: Stretch(), count: facts.pricesDuration ? pool : 0)
    peakBefore = Buffer(repeating: 0, count: facts.tracksLoads ? pool * facts.loadCount : 0)
    peakFrom = Buffer(repeating: 0, count: facts.tracksLoads ? pool * facts.loadCount : 0)
    onBoard = Buffer(repeating: 0, count: facts.tracksLoads ? pool * facts.loadCount : 0)
    poolEnd = 0
    for (slot, sites) in routes {
      begin[slot] = poolEnd
      room[slot] = sites.count + sites.count / 2 + 4
      for (index, value) in sites.enumerated() { site[poolEnd + index] = value }
      poolEnd += room[slot]
      guard isActive(slot) else { continue }
      // A route may be in the middle of a change: what it costs more is counted when it is refreshed.
      let counted = cost[slot]
      mark(slot)
      cost[slot] = counted
    }
  }

  // MARK: Changes

  /// Puts a site behind position `index` (0: behind the start) of the route; the marks are stale until `refresh`.
  mutating func insert(_ stop: Int, behind index: Int, in slot: Int) {
    if size[slot] &+ 3 > room[slot] { makeRoom(slot, size[slot] &+ 3) }
    let first = begin[slot]
    var position = first &+ size[slot] &+ 1
    while position > first &+ index {
      site[position &+ 1] = site[position]
      position &-= 1
    }
    site[position &+ 1] = Int32(truncatingIfNeeded: stop)
    size[slot] &+= 1
    if stop < facts.clientCount {
      clients[slot] &+= 1
      slotOf[stop] = Int32(truncatingIfNeeded: slot)
    }
  }

  /// Takes out the stops at `index ..< index + count` (1: the first); the marks are stale until `refresh`.
  mutating func remove(at index: Int, count: Int, from slot: Int) {
    let first = begin[slot]
    for position in (first &+ index)..<(first &+ index &+ count) {
      let stop = Int(site[position])
      if stop < facts.clientCount {
        slotOf[stop] = -1
        clients[slot] &-= 1
      }
    }
    var position = first &+ index
    let end = first &+ size[slot] &+ 1
    while position &+ count <= end {
      site[position] = site[position &+ count]
      position &+= 1
    }
    size[slot] &-= count
  }

  /// Drops reloads after which nothing is brought, and those at the start depot before which nothing was.
  mutating func dropIdleReloads(_ slot: Int) {
    let n = facts.clientCount
    var index = 1
    while index <= size[slot] {
      let position = begin[slot] &+ index
      let here = Int(site[position])
      if here >= n {
        let isIdle = Int(site[position &+ 1]) >= n
        let repeats = index == 1 && site[position] == site[position &- 1]
        if isIdle || repeats {
          remove(at: index, count: 1, from: slot)
          index = max(1, index &- 1)
          continue
        }
      }
      index &+= 1
    }
  }

  /// Makes marks, loads and cost of the route true again; closes it when it is empty. The change in cost. O(stops).
  @discardableResult mutating func refresh(_ slot: Int) -> Int {
    let old = cost[slot]
    if clients[slot] == 0, locked[slot] == 0 {
      close(slot)
      return -old
    }
    mark(slot)
    return cost[slot] &- old
  }

  /// Position of a client in its route: 1 for the first stop.
  @inline(__always) func index(of client: Int, in slot: Int) -> Int { positionOf[client] &- begin[slot] }
}
