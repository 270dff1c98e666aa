import Units

/// What a step has changed, so that it can be taken back: routes as they were, and requests that came in or went out.
struct UndoLog: ~Copyable {
  private var epoch = 0
  /// By slot: the epoch in which it was first touched.
  private var touchedAt: Buffer<Int>
  private var slots: [Int] = []
  /// Routes as they were: kind, stops locked, and sites; −1 for a slot that was not in use.
  private var kinds: [Int] = []
  private var locked: [Int] = []
  private var start: [Int] = [0]
  private var sites: [Int32] = []
  private var requests: [Int] = []

  init(slots count: Int) { touchedAt = Buffer(repeating: 0, count: count) }

  var touchedCount: Int { slots.count }
  func touched(_ index: Int) -> Int { slots[index] }
  var notedCount: Int { requests.count }
  func noted(_ index: Int) -> Int { requests[index] }

  mutating func clear() {
    epoch &+= 1
    slots.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    locked.removeAll(keepingCapacity: true)
    start.removeAll(keepingCapacity: true)
    start.append(0)
    sites.removeAll(keepingCapacity: true)
    requests.removeAll(keepingCapacity: true)
  }

  /// Before the first change of a route.
  mutating func save(_ slot: Int, _ store: borrowing RouteStore) {
    if touchedAt[slot] == epoch { return }
    touchedAt[slot] = epoch
    slots.append(slot)
    kinds.append(store.kind[slot])
    locked.append(store.locked[slot])
    let first = store.begin[slot] &+ 1
    for position in first..<(first &+ store.size[slot]) { sites.append(store.site[position]) }
    start.append(sites.count)
  }

  /// After a slot was opened.
  mutating func noteOpened(_ slot: Int) {
    if touchedAt[slot] == epoch { return }
    touchedAt[slot] = epoch
    slots.append(slot)
    kinds.append(-1)
    locked.append(0)
    start.append(sites.count)
  }

  mutating func note(_ request: Int) { requests.append(request) }

  /// Makes the routes what they were; slots may differ.
  func restore(_ store: inout RouteStore) {
    for slot in slots where store.isActive(slot) {
      store.locked[slot] = 0
      if store.size[slot] > 0 { store.remove(at: 1, count: store.size[slot], from: slot) }
      store.close(slot)
    }
    for (index, kind) in kinds.enumerated() where kind >= 0 {
      let slot = store.open(kind: kind)
      store.fill(slot, sites, start[index]..<start[index + 1])
      store.locked[slot] = locked[index]
      store.mark(slot)
    }
  }
}

/// A plan, packed: kinds and stops of its routes.
struct Snapshot: Sendable {
  private(set) var kinds: [Int32] = []
  private var locked: [Int] = []
  private var start: [Int32] = [0]
  private(set) var sites: [Int32] = []

  var routeCount: Int { kinds.count }
  func stops(_ route: Int) -> ArraySlice<Int32> { sites[Int(start[route])..<Int(start[route + 1])] }

  mutating func removeAll() {
    kinds.removeAll(keepingCapacity: true)
    locked.removeAll(keepingCapacity: true)
    sites.removeAll(keepingCapacity: true)
    start.removeAll(keepingCapacity: true)
    start.append(0)
  }

  mutating func append(kind: Int, locked stops: Int, _ route: some Sequence<Int32>) {
    kinds.append(Int32(truncatingIfNeeded: kind))
    locked.append(stops)
    sites.append(contentsOf: route)
    start.append(Int32(truncatingIfNeeded: sites.count))
  }

  mutating func take(_ store: borrowing RouteStore) {
    removeAll()
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      kinds.append(Int32(truncatingIfNeeded: store.kind[slot]))
      locked.append(store.locked[slot])
      let first = store.begin[slot] &+ 1
      for position in first..<(first &+ store.size[slot]) { sites.append(store.site[position]) }
      start.append(Int32(truncatingIfNeeded: sites.count))
    }
  }

  func lay(into store: inout RouteStore, _ each: (Int) -> Void) {
    for route in kinds.indices {
      let slot = store.open(kind: Int(kinds[route]))
      store.fill(slot, sites, Int(start[route])..<Int(start[route + 1]))
      store.locked[slot] = locked[route]
      store.mark(slot)
      each(slot)
    }
  }
}

extension RouteStore {
  /// Puts stops into an empty route; the marks are stale until `mark`.
  mutating func fill(_ slot: Int, _ stops: [Int32], _ range: Range<Int>) {
    if range.count &+ 2 > room[slot] { makeRoom(slot, range.count &+ 2) }
    let first = begin[slot]
    site[first &+ range.count &+ 1] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[kind[slot]].end)
    var position = first &+ 1
    for index in range {
      let stop = Int(stops[index])
      site[position] = stops[index]
      position &+= 1
      if stop < facts.clientCount {
        clients[slot] &+= 1
        slotOf[stop] = Int32(truncatingIfNeeded: slot)
      }
    }
    size[slot] = range.count
  }

  /// Makes the route one of another kind, which must have a vehicle left; the marks are stale until `refresh`.
  mutating func change(_ slot: Int, to number: Int) {
    usedOfKind[kind[slot]] &-= 1
    usedOfKind[number] &+= 1
    kind[slot] = number
    site[begin[slot]] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[number].start)
    site[begin[slot] &+ size[slot] &+ 1] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[number].end)
  }
}
