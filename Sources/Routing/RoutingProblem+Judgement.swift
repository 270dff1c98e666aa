extension RoutingProblem {
  /// Whether a plan keeps every rule, and its objective; naive, step by step, sharing nothing with the search.
  /// O(stops × load dimensions + vehicles + clients).
  public func judge(_ solution: RoutingSolution) -> RoutingJudgement {
    var judge = RoutingJudge(self)
    for (index, route) in solution.routes.enumerated() { judge.follow(route, index) }
    judge.compareFixedRoutes(solution)
    return judge.verdict(solution)
  }
}

struct RoutingJudge {
  let problem: RoutingProblem
  let loads: Int
  /// Second clients of shipments: what they get came from the first.
  let isShipped: [Bool]
  var faults: [RoutingJudgement.Fault] = []
  var cost = 0
  /// Route and place in it, by client.
  var place: [(route: Int, stop: Int)?]
  var used: [Int]
  var loadings: [Loading] = []
  /// What came in parts, by client.
  var brought: [[Part]]

  init(_ problem: RoutingProblem) {
    self.problem = problem
    loads = problem.loadCount
    var isShipped = Array(repeating: false, count: problem.clients.count)
    for shipment in problem.shipments { isShipped[shipment.to] = true }
    self.isShipped = isShipped
    place = Array(repeating: nil, count: problem.clients.count)
    used = Array(repeating: 0, count: problem.vehicles.count)
    brought = Array(repeating: [], count: problem.clients.count)
  }

  func entry(_ list: [Int], _ load: Int) -> Int { load < list.count ? list[load] : 0 }

  /// A load at a depot, and the stops up to the next one.
  private struct Trip {
    var depot: Int
    var loadStop: Int?
    var stops: [Int] = []
  }

  private func known(_ action: RoutingSolution.Action, _ vehicle: RoutingProblem.Vehicle) -> Bool {
    switch action {
    case .visit(let client), .deliver(let client, _): problem.clients.indices.contains(client)
    case .load(let depot): problem.depots.indices.contains(depot)
    case .rest(let number): vehicle.breaks.indices.contains(number)
    }
  }

  mutating func follow(_ route: RoutingSolution.Route, _ index: Int) {
    guard problem.vehicles.indices.contains(route.vehicle) else { return faults.append(.unknownIndex(route: index)) }
    let vehicle = problem.vehicles[route.vehicle]
    guard route.stops.allSatisfy({ known($0.action, vehicle) }) else {
      return faults.append(.unknownIndex(route: index))
    }
    used[route.vehicle] += 1
    let trips = trips(of: route, vehicle)
    for trip in trips { weigh(trip, route, index, vehicle) }
    let isEmptyAtFirst = trips.count > 1 && trips[0].stops.isEmpty
    if trips.count - (isEmptyAtFirst ? 1 : 0) > max(1, vehicle.maximumTrips) { faults.append(.trips(route: index)) }
    time(route, index, vehicle, trips)
    checkRests(route, index, vehicle)
  }

  private func trips(of route: RoutingSolution.Route, _ vehicle: RoutingProblem.Vehicle) -> [Trip] {
    var trips = [Trip(depot: vehicle.start)]
    for (number, stop) in route.stops.enumerated() {
      switch stop.action {
      case .visit, .deliver: trips[trips.count - 1].stops.append(number)
      case .load(let depot): trips.append(Trip(depot: depot, loadStop: number))
      case .rest: break
      }
    }
    return trips
  }

  private func client(_ route: RoutingSolution.Route, _ stop: Int) -> Int {
    route.stops[stop].action.client ?? 0
  }

  /// Units that a stop unloads.
  func delivered(_ action: RoutingSolution.Action, _ load: Int) -> Int {
    switch action {
    case .visit(let client): entry(problem.clients[client].delivery, load)
    case .deliver(let client, let units):
      units * entry(problem.clients[client].delivery, load) / max(1, entry(problem.clients[client].delivery, 0))
    case .load, .rest: 0
    }
  }

  /// Units for a stop that a depot gave.
  private func fromDepot(_ route: RoutingSolution.Route, _ stop: Int, _ load: Int) -> Int {
    isShipped[client(route, stop)] ? 0 : delivered(route.stops[stop].action, load)
  }

  private mutating func weigh(
    _ trip: Trip, _ route: RoutingSolution.Route, _ index: Int, _ vehicle: RoutingProblem.Vehicle
  ) {
    for load in 0..<loads {
      var onBoard = trip.stops.reduce(0) { $0 + fromDepot(route, $1, load) }
      let capacity = load < vehicle.capacity.count ? vehicle.capacity[load] : Int.max
      if onBoard > capacity { faults.append(.capacity(route: index, stop: trip.loadStop ?? -1)) }
      for stop in trip.stops {
        let pickup = entry(problem.clients[client(route, stop)].pickup, load)
        onBoard += pickup - delivered(route.stops[stop].action, load)
        if onBoard > capacity { faults.append(.capacity(route: index, stop: stop)) }
      }
    }
    for stop in trip.stops {
      let client = client(route, stop)
      if case .deliver(_, let units) = route.stops[stop].action {
        brought[client].append(Part(vehicle: route.vehicle, departure: route.stops[stop].departure, units: units))
        if problem.clients[client].part == nil || units < 1 { faults.append(.parts(client: client)) }
      } else {
        if place[client] != nil { faults.append(.visitedTwice(client: client)) }
        place[client] = (index, stop)
        checkVisit(client, route, stop)
      }
      checkBonds(client, route.vehicle)
      if !problem.clients[client].skills.isSubset(of: vehicle.skills) {
        faults.append(.skills(route: index, stop: stop))
      }
    }
  }

  private func loadingTime(_ trip: Trip, _ route: RoutingSolution.Route) -> Int {
    let depot = problem.depots[trip.depot]
    if trip.stops.isEmpty { return 0 }
    let units = loads == 0 ? 0 : trip.stops.reduce(0) { $0 + fromDepot(route, $1, 0) }
    return depot.loadFixed + depot.loadPerUnit * units
  }

  private mutating func time(
    _ route: RoutingSolution.Route, _ index: Int, _ vehicle: RoutingProblem.Vehicle, _ trips: [Trip]
  ) {
    var loading: [Int: Int] = [:]
    for trip in trips { loading[trip.loadStop ?? -1] = loadingTime(trip, route) }
    var clock = route.start + (loading[-1] ?? 0)
    var distance = 0
    var here = problem.depots[vehicle.start].location
    let hours = problem.depots[vehicle.start].hours
    if route.start < hours.from || clock > hours.to { faults.append(.window(route: index, stop: -1)) }
    // Where the vehicle has come to in order to rest before what it does there.
    var isThere = false
    // Where it has stopped at a client last.
    var stopped: Int?
    for (number, stop) in route.stops.enumerated() {
      let place = location(of: stop.action)
      let next = place ?? following(number, route, vehicle)
      let service = length(of: stop.action, vehicle, loading[number] ?? 0, comesFromElsewhere: stopped != place)
      if let place { stopped = stop.action.client == nil ? nil : place }
      checkTimes(stop, number, index, vehicle)
      // A rest is taken before leaving for the next place, or after coming there.
      let drives = !isThere && (place != nil || stop.arrival != clock)
      let leg = drives ? problem.travel.duration(here, next) : 0
      if drives {
        if !problem.travel.isReachable(here, next) { faults.append(.travelTime(route: index, stop: number)) }
        distance += problem.travel.distance(here, next)
        here = next
      }
      isThere = place == nil && (isThere || drives)
      if stop.arrival != clock + leg || stop.begin < stop.arrival {
        faults.append(.travelTime(route: index, stop: number))
      }
      if stop.departure != stop.begin + service { faults.append(.service(route: index, stop: number)) }
      clock = stop.departure
    }
    let home = problem.depots[vehicle.end]
    let leg = isThere ? 0 : problem.travel.duration(here, home.location)
    if !isThere {
      if !problem.travel.isReachable(here, home.location) {
        faults.append(.travelTime(route: index, stop: route.stops.count))
      }
      distance += problem.travel.distance(here, home.location)
    }
    if route.end != clock + leg { faults.append(.travelTime(route: index, stop: route.stops.count)) }
    if route.end < home.hours.from || route.end > home.hours.to {
      faults.append(.window(route: index, stop: route.stops.count))
    }
    for trip in trips {
      let begin = trip.loadStop.map { route.stops[$0].begin } ?? route.start
      if !trip.stops.isEmpty {
        loadings.append(
          Loading(
            depot: trip.depot, begin: begin, end: begin + (loading[trip.loadStop ?? -1] ?? 0),
            units: (0..<loads).map { load in trip.stops.reduce(0) { $0 + fromDepot(route, $1, load) } }))
      }
      for stop in trip.stops {
        let client = client(route, stop)
        if let release = problem.clients[client].release, begin < release {
          faults.append(.release(route: index, client: client))
        }
      }
    }
    charge(route, index, vehicle, distance)
  }

  /// Nil for a rest.
  private func location(of action: RoutingSolution.Action) -> Int? {
    switch action {
    case .visit(let client), .deliver(let client, _): problem.clients[client].location
    case .load(let depot): problem.depots[depot].location
    case .rest: nil
    }
  }

  /// Where the vehicle goes after a stop.
  private func following(_ stop: Int, _ route: RoutingSolution.Route, _ vehicle: RoutingProblem.Vehicle) -> Int {
    for next in route.stops[(stop + 1)...] {
      if let place = location(of: next.action) { return place }
    }
    return problem.depots[vehicle.end].location
  }

  private func length(
    of action: RoutingSolution.Action, _ vehicle: RoutingProblem.Vehicle, _ loading: Int, comesFromElsewhere: Bool
  ) -> Int {
    switch action {
    case .visit(let client), .deliver(let client, _):
      problem.clients[client].service + (comesFromElsewhere ? vehicle.stopTime : 0)
        + vehicle.timePerUnit * (delivered(action, 0) + entry(problem.clients[client].pickup, 0))
    case .load: loading
    case .rest(let rest): vehicle.breaks[rest].duration
    }
  }

  private mutating func checkTimes(
    _ stop: RoutingSolution.Stop, _ number: Int, _ index: Int, _ vehicle: RoutingProblem.Vehicle
  ) {
    switch stop.action {
    case .visit(let client), .deliver(let client, _):
      let windows = problem.clients[client].windows
      if !windows.isEmpty, !windows.contains(where: { $0.from <= stop.begin && stop.begin <= $0.to }) {
        faults.append(.window(route: index, stop: number))
      }
    case .load(let depot):
      let hours = problem.depots[depot].hours
      if stop.begin < hours.from || stop.departure > hours.to { faults.append(.window(route: index, stop: number)) }
      if !vehicle.reloadDepots.contains(depot) { faults.append(.reload(route: index, stop: number)) }
    case .rest(let rest):
      let window = vehicle.breaks[rest].window
      if stop.begin < window.from || stop.begin > window.to { faults.append(.rest(route: index)) }
    }
  }

  private mutating func charge(
    _ route: RoutingSolution.Route, _ index: Int, _ vehicle: RoutingProblem.Vehicle, _ distance: Int
  ) {
    let duration = route.end - route.start
    if route.start < vehicle.shift.from || route.end > vehicle.shift.to { faults.append(.shift(route: index)) }
    if duration > vehicle.maximumDuration ?? .max { faults.append(.duration(route: index)) }
    if distance > vehicle.maximumDistance ?? .max { faults.append(.distance(route: index)) }
    let visits = route.stops.count { $0.action.client != nil }
    if visits > vehicle.maximumStops ?? .max { faults.append(.stops(route: index)) }
    cost += vehicle.fixedCost + vehicle.distanceCost * distance + vehicle.durationCost * duration
    if let overtime = vehicle.overtime { cost += max(0, duration - overtime.after) * overtime.cost }
    if let balance = problem.balance {
      let units = (duration + balance.unit - 1) / balance.unit
      cost += balance.cost * units * units
    }
  }

  private mutating func checkRests(
    _ route: RoutingSolution.Route, _ index: Int, _ vehicle: RoutingProblem.Vehicle
  ) {
    var taken = Array(repeating: 0, count: vehicle.breaks.count)
    for stop in route.stops {
      if case .rest(let number) = stop.action { taken[number] += 1 }
    }
    for (number, rest) in vehicle.breaks.enumerated() {
      let isNeeded = route.start <= rest.window.to && route.end > rest.window.to
      if taken[number] > 1 || (isNeeded && taken[number] == 0) { faults.append(.rest(route: index)) }
    }
  }

  mutating func compareFixedRoutes(_ solution: RoutingSolution) {
    var free = solution.routes.map { route in
      (
        vehicle: route.vehicle,
        clients: route.stops.compactMap(\.action.client)
      )
    }
    for (index, fixed) in problem.fixedRoutes.enumerated() {
      let match = free.firstIndex {
        $0.vehicle == fixed.vehicle && $0.clients.starts(with: fixed.clients)
          && (!fixed.isWhole || $0.clients.count == fixed.clients.count)
      }
      if let match { free.remove(at: match) } else { faults.append(.fixedRoute(index)) }
    }
  }

  private mutating func checkShipments(_ solution: RoutingSolution) {
    for (index, shipment) in problem.shipments.enumerated() {
      switch (place[shipment.from], place[shipment.to]) {
      case (nil, nil): continue
      case (let from?, let to?):
        let between = from.route == to.route && from.stop < to.stop
        let reloads =
          between
          && solution.routes[from.route].stops[from.stop...to.stop].contains {
            if case .load = $0.action { true } else { false }
          }
        if !between || reloads { faults.append(.shipment(index)) }
      default: faults.append(.shipment(index))
      }
    }
  }

  mutating func verdict(_ solution: RoutingSolution) -> RoutingJudgement {
    checkShipments(solution)
    for (vehicle, count) in used.enumerated() where count > problem.vehicles[vehicle].count {
      faults.append(.tooManyVehicles(vehicle: vehicle))
    }
    visitDepots()
    var unserved: [Int] = []
    var objective = RoutingObjective(unserved: 0, cost: cost)
    var isSettled = place.map { $0 != nil }
    for (index, group) in problem.groups.enumerated() {
      let visits = group.clients.count { place[$0] != nil }
      if visits > 1 { faults.append(.groupTwice(group: index)) }
      if visits == 0 {
        leaveOut(group.clients, 1, &objective)
        unserved += group.clients
      }
      for client in group.clients { isSettled[client] = true }
    }
    let missing = missingUnits()
    for client in isSettled.indices where !isSettled[client] {
      let isInParts = problem.clients[client].part != nil
      if isInParts, missing[client] == 0 { continue }
      leaveOut([client], isInParts ? missing[client] : 1, &objective)
      unserved.append(client)
    }
    unserved.sort()
    let broken = brokenBonds(solution)
    for bond in broken { objective.unserved += problem.bonds[bond].weight }
    return RoutingJudgement(
      objective: objective, unserved: unserved, missing: missing, brokenBonds: broken, faults: faults)
  }

  /// The least prize where there is one, else the largest weight.
  private func leaveOut(_ clients: [Int], _ units: Int, _ objective: inout RoutingObjective) {
    if let prize = clients.compactMap({ problem.clients[$0].prize }).min() {
      objective.cost += units * prize
    } else {
      objective.unserved += units * (clients.map { problem.clients[$0].weight }.max() ?? 0)
    }
  }
}

extension RoutingSolution.Action {
  /// Whom the stop serves.
  public var client: Int? {
    switch self {
    case .visit(let client), .deliver(let client, _): client
    case .load, .rest: nil
    }
  }
}
