import Routing
import Units

extension RouteStore {
  /// Writes what is known at each position of a route, its loads and its cost.
  mutating func mark(_ slot: Int) {
    let first = begin[slot]
    let last = first &+ size[slot] &+ 1
    var length = 0
    var position = first
    let n = facts.clientCount
    while position < last {
      let here = Int(site[position])
      if here < n { positionOf[here] = position }
      let way = facts.ways.distance(here, Int(site[position &+ 1]))
      leg[position] = Int32(truncatingIfNeeded: way)
      length &+= way
      position &+= 1
    }
    distance[slot] = length
    if facts.loadCount > 0 { weigh(slot, first, last) }
    if facts.isTimed { clock(slot, first, last) }
    spare[slot] =
      locked[slot] >= Self.closed
      ? -1
      : facts.tracksLoads || facts.loadCount == 0
        ? EngineFacts.never : facts.capacity(kind[slot], 0) &- load[slot &* facts.loadCount]
    cost[slot] = price(slot)
  }

  private mutating func weigh(_ slot: Int, _ first: Int, _ last: Int) {
    let loads = facts.loadCount
    for dimension in 0..<loads {
      var units = 0
      for position in (first &+ 1)..<last where Int(site[position]) < facts.clientCount {
        let client = Int(site[position])
        if !facts.isShipped(client) { units &+= facts.delivery[client &* loads &+ dimension] }
      }
      load[slot &* loads &+ dimension] = units
    }
    if facts.tracksLoads { markPeaks(first, last) }
    if facts.hasStock { book(slot) }
  }

  /// O(stops × load dimensions).
  private func markPeaks(_ first: Int, _ last: Int) {
    let loads = facts.loadCount
    for dimension in 0..<loads {
      var start = first
      while start < last {
        var next = start &+ 1
        var onBoard = 0
        while next < last, Int(site[next]) < facts.clientCount {
          let client = Int(site[next])
          if !facts.isShipped(client) { onBoard &+= facts.delivery[client &* loads &+ dimension] }
          next &+= 1
        }
        var peak = onBoard
        for position in start..<next {
          if position > start {
            let cell = Int(site[position]) &* loads &+ dimension
            onBoard &+= facts.pickup[cell] &- facts.delivery[cell]
          }
          peak = max(peak, onBoard)
          peakBefore[position &* loads &+ dimension] = peak
          peakFrom[position &* loads &+ dimension] = onBoard
          self.onBoard[position &* loads &+ dimension] = onBoard
        }
        var position = next &- 2
        while position >= start {
          let cell = position &* loads &+ dimension
          peakFrom[cell] = max(peakFrom[cell], peakFrom[cell &+ loads])
          position &-= 1
        }
        start = next
      }
    }
    for dimension in 0..<loads {
      peakBefore[last &* loads &+ dimension] = 0
      peakFrom[last &* loads &+ dimension] = 0
      onBoard[last &* loads &+ dimension] = 0
    }
  }

  /// What loading takes at a depot of the route. O(stops of the trip) where it depends on the amount.
  private func loading(_ position: Int, _ last: Int) -> Int {
    let depot = Int(site[position])
    // A vehicle that goes on to another depot has loaded nothing.
    if Int(site[position &+ 1]) >= facts.clientCount { return 0 }
    var time = facts.service[depot]
    if facts.loadPerUnit(depot) > 0 {
      var next = position &+ 1
      while next < last, Int(site[next]) < facts.clientCount {
        let client = Int(site[next])
        if !facts.isShipped(client) { time &+= facts.loadPerUnit(depot) &* facts.loadingUnits(client) }
        next &+= 1
      }
    }
    return time
  }

  private mutating func clock(_ slot: Int, _ first: Int, _ last: Int) {
    let number = kind[slot]
    var start = first
    var moment = facts.kinds[number].from
    var late = false
    // Forward: loads begin when all their goods are released.
    while start < last {
      var next = start &+ 1
      var release = facts.from[Int(site[start])]
      while next < last, Int(site[next]) < facts.clientCount {
        release = max(release, facts.release[Int(site[next])])
        next &+= 1
      }
      if start == first {
        moment = max(moment, release)
      } else {
        moment = max(moment &+ facts.ways.duration(Int(site[start &- 1]), Int(site[start])), release)
      }
      let begins = moment
      tripBegin[start] = begins
      moment &+= loading(start, last)
      ready[start] = moment
      if moment > facts.to[Int(site[start])] { late = true }
      for position in (start &+ 1)..<max(next, start &+ 1) {
        let here = Int(site[position])
        moment = max(moment &+ facts.ways.duration(Int(site[position &- 1]), here), facts.from[here])
        if moment > facts.to[here] { late = true }
        moment &+= facts.service[here]
        ready[position] = moment
        tripBegin[position] = begins
      }
      start = next
    }
    let home = Int(site[last])
    ready[last] = max(moment &+ facts.ways.duration(Int(site[last &- 1]), home), facts.from[home])
    tripBegin[last] = -RoutingProblem.horizon
    // Backward.
    var limit = min(facts.to[home], facts.kinds[number].to)
    latest[last] = limit
    isLate[slot] = late || ready[last] > limit
    var position = last &- 1
    while position >= first {
      let here = Int(site[position])
      let service = here < facts.clientCount ? facts.service[here] : loading(position, last)
      limit = limit &- facts.ways.duration(here, Int(site[position &+ 1])) &- service
      let close = here < facts.clientCount ? facts.to[here] : facts.to[here] &- service
      limit = min(limit, close)
      latest[position] = limit
      position &-= 1
    }
    if facts.pricesDuration { join(slot, first, last) }
  }

  private mutating func join(_ slot: Int, _ first: Int, _ last: Int) {
    var stretch = single(slot, first, first, last)
    before[first] = stretch
    var position = first &+ 1
    while position <= last {
      let way = facts.ways.duration(Int(site[position &- 1]), Int(site[position]))
      stretch = stretch.joined(to: single(slot, position, first, last), way)
      before[position] = stretch
      position &+= 1
    }
    stretch = single(slot, last, first, last)
    after[last] = stretch
    position = last &- 1
    while position >= first {
      let way = facts.ways.duration(Int(site[position]), Int(site[position &+ 1]))
      stretch = single(slot, position, first, last).joined(to: stretch, way)
      after[position] = stretch
      position &-= 1
    }
  }

  /// One position as a stretch of its own.
  private func single(_ slot: Int, _ position: Int, _ first: Int, _ last: Int) -> Stretch {
    let here = Int(site[position])
    if here < facts.clientCount {
      return Stretch(duration: facts.service[here], earliest: facts.from[here], latest: facts.to[here])
    }
    let number = kind[slot]
    if position == last {
      return Stretch(
        duration: 0, earliest: facts.from[here], latest: min(facts.to[here], facts.kinds[number].to))
    }
    let service = loading(position, last)
    // The release of a trip's goods is in the moment its load begins, unless the vehicle comes later anyway.
    var release = facts.from[here]
    var next = position &+ 1
    while next < last, Int(site[next]) < facts.clientCount {
      release = max(release, facts.release[Int(site[next])])
      next &+= 1
    }
    if position == first { release = max(release, facts.kinds[number].from) }
    return Stretch(duration: service, earliest: release, latest: facts.to[here] &- service)
  }

  /// The route's exact cost; `never` where it breaks a rule that only a walk sees.
  mutating func price(_ slot: Int) -> Int {
    let number = kind[slot]
    if facts.kinds[number].needsWalk {
      lay(slot)
      return walk.cost(number, facts)
    }
    let duration = facts.pricesDuration ? before[begin[slot] &+ size[slot] &+ 1].duration : 0
    return facts.kinds[number].cost(distance: distance[slot], duration: duration)
  }

  /// Whether the route breaks a rule, as it can where a detour was shorter than the way.
  mutating func isBroken(_ slot: Int) -> Bool {
    if cost[slot] >= Int(Travel.unreachable) {
      for position in begin[slot]...(begin[slot] &+ size[slot]) where leg[position] >= Travel.unreachable {
        return true
      }
      if cost[slot] >= EngineFacts.never { return true }
    }
    if facts.isTimed, isLate[slot] { return true }
    guard facts.breaksTriangle, facts.limitsDistance(kind[slot]) || facts.pricesDuration else { return false }
    lay(slot)
    return walk.cost(kind[slot], facts) >= EngineFacts.never
  }

  /// What the route would cost with a vehicle of another kind; `never` where that cannot drive it. O(stops).
  mutating func cost(_ slot: Int, with number: Int) -> Int {
    lay(slot)
    walk.sites[0] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[number].start)
    walk.sites[walk.count &- 1] = Int32(truncatingIfNeeded: facts.clientCount &+ facts.kinds[number].end)
    return walk.cost(number, facts)
  }

  /// Lays the route out for a walk.
  mutating func lay(_ slot: Int) {
    let first = begin[slot]
    walk.reset(site[first])
    for position in (first &+ 1)...(first &+ size[slot] &+ 1) { walk.append(site[position]) }
  }
}

extension RouteStore.Stretch {
  /// This stretch, a way, and another stretch, where that keeps the windows; the least duration and when it begins.
  ///
  /// Source: Vidal, Crainic, Gendreau and Prins, "A hybrid genetic algorithm with adaptive diversity management for a
  /// large class of vehicle routing problems with time-windows" (2013), section 4.3.
  @inline(__always) func joined(to next: Self, _ way: Int) -> Self {
    let shift = duration &+ way
    let wait = max(next.earliest &- shift &- latest, 0)
    return Self(
      duration: shift &+ next.duration &+ wait, earliest: max(next.earliest &- shift, earliest) &- wait,
      latest: min(next.latest &- shift, latest))
  }
}
