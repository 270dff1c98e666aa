import Districts
import Units

/// What an order that is collected finds at its depot (docs/format.md §17).
struct AuditedCollection: Sendable {
  var order: Order
  var depot: DepotID
  /// Packs by row of stock.csv, from 0.
  var rows: [Int: Int]
  var asked: Int
  /// When all these packs are there and the depot is open, and the last moment to hand them over.
  var from: Int
  var by: Int
  /// Why packs are missing.
  var cause: RuleID
  var packs: Int { rows.values.saturatedSum }
  var missing: Int { max(0, asked -| packs) }
}

extension RawInput {
  /// The hours in which an order can be handed over; nil where its depot does not open, or is none.
  func handover(of order: Order) -> (depot: DepotID, from: Int, by: Int)? {
    guard let id = order.collectAt, let depot = district.depots.first(where: { $0.id == id }) else { return nil }
    let day = time.span(ofDay: 0)
    let due = order.due?.seconds ?? day.end.seconds
    guard let opens = depot.openFrom, let closes = depot.openTo else { return (id, day.start.seconds, due) }
    let hours = span(opens, closes)
    guard hours.start < hours.end else { return nil }
    return (id, hours.start.seconds, min(due, hours.end.seconds))
  }

  /// Whether packs of a row of stock.csv can be handed over for an order that is collected.
  func isHandedOver(_ row: StockRow, for order: Order) -> Bool {
    guard let hours = handover(of: order), row.depot == hours.depot, row.good == order.good else { return false }
    return hours.from <= hours.by && (row.ready.map { $0.seconds <= hours.by } ?? true)
  }

  /// Every order that is collected, in the order of orders.csv, with the rows that are set aside for it.
  func collecting(_ supply: SupplyPlan?) -> [AuditedCollection] {
    let given = Dictionary((supply?.shares ?? []).map { ($0.line, $0.given) }, uniquingKeysWith: { first, _ in first })
    var left = district.stock.map(\.packs)
    var result: [AuditedCollection] = []
    for order in district.orders where district.hasOrders {
      guard let depot = order.collectAt else { continue }
      var households = 0
      switch order.destination {
      case .building, .everyBuilding: continue
      case .compound(let compound):
        households = district.buildings.filter { $0.compound == compound }.map(\.households.rawValue).saturatedSum
      case .site: break
      }
      let asked = max(0, given[order.id.text] ?? Self.packs(order.quantity, households: households))
      guard asked > 0 else { continue }
      result.append(collection(order, depot, asked, &left))
    }
    return result
  }

  /// Row after row: of those that can be handed over, the one ready last, then the cheapest, then the first.
  private func collection(_ order: Order, _ depot: DepotID, _ asked: Int, _ left: inout [Int]) -> AuditedCollection {
    let stock = district.stock
    var open = stock.indices.filter { isHandedOver(stock[$0], for: order) }
    let isSold = stock.contains { $0.depot == depot && $0.good == order.good }
    var found = AuditedCollection(
      order: order, depot: depot, rows: [:], asked: asked, from: 0, by: 0,
      cause: open.isEmpty && isSold ? .needCurve : .depotStock)
    guard let hours = handover(of: order) else { return found }
    (found.from, found.by) = (hours.from, hours.by)
    while found.missing > 0, !open.isEmpty {
      var best = open[0]
      for row in open where isBefore(stock[row], stock[best]) { best = row }
      open.removeAll { $0 == best }
      let packs = min(found.missing, left[best])
      guard packs > 0 else { continue }
      left[best] -= packs
      found.rows[best] = packs
      found.from = max(found.from, stock[best].ready?.seconds ?? found.from)
    }
    return found
  }

  private func isBefore(_ a: StockRow, _ b: StockRow) -> Bool {
    let (readyA, readyB) = (a.ready?.seconds ?? .min, b.ready?.seconds ?? .min)
    return readyA == readyB ? (a.price ?? 0) < (b.price ?? 0) : readyA > readyB
  }
}
