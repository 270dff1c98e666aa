import Districts

extension RouteCase {
  /// At every load the packs loaded so far at the depot are there by then; amount in packs, of the worst moment.
  func checkDepotStock() -> [Violation] {
    var loads: [String: [(at: Int, packs: Int)]] = [:]
    for (_, _, stop) in everyStop where stop.step.type == .load {
      for (g, change) in stop.change.enumerated() where change > 0 {
        loads["\(stop.step.location),\(raw.district.goods[g].id)", default: []]
          .append((stop.step.service.moment.seconds, change))
      }
    }
    return loads.sorted { $0.key < $1.key }.compactMap { key, loads in
      let rows = raw.district.stock.filter { "\($0.depot),\($0.good)" == key }
      var worst = 0
      for load in loads {
        let taken = loads.filter { $0.at <= load.at }.map(\.packs).saturatedSum
        let there = rows.filter { ($0.ready?.seconds ?? .min) <= load.at }.map(\.packs).saturatedSum
        worst = max(worst, taken -| there)
      }
      guard worst > 0 else { return nil }
      return violation(.depotStock, key, worst, "\(worst) packs more are loaded than are there by then")
    }
  }
}
