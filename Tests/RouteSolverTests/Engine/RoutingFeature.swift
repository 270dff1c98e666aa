import Routing
import Units

/// What a drawn routing problem can have beyond clients, capacity and ways.
enum RoutingFeature: String, CaseIterable {
  case windows, severalWindows, releases, pickups, twoLoads, skills, kinds, depots, prizes, groups, shipments, reloads,
    breaks, durationLimit, durationPrice, overtime, balance, distanceLimit, stopLimit, loadingTime, stock, fixedRoutes,
    asymmetric, unreachable, parts, needs, docks, supplies, stopTimes, bonds, gates

  /// A small problem with these features, in which they matter now and then.
  static func draw(_ features: Set<RoutingFeature>, clients: Int, seed: UInt64) -> RoutingProblem {
    var random = SeededRandom(seed: seed)
    let depotCount = features.contains(.depots) ? 2 : 1
    let points = (0..<clients + depotCount).map { _ in (x: random.below(100), y: random.below(100)) }
    var ways: [Int32] = []
    for a in points {
      for b in points {
        let straight = abs(a.x - b.x) + abs(a.y - b.y)
        let bent = features.contains(.asymmetric) ? random.below(40) : 0
        ways.append(Int32(straight + bent))
      }
    }
    if features.contains(.unreachable) {
      for _ in 0..<clients {
        let cell = random.below(ways.count)
        if cell % (points.count + 1) != 0 { ways[cell] = Travel.unreachable }
      }
    }
    let problem = RoutingProblem(
      travel: Travel(count: points.count, distances: ways),
      depots: (0..<depotCount).map { depot($0, features, &random) },
      clients: (0..<clients).map { client(depotCount + $0, features, &random) },
      vehicles: (0..<(features.contains(.kinds) ? 2 : 1)).map { _ in vehicle(depotCount, features, clients, &random) })
    return shared(joined(problem, features, &random), features, &random)
  }

  /// What comes in parts or by the clock, who brings it, and what vehicles share at depots.
  private static func shared(
    _ given: RoutingProblem, _ features: Set<RoutingFeature>, _ random: inout SeededRandom
  ) -> RoutingProblem {
    var problem = given
    let claimed = Set(
      problem.shipments.flatMap { [$0.from, $0.to] } + problem.groups.flatMap(\.clients)
        + problem.fixedRoutes.flatMap(\.clients))
    for client in problem.clients.indices where !problem.clients[client].delivery.isEmpty {
      let units = problem.clients[client].delivery[0]
      if features.contains(.parts), !claimed.contains(client), random.below(3) > 0 {
        let more = 1 + random.below(4)
        problem.clients[client].delivery = problem.clients[client].delivery.map { _ in units + more }
        problem.clients[client].part = 1 + random.below(4)
        problem.clients[client].pickup = []
        problem.clients[client].service = 0
      }
      if features.contains(.needs), random.below(2) == 0 {
        let all = problem.clients[client].delivery[0]
        let by = 150 + random.below(300)
        let early =
          all > 1 && random.below(2) == 0 ? [RoutingProblem.Need(by: by, units: 1 + random.below(all - 1))] : []
        problem.clients[client].needs = early + [.init(by: by + 100, units: all)]
      }
    }
    for depot in problem.depots.indices {
      if features.contains(.docks) {
        (problem.depots[depot].docks, problem.depots[depot].loadPerUnit) = (1 + random.below(2), 3 + random.below(5))
      }
      if features.contains(.supplies) {
        problem.depots[depot].supplies = [.init(ready: random.below(200), units: [4 + random.below(9)])]
        if random.below(2) == 0 { problem.depots[depot].stock = [random.below(9)] }
      }
    }
    for vehicle in problem.vehicles.indices {
      if features.contains(.stopTimes) {
        (problem.vehicles[vehicle].stopTime, problem.vehicles[vehicle].timePerUnit) = (
          random.below(20), random.below(4)
        )
      }
      if features.contains(.bonds) {
        let client = random.below(problem.clients.count)
        let isFree = !claimed.contains(client) && problem.clients[client].prize == nil
        problem.bonds.append(.init(vehicle: vehicle, client: client, must: vehicle == 0 && isFree, weight: 5))
      }
      if features.contains(.gates) {
        var gate = RoutingProblem.Depot(location: problem.depots[problem.vehicles[vehicle].start].location)
        gate.stock = [0, 0]
        problem.vehicles[vehicle].reloadDepots = Array(given.depots.indices)
        problem.vehicles[vehicle].maximumTrips = max(2, problem.vehicles[vehicle].maximumTrips)
        problem.vehicles[vehicle].start = problem.depots.count
        problem.depots.append(gate)
      }
    }
    return problem
  }

  private static func depot(
    _ location: Int, _ features: Set<RoutingFeature>, _ random: inout SeededRandom
  ) -> RoutingProblem.Depot {
    var depot = RoutingProblem.Depot(location: location)
    if features.contains(.loadingTime) { (depot.loadFixed, depot.loadPerUnit) = (random.below(20), random.below(4)) }
    if features.contains(.stock) { depot.stock = [5 + random.below(20)] }
    if features.contains(.windows) { depot.hours = .init(from: random.below(30), to: 900 + random.below(300)) }
    return depot
  }

  private static func client(
    _ location: Int, _ features: Set<RoutingFeature>, _ random: inout SeededRandom
  ) -> RoutingProblem.Client {
    var client = RoutingProblem.Client(location: location)
    client.delivery = [1 + random.below(4)]
    if features.contains(.twoLoads) { client.delivery.append(random.below(3)) }
    if features.contains(.pickups) { client.pickup = [random.below(4)] }
    client.service = random.below(20)
    if features.contains(.windows) {
      let from = random.below(500)
      client.windows = [.init(from: from, to: from + 20 + random.below(300))]
    }
    if features.contains(.severalWindows) {
      let from = random.below(200)
      client.windows = [
        .init(from: from, to: from + 30),
        .init(from: from + 60 + random.below(100), to: from + 300 + random.below(200)),
      ]
    }
    if features.contains(.releases) { client.release = random.below(200) }
    if features.contains(.skills) { client.skills = .init(rawValue: UInt64([0, 0, 1, 2][random.below(4)])) }
    if features.contains(.prizes), random.below(2) == 0 { client.prize = random.below(150) }
    client.weight = 1 + random.below(3)
    return client
  }

  private static func vehicle(
    _ depots: Int, _ features: Set<RoutingFeature>, _ clients: Int, _ random: inout SeededRandom
  ) -> RoutingProblem.Vehicle {
    var vehicle = RoutingProblem.Vehicle(
      count: 1 + random.below(clients), capacity: [6 + random.below(8)], start: random.below(depots),
      end: random.below(depots))
    if features.contains(.twoLoads) { vehicle.capacity.append(4 + random.below(4)) }
    if features.contains(.kinds) {
      vehicle.fixedCost = random.below(100)
      vehicle.distanceCost = 1 + random.below(3)
    }
    if features.contains(.skills) { vehicle.skills = .init(rawValue: UInt64(random.below(4))) }
    if features.contains(.reloads) {
      vehicle.reloadDepots = Array(0..<depots)
      vehicle.maximumTrips = 1 + random.below(4)
    }
    if features.contains(.breaks) {
      let from = 100 + random.below(100)
      vehicle.breaks = [.init(window: .init(from: from, to: from + 80), duration: 10 + random.below(30))]
      if random.below(2) == 0 { vehicle.breaks.append(.init(window: .init(from: 350, to: 450), duration: 20)) }
    }
    if features.contains(.durationLimit) { vehicle.maximumDuration = 200 + random.below(300) }
    if features.contains(.durationPrice) { vehicle.durationCost = 1 + random.below(3) }
    if features.contains(.overtime) { vehicle.overtime = .init(after: random.below(200), cost: 1 + random.below(4)) }
    if features.contains(.distanceLimit) { vehicle.maximumDistance = 200 + random.below(300) }
    if features.contains(.stopLimit) { vehicle.maximumStops = 1 + random.below(4) }
    if features.contains(.windows) { vehicle.shift = .init(from: random.below(50), to: 700 + random.below(400)) }
    return vehicle
  }

  /// Shipments of the last clients, groups of the first ones, and a fixed route.
  private static func joined(
    _ problem: RoutingProblem, _ features: Set<RoutingFeature>, _ random: inout SeededRandom
  ) -> RoutingProblem {
    var problem = problem
    let n = problem.clients.count
    if features.contains(.shipments), n >= 4 {
      for pair in 0..<2 {
        let (from, to) = (n - 1 - 2 * pair, n - 2 - 2 * pair)
        let units = problem.clients[from].delivery
        problem.clients[from].delivery = []
        problem.clients[from].pickup = units
        problem.clients[to].delivery = units
        problem.clients[to].pickup = []
        (problem.clients[from].prize, problem.clients[to].prize) = (nil, nil)
        problem.shipments.append(.init(from: from, to: to))
      }
    }
    if features.contains(.groups), n >= 2 { problem.groups = [.init(clients: [0, 1])] }
    if features.contains(.fixedRoutes), n >= 3 {
      problem.fixedRoutes = [.init(vehicle: 0, clients: [2], isWhole: random.below(2) == 0)]
    }
    if features.contains(.balance) { problem.balance = .init(unit: 50, cost: 1 + random.below(5)) }
    return problem
  }

  /// All pairs, and each alone.
  static var pairs: [Set<RoutingFeature>] {
    var pairs: [Set<RoutingFeature>] = []
    for (index, first) in allCases.enumerated() {
      for second in allCases[index...] { pairs.append([first, second]) }
    }
    return pairs
  }
}
