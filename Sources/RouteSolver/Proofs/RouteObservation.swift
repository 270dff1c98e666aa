import Routing

/// Sees what stands in the way of one more unit for a client in parts in a given plan: observed, not proved.
///
/// One more unit is tried at the end of each trip that has room for it, and as a trip of its own at the end of each
/// route and of each vehicle that stays; whatever the client's needs say.
public struct RouteObservation {
  private let problem: RoutingProblem
  private let trips: [PlannedTrip]
  private let used: [Int]
  /// Units that the plan takes, by depot and load dimension.
  private let taken: [[Int]]

  public init(_ problem: RoutingProblem, _ solution: RoutingSolution) {
    self.problem = problem
    trips = solution.routes.flatMap { PlannedTrip.all(of: $0, problem) }
    var used = Array(repeating: 0, count: problem.vehicles.count)
    for route in solution.routes { used[route.vehicle] += 1 }
    self.used = used
    var taken = problem.depots.map { _ in Array(repeating: 0, count: problem.loadCount) }
    for trip in trips {
      for load in trip.units.indices { taken[trip.depot][load] += trip.units[load] }
    }
    self.taken = taken
  }

  /// By client; `hours` where nothing is missing. O(clients missing × trips).
  public func causes(of missing: [Int]) -> [RouteProofs.Cause] {
    missing.indices.map { missing[$0] > 0 ? cause($0) : .hours }
  }

  private func cause(_ client: Int) -> RouteProofs.Cause {
    let barred = Set(problem.bonds.filter { !$0.must && $0.client == client }.map(\.vehicle))
    let open = problem.vehicles.indices.filter { !barred.contains($0) && problem.vehicles[$0].count > 0 }
    guard !open.isEmpty else { return barred.isEmpty ? .noVehicle : .pins }
    guard problem.depots.indices.contains(where: { hasStock($0, client) }) else { return .stock }
    let able = open.filter { problem.fitting(vehicle: $0, client: client) > 0 }
    guard !able.isEmpty else { return .capacity }
    if trips.contains(where: { able.contains($0.vehicle) && (fits(client, in: $0) || fits(client, after: $0)) }) {
      return .curve
    }
    if able.contains(where: { used[$0] < problem.vehicles[$0].count && fits(client, alone: $0) }) { return .curve }
    let isAtLimit = able.allSatisfy { vehicle in
      used[vehicle] >= problem.vehicles[vehicle].count
        && trips.allSatisfy {
          $0.vehicle != vehicle || $0.next != nil || $0.number >= problem.vehicles[vehicle].maximumTrips
        }
    }
    return isAtLimit ? .trips : .hours
  }

  private func hasStock(_ depot: Int, _ client: Int) -> Bool {
    let delivery = problem.clients[client].delivery
    return delivery.indices.allSatisfy { load in
      guard delivery[load] > 0, let stock = problem.stock(depot: depot, load: load) else { return true }
      return taken[depot][load] + delivery[load] / max(1, delivery[0]) <= stock
    }
  }

  /// What one unit takes of a load dimension.
  private func unit(_ client: Int, _ load: Int) -> Int {
    let delivery = problem.clients[client].delivery
    return load < delivery.count ? delivery[load] / max(1, delivery[0]) : 0
  }

  /// One unit more on a trip, unloaded last (with what the client gets there already, or at a stop of its own).
  private func fits(_ client: Int, in trip: PlannedTrip) -> Bool {
    let vehicle = problem.vehicles[trip.vehicle]
    guard hasStock(trip.depot, client),
      vehicle.capacity.indices.allSatisfy({ trip.units[$0] + unit(client, $0) <= vehicle.capacity[$0] })
    else { return false }
    let loaded = problem.depots[trip.depot].loadPerUnit
    guard trip.loaded + loaded <= problem.depots[trip.depot].hours.to else { return false }
    let place = problem.clients[client].location
    if trip.last == place {
      return trip.departure + loaded + vehicle.timePerUnit + trip.onward(problem) <= trip.limit(problem)
    }
    let way = problem.travel.isReachable(trip.last, place) && problem.travel.isReachable(place, trip.target(problem))
    let departure =
      trip.departure + loaded + problem.travel.duration(trip.last, place) + vehicle.stopTime + vehicle.timePerUnit
    return way && departure + problem.travel.duration(place, trip.target(problem)) <= trip.limit(problem)
  }

  private func fits(_ client: Int, after trip: PlannedTrip) -> Bool {
    let vehicle = problem.vehicles[trip.vehicle]
    guard trip.next == nil, trip.number < vehicle.maximumTrips else { return false }
    return vehicle.reloadDepots.contains { fits(client, trip.vehicle, from: trip.last, at: trip.departure, by: $0) }
  }

  private func fits(_ client: Int, alone vehicle: Int) -> Bool {
    let home = problem.depots[problem.vehicles[vehicle].start].location
    return problem.loadingDepots(vehicle: vehicle).contains {
      fits(client, vehicle, from: home, at: problem.vehicles[vehicle].shift.from, by: $0)
    }
  }

  /// A trip with one unit, from a place and moment by way of a depot.
  private func fits(_ client: Int, _ index: Int, from place: Int, at moment: Int, by number: Int) -> Bool {
    guard hasStock(number, client) else { return false }
    let (vehicle, depot, travel) = (problem.vehicles[index], problem.depots[number], problem.travel)
    let (there, home) = (problem.clients[client].location, problem.depots[vehicle.end].location)
    guard travel.isReachable(place, depot.location), travel.isReachable(depot.location, there),
      travel.isReachable(there, home)
    else { return false }
    let ready = depot.supplies.map(\.ready).max() ?? depot.hours.from
    let begin = max(moment + travel.duration(place, depot.location), depot.hours.from, ready)
    let loaded = begin + depot.loadFixed + depot.loadPerUnit
    let departure = loaded + travel.duration(depot.location, there) + vehicle.stopTime + vehicle.timePerUnit
    return loaded <= depot.hours.to && departure + travel.duration(there, home) <= vehicle.shift.to
  }
}

/// A trip of a plan.
struct PlannedTrip {
  var vehicle: Int
  var depot: Int
  /// 1 for the vehicle's first.
  var number: Int
  var loaded: Int
  /// By load dimension.
  var units: [Int]
  /// Where the last stop is, and when it is left.
  var last: Int
  var departure: Int
  /// The depot of the next trip, and when it is loaded there.
  var next: (depot: Int, begin: Int)?

  static func all(of route: RoutingSolution.Route, _ problem: RoutingProblem) -> [PlannedTrip] {
    var trips: [PlannedTrip] = []
    let start = problem.vehicles[route.vehicle].start
    var trip = PlannedTrip(
      vehicle: route.vehicle, depot: start, number: 1, loaded: route.start,
      units: Array(repeating: 0, count: problem.loadCount), last: problem.depots[start].location,
      departure: route.start)
    for stop in route.stops {
      switch stop.action {
      case .load(let depot):
        if trip.units.contains(where: { $0 > 0 }) {
          trip.next = (depot, stop.begin)
          trips.append(trip)
          trip.next = nil
          trip.number += 1
        }
        (trip.depot, trip.loaded, trip.last) = (depot, stop.departure, problem.depots[depot].location)
        trip.units = Array(repeating: 0, count: problem.loadCount)
      case .deliver(let client, let units):
        let delivery = problem.clients[client].delivery
        for load in delivery.indices { trip.units[load] += units * delivery[load] / max(1, delivery[0]) }
        trip.last = problem.clients[client].location
      case .visit(let client):
        for (load, units) in problem.clients[client].delivery.enumerated() { trip.units[load] += units }
        trip.last = problem.clients[client].location
      case .rest: break
      }
      trip.departure = stop.departure
    }
    if trip.units.contains(where: { $0 > 0 }) { trips.append(trip) }
    return trips
  }

  func target(_ problem: RoutingProblem) -> Int {
    problem.depots[next?.depot ?? problem.vehicles[vehicle].end].location
  }
  func onward(_ problem: RoutingProblem) -> Int { problem.travel.duration(last, target(problem)) }
  func limit(_ problem: RoutingProblem) -> Int { next?.begin ?? problem.vehicles[vehicle].shift.to }
}
