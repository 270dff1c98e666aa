import Districts
import Units

/// The district with look-up tables, and what its rows say of each person: worked out once, used for every plan.
///
/// A class, since every case of every plan holds it: a copy is one reference.
final class RawInput: Sendable {
  let district: District
  let time: LocalTime
  let people: [AuditedPerson]
  let cadreIndex: [String: Int]
  /// Coordinates of everything that has an id; nil where it has none.
  let places: [String: Coordinate?]
  let postDuties: [AuditedDuty]
  let travel: [Way: TravelRow]
  let compoundIndex: [CompoundID: Int]
  let buildingIndex: [BuildingID: Int]
  let pointIndex: [PointID: Int]
  let goodIndex: [GoodID: Int]
  let orders: [[Due]]
  /// By row of buildings.csv: households alone or isolated, and how the building is handed its goods.
  let alone: [Int]
  let modes: [Batch.Mode]

  struct Way: Hashable, Sendable {
    var from: String
    var to: String
    var mode: TravelModeName
  }

  init(_ district: District) {
    self.district = district
    let time = LocalTime(district)
    self.time = time
    cadreIndex = Self.index(district.cadres.map(\.id.text))
    compoundIndex = Self.index(district.compounds.map(\.id))
    buildingIndex = Self.index(district.buildings.map(\.id))
    pointIndex = Self.index(district.points.map(\.id))
    goodIndex = Self.index(district.goods.map(\.id))
    orders = Self.ordersOfBuildings(district)
    alone = Self.householdsAloneOrIsolated(district)
    modes = Self.modesOfBuildings(district, alone: alone)
    var places: [String: Coordinate?] = [:]
    for compound in district.compounds { places[compound.id.text] = .some(compound.coordinate) }
    for building in district.buildings { places[building.id.text] = .some(building.coordinate) }
    for site in district.sites { places[site.id.text] = .some(site.coordinate) }
    for point in district.points { places[point.id.text] = .some(point.coordinate) }
    for depot in district.depots { places[depot.id.text] = .some(depot.coordinate) }
    self.places = places
    travel = Dictionary(
      district.travelRows.map { (Way(from: $0.from.text, to: $0.to.text, mode: $0.mode), $0) },
      uniquingKeysWith: { first, _ in first })
    postDuties = Self.dutiesOfPosts(district, time: time)

    var availability = [[AvailabilityRow]](repeating: [], count: district.cadres.count)
    for row in district.availability { if let p = cadreIndex[row.cadre.text] { availability[p].append(row) } }
    var ledger = [[LedgerRow]](repeating: [], count: district.cadres.count)
    for row in district.ledger { if let p = cadreIndex[row.cadre.text] { ledger[p].append(row) } }
    people = district.cadres.indices.map { p in
      AuditedPerson(
        availability: availability[p], always: district.defaultAvailability == .always, ledger: ledger[p], time: time)
    }
  }

  private static func index<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The hours of a point, depot or vehicle on the first service day (docs/format.md §6). A time before the service
  /// day's start is of the next date, and so is the end of a span that began there at the service day's very start;
  /// but a span of at most a day that holds the service day's start begins on the first date.
  func span(_ from: ClockTime, _ to: ClockTime) -> Span {
    let dayStart = district.serviceDayStart
    let isAcross = from < dayStart && dayStart < to && to.minutes - from.minutes <= 1440
    let fromIsNext = from < dayStart && !isAcross
    let toIsNext = to < dayStart || (fromIsNext && to == dayStart)
    func moment(_ clock: ClockTime, _ isNext: Bool) -> Moment {
      time.moment(isNext ? time.first.advanced(by: 1) : time.first, clock)
    }
    return Span(start: moment(from, fromIsNext), end: moment(to, toIsNext))
  }
}
