import Routing

extension SupplyNetwork {
  /// O((depots + distinct starts and ends) × locations² + classes × demands).
  init(_ problem: SupplyProblem) {
    let time = ShortestWays(problem, \.seconds)
    let length = ShortestWays(problem, \.metres)
    let stocked = problem.depots.indices.filter { problem.depots[$0].stock.contains { $0.packs > 0 } }
    let wanted = problem.demands.filter { $0.packs > 0 }
    depots = stocked.map { index in
      let depot = problem.depots[index]
      let first = depot.stock.filter { $0.packs > 0 }.map(\.ready).min() ?? depot.open
      return Depot(
        opens: max(depot.open, first), closes: depot.close, docks: depot.docks, loadFixed: depot.loadFixed,
        loadPerPack: depot.loadPerPack,
        stock: problem.goods.indices.map { good in
          depot.stock.filter { $0.good == good }.reduce(0) { $0 + $1.packs }
        })
    }
    between = stocked.flatMap { from in
      stocked.map { to in
        let place = problem.depots[to].location
        return Way(metres: length.fromDepot(from, place), seconds: time.fromDepot(from, place))
      }
    }
    demands = wanted.map { demand in
      let place = demand.location
      return Demand(
        good: demand.good, weight: demand.weight, curve: demand.curve.map { Step(by: $0.by, packs: $0.packs) },
        out: stocked.map { Way(metres: length.fromDepot($0, place), seconds: time.fromDepot($0, place)) },
        back: stocked.map { Way(metres: length.toDepot($0, place), seconds: time.toDepot($0, place)) })
    }

    let lightest = problem.goods.map(\.grams).min() ?? 0
    classes = []
    var keys: [SupplyProblem.Vehicle] = []
    for (number, vehicle) in problem.vehicles.enumerated() {
      var capacity = vehicle.capacityPacks
      if let grams = vehicle.capacityGrams, lightest > 0 { capacity = min(capacity, grams / lightest) }
      guard capacity > 0, vehicle.to > vehicle.from, vehicle.maximumTrips != 0, !stocked.isEmpty else { continue }
      var key = vehicle
      // Of the span, the length enters, and the earliest start of all.
      (key.from, key.to) = (0, vehicle.to - vehicle.from)
      if let same = keys.firstIndex(of: key) {
        classes[same].members.append(number)
        classes[same].from = min(classes[same].from, vehicle.from)
        continue
      }
      keys.append(key)
      classes.append(
        VehicleClass(
          members: [number], capacity: capacity, from: vehicle.from, span: key.to, maximumTrips: vehicle.maximumTrips,
          fixedCost: vehicle.fixedCost, costPerKilometre: vehicle.costPerKilometre, costPerHour: vehicle.costPerHour,
          unloadFixed: vehicle.unloadFixed, unloadPerPack: vehicle.unloadPerPack,
          start: stocked.map {
            let place = problem.depots[$0].location
            return Way(metres: length.fromStart(number, place), seconds: time.fromStart(number, place))
          },
          end: wanted.map {
            Way(metres: length.toEnd(number, $0.location), seconds: time.toEnd(number, $0.location))
          }))
    }
  }
}
