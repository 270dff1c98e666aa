import Districts
import Units

/// Packs that nobody may load, since somebody comes to collect them (docs/format.md §17).
///
/// Those ready latest go first: whatever another could use of them, it can use of those that were ready before.
public struct SetAside: Sendable {
  /// In the order of orders.csv; nil where no order is collected.
  public private(set) var collections: [PlannedCollection]?
  /// Packs by row of stock.csv, from 0; rows of which none are taken are left out.
  public private(set) var rows: [Int: Int] = [:]
  private var short: [Shortage] = []

  private struct Shortage {
    var line: String
    var packs: Int
    var rule: RuleID
  }

  public init() {}

  /// O(collected orders × stock rows).
  public init(_ district: District) {
    let orders = district.orders
    guard orders.contains(where: { $0.collectAt != nil }) else { return }
    collections = []
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    for line in SupplyLine.ofOrders(district) {
      guard case .order(let row) = line.destination, let window = CollectionWindow(orders[row], district, zone)
      else { continue }
      take(line, orders[row], window, district, zone)
    }
  }

  private mutating func take(
    _ line: SupplyLine, _ order: Order, _ window: CollectionWindow, _ district: District, _ zone: ZoneClock
  ) {
    let there = district.stock.indices.filter {
      district.stock[$0].depot == window.depot && district.stock[$0].good == order.good
    }
    let inReach = there.filter { window.holds(district.stock[$0]) }
    var left = line.asked
    var from = window.from
    for row in Self.latestFirst(inReach, district) where left > 0 {
      let packs = min(left, district.stock[row].packs - rows[row, default: 0])
      guard packs > 0 else { continue }
      rows[row, default: 0] += packs
      left -= packs
      from = max(from, window.begin(district.stock[row]))
    }
    if left < line.asked {
      collections?.append(
        PlannedCollection(
          order: order.id, depot: window.depot, good: order.good, packs: line.asked - left,
          from: LocalMoment(from, in: zone), by: LocalMoment(window.by, in: zone)))
    }
    if left > 0 {
      let comesLate = inReach.isEmpty && !there.isEmpty
      short.append(Shortage(line: line.id, packs: left, rule: comesLate ? .needCurve : .depotStock))
    }
  }

  private static func latestFirst(_ rows: [Int], _ district: District) -> [Int] {
    func key(_ row: Int) -> (late: Int, price: Int, row: Int) {
      let stock = district.stock[row]
      return (-(stock.ready?.seconds ?? -.max), stock.price ?? 0, row)
    }
    return rows.sorted { key($0) < key($1) }
  }

  /// The district with no more in stock than is left for the routes.
  public func applied(to district: District) -> District {
    var rest = district
    for (row, packs) in rows { rest.stock[row].packs -= packs }
    return rest
  }

  /// The district with everything in stock again.
  func returned(to district: District) -> District {
    var whole = district
    for (row, packs) in rows { whole.stock[row].packs += packs }
    return whole
  }

  /// What is not there to be collected, where nothing was shared out before; numbered on from the routes' gaps.
  public func gaps(after count: Int) -> [Gap] {
    short.enumerated().map { index, shortage in
      Gap(
        id: "T\(count + index + 1)", what: .init(kind: .packs, id: shortage.line, level: .service),
        missing: shortage.packs,
        reasons: [.init(rule: shortage.rule.rawValue, count: shortage.packs, standing: .proven)])
    }
  }
}
