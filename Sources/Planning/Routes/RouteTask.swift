import RouteSolver
import Routing
import Units

/// What a route plan is worth, level by level; compared from the first on.
struct RouteObjective: Sendable, Hashable, Comparable {
  /// Pins of levels above `prefer` that do not hold: before everything else.
  var brokenPins: Int
  /// Packs missing × weight.
  var undelivered: Int
  var cost: Int
  /// Costs of the `prefer` pins that do not hold.
  var preference: Int

  static func < (a: Self, b: Self) -> Bool {
    if a.brokenPins != b.brokenPins { return a.brokenPins < b.brokenPins }
    if a.undelivered != b.undelivered { return a.undelivered < b.undelivered }
    if a.cost != b.cost { return a.cost < b.cost }
    return a.preference < b.preference
  }
}

/// The routing problem of a fleet, vehicle by vehicle, with what its plans are worth in the district's own units.
struct RouteTask: Sendable {
  /// One vehicle a kind, all clients in parts of packs.
  var problem: RoutingProblem
  /// By vehicle.
  var prices: [JourneyPrice]
  var wishes: [Wish] = []

  /// A `prefer` pin.
  struct Wish: Sendable, Hashable {
    var vehicle: Int
    var client: Int
    var must: Bool
    var cost: Int
  }

  /// A used vehicle's costs; the last two are rounded up.
  struct Costs: Sendable, Hashable {
    var fixed = 0
    var distance = 0
    var time = 0
    var all: Int { fixed + distance + time }
    static func + (a: Self, b: Self) -> Self {
      Costs(fixed: a.fixed + b.fixed, distance: a.distance + b.distance, time: a.time + b.time)
    }
  }

  struct Verdict: Sendable {
    var solution: RoutingSolution
    var objective: RouteObjective
    /// Packs, by client.
    var missing: [Int]
    var brokenBonds: [Int]
    var isValid: Bool
  }

  func metres(of route: RoutingSolution.Route) -> Int {
    var here = problem.depots[problem.vehicles[route.vehicle].start].location
    var metres = 0
    for stop in route.stops {
      guard let next = location(of: stop.action) else { continue }
      metres += problem.travel.distance(here, next)
      here = next
    }
    return metres + problem.travel.distance(here, problem.depots[problem.vehicles[route.vehicle].end].location)
  }

  func costs(of route: RoutingSolution.Route) -> Costs {
    let price = prices[route.vehicle]
    return Costs(
      fixed: price.fixed, distance: (metres(of: route) * price.perKilometre).dividedRoundingUp(by: 1000),
      time: ((route.end - route.start) * price.perHour).dividedRoundingUp(by: 3600))
  }

  /// Nil for a rest.
  func location(of action: RoutingSolution.Action) -> Int? {
    switch action {
    case .visit(let client), .deliver(let client, _): problem.clients[client].location
    case .load(let depot): problem.depots[depot].location
    case .rest: nil
    }
  }

  func verdict(_ solution: RoutingSolution) -> Verdict {
    let judgement = problem.judge(solution)
    let undelivered = judgement.missing.indices.reduce(0) {
      $0 + judgement.missing[$1] * problem.clients[$1].weight
    }
    return Verdict(
      solution: solution,
      objective: RouteObjective(
        brokenPins: judgement.brokenBonds.count, undelivered: undelivered,
        cost: solution.routes.reduce(0) { $0 + costs(of: $1).all }, preference: preference(solution)),
      missing: judgement.missing, brokenBonds: judgement.brokenBonds, isValid: judgement.faults.isEmpty)
  }

  func preference(_ solution: RoutingSolution) -> Int {
    wishes.reduce(0) { $0 + (solution.serves($1.client, with: $1.vehicle) == $1.must ? 0 : $1.cost) }
  }
}

extension RoutingSolution {
  /// Whether a vehicle brings something to a client.
  func serves(_ client: Int, with vehicle: Int) -> Bool {
    routes.contains { $0.vehicle == vehicle && $0.stops.contains { $0.action.client == client } }
  }
}
