import Distribution
import Districts
import Units

/// What is to be carried in one compound (docs/format.md §16): packs to entrances and doors, and where they lie.
struct CarryWork: Sendable {
  /// Row of compounds.csv.
  var compound: Int
  /// The gate first, then where packs lie and the buildings.
  var places: CarryPlaces
  var loads: [CarryLoad] = []
  /// What nobody can carry, by building: packs and doors of buildings in no batch.
  var lost: [(building: Int, amount: Int)] = []
}

/// What one building is brought in one way: to the entrance, or to its doors.
struct CarryLoad: Sendable {
  /// Row of buildings.csv.
  var building: Int
  /// Indices of the compound's places.
  var source: Int
  var target: Int
  /// When packs lie at the source at the earliest; nil: as soon as teams work.
  var release: Moment?
  /// By good.
  var packs: [Int]
  /// 0: left at the entrance.
  var doors: Int
  /// What a door takes: knocking and the way up.
  var perDoor: Int
  var isAtDoors: Bool

  var packCount: Int { packs.reduce(0, +) }
}

/// The gate, sources and buildings of a compound, and seconds with a cart between them.
struct CarryPlaces: Sendable {
  private(set) var ids: [PlaceID] = []
  private var coordinates: [Coordinate?] = []
  private var index: [PlaceID: Int] = [:]
  static let gate = 0

  mutating func add(_ id: PlaceID, _ coordinate: Coordinate?) -> Int {
    if let known = index[id] { return known }
    index[id] = ids.count
    ids.append(id)
    coordinates.append(coordinate)
    return ids.count - 1
  }

  /// Row by row; a way that nobody knows takes no time. O(places²).
  func seconds(_ travel: WheelTravel) -> [Int] {
    var table: [Int] = []
    table.reserveCapacity(ids.count * ids.count)
    for from in ids.indices {
      for to in ids.indices {
        table.append(from == to ? 0 : travel.seconds(ids[from], coordinates[from], ids[to], coordinates[to]) ?? 0)
      }
    }
    return table
  }
}

extension CarryWork {
  /// The work of every compound that has any, in the order of compounds.csv. O(buildings × goods + batches).
  static func all(_ district: District, _ distribution: DistributionPlan, zone: ZoneClock) -> [CarryWork] {
    let reader = CarryReader(district, distribution, zone: zone)
    var buildings: [CompoundID: [Int]] = [:]
    for (row, building) in district.buildings.enumerated() where reader.carries(row) {
      buildings[building.compound, default: []].append(row)
    }
    return district.compounds.indices.compactMap { compound in
      buildings[district.compounds[compound].id].map { reader.work(of: compound, $0) }
    }
  }
}

/// Reads what is to be carried off the district and its distribution.
private struct CarryReader {
  let district: District
  let handovers: Handovers
  private let demands: RouteDemands
  /// By building in mode `point` with a batch: its point and the start of its last slot.
  private var last: [BuildingID: (point: PointID, from: Moment)] = [:]
  private let points: [PointID: DistributionPoint]

  init(_ district: District, _ distribution: DistributionPlan, zone: ZoneClock) {
    self.district = district
    handovers = Handovers(district)
    demands = RouteDemands(district: district, zone: zone)
    points = Dictionary(district.points.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for batch in distribution.batches {
      guard let point = batch.point, let from = batch.from?.moment else { continue }
      let known = last[batch.building]?.from
      last[batch.building] = (point, max(known ?? from, from))
    }
  }

  /// Whether anything of the building is carried.
  func carries(_ building: Int) -> Bool {
    handovers.atDoor[building] > 0
      || handovers.modes[building] == .property && !demands.needs(of: district.buildings[building]).isEmpty
  }

  func work(of compound: Int, _ buildings: [Int]) -> CarryWork {
    let row = district.compounds[compound]
    var work = CarryWork(compound: compound, places: CarryPlaces())
    _ = work.places.add(PlaceID(row.id), row.coordinate)
    for building in buildings { add(building, to: &work) }
    return work
  }

  private func add(_ building: Int, to work: inout CarryWork) {
    let row = district.buildings[building]
    let (all, toDoors) = packs(building)
    let doors = handovers.atDoor[building]
    let mode = handovers.modes[building]
    var release: Moment?
    let source: Int
    switch mode {
    case .property: source = CarryPlaces.gate
    case .door: source = work.places.add(PlaceID(row.id), row.coordinate)
    case .point:
      guard let batch = last[row.id] else {
        work.lost.append((building, toDoors.reduce(0, +) + doors))
        return
      }
      source = work.places.add(PlaceID(batch.point), points[batch.point]?.coordinate)
      release = batch.from
    }
    let target = work.places.add(PlaceID(row.id), row.coordinate)
    let rest = zip(all, toDoors).map { $0 - $1 }
    if mode == .property, rest.contains(where: { $0 > 0 }) {
      work.loads.append(
        CarryLoad(
          building: building, source: source, target: target, release: release, packs: rest, doors: 0, perDoor: 0,
          isAtDoors: false))
    }
    if doors > 0 {
      work.loads.append(
        CarryLoad(
          building: building, source: source, target: target, release: release, packs: toDoors, doors: doors,
          perDoor: district.carrying.perDoor.rawValue + climb(row), isAtDoors: true))
    }
  }

  /// By good: all packs of the building, and those for its doors.
  private func packs(_ building: Int) -> (all: [Int], toDoors: [Int]) {
    let row = district.buildings[building]
    var all = Array(repeating: 0, count: district.goods.count)
    for need in demands.needs(of: row) { all[need.good] += need.packs }
    let households = row.households.rawValue
    // Rounded up: who cannot come out is not the one who goes without.
    let coming = households - handovers.atDoor[building]
    return (all, all.map { households > 0 ? $0 - $0.shared(coming, of: households) : 0 })
  }

  /// Seconds up to a door of middle height.
  private func climb(_ building: Building) -> Int {
    guard let floors = building.floors, floors > 1 else { return 0 }
    let settings = district.carrying
    return building.lift ? settings.lift.rawValue : settings.perFloor.rawValue * (floors / 2)
  }
}

extension Int {
  /// ⌊self × part ÷ whole⌋, without overflow.
  func shared(_ part: Int, of whole: Int) -> Int {
    let (high, low) = multipliedFullWidth(by: part)
    return whole.dividingFullWidth((high, low)).quotient
  }
}
