import Formats

/// Households of the buildings, and which compound each is of.
private struct HouseholdCounts {
  var buildings: [(id: String, compound: String, households: Int)] = []

  init(_ sheet: TableSheet) {
    buildings = sheet.indices.map { row in
      (sheet[row, "id"], sheet[row, "compound"], Int(sheet[row, "households"]) ?? 0)
    }
  }

  func building(_ id: String) -> Int { buildings.first { $0.id == id }?.households ?? 0 }
  func compound(_ id: String) -> Int { buildings.filter { $0.compound == id }.reduce(0) { $0 + $1.households } }
}

extension DistrictChanger {
  /// Packs of orders, halves up. An order of so many for each household keeps that form where the product is whole, and
  /// is else written out; without orders.csv the pack that each household gets is.
  mutating func scaleOrders(_ factor: Factor, _ scope: KnownObject?) {
    let counts = HouseholdCounts(sheet(.buildings))
    guard files[DistrictTable.orders.file] != nil else {
      writeOrders(factor, scope, counts)
      return
    }
    var orders = sheet(.orders)
    var fresh = FreshIDs(usedIDs())
    var row = 0
    while row < orders.indices.count {
      let before = orders.indices.count
      if isMeant(scope, orders, row, counts) { scale(row, factor, counts, &orders, &fresh) }
      // Rows that were put in are scaled already.
      row += 1 + orders.indices.count - before
    }
    keep(orders)
  }

  /// The pack of the first good that each household gets where nobody ordered, scaled.
  private mutating func writeOrders(_ factor: Factor, _ scope: KnownObject?, _ counts: HouseholdCounts) {
    guard let good = sheet(.goods).values(of: "id").first,
      scope == nil || (scope?.kind == .good && scope?.id == good)
    else { return }
    var orders = sheet(.orders)
    var fresh = FreshIDs(usedIDs())
    let whole = factor.exactly(1).map { [("*", "\($0)/household")] }
    for (building, packs) in whole ?? counts.buildings.map({ ($0.id, String(factor.scaled($0.households))) }) {
      orders.insert(["id": fresh.id(like: "O"), "building": building, "good": good, "packs": packs])
    }
    keep(orders)
  }

  private func isMeant(_ scope: KnownObject?, _ orders: TableSheet, _ row: Int, _ counts: HouseholdCounts) -> Bool {
    guard let scope else { return true }
    switch scope.kind {
    case .good: return orders[row, "good"] == scope.id
    case .building: return orders[row, "building"] == scope.id
    case .site: return orders[row, "site"] == scope.id
    default:
      let building = orders[row, "building"]
      return orders[row, "compound"] == scope.id
        || counts.buildings.contains { $0.id == building && $0.compound == scope.id }
    }
  }

  private func scale(
    _ row: Int, _ factor: Factor, _ counts: HouseholdCounts, _ orders: inout TableSheet,
    _ fresh: inout FreshIDs
  ) {
    let written = orders[row, "packs"]
    if let count = Int(written) {
      orders.set(row, "packs", String(factor.scaled(count)))
      return
    }
    guard let each = Int(written.prefix { $0 != "/" }) else { return }
    if let whole = factor.exactly(each), whole <= 1000 {
      orders.set(row, "packs", "\(whole)/household")
      return
    }
    func packs(_ households: Int) -> String { String(factor.scaled(min(1_000_000_000, each * households))) }
    let building = orders[row, "building"]
    if building.isEmpty {
      orders.set(row, "packs", packs(counts.compound(orders[row, "compound"])))
    } else if building != "*" {
      orders.set(row, "packs", packs(counts.building(building)))
    } else {
      // The row keeps its id for the first building, so that what names it still finds it.
      let cells = orders.cells(of: row)
      orders.insert(
        counts.buildings.dropFirst().map { entry in
          let own = ["id": fresh.id(like: cells["id"] ?? "O"), "building": entry.id, "packs": packs(entry.households)]
          return cells.merging(own) { $1 }
        }, behind: row)
      orders.set(row, "packs", packs(counts.buildings.first?.households ?? 0))
      if let first = counts.buildings.first { orders.set(row, "building", first.id) }
    }
  }
}
