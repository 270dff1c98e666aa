import Routing
import Units

extension RouteStore {
  /// Whether a client's goods fit on a route of one trip, and its skills are there. O(load dimensions).
  @inline(__always) func admits(_ client: Int, _ slot: Int) -> Bool {
    let number = kind[slot]
    if locked[slot] >= Self.closed { return false }
    if clients[slot] >= facts.maximumStops(number) { return false }
    if !facts.mayServe(client, number) { return false }
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
  @inline(__always) mutating func scanWays<Legs: LegLookup>(
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
      if detour < most, detour &+ Int(ways[index]) < Int(Travel.unreachable), !blinker.blinks(&random) {
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
  @inline(__always) mutating func scanTimes<Legs: LegLookup>(
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
      if detour &* price < best.cost, detour &+ Int(leg[position]) < Int(Travel.unreachable) {
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
    if detour &* price >= best.cost || detour &+ Int(leg[position]) >= Int(Travel.unreachable) { return }
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
  mutating func exactCost(_ client: Int, _ slot: Int, _ position: Int, _ detour: Int, _ limit: Int) -> Int {
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
}
