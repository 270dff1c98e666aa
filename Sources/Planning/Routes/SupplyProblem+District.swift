import Districts
import Routing
import Units

extension SupplyProblem {
  /// The problem of a district's first service day, in seconds from `origin`. Depot rows keep their order; vehicles are
  /// the members of the fleet, demands those given.
  init(
    district: District, zone: ZoneClock, origin: Moment, demands: [RouteDemand], fleet: RouteFleet,
    places: RoutePlaces
  ) {
    func seconds(_ moment: Moment) -> Int { max(-Self.horizon, min(Self.horizon, (moment - origin).rawValue)) }
    let goods = Dictionary(district.goods.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let depots = district.depots.map { depot in
      var hours: Span?
      if let from = depot.openFrom, let to = depot.openTo { hours = district.hours(from, to, in: zone) }
      return Depot(
        location: places.index[PlaceID(depot.id)] ?? 0,
        open: hours.map { seconds($0.start) } ?? -Self.horizon, close: hours.map { seconds($0.end) } ?? Self.horizon,
        docks: depot.docks, loadFixed: depot.loadFixed.rawValue, loadPerPack: depot.loadPerPack.rawValue,
        stock: district.stock.filter { $0.depot == depot.id }.compactMap { row in
          goods[row.good].map { Stock(good: $0, packs: row.packs, ready: row.ready.map(seconds) ?? -Self.horizon) }
        })
    }
    let clients = demands.map { demand in
      Demand(
        location: places.index[demand.place] ?? 0, good: demand.good, weight: demand.weight,
        curve: demand.curve.map { Need(by: seconds($0.by), packs: $0.packs) })
    }
    let vehicles = fleet.members.map { member in
      let row = district.vehicles[member.row]
      var vehicle = Vehicle(
        start: places.index[PlaceID(row.depot)] ?? 0, end: places.index[PlaceID(row.endDepot)] ?? 0,
        capacityPacks: row.capacityPacks, from: seconds(member.from), to: seconds(member.to))
      vehicle.capacityGrams = row.capacityGrams
      vehicle.maximumTrips = row.maximumTrips
      vehicle.fixedCost = row.fixedCost
      vehicle.costPerKilometre = fleet.countsMetres ? 1000 : row.costPerKilometre
      vehicle.costPerHour = row.costPerHour
      vehicle.unloadFixed = row.unloadFixed.rawValue
      vehicle.unloadPerPack = row.unloadPerPack.rawValue
      return vehicle
    }
    self.init(
      locationCount: places.ids.count, metres: places.metres, seconds: places.seconds,
      goods: district.goods.map { Good(grams: $0.grams ?? 0) }, depots: depots, demands: clients, vehicles: vehicles)
  }
}

extension RouteDemand {
  /// Of one missing pack at level 1.
  var weight: Int {
    switch priority {
    case ...1: 81
    case 2: 27
    case 3: 9
    case 4: 3
    default: 1
    }
  }
}
