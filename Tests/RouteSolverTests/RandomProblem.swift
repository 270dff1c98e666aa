import Routing
import Units

/// Draws routing problems of a given size in which every rule binds now and then.
struct RandomProblem {
  var locations = 5
  var depots = 2
  var demands = 3
  var vehicles = 2
  var goods = 1
  var packs = 8
  var capacity = 6
  var steps = 2
  var span = 4000
  var hourly = true
  var stock = 40

  func draw(_ seed: UInt64) -> SupplyProblem {
    var random = SeededRandom(seed: seed)
    let x = (0..<locations).map { _ in random.below(1000) }
    let y = (0..<locations).map { _ in random.below(1000) }
    var metres: [Int32] = []
    var seconds: [Int32] = []
    for a in 0..<locations {
      for b in 0..<locations {
        let way = abs(x[a] - x[b]) + abs(y[a] - y[b])
        metres.append(Int32(way))
        seconds.append(Int32((way + 4) / 5))
      }
    }
    let depotList = (0..<depots).map { index in
      SupplyProblem.Depot(
        location: index % locations, open: random.below(300), close: span, docks: 1 + random.below(2), loadFixed: 60,
        loadPerPack: 5,
        stock: (0..<goods).flatMap { good in
          [
            SupplyProblem.Stock(good: good, packs: random.below(stock), ready: -100),
            SupplyProblem.Stock(good: good, packs: random.below(stock), ready: random.below(span / 2)),
          ]
        })
    }
    let demandList = (0..<demands).map { _ in
      var curve: [SupplyProblem.Need] = []
      var by = span / 3
      var total = 0
      for _ in 0..<1 + random.below(steps) {
        by += 1 + random.below(span / 3)
        total += 1 + random.below(packs)
        curve.append(.init(by: by, packs: total))
      }
      return SupplyProblem.Demand(
        location: random.below(locations), good: random.below(goods), weight: [1, 3, 9, 27, 81][random.below(5)],
        curve: curve)
    }
    let vehicleList = (0..<vehicles).map { _ in
      let home = random.below(depots) % locations
      var vehicle = SupplyProblem.Vehicle(
        start: home, end: home, capacityPacks: 1 + random.below(capacity), from: random.below(200),
        to: span - random.below(500))
      vehicle.fixedCost = random.below(2000)
      vehicle.costPerKilometre = 1000 + random.below(3000)
      vehicle.costPerHour = hourly ? random.below(3000) : 0
      vehicle.unloadFixed = 50
      vehicle.unloadPerPack = 4
      if random.below(4) == 0 { vehicle.maximumTrips = 1 + random.below(3) }
      return vehicle
    }
    return SupplyProblem(
      locationCount: locations, metres: metres, seconds: seconds,
      goods: (0..<goods).map { .init(grams: 100 * $0) }, depots: depotList, demands: demandList, vehicles: vehicleList)
  }
}
