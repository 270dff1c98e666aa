import Routing
import Units

extension Annealer {
  /// Random, most goods, farthest or nearest first, at 4 : 4 : 2 : 1; where moments matter also by window, at 2 each.
  mutating func sortPending() {
    let draw = random.below(facts.isTimed ? 17 : 11)
    let followersWait = random.below(5) > 0
    for index in 0..<pendingCount {
      let client = member(Int(pending[index]), 0)
      let key: Double
      switch draw {
      case ..<4: key = random.unit()
      case ..<8: key = -facts.bulk[client]
      case ..<10: key = -facts.remoteness[client]
      case 10: key = facts.remoteness[client]
      case 11, 12: key = Double(facts.to[client] &- facts.from[client])
      case 13, 14: key = Double(facts.from[client])
      default: key = -Double(facts.to[client])
      }
      // Who can only follow others on a route waits until these have one, mostly.
      pendingKey[index] = followersWait && facts.isFollower[client] ? key + 1e18 : key
    }
    // Insertion sort: a few dozen entries at most, but for the first plan.
    guard pendingCount < 200 else { return sortMany() }
    var index = 1
    while index < pendingCount {
      let (key, request) = (pendingKey[index], pending[index])
      var place = index
      while place > 0, pendingKey[place &- 1] > key {
        pendingKey[place] = pendingKey[place &- 1]
        pending[place] = pending[place &- 1]
        place &-= 1
      }
      pendingKey[place] = key
      pending[place] = request
      index &+= 1
    }
  }

  func sortMany() {
    var order = (0..<pendingCount).map { (pendingKey[$0], pending[$0]) }
    order.sort { ($0.0, $0.1) < ($1.0, $1.1) }
    for (index, entry) in order.enumerated() { (pendingKey[index], pending[index]) = entry }
  }

  private static let boldness = 4

  /// Places all that is pending; false as soon as the cost passes the threshold.
  mutating func rebuild(_ threshold: Int) -> Bool {
    // What is pending has left the cost, but for prizes: those count again only when the request stays out.
    var open = 0
    for index in 0..<pendingCount {
      let prize = facts.requests.prize[Int(pending[index])]
      if prize < EngineFacts.never { open &+= prize }
    }
    for index in 0..<pendingCount {
      let request = Int(pending[index])
      let prize = facts.requests.prize[request]
      let isOptional = prize < EngineFacts.never
      if isOptional { open &-= prize }
      // The cost once all others that are pending were placed for nothing.
      let base = cost &- open &- (isOptional ? prize : 0)
      var limit = threshold >= EngineFacts.never ? EngineFacts.never : threshold &- base &+ 1
      if limit <= 0 { return false }
      // Now and then a client is taken at a loss: others may make its route pay.
      if isOptional, random.below(Self.boldness) > 0 { limit = min(limit, prize) }
      let place = find(request, below: limit)
      if place.mode == .none {
        if isOptional {
          if base &+ prize > threshold { return false }
        } else if threshold < EngineFacts.never {
          return false
        }
        continue
      }
      put(request, place)
    }
    return true
  }

  mutating func put(_ request: Int, _ place: Place) {
    var slot = place.slot
    if place.mode == .alone {
      slot = store.open(kind: place.kind)
      undo.noteOpened(slot)
    } else {
      undo.save(slot, store)
    }
    let n = facts.clientCount
    switch place.mode {
    case .plain:
      store.insert(place.client, behind: place.index, in: slot)
    case .loadBefore:
      store.insert(n &+ place.depot, behind: place.index, in: slot)
      store.insert(place.client, behind: place.index &+ 1, in: slot)
    case .loadAfter:
      store.insert(place.client, behind: place.index, in: slot)
      store.insert(n &+ place.depot, behind: place.index &+ 1, in: slot)
    case .alone:
      store.insert(place.client, behind: 0, in: slot)
      if facts.requests.kind[request] == .shipment { store.insert(member(request, 1), behind: 1, in: slot) }
      if place.depot >= 0 { store.insert(n &+ place.depot, behind: 0, in: slot) }
    case .pair:
      store.insert(place.client, behind: place.index, in: slot)
      store.insert(member(request, 1), behind: place.second &+ 1, in: slot)
    case .none: return
    }
    if absentIndex[request] >= 0 {
      undo.note(request)
      takeIn(request)
    }
    cost &+= store.refresh(slot)
  }

  /// Gives each changed route the cheapest kind of vehicle that is left.
  mutating func retype() {
    for entry in 0..<undo.touchedCount {
      let slot = undo.touched(entry)
      guard store.isActive(slot), store.locked[slot] == 0, !facts.hasStock else { continue }
      let old = store.kind[slot]
      var best = store.cost[slot]
      var choice = old
      for kind in facts.kinds.indices where kind != old && store.usedOfKind[kind] < facts.kindCount(kind) {
        if facts.kinds[kind].reloads != facts.kinds[old].reloads { continue }
        let cost = store.cost(slot, with: kind)
        if cost < best { (best, choice) = (cost, kind) }
      }
      if choice != old {
        store.change(slot, to: choice)
        cost &+= store.refresh(slot)
      }
    }
  }
}
