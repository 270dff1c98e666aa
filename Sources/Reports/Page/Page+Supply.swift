import Districts

extension ReportContext {
  /// Who is given less than asked, and how much; nothing where everybody gets all.
  func supplySection() -> String {
    guard let supply = plan.supply, !supply.shares.isEmpty else { return "" }
    let rows = supply.shares.map { share in
      [
        escaped(lineName(share.line)), escaped(goodNames[share.good.text] ?? share.good.text), String(share.priority),
        grouped(share.asked), grouped(share.given),
      ]
    }
    let head = ["page.place", "page.good", "page.priority", "page.asked", "page.given"].map { escaped(say($0)) }
    return section(
      say("page.supply"),
      element("p", "class=\"soft\"", escaped(say("page.supply.note")))
        + table(head: head, rows: rows, numeric: [2, 3, 4]))
  }

  /// What to buy of each row of stock, supplier by supplier.
  func purchaseSection() -> String {
    guard let purchases = plan.purchases, !purchases.isEmpty else { return "" }
    let rows = purchases.map { [escaped(name(PlaceID($0.depot)))] + purchaseCells($0) }
    let head = ["page.supplier", "page.good", "page.ready", "page.packs", "page.price", "page.cost"]
    return section(
      say("page.purchases"), table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [2, 3, 4, 5]))
  }

  /// Good, ready from, packs, price, cost.
  func purchaseCells(_ purchase: Purchase) -> [String] {
    let stock = district.stock.indices.contains(purchase.row - 1) ? district.stock[purchase.row - 1] : nil
    return [
      escaped(goodNames[purchase.good.text] ?? purchase.good.text), stock?.ready.map { zone.clockText($0) } ?? "–",
      grouped(purchase.packs), stock?.price.map(money) ?? "–", money(purchase.cost),
    ]
  }

  /// Fen as yuan.
  func money(_ fen: Int) -> String { "\(grouped(fen / 100)).\(fen % 100 < 10 ? "0" : "")\(fen % 100)" }

  /// The place of `BUILDING:GOOD`, of a need or of an order.
  func lineName(_ line: String) -> String {
    if let colon = line.lastIndex(of: ":") { return name(BuildingID(String(line[..<colon]))) }
    if let need = needsByID[line] { return [name(need.building), need.door].compactMap { $0 }.joined(separator: " ") }
    switch district.orders.first(where: { $0.id.text == line })?.destination {
    case .compound(let id): return name(PlaceID(id))
    case .site(let id): return name(PlaceID(id))
    case .building(let id): return name(id)
    case .everyBuilding, nil: return line
    }
  }
}
