import Districts
import Routing
import Units

/// What packs count as: load dimension 0 is packs in all, 1 weight, then one for each depot that somebody insists on,
/// then one for each good, in which stock is counted.
struct RouteLoads: Sendable {
  /// By good: weight of a pack, in units of `gramUnit`.
  let weights: [Int]
  let gramUnit: Int
  /// No weight was rounded.
  let isExact: Bool

  /// Depots that some demand names although its good is in stock elsewhere too. Only they have any of their dimension.
  let named: [DepotID]

  func dimension(good: Int) -> Int { 2 + named.count + good }

  /// In grams, or in their common divisor; where even that is too much to add up, in larger units, rounded up.
  init(district: District, demands: [RouteDemand]) {
    let grams = district.goods.map { max(0, $0.grams ?? 0) }
    var unit = max(1, grams.reduce(0, Self.divisor))
    let most = demands.reduce(0.0) { $0 + Double($1.packs) * Double(grams[$1.good] / unit) }
    isExact = most <= Double(Self.mostUnits)
    if !isExact { unit *= Int((most / Double(Self.mostUnits)).rounded(.up)) }
    weights = grams.map { $0.dividedRoundingUp(by: unit) }
    gramUnit = unit
    named = Self.named(district, demands)
  }

  /// In the order of depots.csv.
  private static func named(_ district: District, _ demands: [RouteDemand]) -> [DepotID] {
    let wanted = Set(
      demands.compactMap { demand -> DepotID? in
        guard let source = demand.source else { return nil }
        let good = district.goods[demand.good].id
        let isElsewhere = district.stock.contains { $0.good == good && $0.depot != source && $0.packs > 0 }
        return isElsewhere ? source : nil
      })
    return district.depots.map(\.id).filter(wanted.contains)
  }

  private static let mostUnits = 1 << 30

  static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

  func delivery(of demand: RouteDemand) -> [Int] {
    var delivery = Array(repeating: 0, count: dimension(good: demand.good) + 1)
    delivery[0] = demand.packs
    delivery[1] = demand.packs * weights[demand.good]
    if let place = demand.source.flatMap(named.firstIndex) { delivery[2 + place] = demand.packs }
    delivery[dimension(good: demand.good)] = demand.packs
    return delivery
  }

  func capacity(of vehicle: Districts.Vehicle) -> [Int] {
    [min(vehicle.capacityPacks, 1 << 40)] + (vehicle.capacityGrams.map { [min($0 / gramUnit, 1 << 40)] } ?? [])
  }

  /// A depot's packs of goods as its stock: of packs in all, of weight and of what is to come from it there is enough.
  func stock(_ packs: [Int], at depot: DepotID) -> [Int] {
    [1 << 31, 1 << 31] + named.map { $0 == depot ? 1 << 31 : 0 } + packs
  }
}

extension RouteDemand {
  var packs: Int { curve.last?.packs ?? 0 }

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

extension RoutingProblem {
  /// Costs are in parts of a currency unit: this many in one. So both 1 ÷ 1,000 of a price per kilometre and 1 ÷ 3,600
  /// of a price per hour are whole.
  static let partsOfCurrency = 36_000
  /// Packs of all demands.
  private static let mostPacks = 1 << 30

  /// The problem of a district's first service day, in seconds from `origin`. Every demand is a client in parts at a
  /// location of its own; every member of the fleet is a kind of one vehicle. Depots keep their order; behind them come
  /// the places where vehicles start and end, at which nothing is loaded.
  init(
    district: District, zone: ZoneClock, origin: Moment, demands: [RouteDemand], loads: RouteLoads, fleet: RouteFleet,
    places: RoutePlaces
  ) throws(RoutingDefect) {
    guard demands.reduce(0.0, { $0 + Double($1.packs) }) <= Double(Self.mostPacks) else { throw .overflow }
    let clock = { (moment: Moment) in max(-Self.horizon, min(Self.horizon, (moment - origin).rawValue)) }
    let home = district.depots.map { places.index[PlaceID($0.id)] ?? 0 }
    self.init(
      travel: places.travel(home + demands.map { places.index[$0.place] ?? 0 }),
      depots: district.depots.indices.map { Depot(district, row: $0, zone, loads, clock) },
      clients: demands.indices.map { Client(demands[$0], location: home.count + $0, loads, clock) }, vehicles: [])
    let sources = depots.indices.filter {
      depots[$0].supplies.count > 0
        || depots[$0].stock?.dropFirst(loads.dimension(good: 0)).contains { $0 > 0 } ?? true
    }
    let rows = Dictionary(district.depots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var gates: [Int: Int] = [:]
    for member in fleet.members {
      let row = district.vehicles[member.row]
      func gate(_ id: DepotID) -> Int {
        let place = rows[id] ?? 0
        if let gate = gates[place] { return gate }
        gates[place] = depots.count
        var gate = Depot(location: place)
        gate.stock = Array(repeating: 0, count: loads.dimension(good: district.goods.count))
        depots.append(gate)
        return depots.count - 1
      }
      var vehicle = Vehicle(
        count: row.maximumTrips == 0 ? 0 : 1, capacity: loads.capacity(of: row), start: gate(row.depot),
        end: gate(row.endDepot))
      vehicle.shift = Window(from: clock(member.from), to: max(clock(member.from), clock(member.to)))
      vehicle.reloadDepots = sources
      vehicle.maximumTrips = row.maximumTrips ?? max(1, demands.reduce(0) { $0 + $1.packs })
      vehicle.stopTime = row.unloadFixed.rawValue
      vehicle.timePerUnit = row.unloadPerPack.rawValue
      vehicles.append(vehicle)
    }
    setParts()
    try setPrices(fleet.members.map { district.vehicles[$0.row] }, countsMetres: fleet.countsMetres)
  }

  /// Prices in parts of a currency unit, or coarser where sums would be too large.
  private mutating func setPrices(_ rows: [Districts.Vehicle], countsMetres: Bool) throws(RoutingDefect) {
    var exact: [(fixed: Int, distance: Int, time: Int)] = []
    for row in rows {
      let perKilometre = countsMetres ? 1000 : row.costPerKilometre
      let (fixed, first) = row.fixedCost.multipliedReportingOverflow(by: Self.partsOfCurrency)
      let (distance, second) = perKilometre.multipliedReportingOverflow(by: Self.partsOfCurrency / 1000)
      let (time, third) = row.costPerHour.multipliedReportingOverflow(by: Self.partsOfCurrency / 3600)
      guard !first, !second, !third else { throw .overflow }
      exact.append((fixed, distance, time))
    }
    var unit = max(
      1,
      exact.reduce(0) { RouteLoads.divisor(RouteLoads.divisor(RouteLoads.divisor($0, $1.fixed), $1.distance), $1.time) }
    )
    while true {
      for index in vehicles.indices {
        vehicles[index].fixedCost = exact[index].fixed / unit
        vehicles[index].distanceCost = exact[index].distance / unit
        vehicles[index].durationCost = exact[index].time / unit
      }
      do { return try validate() } catch {
        guard error == .overflow, unit < 1 << 50 else { throw error }
        unit *= 8
      }
    }
  }
}

extension RoutingProblem.Depot {
  fileprivate init(
    _ district: District, row: Int, _ zone: ZoneClock, _ loads: RouteLoads, _ clock: (Moment) -> Int
  ) {
    let depot = district.depots[row]
    self.init(location: row)
    var isOpen = true
    if let from = depot.openFrom, let to = depot.openTo {
      let span = district.hours(from, to, in: zone)
      isOpen = !span.isEmpty
      if isOpen { hours = RoutingProblem.Window(from: clock(span.start), to: clock(span.end)) }
    }
    docks = depot.docks
    loadFixed = depot.loadFixed.rawValue
    loadPerUnit = depot.loadPerPack.rawValue
    var there = Array(repeating: 0, count: district.goods.count)
    for entry in district.stock where entry.depot == depot.id && isOpen {
      guard let good = district.goods.firstIndex(where: { $0.id == entry.good }) else { continue }
      guard let ready = entry.ready else {
        there[good] = min(1 << 31, there[good] + entry.packs)
        continue
      }
      var units = Array(repeating: 0, count: loads.dimension(good: good) + 1)
      units[loads.dimension(good: good)] = min(1 << 31, entry.packs)
      supplies.append(RoutingProblem.Supply(ready: clock(ready), units: units))
    }
    stock = loads.stock(there, at: depot.id)
  }
}

extension RoutingProblem.Client {
  fileprivate init(_ demand: RouteDemand, location: Int, _ loads: RouteLoads, _ clock: (Moment) -> Int) {
    self.init(location: location)
    delivery = loads.delivery(of: demand)
    weight = demand.weight
    needs = demand.curve.map { RoutingProblem.Need(by: clock($0.by), units: $0.packs) }
    windows =
      (demand.staffFrom ?? demand.earliest).map {
        [RoutingProblem.Window(from: clock($0), to: RoutingProblem.horizon)]
      } ?? []
  }
}
