import Routing

/// What a vehicle costs, in the units in which the bound is wanted: when used, by 1,000 units of distance and by 3,600
/// units of time.
public struct JourneyPrice: Sendable, Hashable {
  public var fixed: Int
  public var perKilometre: Int
  public var perHour: Int
  public init(fixed: Int, perKilometre: Int, perHour: Int) {
    self.fixed = fixed
    self.perKilometre = perKilometre
    self.perHour = perHour
  }
}

extension SupplyNetwork {
  /// Of clients in parts with needs, and with a price for each kind of vehicle.
  ///
  /// O(distinct places of depots × locations² + classes × clients).
  init(_ problem: RoutingProblem, prices: [JourneyPrice]) {
    let time = DepotWays(problem, .duration)
    let length = DepotWays(problem, .distance)
    func out(_ depot: Int, _ place: Int) -> Way {
      Way(metres: length.from(depot: depot, place), seconds: time.from(depot: depot, place))
    }
    func back(_ depot: Int, _ place: Int) -> Way {
      Way(metres: length.to(depot: depot, place), seconds: time.to(depot: depot, place))
    }
    let wanted = problem.clients.indices.filter { problem.clients[$0].needs.last?.units ?? 0 > 0 }
    // Where a unit counts one in a client's last dimension, stock in that dimension limits what it can get.
    let goods = Set(wanted.compactMap { problem.ownLoad(of: $0) }).sorted()
    let isCounted = wanted.allSatisfy { problem.ownLoad(of: $0) != nil }
    let sources = Set(problem.vehicles.indices.flatMap(problem.loadingDepots)).sorted()
    let stocked = sources.filter { depot in
      !isCounted || goods.contains { problem.stock(depot: depot, load: $0) ?? 1 > 0 }
    }
    depots = stocked.map { index in
      let depot = problem.depots[index]
      let first = goods.compactMap { problem.firstStock(depot: index, load: $0) }.min()
      return Depot(
        opens: isCounted ? max(depot.hours.from, first ?? depot.hours.from) : depot.hours.from, closes: depot.hours.to,
        docks: depot.docks ?? .max, loadFixed: depot.loadFixed, loadPerPack: depot.loadPerUnit,
        stock: goods.map { problem.stock(depot: index, load: $0) ?? .max } + [.max])
    }
    between = stocked.flatMap { from in stocked.map { out(from, problem.depots[$0].location) } }
    demands = wanted.map { index in
      let client = problem.clients[index]
      return Demand(
        good: problem.ownLoad(of: index).flatMap(goods.firstIndex) ?? goods.count, weight: client.weight,
        curve: client.needs.map { Step(by: $0.by, packs: $0.units) },
        out: stocked.map { out($0, client.location) }, back: stocked.map { back($0, client.location) })
    }

    // Where clients share a place, or stand at a depot, one stop may do for several.
    let places = wanted.map { problem.clients[$0].location } + Set(stocked.map { problem.depots[$0].location })
    let isApart = Set(places).count == places.count

    classes = []
    var keys: [ClassKey] = []
    for (number, vehicle) in problem.vehicles.enumerated() where vehicle.count > 0 && !stocked.isEmpty {
      let capacity = wanted.map { problem.fitting(vehicle: number, client: $0) }.max() ?? 0
      // Of the span, the length enters, and the earliest start of all.
      let span = vehicle.shift.to - vehicle.shift.from
      guard capacity > 0, span > 0, vehicle.maximumTrips > 0 else { continue }
      let key = ClassKey(
        places: [vehicle.start, vehicle.end].map { problem.depots[$0].location }, price: prices[number],
        numbers: [capacity, span, vehicle.maximumTrips, vehicle.stopTime, vehicle.timePerUnit])
      let members = Array(repeating: number, count: vehicle.count)
      if let same = keys.firstIndex(of: key) {
        classes[same].members += members
        classes[same].from = min(classes[same].from, vehicle.shift.from)
        continue
      }
      keys.append(key)
      classes.append(
        VehicleClass(
          members: members, capacity: capacity, from: vehicle.shift.from, span: span,
          maximumTrips: vehicle.maximumTrips, fixedCost: prices[number].fixed,
          costPerKilometre: prices[number].perKilometre, costPerHour: prices[number].perHour,
          unloadFixed: isApart ? vehicle.stopTime : 0, unloadPerPack: vehicle.timePerUnit,
          start: stocked.map { out(vehicle.start, problem.depots[$0].location) },
          end: wanted.map { back(vehicle.end, problem.clients[$0].location) }))
    }
  }

  /// Vehicles with the same key are alike.
  private struct ClassKey: Hashable {
    var places: [Int]
    var price: JourneyPrice
    var numbers: [Int]
  }
}

extension RoutingProblem {
  /// The last load dimension of what a client gets, if there are as many units in it as in the first.
  fileprivate func ownLoad(of client: Int) -> Int? {
    let delivery = clients[client].delivery
    return delivery.lastIndex { $0 > 0 }.flatMap { delivery[$0] == delivery[0] ? $0 : nil }
  }
}
