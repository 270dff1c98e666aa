import Districts

extension SupplyPlanner {
  /// The data for `Models/supply.mod`: level 1 (short), or 2 (uneven) with `short` held.
  public func mathProgData(level: Int, short: Int = 0) -> String {
    let scarce = Set(plan().plan.shares.map(\.good))
    let reach = SupplyReach(district)
    let rows = district.stock.indices.map { "r\($0 + 1)" } + district.onHand.indices.map { "h\($0 + 1)" }
    let names = lines.map { "'\($0.id) \($0.priority)'" }
    var pairs: [String] = []
    for (number, line) in lines.enumerated() {
      let stock = district.stock.indices.filter { district.stock[$0].good == district.goods[line.good].id }
      let inReach =
        reach.rows(for: line, among: stock).rows + reach.shelves(for: line).map { district.stock.count + $0 }
      pairs += inReach.map { "(\(rows[$0]),\(names[number]))" }
    }
    func param(_ name: String, _ keys: [String], _ values: [Int]) -> String {
      "param \(name) := " + zip(keys, values).map { "\($0) \($1)" }.joined(separator: " ") + ";"
    }
    var text = ["data;", "param level := \(level);"]
    if level > 1 { text.append("param short_most := \(short);") }
    text += [
      "set ROWS := \(rows.joined(separator: " "));", "set LINES := \(names.joined(separator: " "));",
      "set REACH := \(pairs.joined(separator: " "));",
      param("stock", rows, district.stock.map(\.packs) + district.onHand.map(\.packs)),
      param("asked", names, lines.map(\.asked)), param("weight", names, lines.map(\.weight)),
      param("households", names, lines.map(\.households)),
      param("scarce", names, lines.map { scarce.contains(district.goods[$0.good].id) ? 1 : 0 }), "end;", "",
    ]
    return text.joined(separator: "\n")
  }
}
