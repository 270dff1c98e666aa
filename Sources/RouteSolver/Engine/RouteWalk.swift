import Routing
import Units

/// A whole route walked through, step by step: the exact judgement that the quick ones agree with.
///
/// A route ends as early as it can, and then begins as late as that end allows. Where each client has at most one
/// window and there are no breaks, no other beginning gives a shorter duration.
struct RouteWalk: ~Copyable {
  private(set) var count = 0
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
  private(set) var distance = 0
  private(set) var duration = 0
  private(set) var end = 0

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

  private mutating func grow() {
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
  private mutating func drive(_ kind: Int, _ facts: EngineFacts) -> Bool {
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
        if facts.skills[site] & ~facts.kinds[kind].skills != 0 { return false }
      } else if position < count &- 1 {
        trips &+= 1
      }
    }
    return distance <= facts.kinds[kind].maximumDistance && clients <= facts.kinds[kind].maximumStops
      && trips <= facts.kinds[kind].maximumTrips
  }

  /// Loads trip by trip, and how long each load takes and when it may begin.
  private mutating func load(_ kind: Int, _ facts: EngineFacts) -> Bool {
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
      let depot = Int(sites[first])
      length[first] = facts.service[depot] &+ units &* facts.loadPerUnit(depot)
      from[first] = max(facts.from[depot], release)
      to[first] = facts.to[depot] &- length[first]
      first = next
    }
    for position in 1..<count where Int(sites[position]) < facts.clientCount {
      let site = Int(sites[position])
      (from[position], to[position], length[position]) = (facts.from[site], facts.to[site], facts.service[site])
    }
    let home = Int(sites[count &- 1])
    (from[count &- 1], to[count &- 1], length[count &- 1]) = (facts.from[home], facts.to[home], 0)
    return true
  }

  /// Whether the clients from position `first` up to `last` go on board together.
  private func fits(_ first: Int, _ last: Int, _ kind: Int, _ facts: EngineFacts) -> Bool {
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

  private mutating func time(_ kind: Int, _ facts: EngineFacts) -> Bool {
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
    guard facts.hasSeveralWindows, site < facts.clientCount else { return earliest }
    for window in facts.problem.clients[site].windows where window.to >= earliest { return max(earliest, window.from) }
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
  private mutating func goForward(_ facts: EngineFacts) -> Bool {
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
  private mutating func goBackward(_ facts: EngineFacts) {
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

  // MARK: Breaks

  /// Finds rests with which the route ends earliest, over all numbers of breaks that are over before it begins.
  private mutating func placeRests(_ kind: Int, _ facts: EngineFacts) -> Bool {
    var best = EngineFacts.never
    var plan = RestPlan()
    let earliest = from[0]
    for skipped in 0...facts.kinds[kind].breaks.count {
      from[0] = earliest
      if skipped > 0 { from[0] = max(earliest, facts.kinds[kind].breaks[skipped &- 1].window.to &+ 1) }
      guard let found = restPlan(kind, skipped, facts) else { continue }
      if found.duration < best {
        best = found.duration
        plan = found.plan
      }
    }
    guard best < EngineFacts.never else { return false }
    from[0] = max(earliest, plan.notBefore)
    rests = plan
    return follow(facts)
  }

  /// The plan with the earliest end when the route begins after the first `skipped` breaks; its duration.
  private mutating func restPlan(_ kind: Int, _ skipped: Int, _ facts: EngineFacts) -> (plan: RestPlan, duration: Int)?
  {
    let breaks = facts.kinds[kind].breaks
    let never = EngineFacts.never
    let width = breaks.count + 1
    // By breaks done: when the vehicle is ready to leave the position, and how it came to be.
    var ready = Array(repeating: never, count: width)
    var ways = Array(repeating: RestPlan.Step.none, count: width * count)
    guard let start = opening(0, from[0], facts) else { return nil }
    ready[skipped] = start + length[0]
    for position in 1..<count {
      let way = facts.ways.duration(Int(sites[position - 1]), Int(sites[position]))
      var next = Array(repeating: never, count: width)
      for done in skipped..<width where ready[done] < never {
        var leaving = ready[done]
        for between in done..<width {
          if between > done {
            guard let rested = breaks[between - 1].end(from: leaving) else { break }
            leaving = rested
          }
          var moment = leaving + way
          for after in between..<width {
            if after > between {
              if position == count - 1 { break }
              guard let rested = breaks[after - 1].end(from: moment) else { break }
              moment = rested
            }
            guard let begin = opening(position, moment, facts) else { continue }
            if begin + length[position] < next[after] {
              next[after] = begin + length[position]
              ways[position * width + after] = .init(leaving: between - done, arriving: after - between)
            }
          }
        }
      }
      ready = next
    }
    var done: Int?
    for number in skipped..<width where ready[number] < never {
      let isAllowed = (number..<breaks.count).allSatisfy { ready[number] <= breaks[$0].window.to }
      if isAllowed, ready[number] < done.map({ ready[$0] }) ?? never { done = number }
    }
    guard let last = done else { return nil }
    var plan = RestPlan()
    plan.notBefore = from[0]
    var number = last
    for position in stride(from: count - 1, to: 0, by: -1) {
      let step = ways[position * width + number]
      for rest in 0..<step.arriving { plan.add(number - 1 - rest, breaks, position: position, isArriving: true) }
      number -= step.arriving
      for rest in 0..<step.leaving { plan.add(number - 1 - rest, breaks, position: position - 1, isArriving: false) }
      number -= step.leaving
    }
    rests = plan
    guard follow(facts) else { return nil }
    goBackward(facts)
    return (plan, duration)
  }

  /// As early as possible with the rests as they are placed.
  private mutating func follow(_ facts: EngineFacts) -> Bool {
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

/// Where on a route its vehicle rests.
struct RestPlan {
  struct Step {
    var leaving = 0
    var arriving = 0
    static let none = Step()
  }
  private struct Rest {
    var number: Int
    var rest: RoutingProblem.Break
    var position: Int
    var isArriving: Bool
  }
  /// From the last to the first.
  private var rests: [Rest] = []
  var notBefore = -RoutingProblem.horizon

  mutating func clear() {
    if !rests.isEmpty { rests.removeAll() }
    notBefore = -RoutingProblem.horizon
  }

  mutating func add(_ number: Int, _ breaks: [RoutingProblem.Break], position: Int, isArriving: Bool) {
    rests.append(Rest(number: number, rest: breaks[number], position: position, isArriving: isArriving))
  }

  func earliest(from moment: Int, at position: Int, isArriving: Bool) -> Int? {
    var moment = moment
    for rest in rests.reversed() where rest.position == position && rest.isArriving == isArriving {
      guard let end = rest.rest.end(from: moment) else { return nil }
      moment = end
    }
    return moment
  }

  /// The latest arrival at a position so that service there begins at `moment`.
  func latest(before moment: Int, at position: Int) -> Int {
    rests.isEmpty ? moment : latest(moment, position, true)
  }

  /// The latest end of service at a position so that the vehicle leaves at `moment`.
  func latest(after moment: Int, at position: Int) -> Int {
    rests.isEmpty ? moment : latest(moment, position, false)
  }

  private func latest(_ moment: Int, _ position: Int, _ isArriving: Bool) -> Int {
    var moment = moment
    for rest in rests where rest.position == position && rest.isArriving == isArriving {
      moment = min(moment - rest.rest.duration, rest.rest.window.to)
    }
    return moment
  }

  func stops(from moment: Int, at position: Int, isArriving: Bool, _ stops: inout [RoutingSolution.Stop]) -> Int {
    var moment = moment
    for rest in rests.reversed() where rest.position == position && rest.isArriving == isArriving {
      let begin = max(moment, rest.rest.window.from)
      let departure = begin + rest.rest.duration
      stops.append(.init(action: .rest(break: rest.number), arrival: moment, begin: begin, departure: departure))
      moment = departure
    }
    return moment
  }
}

extension RoutingProblem.Break {
  /// When the rest is over that begins from `moment` on; nil where its window is over.
  func end(from moment: Int) -> Int? {
    let begin = max(moment, window.from)
    return begin <= window.to ? begin + duration : nil
  }
}
