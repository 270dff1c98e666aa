import Routing
import Units

/// A whole route walked through, step by step: the exact judgement that the quick ones agree with.
///
/// A route ends as early as it can, and then begins as late as that end allows. Where each client has at most one
/// window and there are no breaks, no other beginning gives a shorter duration.
struct RouteWalk: ~Copyable {
  var count = 0
  var sites: Buffer<Int32>
  /// By position: when what is done there may begin, and what it takes.
  var from: Buffer<Int>
  var to: Buffer<Int>
  var length: Buffer<Int>
  /// By position: when it begins.
  var begin: Buffer<Int>
  var rests = RestPlan()
  private let loads: Int

  /// Of the last walk.
  var distance = 0
  var duration = 0
  var end = 0

  init(capacity: Int, loads: Int) {
    self.loads = loads
    sites = Buffer(repeating: 0, count: capacity)
    from = Buffer(repeating: 0, count: capacity)
    to = Buffer(repeating: 0, count: capacity)
    length = Buffer(repeating: 0, count: capacity)
    begin = Buffer(repeating: 0, count: capacity)
  }

  /// Forgets everything and begins at a site, a start depot.
  mutating func reset(_ site: Int32) {
    count = 0
    append(site)
  }

  mutating func append(_ site: Int32) {
    if count == sites.count { grow() }
    sites[count] = site
    count &+= 1
  }

  mutating func grow() {
    let room = 2 * sites.count + 8
    let wider = Buffer<Int32>(repeating: 0, count: room)
    for index in 0..<count { wider[index] = sites[index] }
    sites = wider
    from = Buffer(repeating: 0, count: room)
    to = Buffer(repeating: 0, count: room)
    length = Buffer(repeating: 0, count: room)
    begin = Buffer(repeating: 0, count: room)
  }

  /// The route's cost; `EngineFacts.never` where it breaks a rule. O(stops × (load dimensions + breaks²)).
  mutating func cost(_ kind: Int, _ facts: EngineFacts) -> Int {
    guard drive(kind, facts), load(kind, facts), time(kind, facts) else { return EngineFacts.never }
    return facts.kinds[kind].cost(distance: distance, duration: duration)
  }

  /// Ways, stops, trips and skills.
  mutating func drive(_ kind: Int, _ facts: EngineFacts) -> Bool {
    distance = 0
    var clients = 0
    var trips = 1
    for position in 1..<count {
      let site = Int(sites[position])
      let way = facts.ways.distance(Int(sites[position &- 1]), site)
      if way >= Int(Travel.unreachable) { return false }
      distance &+= way
      if site < facts.clientCount {
        clients &+= 1
        if !facts.mayServe(site, kind) { return false }
      } else if position > 1, position < count &- 1 {
        // A load right after the start is the first.
        trips &+= 1
      }
    }
    return distance <= facts.kinds[kind].maximumDistance && clients <= facts.kinds[kind].maximumStops
      && trips <= facts.kinds[kind].maximumTrips
  }

  /// Loads trip by trip, and how long each load takes and when it may begin.
  mutating func load(_ kind: Int, _ facts: EngineFacts) -> Bool {
    var first = 0
    while first < count &- 1 {
      var next = first &+ 1
      var release = -RoutingProblem.horizon
      var units = 0
      while next < count &- 1, Int(sites[next]) < facts.clientCount {
        release = max(release, facts.release[Int(sites[next])])
        if !facts.isShipped(Int(sites[next])) { units &+= facts.loadingUnits(Int(sites[next])) }
        next &+= 1
      }
      if !fits(first &+ 1, next, kind, facts) { return false }
      if facts.looksAtWholeRoutes, facts.requests.hasShipments, !keepsShipments(first &+ 1, next, facts) {
        return false
      }
      let depot = Int(sites[first])
      // A vehicle that goes on to another depot has loaded nothing.
      length[first] = next == first &+ 1 ? 0 : facts.service[depot] &+ units &* facts.loadPerUnit(depot)
      from[first] = max(facts.from[depot], release)
      to[first] = facts.to[depot] &- length[first]
      first = next
    }
    for position in 1..<count where Int(sites[position]) < facts.clientCount {
      let site = Int(sites[position])
      (from[position], to[position], length[position]) = (facts.from[site], facts.to[site], facts.service[site])
      if facts.kinds[kind].needsWalk { handle(position, kind, facts) }
    }
    if facts.hasDuePieces { joinPieces(facts) }
    let home = Int(sites[count &- 1])
    (from[count &- 1], to[count &- 1], length[count &- 1]) = (facts.from[home], facts.to[home], 0)
    return true
  }

  /// A stop that brings several pieces of a client is over before the first of them is due.
  private mutating func joinPieces(_ facts: EngineFacts) {
    var due = RoutingProblem.horizon
    for position in 1..<(count &- 1) {
      let site = Int(sites[position])
      guard site < facts.clientCount, facts.pieceOf[site] >= 0 else { continue }
      let previous = Int(sites[position &- 1])
      let isJoined = previous < facts.clientCount && facts.pieceOf[previous] == facts.pieceOf[site]
      due = isJoined ? min(due, facts.due[site]) : facts.due[site]
      to[position] = min(to[position], due &- length[position])
    }
  }

  /// Adds what vehicles of this kind take longer at a stop.
  @inline(__always) private mutating func handle(_ position: Int, _ kind: Int, _ facts: EngineFacts) {
    let site = Int(sites[position])
    let previous = Int(sites[position &- 1])
    let comes = previous >= facts.clientCount || facts.location[previous] != facts.location[site]
    let more = facts.slowness(site, kind, comesFromElsewhere: comes)
    length[position] &+= more
    to[position] = min(to[position], facts.due[site] &- length[position])
  }

  /// Whether what is delivered on a trip was picked up on it. O(stops²).
  private func keepsShipments(_ first: Int, _ last: Int, _ facts: EngineFacts) -> Bool {
    for position in first..<last where facts.isShipped(Int(sites[position])) {
      let giver = facts.giver(of: Int(sites[position]))
      var before = position &- 1
      while before >= first, sites[before] != giver { before &-= 1 }
      if before < first { return false }
    }
    return true
  }

  /// Whether the clients from position `first` up to `last` go on board together.
  func fits(_ first: Int, _ last: Int, _ kind: Int, _ facts: EngineFacts) -> Bool {
    for load in 0..<loads {
      let capacity = facts.kinds[kind].capacity[load]
      var onBoard = 0
      for position in first..<last where !facts.isShipped(Int(sites[position])) {
        onBoard &+= facts.delivery[Int(sites[position]) &* loads &+ load]
      }
      if onBoard > capacity { return false }
      for position in first..<last {
        let cell = Int(sites[position]) &* loads &+ load
        onBoard &+= facts.pickup[cell] &- facts.delivery[cell]
        if onBoard > capacity { return false }
      }
    }
    return true
  }

  mutating func time(_ kind: Int, _ facts: EngineFacts) -> Bool {
    rests.clear()
    guard facts.isTimed else {
      duration = 0
      return true
    }
    from[0] = max(from[0], facts.kinds[kind].from)
    to[count &- 1] = min(to[count &- 1], facts.kinds[kind].to)
    if facts.kinds[kind].breaks.isEmpty {
      guard goForward(facts) else { return false }
    } else {
      guard placeRests(kind, facts) else { return false }
    }
    goBackward(facts)
    return duration <= facts.kinds[kind].maximumDuration
  }

  /// The first moment from `moment` on at which what is at the position may begin; nil after its last window.
  @inline(__always) func opening(_ position: Int, _ moment: Int, _ facts: EngineFacts) -> Int? {
    if moment > to[position] { return nil }
    let earliest = max(moment, from[position])
    let site = Int(sites[position])
    if earliest > to[position] { return nil }
    guard facts.hasSeveralWindows, site < facts.clientCount else { return earliest }
    for window in facts.problem.clients[site].windows where window.to >= earliest {
      let opened = max(earliest, window.from)
      return opened <= to[position] ? opened : nil
    }
    return facts.problem.clients[site].windows.isEmpty ? earliest : nil
  }

  /// The last moment up to `moment` at which what is at the position may begin.
  @inline(__always) func closing(_ position: Int, _ moment: Int, _ facts: EngineFacts) -> Int {
    let latest = min(moment, to[position])
    let site = Int(sites[position])
    guard facts.hasSeveralWindows, site < facts.clientCount else { return latest }
    for window in facts.problem.clients[site].windows.reversed() where window.from <= latest {
      return min(latest, window.to)
    }
    return latest
  }

  /// As early as possible, without rests.
  mutating func goForward(_ facts: EngineFacts) -> Bool {
    guard let start = opening(0, from[0], facts) else { return false }
    begin[0] = start
    for position in 1..<count {
      let arrival =
        begin[position &- 1] &+ length[position &- 1]
        &+ facts.ways.duration(Int(sites[position &- 1]), Int(sites[position]))
      guard let moment = opening(position, arrival, facts) else { return false }
      begin[position] = moment
    }
    end = begin[count &- 1]
    return true
  }

  /// From the end back, everything as late as the end allows; then the start stays, the rest goes forward again.
  mutating func goBackward(_ facts: EngineFacts) {
    var moment = begin[count &- 1]
    var position = count &- 1
    while position > 0 {
      moment = rests.latest(before: moment, at: position)
      position &-= 1
      moment &-= facts.ways.duration(Int(sites[position]), Int(sites[position &+ 1]))
      moment = rests.latest(after: moment, at: position)
      moment = closing(position, moment &- length[position], facts)
    }
    begin[0] = moment
    duration = begin[count &- 1] &- moment
  }

  /// As early as possible with the rests as they are placed.
  mutating func follow(_ facts: EngineFacts) -> Bool {
    guard let start = opening(0, from[0], facts) else { return false }
    begin[0] = start
    for position in 1..<count {
      var moment = begin[position - 1] + length[position - 1]
      guard let left = rests.earliest(from: moment, at: position - 1, isArriving: false) else { return false }
      moment = left + facts.ways.duration(Int(sites[position - 1]), Int(sites[position]))
      guard let ready = rests.earliest(from: moment, at: position, isArriving: true),
        let opened = opening(position, ready, facts)
      else { return false }
      begin[position] = opened
    }
    end = begin[count - 1]
    return true
  }

  /// The route as a plan has it, after `cost` has found that it keeps the rules.
  mutating func route(_ kind: Int, _ facts: EngineFacts) -> RoutingSolution.Route {
    if facts.isTimed { from[0] = begin[0] } else { begin[0] = max(from[0], facts.kinds[kind].from) }
    if !facts.isTimed { from[0] = begin[0] }
    _ = follow(facts)
    var stops: [RoutingSolution.Stop] = []
    var moment = begin[0] + length[0]
    for position in 0..<count {
      if position > 0 {
        moment += facts.ways.duration(Int(sites[position - 1]), Int(sites[position]))
        moment = rests.stops(from: moment, at: position, isArriving: true, &stops)
        if position < count - 1 {
          let site = Int(sites[position])
          let action: RoutingSolution.Action =
            site < facts.clientCount ? .visit(client: site) : .load(depot: site - facts.clientCount)
          let departure = begin[position] + length[position]
          stops.append(.init(action: action, arrival: moment, begin: begin[position], departure: departure))
          moment = departure
        }
      }
      if position < count - 1 { moment = rests.stops(from: moment, at: position, isArriving: false, &stops) }
    }
    return RoutingSolution.Route(vehicle: kind, start: begin[0], end: begin[count - 1], stops: stops)
  }
}
