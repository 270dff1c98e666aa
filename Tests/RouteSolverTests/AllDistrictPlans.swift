import Routing

/// The best plan of a tiny district by trying everything: who loads where and how much, who delivers what, and every
/// moment at which a load can begin, on a grid of `grain` units of time.
///
/// Written apart from the engine: it builds stops and lets `judge` decide. Every vehicle is a kind of its own and loads
/// only at its reload depots. Plans that load more than they deliver, load twice in a row, or wait before unloading are
/// left out: none of these can help.
struct AllDistrictPlans {
  let problem: RoutingProblem
  let grain: Int
  private(set) var best: RoutingObjective

  init(_ problem: RoutingProblem, grain: Int) {
    self.problem = problem
    self.grain = grain
    best = problem.judge(RoutingSolution()).objective
    var left = problem.clients.map { $0.delivery[0] }
    choose(0, [], &left)
  }

  private struct Trip: Hashable {
    var depot: Int
    var stops: [Stop]
  }
  private struct Stop: Hashable {
    var client: Int
    var units: Int
  }

  /// Vehicle by vehicle: every list of trips that the units left allow.
  private mutating func choose(_ vehicle: Int, _ plan: [[Trip]], _ left: inout [Int]) {
    guard vehicle < problem.vehicles.count else { return schedule(plan, 0, 0, [], []) }
    extend(vehicle, plan, [], &left)
  }

  private mutating func extend(_ vehicle: Int, _ plan: [[Trip]], _ trips: [Trip], _ left: inout [Int]) {
    choose(vehicle + 1, plan + [trips], &left)
    guard trips.count < problem.vehicles[vehicle].maximumTrips else { return }
    for depot in problem.vehicles[vehicle].reloadDepots {
      grow(vehicle, plan, trips, Trip(depot: depot, stops: []), &left)
    }
  }

  private mutating func grow(
    _ vehicle: Int, _ plan: [[Trip]], _ trips: [Trip], _ trip: Trip, _ left: inout [Int]
  ) {
    if !trip.stops.isEmpty { extend(vehicle, plan, trips + [trip], &left) }
    let room = problem.vehicles[vehicle].capacity[0] - trip.stops.reduce(0) { $0 + $1.units }
    for client in left.indices where !trip.stops.contains(where: { $0.client == client }) {
      for units in stride(from: 1, through: min(room, left[client]), by: 1) {
        left[client] -= units
        var longer = trip
        longer.stops.append(Stop(client: client, units: units))
        grow(vehicle, plan, trips, longer, &left)
        left[client] += units
      }
    }
  }

  /// Every combination of loading moments on the grid.
  private mutating func schedule(
    _ plan: [[Trip]], _ vehicle: Int, _ trip: Int, _ routes: [RoutingSolution.Route],
    _ stops: [RoutingSolution.Stop]
  ) {
    guard vehicle < plan.count else {
      let verdict = problem.judge(RoutingSolution(routes: routes))
      if verdict.faults.isEmpty, verdict.objective < best { best = verdict.objective }
      return
    }
    let kind = problem.vehicles[vehicle]
    let home = problem.depots[kind.start].location
    if trip == plan[vehicle].count {
      var routes = routes
      if let last = stops.last, let first = stops.first {
        let end =
          last.departure + problem.travel.duration(place(last.action), problem.depots[kind.end].location)
        guard end <= kind.shift.to else { return }
        let start = first.arrival - problem.travel.duration(home, place(first.action))
        routes.append(.init(vehicle: vehicle, start: start, end: end, stops: stops))
      }
      return schedule(plan, vehicle + 1, 0, routes, [])
    }
    let journey = plan[vehicle][trip]
    let depot = problem.depots[journey.depot]
    let from = stops.last.map { place($0.action) } ?? home
    let arrival = (stops.last?.departure ?? kind.shift.from) + problem.travel.duration(from, depot.location)
    var moment = max(arrival, depot.hours.from)
    while moment <= kind.shift.to {
      let loaded = moment + depot.loadFixed + depot.loadPerUnit * journey.stops.reduce(0) { $0 + $1.units }
      guard loaded <= depot.hours.to else { return }
      var added = [
        RoutingSolution.Stop(
          // Waiting before the first load happens at home.
          action: .load(depot: journey.depot), arrival: stops.isEmpty ? moment : arrival, begin: moment,
          departure: loaded)
      ]
      var clock = loaded
      var here = depot.location
      var inTime = true
      for stop in journey.stops {
        let client = problem.clients[stop.client]
        let there = clock + problem.travel.duration(here, client.location)
        clock = there + kind.stopTime + kind.timePerUnit * stop.units
        inTime = inTime && clock <= (client.needs.last?.by ?? .max)
        here = client.location
        added.append(
          .init(
            action: .deliver(client: stop.client, units: stop.units), arrival: there, begin: there, departure: clock))
      }
      guard inTime else { return }
      schedule(plan, vehicle, trip + 1, routes, stops + added)
      moment += grain
    }
  }

  private func place(_ action: RoutingSolution.Action) -> Int {
    switch action {
    case .load(let depot): problem.depots[depot].location
    case .deliver(let client, _), .visit(let client): problem.clients[client].location
    case .rest: 0
    }
  }
}
