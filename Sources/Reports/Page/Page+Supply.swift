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

  /// The place of `BUILDING:GOOD`, or of an order.
  private func lineName(_ line: String) -> String {
    if let colon = line.lastIndex(of: ":") { return name(BuildingID(String(line[..<colon]))) }
    switch district.orders.first(where: { $0.id.text == line })?.destination {
    case .compound(let id): return name(PlaceID(id))
    case .site(let id): return name(PlaceID(id))
    case .building(let id): return name(id)
    case .everyBuilding, nil: return line
    }
  }
}
