import Routing
import Units

/// Draws supply problems of a given size in which every limit binds now and then.
struct RandomSupply {
  var locations = 5
  var depots = 2
  var clients = 3
  var vehicles = 2
  var goods = 1
  var packs = 8
  var capacity = 6
  var steps = 2
  var span = 4000
  var stock = 40
  /// Clients and depots may stand at one place; else each has a location of its own, if perhaps at no distance.
  var isShared = false

  func draw(_ seed: UInt64) -> RoutingProblem {
    var random = SeededRandom(seed: seed)
    let (travel, numbers) = streets(&random)
    let sources = (0..<depots).map { depot(numbers[$0], &random) }
    let homes = sources.map { source in
      var home = RoutingProblem.Depot(location: source.location)
      home.stock = Array(repeating: 0, count: goods + 1)
      return home
    }
    return RoutingProblem(
      travel: travel, depots: sources + homes, clients: (0..<clients).map { client(numbers[depots + $0], &random) },
      vehicles: (0..<vehicles).map { _ in vehicle(&random) })
  }

  /// Locations of the depots, then of the clients.
  private func streets(_ random: inout SeededRandom) -> (travel: Travel, numbers: [Int]) {
    let places = (0..<locations).map { _ in (x: random.below(1000), y: random.below(1000)) }
    let stands = (0..<depots + clients).map { $0 < depots ? $0 % locations : random.below(locations) }
    let located = isShared ? places : stands.map { places[$0] }
    let ways = located.flatMap { a in located.map { b in abs(a.x - b.x) + abs(a.y - b.y) } }
    return (
      Travel(
        count: located.count, distances: ways.map { Int32($0) }, durations: ways.map { Int32(($0 + 4) / 5) }),
      isShared ? stands : Array(stands.indices)
    )
  }

  /// Load dimensions: packs in all, then one for each good.
  private func depot(_ place: Int, _ random: inout SeededRandom) -> RoutingProblem.Depot {
    var depot = RoutingProblem.Depot(location: place, hours: .init(from: random.below(300), to: span))
    (depot.docks, depot.loadFixed, depot.loadPerUnit) = (1 + random.below(2), 60, 5)
    depot.stock = [1 << 31] + (0..<goods).map { _ in random.below(stock) }
    depot.supplies = (0..<goods).map { good in
      let ready = random.below(span / 2)
      return .init(
        ready: ready, units: [0] + (0..<goods).map { $0 == good ? random.below(stock) : 0 })
    }
    return depot
  }

  private func client(_ location: Int, _ random: inout SeededRandom) -> RoutingProblem.Client {
    var client = RoutingProblem.Client(location: location)
    var by = span / 3
    var total = 0
    for _ in 0..<1 + random.below(steps) {
      by += 1 + random.below(span / 3)
      total += 1 + random.below(packs)
      client.needs.append(.init(by: by, units: total))
    }
    let good = random.below(goods)
    client.delivery = [total] + (0...good).map { $0 == good ? total : 0 }
    client.weight = [1, 3, 9, 27, 81][random.below(5)]
    client.part = max(1, packs / 3)
    return client
  }

  private func vehicle(_ random: inout SeededRandom) -> RoutingProblem.Vehicle {
    let home = depots + random.below(depots)
    var vehicle = RoutingProblem.Vehicle(count: 1, capacity: [1 + random.below(capacity)], start: home, end: home)
    vehicle.shift = .init(from: random.below(200), to: span - random.below(500))
    vehicle.fixedCost = random.below(2000)
    vehicle.distanceCost = 1 + random.below(3)
    vehicle.durationCost = random.below(2)
    (vehicle.stopTime, vehicle.timePerUnit) = (50, 4)
    vehicle.maximumTrips = random.below(4) == 0 ? 1 + random.below(3) : 100
    vehicle.reloadDepots = Array(0..<depots)
    return vehicle
  }
}
