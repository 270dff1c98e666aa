import Routing
import Units

/// Draws routing problems of a few clients in which times and costs are small whole numbers.
enum TinyRouting {
  static func draw(_ seed: UInt64, mostClients: Int = 5) -> RoutingProblem {
    var random = SeededRandom(seed: seed &* 31 &+ 7)
    func flip(_ one: Int) -> Bool { random.below(one) == 0 }
    let clients = 1 + random.below(mostClients)
    let depots = 1 + random.below(2)
    let isLoad = flip(2)
    var problem = RoutingProblem(
      travel: travel(clients + depots, &random), depots: [], clients: [], vehicles: [])
    for depot in 0..<depots {
      var drawn = RoutingProblem.Depot(location: depot)
      if flip(2) { drawn.hours = .init(from: random.below(8), to: 25 + random.below(25)) }
      if flip(3) { drawn.loadFixed = random.below(3) }
      if flip(4) { drawn.loadPerUnit = 1 }
      problem.depots.append(drawn)
    }
    for client in 0..<clients {
      var drawn = RoutingProblem.Client(location: depots + client)
      if isLoad { drawn.delivery = [random.below(4)] }
      if flip(4) { drawn.pickup = [random.below(4)] }
      if flip(5) { drawn.delivery = drawn.delivery.isEmpty ? [0, 1] : drawn.delivery + [random.below(3)] }
      if flip(2) { drawn.service = random.below(4) }
      if flip(2) {
        let from = random.below(25)
        drawn.windows = [.init(from: from, to: from + random.below(12))]
        if flip(3) { drawn.windows.append(.init(from: from + 14, to: from + 16)) }
      }
      if flip(5) { drawn.release = random.below(12) }
      if flip(3) { drawn.prize = random.below(30) }
      if flip(6) { drawn.skills = [.init(rawValue: 1)] }
      problem.clients.append(drawn)
    }
    for _ in 0..<1 + random.below(2) { problem.vehicles.append(vehicle(depots, &random)) }
    if clients > 2 && flip(4) { problem.groups = [.init(clients: [0, 1])] }
    if clients > 2 && flip(6) { problem.balance = .init(unit: 10, cost: 1) }
    return problem
  }

  private static func vehicle(_ depots: Int, _ random: inout SeededRandom) -> RoutingProblem.Vehicle {
    func flip(_ one: Int) -> Bool { random.below(one) == 0 }
    var drawn = RoutingProblem.Vehicle(
      count: 1 + random.below(3), capacity: flip(5) ? [] : [3 + random.below(5), 2 + random.below(2)],
      start: random.below(depots), end: random.below(depots))
    if flip(2) { drawn.shift = .init(from: random.below(6), to: 35 + random.below(15)) }
    drawn.fixedCost = random.below(10)
    drawn.distanceCost = random.below(3)
    if flip(3) { drawn.durationCost = random.below(3) }
    if flip(4) { drawn.overtime = .init(after: random.below(20), cost: 1 + random.below(3)) }
    if flip(4) { drawn.maximumDuration = 15 + random.below(25) }
    if flip(4) { drawn.maximumDistance = 15 + random.below(20) }
    if flip(5) { drawn.maximumStops = 1 + random.below(3) }
    if flip(3) {
      drawn.reloadDepots = [random.below(depots)]
      drawn.maximumTrips = 2
    }
    if flip(2) { drawn.skills = [.init(rawValue: 1)] }
    return drawn
  }

  /// The triangle inequality holds in some and not in others; now and then a way is missing.
  private static func travel(_ count: Int, _ random: inout SeededRandom) -> Travel {
    let shape = random.below(3)
    let x = (0..<count).map { _ in random.below(8) }
    let y = (0..<count).map { _ in random.below(8) }
    var distances: [Int32] = []
    var durations: [Int32] = []
    for a in 0..<count {
      for b in 0..<count {
        var way = Int32(abs(x[a] - x[b]) + abs(y[a] - y[b]))
        if shape == 1 && a != b { way = Int32(random.below(12)) }
        if shape == 2 && a != b && random.below(8) == 0 { way = Travel.unreachable }
        distances.append(way)
        durations.append(way == Travel.unreachable ? way : way + Int32(shape == 1 ? random.below(3) : 0))
      }
    }
    return Travel(count: count, distances: distances, durations: durations)
  }
}
