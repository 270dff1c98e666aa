import Districts
import Units

/// When a depot can hand packs to whoever collects an order (docs/format.md §17).
struct CollectionWindow {
  let depot: DepotID
  /// The depot is open from then on.
  let from: Moment
  /// Neither after closing nor after the order's `due`.
  let by: Moment
  private let isOpen: Bool

  /// Nil where the order is not collected, or nobody knows the depot.
  init?(_ order: Order, _ district: District, _ zone: ZoneClock) {
    guard let depot = district.depots.first(where: { $0.id == order.collectAt }) else { return nil }
    self.depot = depot.id
    let due = order.due ?? zone.moment(district.planDate.advanced(by: 1), district.serviceDayStart)
    guard let opens = depot.openFrom, let closes = depot.openTo else {
      (from, by, isOpen) = (zone.moment(district.planDate, district.serviceDayStart), due, true)
      return
    }
    let hours = district.hours(opens, closes, in: zone)
    (from, by, isOpen) = (hours.start, min(due, hours.end), !hours.isEmpty)
  }

  /// When packs of a row are there and the depot is open.
  func begin(_ row: StockRow) -> Moment { max(from, row.ready ?? from) }

  /// Whether packs of a row of the depot can be handed over in time.
  func holds(_ row: StockRow) -> Bool { isOpen && begin(row) <= by }
}
