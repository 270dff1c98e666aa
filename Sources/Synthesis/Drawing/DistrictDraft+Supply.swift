import Districts
import Units

extension DistrictDraft {
  mutating func addPoint(
    _ id: String, _ name: String, compound: String, at place: Position, change: (inout DistributionPoint) -> Void
  ) {
    var point = DistributionPoint(
      id: PointID(id), compound: CompoundID(compound), coordinate: location.coordinate(place),
      householdsPerDeskHour: 60, openFrom: ClockTime(minutes: 16 * 60), openTo: ClockTime(minutes: 20 * 60))
    point.name = name
    change(&point)
    district.points.append(point)
  }

  mutating func addDepot(
    _ id: String, _ name: String, _ kind: DepotKind, at place: Position, change: (inout Depot) -> Void
  ) {
    var depot = Depot(id: DepotID(id), name: name, coordinate: location.coordinate(place))
    depot.kind = kind
    change(&depot)
    district.depots.append(depot)
  }

  /// Packs at a price, there from a full hour of the day on.
  mutating func addStock(_ depot: String, _ good: String, _ packs: Int, price: Int, ready: Int) {
    var row = StockRow(depot: DepotID(depot), good: GoodID(good), packs: packs)
    row.price = price
    row.ready = DrawnClock.moment(district.planDate, ready)
    district.stock.append(row)
  }

  /// Adds a vehicle whose crew serves from one full hour to another.
  mutating func addVehicle(
    _ id: String, _ name: String, depot: String, packs: Int, from: Int, to: Int, change: (inout Vehicle) -> Void
  ) {
    var vehicle = Vehicle(
      id: VehicleID(id), depot: DepotID(depot), capacityPacks: packs, from: ClockTime(minutes: from * 60),
      to: ClockTime(minutes: to * 60))
    vehicle.name = name
    change(&vehicle)
    district.vehicles.append(vehicle)
  }

  /// Adds households with needs in buildings drawn by their numbers of doors; each of `helpers` (places in the list of
  /// people) had three of them yesterday, as far as they go.
  mutating func addNeeds(_ count: Int, priorities: ClosedRange<Int>, helpers: [Int]) {
    let doors = district.buildings.reduce(0) { $0 + $1.households.rawValue }
    var taken: Set<Int> = []
    while taken.count < min(count, doors) { taken.insert(random.below(doors)) }
    var building = 0
    var before = 0
    for (index, place) in taken.sorted().enumerated() {
      while place >= before + district.buildings[building].households.rawValue {
        before += district.buildings[building].households.rawValue
        building += 1
      }
      let home = district.buildings[building]
      let (kinds, what): ([NeedKind], NeedService) = pick([
        ([.alone], .visit), ([.alone, .disabled], .meal), ([.isolated], .delivery), ([.infant], .delivery),
        ([.ill], .medicine), ([.pregnant], .visit), ([.alone, .ill], .medicine),
      ])
      var need = Need(id: NeedID("N" + padded(index + 1, to: 3)), building: home.id, what: what)
      need.door = door(place - before, of: home)
      need.kinds = kinds
      need.priority = number(priorities)
      if index / 3 < helpers.count { need.helper = district.cadres[helpers[index / 3]].id }
      district.needs.append(need)
    }
  }

  /// `2单元501`: the staircase, floor and door of a building's n-th household.
  private func door(_ index: Int, of building: Building) -> String {
    let perStaircase = max(1, building.households.rawValue.dividedRoundingUp(by: building.staircases))
    let perFloor = max(1, perStaircase.dividedRoundingUp(by: max(1, building.floors ?? 6)))
    let inStaircase = index % perStaircase
    return "\(index / perStaircase + 1)单元\(inStaircase / perFloor + 1)\(padded(inStaircase % perFloor + 1, to: 2))"
  }
}
