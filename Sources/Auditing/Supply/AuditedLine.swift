import Districts
import Units

/// What one destination asks of one good at one priority (docs/format.md §11).
struct AuditedLine: Sendable {
  var id: String
  var good: Int
  var priority: Int
  var asked: Int
  var households: Int
  /// Where packs may be handed over, and the last moment for it.
  var ends: [(place: PlaceID, latest: Int)]
  /// The depot that a need names.
  var pharmacy: DepotID?
  /// The site whose own packs serve the line too: that of a duty.
  var site: SiteID?
  /// The order, where it is collected.
  var collected: Order?
}

extension RawInput {
  /// Lines with packs: by building, good and priority; then orders to compounds and sites; then needs with a good; then
  /// the kit of duties.
  func supplyLines() -> [AuditedLine] {
    let dayEnd = time.span(ofDay: 0).end.seconds
    var lines: [AuditedLine] = []
    let orders = district.hasOrders ? district.orders : []
    let everybody = orders.filter { $0.destination == .everyBuilding }
    let byDestination = Dictionary(grouping: orders, by: \.destination)
    for (b, building) in district.buildings.enumerated() {
      for (g, good) in district.goods.enumerated() {
        let mine = ((byDestination[.building(building.id)] ?? []) + everybody).filter { $0.good == good.id }
        var rows = mine.map { order in
          (priority: order.priority, packs: Self.packs(order.quantity, households: building.households.rawValue))
        }
        if !district.hasOrders, g == 0 { rows = [(3, building.households.rawValue)] }
        for priority in 1...5 {
          let asked = rows.filter { $0.priority == priority }.map(\.packs).saturatedSum
          guard asked > 0 else { continue }
          lines.append(
            AuditedLine(
              id: "\(building.id):\(good.id)", good: g, priority: priority, asked: asked,
              households: max(1, building.households.rawValue), ends: ends(b, due: self.orders[b][g].due ?? dayEnd)))
        }
      }
    }
    for order in orders {
      guard let g = goodIndex[order.good] else { continue }
      let place: PlaceID
      var people: Int
      switch order.destination {
      case .building, .everyBuilding: continue
      case .compound(let compound):
        place = PlaceID(compound)
        people = district.buildings.filter { $0.compound == compound }.map(\.households.rawValue).saturatedSum
      case .site(let site):
        place = PlaceID(site)
        people = 0
      }
      let asked = Self.packs(order.quantity, households: people)
      guard asked > 0 else { continue }
      if case .site = order.destination { people = asked }
      lines.append(
        AuditedLine(
          id: order.id.text, good: g, priority: order.priority, asked: asked, households: max(1, people),
          ends: [(place, order.due?.seconds ?? dayEnd)], collected: order.collectAt == nil ? nil : order))
    }
    for need in district.needs {
      guard let good = need.good, let g = goodIndex[good] else { continue }
      lines.append(
        AuditedLine(
          id: need.id.text, good: g, priority: need.priority, asked: 1, households: 1,
          ends: [(PlaceID(need.building), need.latest?.seconds ?? dayEnd)], pharmacy: need.pharmacy))
    }
    for kit in auditedKit() {
      lines.append(
        AuditedLine(
          id: kit.id, good: kit.good, priority: kit.priority, asked: kit.packs, households: kit.people,
          ends: [(PlaceID(kit.site), kit.by)], site: kit.site))
    }
    return lines
  }

  /// The points that a building may use, by the start of their last slot; the gate of property management; else the
  /// building itself.
  private func ends(_ b: Int, due: Int) -> [(place: PlaceID, latest: Int)] {
    let building = district.buildings[b]
    switch mode(of: building) {
    case .property: return [(PlaceID(building.compound), due)]
    case .door: return [(PlaceID(building.id), due)]
    case .point: break
    }
    let points = usablePoints(building).compactMap { i -> (place: PlaceID, latest: Int)? in
      slots(of: district.points[i]).last.map { (PlaceID(district.points[i].id), $0.start.seconds) }
    }
    return points.isEmpty ? [(PlaceID(building.id), due)] : points
  }

  /// Whether one pack of a row of stock.csv, loaded as early as it may be, is at one of the line's ends in time, or can be
  /// handed to whoever collects it.
  func reaches(_ row: StockRow, _ line: AuditedLine) -> Bool {
    if let order = line.collected { return isHandedOver(row, for: order) }
    guard goodIndex[row.good] == line.good, let depot = district.depots.first(where: { $0.id == row.depot }),
      line.pharmacy == nil || line.pharmacy == row.depot
    else { return false }
    var from = row.ready?.seconds ?? (time.span(ofDay: 0).start.seconds - 86_400)
    let load = depot.loadFixed.rawValue +| depot.loadPerPack.rawValue
    if let opens = depot.openFrom, let closes = depot.openTo {
      let hours = span(opens, closes)
      from = max(from, hours.start.seconds)
      guard hours.start < hours.end, from +| load <= hours.end.seconds else { return false }
    }
    return line.ends.contains { end in
      guard let way = way(spot(PlaceID(depot.id)), spot(end.place), .vehicle) else { return false }
      return from +| load +| way.seconds <= end.latest
    }
  }

  /// What buildings are due once those in `shares` get less than they asked.
  func orders(_ supply: SupplyPlan?) -> [[Due]] {
    guard let supply else { return orders }
    var result = orders
    let short = Dictionary(supply.shares.map { ($0.line, $0.asked -| $0.given) }, uniquingKeysWith: +|)
    for (b, building) in district.buildings.enumerated() {
      for (g, good) in district.goods.enumerated() {
        result[b][g].packs = max(0, result[b][g].packs -| (short["\(building.id):\(good.id)"] ?? 0))
      }
    }
    return result
  }
}
