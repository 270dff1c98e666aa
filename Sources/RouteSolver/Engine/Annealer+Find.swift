import Routing
import Units

extension Annealer {
  mutating func find(_ request: Int, below limit: Int) -> Place {
    var place = Place(below: limit)
    switch facts.requests.kind[request] {
    case .single: findClient(member(request, 0), &place)
    case .group:
      for number in 0..<facts.requests.size(request) { findClient(member(request, number), &place) }
    case .shipment: findPair(member(request, 0), member(request, 1), &place)
    }
    return place
  }

  mutating func findClient(_ client: Int, _ place: inout Place) {
    let isFew = facts.looksAtWholeRoutes || collectRoom(client)
    if facts.looksAtWholeRoutes {
      for index in 0..<store.activeCount { scan(client, Int(store.active[index]), &place) }
    } else if isFew {
      for index in 0..<roomyCount { scan(client, Int(roomy[index]), &place) }
    } else if let legs = facts.ways.table(client) {
      findNear(client, legs, &place)
    } else {
      findNear(client, facts.ways.plane(client), &place)
    }
    if place.mode == .none || random.unit() < Tuning.alone { findAlone(client, &place) }
    if place.mode == .none, !isFew, place.cost >= EngineFacts.never {
      for index in 0..<store.activeCount { scan(client, Int(store.active[index]), &place) }
    }
  }

  /// Lists the routes with room for the client; false where they are too many, or too long, to be looked at whole.
  mutating func collectRoom(_ client: Int) -> Bool {
    let units = facts.loadingUnits(client)
    var stops = 0
    roomyCount = 0
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      if store.spare[slot] < units { continue }
      stops &+= store.size[slot]
      if stops > settings.stopsLookedAt { return false }
      roomy[roomyCount] = Int32(truncatingIfNeeded: slot)
      roomyCount &+= 1
    }
    return true
  }

  /// Looks next to the clients that go well with this one, where their routes take it. O(neighbours).
  @inline(__always) mutating func findNear<Legs: LegLookup>(
    _ client: Int, _ legs: Legs, _ place: inout Place
  ) {
    // By slot: `stamp` for no, 1 more for yes.
    stamp &+= 2
    for rank in 0..<min(settings.reach, facts.partners.width) {
      let near = facts.partners[client, rank]
      let slot = Int(store.slotOf[near])
      if slot < 0 { continue }
      if seen[slot] < stamp { seen[slot] = store.admits(client, slot) ? stamp &+ 1 : stamp }
      if seen[slot] == stamp { continue }
      let position = store.positionOf[near]
      let first = store.begin[slot] &+ store.locked[slot]
      if position >= first { store.consider(client, slot, position, legs, &place, &blinker, &random) }
      if position > first { store.consider(client, slot, position &- 1, legs, &place, &blinker, &random) }
    }
  }

  @inline(__always) mutating func scan(_ client: Int, _ slot: Int, _ place: inout Place) {
    if store.admits(client, slot) { store.scan(client, slot, &place, &blinker, &random) }
  }

  mutating func findAlone(_ client: Int, _ place: inout Place) {
    guard store.activeCount < mostRoutes else { return }
    let kinds = facts.kinds.count
    for kind in 0..<kinds where store.usedOfKind[kind] < facts.kindCount(kind) {
      for choice in facts.firstLoads[kind].indices {
        let cost = facts.soloCost(client, kind, choice)
        if cost >= place.cost { continue }
        if kinds > 1, redrawsKinds ? kind != kindDrawn : random.below(4) == 0 { continue }
        let depot = facts.firstLoads[kind][choice]
        if facts.hasStock, !store.hasStock(for: client, depot: depot < 0 ? facts.kinds[kind].start : depot) { continue }
        place.cost = cost
        place.mode = .alone
        place.kind = kind
        place.client = client
        place.depot = depot
      }
    }
  }

  mutating func findPair(_ from: Int, _ to: Int, _ place: inout Place) {
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      if store.admits(from, slot), store.admits(to, slot) {
        store.scanPair(from, to, slot, &place, &blinker, &random)
      }
    }
    guard store.activeCount < mostRoutes else { return }
    let n = facts.clientCount
    for kind in facts.kinds.indices where store.usedOfKind[kind] < facts.kindCount(kind) {
      store.walk.reset(Int32(truncatingIfNeeded: n &+ facts.kinds[kind].start))
      store.walk.append(Int32(truncatingIfNeeded: from))
      store.walk.append(Int32(truncatingIfNeeded: to))
      store.walk.append(Int32(truncatingIfNeeded: n &+ facts.kinds[kind].end))
      let cost = store.walk.cost(kind, facts)
      if cost < place.cost {
        place.cost = cost
        place.mode = .alone
        place.kind = kind
        place.client = from
        place.depot = -1
      }
    }
  }
}
