import Routing

/// Routes that the search has come by, each set of clients and kind of vehicle once, at its least cost.
struct RoutePool: Sendable {
  struct Route: Sendable {
    var kind: Int
    var stops: [Int32]
    var cost: Int
    fileprivate var key: UInt64
  }

  private(set) var routes: [Route] = []
  private var placeOf: [UInt64: Int] = [:]
  /// Where the next route goes when the pool is full: over the oldest.
  private var oldest = 0

  /// Takes in the routes of a plan. O(stops).
  mutating func take(_ store: borrowing RouteStore, _ facts: EngineFacts) {
    for index in 0..<store.activeCount {
      let slot = Int(store.active[index])
      let positions = (store.begin[slot] &+ 1)..<(store.begin[slot] &+ store.size[slot] &+ 1)
      var key = Self.mixed(UInt64(store.kind[slot]) &+ 1 &+ UInt64(facts.siteCount))
      for position in positions where Int(store.site[position]) < facts.clientCount {
        key &+= Self.mixed(UInt64(store.site[position]))
      }
      let place = placeOf[key]
      if let place, routes[place].cost <= store.cost[slot] { continue }
      let route = Route(
        kind: store.kind[slot], stops: positions.map { store.site[$0] }, cost: store.cost[slot], key: key)
      if let place { routes[place] = route } else { add(route) }
    }
  }

  mutating func merge(_ other: RoutePool) {
    for route in other.routes {
      if let place = placeOf[route.key] {
        if route.cost < routes[place].cost { routes[place] = route }
      } else {
        add(route)
      }
    }
  }

  private mutating func add(_ route: Route) {
    if routes.count < Tuning.poolSize {
      placeOf[route.key] = routes.count
      routes.append(route)
      return
    }
    placeOf[routes[oldest].key] = nil
    placeOf[route.key] = oldest
    routes[oldest] = route
    oldest = (oldest + 1) % routes.count
  }

  /// Spreads bits (the finaliser of SplitMix64, Steele, Lea and Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
