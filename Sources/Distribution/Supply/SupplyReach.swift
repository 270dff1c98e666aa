import Districts
import Units

/// Which rows of stock.csv can be where a line needs them in time: one pack alone, on a vehicle that waits for it.
///
/// More is not asked here: whether vehicles and crews suffice is the routes' affair (docs/format.md §11).
struct SupplyReach {
  private let district: District
  private let zone: ZoneClock
  private let choices: PointChoices
  private let travel: WheelTravel
  private let endOfDay: Moment
  /// By row of stock.csv: when one pack is loaded at the earliest; nil: never.
  private let loaded: [Moment?]
  private let depotOfRow: [Int?]
  /// The earliest `due` of a building's orders of a good.
  private let due: [Asked: Moment]
  private let buildingCoordinates: [BuildingID: Coordinate?]
  private let compoundCoordinates: [CompoundID: Coordinate?]
  private let siteCoordinates: [SiteID: Coordinate?]
  private let kit: [KitNeed]

  private struct Asked: Hashable {
    var building: Int
    var good: GoodID
  }

  init(_ district: District) {
    self.district = district
    choices = PointChoices(district)
    let zone = choices.zone
    self.zone = zone
    travel = WheelTravel.vehicle(district)
    endOfDay = zone.moment(district.planDate.advanced(by: 1), district.serviceDayStart)
    let depots = Dictionary(
      district.depots.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let depotOfRow = district.stock.map { depots[$0.depot] }
    self.depotOfRow = depotOfRow
    loaded = zip(district.stock, depotOfRow).map { row, depot in
      depot.flatMap { SupplyReach.loaded(row, at: district.depots[$0], in: district, zone) }
    }
    due = SupplyReach.dues(district)
    buildingCoordinates = Dictionary(
      district.buildings.map { ($0.id, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
    compoundCoordinates = Dictionary(
      district.compounds.map { ($0.id, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
    siteCoordinates = Dictionary(
      district.sites.map { ($0.id, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
    kit = district.kitNeeds(in: zone)
  }

  /// When one pack of the row is loaded at the earliest; nil: never.
  static func loaded(
    _ row: StockRow, at depot: Depot, in district: District, _ zone: ZoneClock
  ) -> Moment? {
    let begin = zone.moment(district.planDate, district.serviceDayStart)
    var from = row.ready ?? begin - dayLong
    var to: Moment?
    if let opens = depot.openFrom, let closes = depot.openTo {
      let hours = district.hours(opens, closes, in: zone)
      guard !hours.isEmpty else { return nil }
      (from, to) = (max(from, hours.start), hours.end)
    }
    let end = from + depot.loadFixed + depot.loadPerPack
    if let to, end > to { return nil }
    return end
  }

  private static let dayLong: Minutes = 1440

  private static func dues(_ district: District) -> [Asked: Moment] {
    var rows: [BuildingID: Int] = [:]
    for (index, building) in district.buildings.enumerated() { rows[building.id] = index }
    var due: [Asked: Moment] = [:]
    func note(_ building: Int, _ order: Order) {
      guard let moment = order.due else { return }
      let key = Asked(building: building, good: order.good)
      due[key] = min(due[key] ?? moment, moment)
    }
    for order in district.orders where district.hasOrders && order.due != nil {
      switch order.destination {
      case .building(let id): if let row = rows[id] { note(row, order) }
      case .everyBuilding: for row in district.buildings.indices { note(row, order) }
      case .compound, .site: break
      }
    }
    return due
  }

  /// Where packs for a line may be handed over, and by when.
  private func ends(_ line: SupplyLine) -> [(id: PlaceID, coordinate: Coordinate?, latest: Moment)] {
    switch line.destination {
    case .building(let index):
      let building = district.buildings[index]
      let points = choices.usable[index].filter { choices.hours[$0].count > 0 }
      if !points.isEmpty {
        return points.map { point in
          let (row, hours) = (district.points[point], choices.hours[point])
          return (PlaceID(row.id), row.coordinate, hours.start(hours.count - 1))
        }
      }
      let latest = due[Asked(building: index, good: district.goods[line.good].id)] ?? endOfDay
      return choices.modes[index] == .property
        ? [(PlaceID(building.compound), compoundCoordinates[building.compound] ?? nil, latest)]
        : [(PlaceID(building.id), building.coordinate, latest)]
    case .order(let row):
      let order = district.orders[row]
      let latest = order.due ?? endOfDay
      switch order.destination {
      case .compound(let id):
        return [(PlaceID(id), compoundCoordinates[id] ?? nil, latest)]
      case .site(let id): return [(PlaceID(id), siteCoordinates[id] ?? nil, latest)]
      case .building, .everyBuilding: return []
      }
    case .need(let row):
      let need = district.needs[row]
      return [(PlaceID(need.building), buildingCoordinates[need.building] ?? nil, need.latest ?? endOfDay)]
    case .kit(let index):
      return [(PlaceID(kit[index].site), siteCoordinates[kit[index].site] ?? nil, kit[index].start)]
    }
  }

  /// The only depot whose stock counts; nil: any.
  private func source(_ line: SupplyLine) -> DepotID? {
    if case .need(let row) = line.destination { district.needs[row].pharmacy } else { nil }
  }

  /// Rows of onhand.csv with packs of a line's good at its site.
  func shelves(for line: SupplyLine) -> [Int] {
    guard case .kit(let index) = line.destination else { return [] }
    let good = district.goods[line.good].id
    return district.onHand.indices.filter {
      district.onHand[$0].site == kit[index].site && district.onHand[$0].good == good
    }
  }

  struct Answer: Sendable {
    /// Rows of stock.csv, ascending.
    var rows: [Int] = []
    /// Some row of the good could be brought there, if late.
    var hasWay = false
    /// False where the depot at which the line is collected has no row of the good.
    var isKnown = true
  }

  /// O(stock rows of the good × points that the building may use).
  func rows(for line: SupplyLine, among stock: [Int]) -> Answer {
    if case .order(let row) = line.destination, let window = CollectionWindow(district.orders[row], district, zone) {
      return collected(window, among: stock)
    }
    var answer = Answer()
    let ends = ends(line)
    let source = source(line)
    for row in stock {
      guard let depot = depotOfRow[row], source == nil || source == district.depots[depot].id else { continue }
      let from = district.depots[depot]
      var isInTime = false
      for end in ends {
        guard let way = travel.seconds(PlaceID(from.id), from.coordinate, end.id, end.coordinate) else { continue }
        answer.hasWay = true
        if let loaded = loaded[row], loaded + Seconds(way) <= end.latest { isInTime = true }
      }
      if isInTime { answer.rows.append(row) }
    }
    return answer
  }

  /// Who collects needs no way, but packs of that depot.
  private func collected(_ window: CollectionWindow, among stock: [Int]) -> Answer {
    let there = stock.filter { district.stock[$0].depot == window.depot }
    return Answer(rows: there.filter { window.holds(district.stock[$0]) }, hasWay: true, isKnown: !there.isEmpty)
  }
}
