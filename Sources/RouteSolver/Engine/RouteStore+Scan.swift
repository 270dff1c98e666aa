import Routing
import Units

extension RouteStore {
  /// Whether a client's goods fit on a route of one trip, and its skills are there. O(load dimensions).
  @inline(__always) func admits(_ client: Int, _ slot: Int) -> Bool {
    let number = kind[slot]
    if locked[slot] >= Self.closed { return false }
    if clients[slot] >= facts.maximumStops(number) { return false }
    if facts.skills[client] & ~facts.skillsOf(number) != 0 { return false }
    guard !facts.tracksLoads else { return true }
    let loads = facts.loadCount
    var dimension = 0
    while dimension < loads {
      let sum = load[slot &* loads &+ dimension] &+ facts.delivery[client &* loads &+ dimension]
      if sum > facts.capacity(number, dimension) { return false }
      dimension &+= 1
    }
    return true
  }

  /// Looks for the cheapest place of a client on a route, below what `best` costs already. O(stops), with a walk for
  /// each place of promise where the kind needs one.
  mutating func scan(
    _ client: Int, _ slot: Int, _ best: inout Place, _ blinker: inout Blinker, _ random: inout SeededRandom
  ) {
    let number = kind[slot]
    let isSimple = facts.isSimple(number)
    if let legs = facts.ways.table(client) {
      if isSimple, !facts.isTimed {
        scanWays(client, slot, legs, &best, &blinker, &random)
      } else {
        scanTimes(client, slot, legs, isSimple, &best, &blinker, &random)
      }
    } else {
      let legs = facts.ways.plane(client)
      if isSimple, !facts.isTimed {
        scanWays(client, slot, legs, &best, &blinker, &random)
      } else {
        scanTimes(client, slot, legs, isSimple, &best, &blinker, &random)
      }
    }
    if !facts.kinds[number].reloads.isEmpty { scanTrips(client, slot, &best) }
  }

  /// Where only ways count.
  @inline(__always) private mutating func scanWays<Legs: LegLookup>(
    _ client: Int, _ slot: Int, _ legs: Legs, _ best: inout Place, _ blinker: inout Blinker,
    _ random: inout SeededRandom
  ) {
    let price = facts.distanceCost(kind[slot])
    let first = begin[slot]
    let sites = site.address + first
    let ways = leg.address + first
    let last = size[slot]
    var index = min(locked[slot], last)
    // Compare detours, not costs: the largest detour that is still cheaper.
    var most = price == 0 ? (best.cost > 0 ? Int(Travel.unreachable) : 0) : (best.cost &+ price &- 1) / price
    most = min(most, Int(Travel.unreachable))
    var way = legs.from(Int(sites[index]))
    var found = -1
    while index <= last {
      let next = Int(sites[index &+ 1])
      let detour = way &+ legs.to(next) &- Int(ways[index])
      if detour < most, !blinker.blinks(&random) {
        most = detour
        found = index
      }
      way = legs.from(next)
      index &+= 1
    }
    guard found >= 0 else { return }
    best.cost = most &* price
    best.mode = .plain
    best.slot = slot
    best.index = found
    best.client = client
  }

  /// Where moments, or more than the way, count.
  @inline(__always) private mutating func scanTimes<Legs: LegLookup>(
    _ client: Int, _ slot: Int, _ legs: Legs, _ isSimple: Bool, _ best: inout Place, _ blinker: inout Blinker,
    _ random: inout SeededRandom
  ) {
    let price = facts.distanceCost(kind[slot])
    let isTimed = facts.isTimed
    let due = facts.to[client]
    let open = facts.from[client]
    let service = facts.service[client]
    let first = begin[slot]
    let last = first &+ size[slot]
    var position = first &+ min(locked[slot], size[slot])
    if isTimed {
      // Where even the latest arrival at the next stop comes too early for this one to be done before.
      while position < last, latest[position &+ 1] < open &+ service { position &+= 1 }
    }
    while position <= last {
      if isTimed, ready[position] > due { break }
      let previous = Int(site[position])
      let next = Int(site[position &+ 1])
      let detour = legs.from(previous) &+ legs.to(next) &- Int(leg[position])
      if detour &* price < best.cost, detour < Int(Travel.unreachable) {
        if isTimed {
          let arrival = ready[position] &+ legs.timeFrom(previous)
          let leaving = max(arrival, open) &+ service
          if arrival > due || leaving &+ legs.timeTo(next) > latest[position &+ 1] {
            position &+= 1
            continue
          }
        }
        if !blinker.blinks(&random) {
          let cost = isSimple ? detour &* price : exactCost(client, slot, position, detour, best.cost)
          if cost < best.cost {
            best.cost = cost
            best.mode = .plain
            best.slot = slot
            best.index = position &- first
            best.client = client
          }
        }
      }
      position &+= 1
    }
  }

  /// Looks at one place only: behind a position of the pool.
  @inline(__always) mutating func consider<Legs: LegLookup>(
    _ client: Int, _ slot: Int, _ position: Int, _ legs: Legs, _ best: inout Place, _ blinker: inout Blinker,
    _ random: inout SeededRandom
  ) {
    let number = kind[slot]
    let price = facts.distanceCost(number)
    let previous = Int(site[position])
    let next = Int(site[position &+ 1])
    let detour = legs.from(previous) &+ legs.to(next) &- Int(leg[position])
    if detour &* price >= best.cost || detour >= Int(Travel.unreachable) { return }
    if facts.isTimed {
      let arrival = ready[position] &+ legs.timeFrom(previous)
      if arrival > facts.to[client] { return }
      let leaving = max(arrival, facts.from[client]) &+ facts.service[client]
      if leaving &+ legs.timeTo(next) > latest[position &+ 1] { return }
    }
    if blinker.blinks(&random) { return }
    let isSimple = facts.isSimple(number)
    let cost = isSimple ? detour &* price : exactCost(client, slot, position, detour, best.cost)
    if cost < best.cost {
      best.cost = cost
      best.mode = .plain
      best.slot = slot
      best.index = position &- begin[slot]
      best.client = client
    }
  }

  /// What a place costs in all that a detour alone does not say; `never` where a rule forbids it.
  private mutating func exactCost(_ client: Int, _ slot: Int, _ position: Int, _ detour: Int, _ limit: Int) -> Int {
    let never = EngineFacts.never
    let number = kind[slot]
    if distance[slot] &+ detour > facts.kinds[number].maximumDistance { return never }
    if facts.tracksLoads {
      let loads = facts.loadCount
      for dimension in 0..<loads {
        let capacity = facts.capacity(number, dimension)
        let cell = position &* loads &+ dimension
        if peakBefore[cell] &+ facts.delivery[client &* loads &+ dimension] > capacity { return never }
        if peakFrom[cell] &+ facts.pickup[client &* loads &+ dimension] > capacity { return never }
      }
    }
    if facts.hasStock, !hasStock(for: client, at: position, in: slot) { return never }
    let movesTrip = facts.isTimed && facts.release[client] > tripBegin[position]
    if movesTrip, !facts.needsWalk(number), !facts.pricesDuration {
      guard waits(for: client, at: position, in: slot) else { return never }
      return detour &* facts.distanceCost(number)
    }
    if facts.needsWalk(number) || movesTrip {
      layOut(slot, with: client, behind: position &- begin[slot], load: nil, isBefore: false)
      let whole = walk.cost(number, facts)
      return whole >= never ? never : whole &- cost[slot]
    }
    guard facts.pricesDuration else { return detour &* facts.distanceCost(number) }
    let previous = Int(site[position])
    let next = Int(site[position &+ 1])
    let here = Stretch(duration: facts.service[client], earliest: facts.from[client], latest: facts.to[client])
    let joined = before[position].joined(to: here, facts.ways.duration(previous, client))
      .joined(to: after[position &+ 1], facts.ways.duration(client, next))
    if joined.duration > facts.kinds[number].maximumDuration { return never }
    return facts.kinds[number].cost(distance: distance[slot] &+ detour, duration: joined.duration) &- cost[slot]
  }

  /// Whether the trip at a position can begin as late as the client's goods ask, with the client behind the position.
  /// O(stops of the trip up to there).
  private func waits(for client: Int, at position: Int, in slot: Int) -> Bool {
    var start = position
    while Int(site[start]) < facts.clientCount { start &-= 1 }
    if facts.release[client] > latest[start] { return false }
    var moment = facts.release[client] &+ facts.service[Int(site[start])]
    if facts.isTimed, moment > facts.to[Int(site[start])] { return false }
    var here = Int(site[start])
    while start < position {
      start &+= 1
      let next = Int(site[start])
      moment = max(moment &+ facts.ways.duration(here, next), facts.from[next])
      if moment > facts.to[next] { return false }
      moment &+= facts.service[next]
      here = next
    }
    moment = max(moment &+ facts.ways.duration(here, client), facts.from[client])
    if moment > facts.to[client] { return false }
    moment &+= facts.service[client]
    let next = Int(site[position &+ 1])
    return moment &+ facts.ways.duration(client, next) <= latest[position &+ 1]
  }

  /// Lays out the route with a client behind a position, and a load at a depot before or after it.
  private mutating func layOut(_ slot: Int, with client: Int, behind index: Int, load depot: Int?, isBefore: Bool) {
    let first = begin[slot]
    walk.reset(site[first])
    for position in (first &+ 1)..<(first &+ index &+ 1) { walk.append(site[position]) }
    if let depot, isBefore { walk.append(Int32(truncatingIfNeeded: facts.clientCount &+ depot)) }
    walk.append(Int32(truncatingIfNeeded: client))
    if let depot, !isBefore { walk.append(Int32(truncatingIfNeeded: facts.clientCount &+ depot)) }
    for position in (first &+ index &+ 1)...(first &+ size[slot] &+ 1) { walk.append(site[position]) }
  }

  /// Places with a load in between: the client begins a trip, or ends one. O(stops × depots), and walks.
  private mutating func scanTrips(_ client: Int, _ slot: Int, _ best: inout Place) {
    let number = kind[slot]
    let n = facts.clientCount
    let price = facts.distanceCost(number)
    let first = begin[slot]
    let last = first &+ size[slot]
    // Stops that are no clients are loads.
    let tripsLeft = size[slot] &- clients[slot] &+ 2 <= facts.kinds[number].maximumTrips
    if !tripsLeft { return }
    for position in (first &+ min(locked[slot], size[slot]))...last {
      if facts.isTimed, ready[position] > facts.to[client] { break }
      let (previous, next) = (Int(site[position]), Int(site[position &+ 1]))
      for depot in facts.kinds[number].reloads {
        let reload = n &+ depot
        let before =
          facts.ways.distance(previous, reload) &+ facts.ways.distance(reload, client)
          &+ facts.ways.distance(client, next) &- Int(leg[position])
        if before &* price < best.cost, before < Int(Travel.unreachable), position > first || reload != previous {
          tryTrip(client, slot, position &- first, depot, isBefore: true, before, &best)
        }
        guard next < n else { continue }
        let after =
          facts.ways.distance(previous, client) &+ facts.ways.distance(client, reload)
          &+ facts.ways.distance(reload, next) &- Int(leg[position])
        if after &* price < best.cost, after < Int(Travel.unreachable) {
          tryTrip(client, slot, position &- first, depot, isBefore: false, after, &best)
        }
      }
    }
  }

  /// Whether a load at a depot, before the client or after it, keeps moments and loads, told from the marks alone.
  ///
  /// The goods of the stops behind are released by then: the vehicle has left with them already. What the stops before
  /// could gain from being without those is not counted.
  private func keepsTrip(_ client: Int, _ slot: Int, _ position: Int, _ depot: Int, isBefore: Bool) -> Bool {
    let number = kind[slot]
    let loads = facts.loadCount
    for dimension in 0..<loads {
      let cell = position &* loads &+ dimension
      let there = isBefore ? onBoard[cell] : peakBefore[cell] &- onBoard[cell]
      if there &+ facts.delivery[client &* loads &+ dimension] > facts.capacity(number, dimension) { return false }
    }
    guard facts.isTimed else { return true }
    let reload = facts.clientCount &+ depot
    let previous = Int(site[position])
    let next = Int(site[position &+ 1])
    var moment = ready[position]
    if isBefore {
      moment = max(moment &+ facts.ways.duration(previous, reload), facts.from[reload], facts.release[client])
      moment &+= facts.service[reload]
      if moment > facts.to[reload] { return false }
      moment = max(moment &+ facts.ways.duration(reload, client), facts.from[client])
      if moment > facts.to[client] { return false }
      moment &+= facts.service[client]
      return moment &+ facts.ways.duration(client, next) <= latest[position &+ 1]
    }
    moment = max(moment &+ facts.ways.duration(previous, client), facts.from[client])
    if moment > facts.to[client] { return false }
    moment &+= facts.service[client]
    moment = max(moment &+ facts.ways.duration(client, reload), facts.from[reload]) &+ facts.service[reload]
    return moment <= facts.to[reload] && moment &+ facts.ways.duration(reload, next) <= latest[position &+ 1]
  }

  private mutating func tryTrip(
    _ client: Int, _ slot: Int, _ index: Int, _ depot: Int, isBefore: Bool, _ way: Int,
    _ best: inout Place
  ) {
    if facts.hasStock, !keepsStock(client, slot, index, depot, isBefore: isBefore) { return }
    let position = begin[slot] &+ index
    let isReleased = !facts.isTimed || isBefore || facts.release[client] <= tripBegin[position]
    if facts.marksTellTrips, isReleased {
      guard keepsTrip(client, slot, position, depot, isBefore: isBefore) else { return }
      best.cost = way &* facts.distanceCost(kind[slot])
    } else {
      layOut(slot, with: client, behind: index, load: depot, isBefore: isBefore)
      let whole = walk.cost(kind[slot], facts)
      if whole >= EngineFacts.never || whole &- cost[slot] >= best.cost { return }
      best.cost = whole &- cost[slot]
    }
    best.mode = isBefore ? .loadBefore : .loadAfter
    best.slot = slot
    best.index = index
    best.client = client
    best.depot = depot
  }

  /// Whether a load in between leaves the depots of all other clients as they are, and has stock for the client.
  private func keepsStock(_ client: Int, _ slot: Int, _ index: Int, _ depot: Int, isBefore: Bool) -> Bool {
    let position = begin[slot] &+ index
    if isBefore { return Int(site[position &+ 1]) >= facts.clientCount && hasStock(for: client, depot: depot) }
    var place = position
    while Int(site[place]) < facts.clientCount { place &-= 1 }
    return Int(site[place]) == facts.clientCount &+ depot && hasStock(for: client, depot: depot)
  }

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
  private func fitsBehind(_ position: Int, _ client: Int, _ number: Int) -> Bool {
    let loads = facts.loadCount
    for dimension in 0..<loads {
      let cell = position &* loads &+ dimension
      if onBoard[cell] &+ facts.pickup[client &* loads &+ dimension] > facts.capacity(number, dimension) {
        return false
      }
    }
    return true
  }

  private mutating func tryPair(
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
    if needsWalk || facts.limitsDistance(kind[slot]) || facts.hasStock
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

  private mutating func layPair(_ slot: Int, _ from: Int, _ to: Int, _ index: Int, _ second: Int) {
    let first = begin[slot]
    walk.reset(site[first])
    for position in first...(first &+ size[slot] &+ 1) {
      if position > first { walk.append(site[position]) }
      if position == first &+ index { walk.append(Int32(truncatingIfNeeded: from)) }
      if position == first &+ second { walk.append(Int32(truncatingIfNeeded: to)) }
    }
  }
}
