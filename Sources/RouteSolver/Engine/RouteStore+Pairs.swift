import Routing
import Units

extension RouteStore {
  /// Looks for the cheapest places of a pickup and its delivery on a route, by walks where a bound does not tell.
  ///
  /// O(stops²) at most; windows and loads end most tries early.
  mutating func scanPair(
    _ from: Int, _ to: Int, _ slot: Int, _ best: inout Place, _ blinker: inout Blinker, _ random: inout SeededRandom
  ) {
    let number = kind[slot]
    let price = facts.distanceCost(number)
    let first = begin[slot]
    let last = first &+ size[slot]
    let n = facts.clientCount
    let needsWalk = facts.needsWalk(number) || facts.pricesDuration
    var position = first &+ min(locked[slot], size[slot])
    while position <= last {
      defer { position &+= 1 }
      if facts.isTimed, ready[position] > facts.to[from] { break }
      let (previous, next) = (Int(site[position]), Int(site[position &+ 1]))
      let out = facts.ways.distance(previous, from)
      if out >= Int(Travel.unreachable) || !fitsBehind(position, from, number) { continue }
      var moment = 0
      if facts.isTimed {
        let arrival = ready[position] &+ facts.ways.duration(previous, from)
        if arrival > facts.to[from] { continue }
        moment = max(arrival, facts.from[from]) &+ facts.service[from]
      }
      let detour = out &+ facts.ways.distance(from, next) &- Int(leg[position])
      // The delivery right behind the pickup.
      let both =
        out &+ facts.ways.distance(from, to) &+ facts.ways.distance(to, next) &- Int(leg[position])
      tryPair(
        from, to, slot, position &- first, position &- first, both, moment, to: next, next: position &+ 1, needsWalk,
        price, &best, &blinker, &random, previous: from)
      // Or later, past stops that the goods on board leave room for.
      var place = position &+ 1
      while place <= last {
        let here = Int(site[place])
        if here >= n || !fitsBehind(place, from, number) { break }
        if detour &* price >= best.cost, !facts.breaksTriangle { break }
        if facts.isTimed {
          let came = place == position &+ 1 ? from : Int(site[place &- 1])
          let arrival = moment &+ facts.ways.duration(came, here)
          if arrival > facts.to[here] || arrival > latest[place] { break }
          moment = max(arrival, facts.from[here]) &+ facts.service[here]
        }
        let following = Int(site[place &+ 1])
        let way =
          detour &+ facts.ways.distance(here, to) &+ facts.ways.distance(to, following) &- Int(leg[place])
        tryPair(
          from, to, slot, position &- first, place &- first, way, moment, to: following, next: place &+ 1, needsWalk,
          price, &best, &blinker, &random, previous: here)
        place &+= 1
      }
    }
  }

  /// Whether what a client gives can be on board when the vehicle leaves the position.
  func fitsBehind(_ position: Int, _ client: Int, _ number: Int) -> Bool {
    let loads = facts.loadCount
    for dimension in 0..<loads {
      let cell = position &* loads &+ dimension
      if onBoard[cell] &+ facts.pickup[client &* loads &+ dimension] > facts.capacity(number, dimension) {
        return false
      }
    }
    return true
  }

  mutating func tryPair(
    _ from: Int, _ to: Int, _ slot: Int, _ index: Int, _ second: Int, _ detour: Int, _ moment: Int, to following: Int,
    next: Int, _ needsWalk: Bool, _ price: Int, _ best: inout Place, _ blinker: inout Blinker,
    _ random: inout SeededRandom, previous: Int
  ) {
    if detour &* price >= best.cost || detour >= Int(Travel.unreachable) { return }
    if facts.isTimed {
      let arrival = moment &+ facts.ways.duration(previous, to)
      if arrival > facts.to[to] { return }
      let leaving = max(arrival, facts.from[to]) &+ facts.service[to]
      if leaving &+ facts.ways.duration(to, following) > latest[next] { return }
    }
    if blinker.blinks(&random) { return }
    var cost = detour &* price
    if needsWalk || facts.hasGaps || facts.limitsDistance(kind[slot]) || facts.hasStock
      || clients[slot] &+ 2 > facts.maximumStops(kind[slot])
    {
      layPair(slot, from, to, index, second)
      let whole = walk.cost(kind[slot], facts)
      if whole >= EngineFacts.never { return }
      cost = whole &- self.cost[slot]
    }
    if cost < best.cost {
      best.cost = cost
      best.mode = .pair
      best.slot = slot
      best.index = index
      best.second = second
      best.client = from
    }
  }

  mutating func layPair(_ slot: Int, _ from: Int, _ to: Int, _ index: Int, _ second: Int) {
    let first = begin[slot]
    walk.reset(site[first])
    for position in first...(first &+ size[slot] &+ 1) {
      if position > first { walk.append(site[position]) }
      if position == first &+ index { walk.append(Int32(truncatingIfNeeded: from)) }
      if position == first &+ second { walk.append(Int32(truncatingIfNeeded: to)) }
    }
  }
}
