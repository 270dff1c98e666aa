import Routing
import Units

extension RouteStore {
  /// Whether the trip at a position can begin as late as the client's goods ask, with the client behind the position.
  /// O(stops of the trip up to there).
  func waits(for client: Int, at position: Int, in slot: Int) -> Bool {
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
  mutating func layOut(_ slot: Int, with client: Int, behind index: Int, load depot: Int?, isBefore: Bool) {
    let first = begin[slot]
    walk.reset(site[first])
    for position in (first &+ 1)..<(first &+ index &+ 1) { walk.append(site[position]) }
    if let depot, isBefore { walk.append(Int32(truncatingIfNeeded: facts.clientCount &+ depot)) }
    walk.append(Int32(truncatingIfNeeded: client))
    if let depot, !isBefore { walk.append(Int32(truncatingIfNeeded: facts.clientCount &+ depot)) }
    for position in (first &+ index &+ 1)...(first &+ size[slot] &+ 1) { walk.append(site[position]) }
  }

  /// Places with a load in between: the client begins a trip, or ends one. O(stops × depots), and walks.
  mutating func scanTrips(_ client: Int, _ slot: Int, _ best: inout Place) {
    let number = kind[slot]
    let n = facts.clientCount
    let price = facts.distanceCost(number)
    let first = begin[slot]
    let last = first &+ size[slot]
    // Stops that are no clients are loads; one right after the start is the first.
    let beginsElsewhere = size[slot] > 0 && Int(site[first &+ 1]) >= n
    let tripsLeft = size[slot] &- clients[slot] &+ (beginsElsewhere ? 1 : 2) <= facts.kinds[number].maximumTrips
    if !tripsLeft { return }
    for position in (first &+ min(locked[slot], size[slot]))...last {
      if facts.isTimed, ready[position] > facts.to[client] { break }
      let (previous, next) = (Int(site[position]), Int(site[position &+ 1]))
      for depot in facts.kinds[number].reloads {
        let reload = n &+ depot
        let before =
          facts.ways.distance(previous, reload) &+ facts.ways.distance(reload, client)
          &+ facts.ways.distance(client, next) &- Int(leg[position])
        if before &* price < best.cost, before &+ Int(leg[position]) < Int(Travel.unreachable),
          position > first || reload != previous
        {
          tryTrip(client, slot, position &- first, depot, isBefore: true, before, &best)
        }
        guard next < n else { continue }
        let after =
          facts.ways.distance(previous, client) &+ facts.ways.distance(client, reload)
          &+ facts.ways.distance(reload, next) &- Int(leg[position])
        if after &* price < best.cost, after &+ Int(leg[position]) < Int(Travel.unreachable) {
          tryTrip(client, slot, position &- first, depot, isBefore: false, after, &best)
        }
      }
    }
  }

  /// Whether a load at a depot, before the client or after it, keeps moments and loads, told from the marks alone.
  ///
  /// The goods of the stops behind are released by then: the vehicle has left with them already. What the stops before
  /// could gain from being without those is not counted.
  func keepsTrip(_ client: Int, _ slot: Int, _ position: Int, _ depot: Int, isBefore: Bool) -> Bool {
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

  mutating func tryTrip(
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
  func keepsStock(_ client: Int, _ slot: Int, _ index: Int, _ depot: Int, isBefore: Bool) -> Bool {
    let position = begin[slot] &+ index
    if isBefore { return Int(site[position &+ 1]) >= facts.clientCount && hasStock(for: client, depot: depot) }
    var place = position
    while Int(site[place]) < facts.clientCount { place &-= 1 }
    return Int(site[place]) == facts.clientCount &+ depot && hasStock(for: client, depot: depot)
  }
}
