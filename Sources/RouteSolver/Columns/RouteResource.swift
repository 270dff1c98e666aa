import Routing

/// Something that a route uses up step by step, apart from time: at most `limit` of it.
enum RouteResource: Hashable {
  /// Brought from depots, and taken to depots, in a load dimension.
  case delivery(Int), pickup(Int)
  case stops, distance
  /// Driving, service and loading without any waiting: at most the greatest duration.
  case work
}

/// Ways and visits of one kind of vehicle, as the relaxation counts them.
///
/// Places: clients 0 ..< n, then the start depot, then the end depot. Where a vehicle may load anew, a way is the
/// cheaper (the shorter, the faster) of the direct one and those over reload depots.
struct RouteLegs {
  let problem: RoutingProblem
  let vehicle: RoutingProblem.Vehicle
  let isShippedFrom: [Bool]
  let isShippedTo: [Bool]
  let reloads: [Int]
  /// Row by row.
  private var table: [Leg] = []
  var start: Int { problem.clients.count }
  var end: Int { problem.clients.count + 1 }

  init(_ problem: RoutingProblem, vehicle index: Int) {
    self.problem = problem
    vehicle = problem.vehicles[index]
    var (from, to) = (
      [Bool](repeating: false, count: problem.clients.count), [Bool](repeating: false, count: problem.clients.count)
    )
    for shipment in problem.shipments { (from[shipment.from], to[shipment.to]) = (true, true) }
    (isShippedFrom, isShippedTo) = (from, to)
    reloads = vehicle.maximumTrips > 1 ? vehicle.reloadDepots : []
    fillTable()
  }

  /// How many times the vehicle may be full.
  var trips: Int { reloads.isEmpty ? 1 : vehicle.maximumTrips }

  struct Leg {
    var distance: Int
    var duration: Int
  }

  /// Nil where no way leads.
  @inline(__always) func leg(_ from: Int, _ to: Int) -> Leg? {
    let leg = table[from * (end + 1) + to]
    return leg.duration == .max ? nil : leg
  }

  /// All pairs of places. O(clients² × reload depots).
  private mutating func fillTable() {
    let travel = problem.travel
    let clients = problem.clients.map(\.location)
    let places = clients + [problem.depots[vehicle.start].location, problem.depots[vehicle.end].location]
    let stops = reloads.map { problem.depots[$0] }
    table.reserveCapacity(places.count * places.count)
    for from in places {
      for to in places {
        var best = Leg(distance: .max, duration: .max)
        if travel.isReachable(from, to) {
          best = Leg(distance: travel.distance(from, to), duration: travel.duration(from, to))
        }
        for stop in stops
        where travel.isReachable(from, stop.location) && travel.isReachable(stop.location, to) {
          let distance = travel.distance(from, stop.location) + travel.distance(stop.location, to)
          let duration = travel.duration(from, stop.location) + stop.loadFixed + travel.duration(stop.location, to)
          best = Leg(distance: min(best.distance, distance), duration: min(best.duration, duration))
        }
        table.append(best)
      }
    }
  }

  func service(_ place: Int) -> Int { place < start ? problem.clients[place].service : 0 }

  private func entry(_ list: [Int], _ load: Int) -> Int { load < list.count ? list[load] : 0 }

  func delivery(_ place: Int, _ load: Int) -> Int {
    place >= start || isShippedTo[place] ? 0 : entry(problem.clients[place].delivery, load)
  }

  func pickup(_ place: Int, _ load: Int) -> Int {
    place >= start || isShippedFrom[place] ? 0 : entry(problem.clients[place].pickup, load)
  }

  /// Time that no vehicle saves on this step: the way and the visit at its end, or the loading before it.
  func work(_ from: Int, _ to: Int, _ leg: Leg) -> Int {
    let depot = problem.depots[vehicle.start]
    let perUnit = reloads.map { problem.depots[$0].loadPerUnit }.reduce(depot.loadPerUnit, min)
    return leg.duration + service(to) + perUnit * delivery(to, 0) + (from == start ? depot.loadFixed : 0)
  }

  /// What the step costs at least.
  func cost(_ from: Int, _ to: Int, _ leg: Leg) -> Int {
    vehicle.distanceCost * leg.distance + vehicle.durationCost * work(from, to, leg)
      + (from == start ? vehicle.fixedCost : 0)
  }

  func use(_ resource: RouteResource, _ from: Int, _ to: Int, _ leg: Leg) -> Int {
    switch resource {
    case .delivery(let load): delivery(to, load)
    case .pickup(let load): pickup(to, load)
    case .stops: to < start ? 1 : 0
    case .distance: leg.distance
    case .work: work(from, to, leg)
    }
  }

  /// Nil: without limit.
  func limit(_ resource: RouteResource) -> Int? {
    switch resource {
    case .delivery(let load), .pickup(let load):
      load < vehicle.capacity.count ? full(vehicle.capacity[load]) : nil
    case .stops: vehicle.maximumStops
    case .distance: vehicle.maximumDistance
    case .work: vehicle.maximumDuration
    }
  }

  private func full(_ capacity: Int) -> Int {
    let (product, overflow) = capacity.multipliedReportingOverflow(by: trips)
    return overflow ? .max : product
  }
}
