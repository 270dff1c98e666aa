import Routing
import Units

/// All routes of a plan together at the depots: who loads when, where docks are few or stock comes in over the day.
///
/// Vehicles load in the order in which they come, each as soon as a dock is free and its goods are there; then, route by
/// route, everything is put off as far as the route's end and the docks allow, so that nobody waits longer than needed.
/// The outcome does not depend on the order of the routes.
///
/// O(stops + loads × (routes + docks) + loads² at a depot with docks).
struct DepotDay: ~Copyable {
  let facts: EngineFacts
  var routes: [Route] = []
  private(set) var order: [Int] = []
  // By position of all routes.
  var sites: [Int32] = []
  var from: [Int] = []
  var to: [Int] = []
  var length: [Int] = []
  var begin: [Int] = []
  var walk: RouteWalk
  /// By depot: until when each dock is taken; empty where there are any number.
  var docks: [[Int]]
  /// By depot: loads as they were given docks.
  var bookings: [[Booking]]
  /// By depot × load dimension.
  var gone: [Int]
  let arrivals: StockArrivals
  /// Where the last plan failed: a route and a position of it.
  var failure: (route: Int, position: Int) = (0, 0)

  struct Route {
    var kind: Int
    var first: Int
    var count: Int
    /// Its first client: tells it from all other routes.
    var key: Int32
    var distance: Int
    /// The next load that has no moment yet, −1 when there is none left, and when it could begin.
    var load = -1
    var reach = 0
  }

  struct Booking {
    var position: Int
    var begin: Int
    var end: Int
  }

  init(_ facts: EngineFacts) {
    self.facts = facts
    walk = RouteWalk(capacity: 64, loads: facts.loadCount)
    docks = facts.problem.depots.map { Array(repeating: 0, count: $0.docks ?? 0) }
    bookings = Array(repeating: [], count: docks.count)
    gone = Array(repeating: 0, count: docks.count * facts.loadCount)
    arrivals = StockArrivals(facts.problem, loads: facts.loadCount)
  }

  // MARK: Routes

  mutating func clear() {
    routes.removeAll(keepingCapacity: true)
    sites.removeAll(keepingCapacity: true)
    from.removeAll(keepingCapacity: true)
    to.removeAll(keepingCapacity: true)
    length.removeAll(keepingCapacity: true)
    begin.removeAll(keepingCapacity: true)
  }

  /// Whether so many routes were added: all of a plan.
  func isComplete(_ count: Int) -> Bool { routes.count == count }

  /// Adds a route; false where it breaks a rule on its own.
  mutating func add(_ kind: Int, _ stops: ArraySlice<Int32>) -> Bool {
    walk.lay(stops, kind, facts)
    return add(kind)
  }

  mutating func add(_ kind: Int, _ slot: Int, _ store: borrowing RouteStore) -> Bool {
    let first = store.begin[slot]
    walk.reset(store.site[first])
    for position in (first &+ 1)...(first &+ store.size[slot] &+ 1) { walk.append(store.site[position]) }
    return add(kind)
  }

  private mutating func add(_ kind: Int) -> Bool {
    guard walk.drive(kind, facts), walk.load(kind, facts) else { return false }
    walk.from[0] = max(walk.from[0], facts.kinds[kind].from)
    walk.to[walk.count &- 1] = min(walk.to[walk.count &- 1], facts.kinds[kind].to)
    var key = Int32.max
    let first = sites.count
    for position in 0..<walk.count {
      let site = walk.sites[position]
      if key == .max, Int(site) < facts.clientCount { key = site }
      sites.append(site)
      from.append(walk.from[position])
      to.append(walk.to[position])
      length.append(walk.length[position])
      begin.append(0)
    }
    routes.append(Route(kind: kind, first: first, count: walk.count, key: key, distance: walk.distance))
    return true
  }

  // MARK: The day

  /// What all routes cost together; nil where something comes too late (`failure` says what).
  mutating func settle() -> Int? {
    for depot in docks.indices {
      for dock in docks[depot].indices { docks[depot][dock] = -RoutingProblem.horizon }
      bookings[depot].removeAll(keepingCapacity: true)
    }
    for cell in gone.indices { gone[cell] = 0 }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: routes.indices)
    order.sort { routes[$0].key < routes[$1].key }
    for route in order {
      guard depart(route) else { return nil }
    }
    while let route = nextToLoad() {
      guard load(route), forward(route, behind: routes[route].load) else { return nil }
    }
    var cost = 0
    for route in order {
      guard let duration = putOff(route) else { return nil }
      guard duration <= facts.kinds[routes[route].kind].maximumDuration else {
        failure = (route, 1)
        return nil
      }
      cost &+= facts.kinds[routes[route].kind].cost(distance: routes[route].distance, duration: duration)
    }
    return cost
  }

  /// Whether something is loaded at a position for a trip.
  func isLoad(_ route: Int, _ position: Int) -> Bool {
    let index = routes[route].first &+ position
    guard position < routes[route].count &- 1, Int(sites[index]) >= facts.clientCount else { return false }
    return Int(sites[index &+ 1]) < facts.clientCount
  }

  private mutating func depart(_ route: Int) -> Bool {
    if isLoad(route, 0) {
      routes[route].load = 0
      routes[route].reach = from[routes[route].first]
      return true
    }
    begin[routes[route].first] = from[routes[route].first]
    return forward(route, behind: 0)
  }

  /// Everything behind a position as early as it can be, up to the next load, which is still to be given its moment.
  private mutating func forward(_ route: Int, behind start: Int) -> Bool {
    routes[route].load = -1
    if !facts.kinds[routes[route].kind].breaks.isEmpty { return forwardWithRests(route, behind: start) }
    let first = routes[route].first
    var position = start &+ 1
    while position < routes[route].count {
      let index = first &+ position
      let arrival =
        begin[index &- 1] &+ length[index &- 1] &+ facts.ways.duration(Int(sites[index &- 1]), Int(sites[index]))
      guard let moment = opening(index, arrival) else {
        failure = (route, position)
        return false
      }
      if isLoad(route, position) {
        routes[route].load = position
        routes[route].reach = moment
        return true
      }
      begin[index] = moment
      position &+= 1
    }
    return true
  }

  /// With rests the whole route is walked again: loads that have their moments keep them.
  private mutating func forwardWithRests(_ route: Int, behind start: Int) -> Bool {
    let first = routes[route].first
    guard rewalk(route, upTo: start) else {
      failure = (route, max(1, start))
      return false
    }
    for position in (start &+ 1)..<routes[route].count {
      if isLoad(route, position) {
        routes[route].load = position
        routes[route].reach = walk.begin[position]
        return true
      }
    }
    for position in 0..<routes[route].count { begin[first &+ position] = walk.begin[position] }
    return true
  }

  /// Walks a route whose loads up to a position have their moments.
  mutating func rewalk(_ route: Int, upTo last: Int) -> Bool {
    let (first, kind) = (routes[route].first, routes[route].kind)
    walk.reset(sites[first])
    for position in 1..<routes[route].count { walk.append(sites[first &+ position]) }
    guard walk.load(kind, facts) else { return false }
    for position in 0...last where isLoad(route, position) {
      (walk.from[position], walk.to[position]) = (begin[first &+ position], begin[first &+ position])
    }
    return walk.time(kind, facts)
  }

  private func opening(_ index: Int, _ moment: Int) -> Int? {
    if moment > to[index] { return nil }
    let earliest = max(moment, from[index])
    if earliest > to[index] { return nil }
    let site = Int(sites[index])
    guard facts.hasSeveralWindows, site < facts.clientCount else { return earliest }
    for window in facts.problem.clients[site].windows where window.to >= earliest {
      let opened = max(earliest, window.from)
      return opened <= to[index] ? opened : nil
    }
    return facts.problem.clients[site].windows.isEmpty ? earliest : nil
  }

  // MARK: The plan

  /// The routes with their moments, after `settle`; in the order in which they were added.
  mutating func solution() -> [RoutingSolution.Route] {
    routes.indices.compactMap { route in
      guard rewalk(route, upTo: routes[route].count &- 1) else { return nil }
      walk.begin[0] = begin[routes[route].first]
      return walk.route(routes[route].kind, facts)
    }
  }
}
