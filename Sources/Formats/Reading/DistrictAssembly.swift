import Districts
import Units

/// Puts the tables of a district together: checks what rows say of each other, then fills in what they leave open.
struct DistrictAssembly {
  let settings: Settings
  var tables: DistrictTables
  let log: ProblemLog
  let ids: DistrictIDs
  /// How many comparisons are left for finding similar ids; beyond it an unknown id gets no suggestion.
  var comparisonsLeft = 2_000_000

  init(settings: Settings, tables: DistrictTables, log: ProblemLog) {
    self.settings = settings
    self.tables = tables
    self.log = log
    ids = DistrictIDs(tables, settings)
  }

  mutating func assemble() -> District {
    var district = settings.district
    checkUniqueIDs()
    assemblePlaces(&district)
    assemblePeople(&district)
    assemblePosts(&district)
    assembleSupply(&district)
    assemblePins(&district)
    return district
  }

  /// Complains where `id` is in none of the rows of `known`.
  mutating func expect<Row>(_ id: String?, in known: IDSet, _ table: ReadTable<Row>, _ row: Int, _ column: String) {
    guard let id, !id.isEmpty, known.isReadable, !known.contains(id) else { return }
    var nearest: String?
    if comparisonsLeft > known.inOrder.count {
      comparisonsLeft -= known.inOrder.count
      nearest = nearestName(to: id, among: known.inOrder)
    }
    log.add(
      table.problem(
        .unknownID, row: row, column: column, values: ["value": id, "file": known.file], nearest: nearest))
  }

  /// The position of a row in WGS 84; nil without numbers or with only one of them.
  func coordinate<Value>(_ row: Located<Value>, _ table: ReadTable<Located<Value>>, _ index: Int) -> Coordinate? {
    switch (row.latitude, row.longitude) {
    case (let latitude?, let longitude?):
      return wgs84(Coordinate(latitude: latitude, longitude: longitude), from: settings.coordinates)
    case (nil, nil): return nil
    default:
      if !table.damaged.contains(index) {
        log.add(
          table.problem(
            .halfACoordinate, row: index, column: row.latitude == nil ? "lat" : "lon"))
      }
      return nil
    }
  }

  func complainNotAfter<Row>(
    _ table: ReadTable<Row>, _ row: Int, _ column: String, _ from: ClockTime, _ to: ClockTime
  ) {
    complainNotAfter(table, row, column, "\(from)", "\(to)", remedy: "@remedy.nextDay")
  }

  func complainNotAfter<Row>(_ table: ReadTable<Row>, _ row: Int, _ column: String, _ from: Moment, _ to: Moment) {
    guard let clock = settings.clock else { return }
    let texts = [from, to].map { String(clock.rfc3339($0).prefix(16)) }
    complainNotAfter(table, row, column, texts[0], texts[1], remedy: "@remedy.later")
  }

  private func complainNotAfter<Row>(
    _ table: ReadTable<Row>, _ row: Int, _ column: String, _ from: String, _ to: String, remedy: String
  ) {
    log.add(
      table.problem(
        .notAfter, row: row, column: column, values: ["from": from, "value": to, "remedy": remedy]))
  }
}

/// The ids that rows may refer to.
struct DistrictIDs {
  let cadres, compounds, buildings, sites, points, depots, goods, vehicles, needs, orders, shifts: IDSet
  /// Everything with a position, for travel.csv; and with vehicles, for ledger.csv.
  let places, dutyPlaces: IDSet

  init(_ tables: DistrictTables, _ settings: Settings) {
    cadres = IDSet(tables.cadres) { $0.value.id.text }
    compounds = IDSet(tables.compounds) { $0.value.id.text }
    buildings = IDSet(tables.buildings) { $0.value.building.id.text }
    sites = IDSet(tables.sites) { $0.value.id.text }
    points = IDSet(tables.points) { $0.value.id.text }
    depots = IDSet(tables.depots) { $0.value.id.text }
    goods = IDSet(tables.goods) { $0.id.text }
    vehicles = IDSet(tables.vehicles) { $0.vehicle.id.text }
    needs = IDSet(tables.needs) { $0.id.text }
    orders = IDSet(tables.orders) { $0.order.id.text }
    shifts = IDSet(settingsFile, settings.district.shifts.map(\.id.text), isReadable: settings.isReadable)
    places = IDSet(
      "compounds, buildings, sites, points, depots, cadres", [compounds, buildings, sites, points, depots, cadres])
    dutyPlaces = IDSet("sites, points, depots, vehicles", [sites, points, depots, vehicles])
  }
}
