import Districts
import Units

extension SupplyPlanner {
  /// Rows of `lines`: kit of goods that nobody else asks for.
  private var kitLines: [Int] {
    let others = Set(lines.filter { !$0.isKit }.map(\.good))
    return lines.indices.filter { lines[$0].isKit && !others.contains(lines[$0].good) }
  }

  public var hasKit: Bool { !kitLines.isEmpty }

  /// The data for `Models/kit.mod`: level 1 (short), or 2 (uneven) with `short` held. Moments are seconds of the service
  /// day.
  public func kitData(level: Int, short: Int = 0) -> String {
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    let begin = zone.moment(district.planDate, district.serviceDayStart)
    let kit = district.kitNeeds(in: zone)
    let scarce = Set(plan().plan.shares.map(\.good))
    let wants = kitLines.map { line in (line: lines[line], need: kit.first { $0.id == lines[line].id }) }
    let names = wants.map { "'\($0.line.id)'" }
    let places = wants.map { "'\($0.need?.site.text ?? ""):\(district.goods[$0.line.good].id)'" }
    let allPlaces = Set(places).sorted()
    var ranks: [Int] = []
    for (index, place) in places.enumerated() { ranks.append(1 + places[..<index].count { $0 == place }) }
    var onHand: [String: Int] = [:]
    for row in district.onHand { onHand["'\(row.site):\(row.good)'", default: 0] += row.packs }
    let goods = Set(wants.map(\.line.good))
    let rows = district.stock.indices.filter { row in
      goods.contains { district.goods[$0].id == district.stock[row].good }
    }
    let ways = rows.flatMap { row in
      arrivals(of: district.stock[row], zone).filter { allPlaces.contains($0.place) }
        .map { (pair: "r\(row + 1),\($0.place)", at: ($0.at - begin).rawValue) }
    }
    func param(_ name: String, _ keys: [String], _ values: [some CustomStringConvertible]) -> String {
      "param \(name) := " + zip(keys, values).map { "\($0) \($1)" }.joined(separator: " ") + ";"
    }
    var text = ["data;", "param level := \(level);"]
    if level > 1 { text.append("param short_most := \(short);") }
    let stocked = allPlaces.filter { onHand[$0] != nil }
    text += [
      "set WANTS := \(names.joined(separator: " "));", "set PLACES := \(allPlaces.joined(separator: " "));",
      "set ROWS := \(rows.map { "r\($0 + 1)" }.joined(separator: " "));", param("place", names, places),
      param("start", names, wants.map { $0.need.map { ($0.start - begin).rawValue } ?? 0 }),
      param("rank", names, ranks), param("asked", names, wants.map(\.line.asked)),
      param("weight", names, wants.map(\.line.weight)), param("people", names, wants.map(\.line.households)),
      param("scarce", names, wants.map { scarce.contains(district.goods[$0.line.good].id) ? 1 : 0 }),
      param("on_hand", stocked, stocked.map { onHand[$0] ?? 0 }),
      param("stock", rows.map { "r\($0 + 1)" }, rows.map { district.stock[$0].packs }),
      "set WAYS := \(ways.map { "(\($0.pair))" }.joined(separator: " "));",
      "param arrival := \(ways.map { "[\($0.pair)] \($0.at)" }.joined(separator: " "));", "end;", "",
    ]
    return text.joined(separator: "\n")
  }

  /// When one pack of a row can be at each site, named with the row's good; sites without a way are left out.
  private func arrivals(of row: StockRow, _ zone: ZoneClock) -> [(place: String, at: Moment)] {
    let travel = WheelTravel.vehicle(district)
    guard let depot = district.depots.first(where: { $0.id == row.depot }),
      let loaded = SupplyReach.loaded(row, at: depot, in: district, zone)
    else { return [] }
    return district.sites.compactMap { site in
      travel.seconds(PlaceID(depot.id), depot.coordinate, PlaceID(site.id), site.coordinate).map {
        ("'\(site.id):\(row.good)'", loaded + Seconds($0))
      }
    }
  }
}

extension SupplyLine {
  fileprivate var isKit: Bool { if case .kit = destination { true } else { false } }
}
