import Routing

/// Who brings what to whom on which trip, and when each trip is loaded at the earliest; its moments follow from that.
struct RouteDraft: Sendable {
  struct Stop: Sendable, Hashable {
    var client: Int
    var units: Int
  }
  struct Trip: Sendable, Hashable {
    var depot: Int
    var begin: Int
    var stops: [Stop]
    var units: Int { stops.reduce(0) { $0 + $1.units } }
  }
  struct Route: Sendable, Hashable {
    var vehicle: Int
    var trips: [Trip]
  }
  var routes: [Route]

  init(routes: [Route]) { self.routes = routes }

  /// Deliveries to one client that follow each other are one, but for the routes named.
  init(_ solution: RoutingSolution, _ problem: RoutingProblem, apart: Set<Int> = []) {
    routes = solution.routes.enumerated().map { index, route in
      var trips: [Trip] = []
      var trip = Trip(depot: problem.vehicles[route.vehicle].start, begin: route.start, stops: [])
      for stop in route.stops {
        switch stop.action {
        case .load(let depot):
          trips.append(trip)
          trip = Trip(depot: depot, begin: stop.begin, stops: [])
        case .deliver(let client, let units):
          if !apart.contains(index), let last = trip.stops.last, last.client == client {
            trip.stops[trip.stops.count - 1].units += units
          } else {
            trip.stops.append(Stop(client: client, units: units))
          }
        case .visit(let client):
          trip.stops.append(Stop(client: client, units: problem.clients[client].delivery.first ?? 0))
        case .rest: break
        }
      }
      return Route(vehicle: route.vehicle, trips: trips + [trip])
    }
  }

  /// Every trip is loaded as early as it may and the vehicle can, and every vehicle leaves as late as that allows.
  /// Trips and routes of nothing are left out. O(stops).
  func solution(_ problem: RoutingProblem) -> RoutingSolution {
    RoutingSolution(
      routes: routes.compactMap { Self.timed($0, problem) }.sorted { $0.vehicle < $1.vehicle })
  }

  private static func timed(_ route: Route, _ problem: RoutingProblem) -> RoutingSolution.Route? {
    let vehicle = problem.vehicles[route.vehicle]
    var here = problem.depots[vehicle.start].location
    var start: Int?
    var clock = vehicle.shift.from
    var stops: [RoutingSolution.Stop] = []
    for trip in route.trips where trip.units > 0 {
      let depot = problem.depots[trip.depot]
      let leg = problem.travel.duration(here, depot.location)
      let begin = max(clock + leg, trip.begin)
      if start == nil { (start, clock) = (begin - leg, begin - leg) }
      let loaded = begin + depot.loadFixed + depot.loadPerUnit * trip.units
      stops.append(
        .init(action: .load(depot: trip.depot), arrival: clock + leg, begin: begin, departure: loaded))
      (clock, here) = (loaded, depot.location)
      for stop in trip.stops where stop.units > 0 {
        let there = problem.clients[stop.client].location
        let arrival = clock + problem.travel.duration(here, there)
        let opens = problem.clients[stop.client].windows.first?.from ?? arrival
        // A second stop at a place waits for as long as the vehicle's fixed time there.
        let isAgain = stops.last?.action.client == stop.client
        let begin = max(isAgain ? arrival + vehicle.stopTime : arrival, opens)
        let departure = begin + (isAgain ? 0 : vehicle.stopTime) + vehicle.timePerUnit * stop.units
        stops.append(
          .init(
            action: .deliver(client: stop.client, units: stop.units), arrival: arrival, begin: begin,
            departure: departure))
        (clock, here) = (departure, there)
      }
    }
    guard let start else { return nil }
    let end = clock + problem.travel.duration(here, problem.depots[vehicle.end].location)
    return .init(vehicle: route.vehicle, start: start, end: end, stops: stops)
  }

  /// Routes on which deliveries to one client follow each other.
  static func apart(_ solution: RoutingSolution) -> [Int] {
    solution.routes.indices.filter { index in
      let stops = solution.routes[index].stops
      return zip(stops, stops.dropFirst()).contains { $0.action.client != nil && $0.action.client == $1.action.client }
    }
  }

  /// Takes off what comes too late to count: of the packs that are missing at a client's worst moment, none come after.
  mutating func dropLate(_ problem: RoutingProblem) {
    var brought: [[(departure: Int, units: Int, route: Int, stop: Int)]] = Array(
      repeating: [], count: problem.clients.count)
    for (index, route) in routes.enumerated() {
      guard let timed = Self.timed(route, problem) else { continue }
      for (number, stop) in timed.stops.enumerated() {
        if case .deliver(let client, let units) = stop.action {
          brought[client].append((stop.departure, units, index, number))
        }
      }
    }
    for (client, parts) in brought.enumerated() where !parts.isEmpty {
      let all = parts.reduce(0) { $0 + $1.units }
      var (worst, late) = (0, Int.max)
      for need in problem.clients[client].needs {
        let missing = need.units - parts.reduce(0) { $0 + ($1.departure <= need.by ? $1.units : 0) }
        if missing > worst { (worst, late) = (missing, need.by) }
      }
      var excess = all + worst - (problem.clients[client].delivery.first ?? 0)
      for part in parts.sorted(by: { $0.departure > $1.departure }) where excess > 0 && part.departure > late {
        let off = min(excess, part.units)
        excess -= off
        take(off, client, routeIndex: part.route)
      }
    }
  }

  /// Takes units for a client off a route's last stop there.
  private mutating func take(_ units: Int, _ client: Int, routeIndex: Int) {
    var left = units
    for trip in routes[routeIndex].trips.indices.reversed() {
      for stop in routes[routeIndex].trips[trip].stops.indices.reversed()
      where routes[routeIndex].trips[trip].stops[stop].client == client && left > 0 {
        let off = min(left, routes[routeIndex].trips[trip].stops[stop].units)
        routes[routeIndex].trips[trip].stops[stop].units -= off
        left -= off
      }
    }
  }
}
