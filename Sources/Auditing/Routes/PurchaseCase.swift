import Districts

/// What is bought beside what the routes load and what is collected, ready to be judged (docs/format.md §12).
public struct PurchaseCase: Sendable {
  let raw: RawInput
  let purchases: [Purchase]
  let routes: RouteCase

  public init(_ routes: RouteCase, purchases: [Purchase]) {
    raw = routes.raw
    self.purchases = purchases
    self.routes = routes
  }

  public static let rules: [RuleID] = [.structure, .depotStock]

  public func check(_ rule: RuleID) -> [Violation] {
    switch rule {
    case .structure: checkStructure()
    case .depotStock: checkCollected() + checkLoads()
    default: []
    }
  }

  public var violations: [Violation] { Self.rules.flatMap(check) }

  public var objective: StageObjective {
    StageObjective([(.purchase, [(.purchaseCost, purchases.map(\.cost).saturatedSum)])])
  }

  /// As many packs of each good from the cheapest rows, wherever and whenever: no plan buys them for less.
  public var leastCost: Int {
    raw.district.goods.map { good in
      var left = purchases.filter { $0.good == good.id }.map(\.packs).saturatedSum
      var cost = 0
      let rows = raw.district.stock.filter { $0.good == good.id }
      for row in rows.sorted(by: { ($0.price ?? 0) < ($1.price ?? 0) }) {
        cost = cost +| (min(left, row.packs) *| (row.price ?? 0))
        left -= min(left, row.packs)
      }
      return cost
    }.saturatedSum
  }

  private func complaint(_ rule: RuleID, _ row: Int, _ amount: Int, _ message: String) -> Violation {
    Violation(rule: rule, place: "purchases.\(row)", amount: amount, message: message)
  }

  /// Rows of stock.csv in their order, at most what there is, at their price.
  private func checkStructure() -> [Violation] {
    var found: [Violation] = []
    var last = 0
    for purchase in purchases {
      let row = purchase.row
      guard row > last, row <= raw.district.stock.count else {
        found.append(complaint(.structure, row, 1, "purchases stand once each, in the order of stock.csv"))
        continue
      }
      last = row
      let stock = raw.district.stock[row - 1]
      if stock.depot != purchase.depot || stock.good != purchase.good {
        found.append(complaint(.structure, row, 1, "row \(row) of stock.csv is \(stock.good) at \(stock.depot)"))
      }
      if purchase.packs < 1 || purchase.packs > purchase.most || purchase.most > stock.packs {
        found.append(
          complaint(.structure, row, 1, "\(purchase.packs) of at most \(purchase.most) of \(stock.packs) packs"))
      }
      let cost = purchase.packs *| (stock.price ?? 0)
      if purchase.cost != cost {
        found.append(
          complaint(.objective, row, magnitude(purchase.cost -| cost), "they cost \(cost), not \(purchase.cost)"))
      }
    }
    return found
  }

  /// What is collected is bought, row by row, beside what the routes were planned with.
  private func checkCollected() -> [Violation] {
    raw.district.stock.indices.compactMap { row in
      let aside = routes.collected(ofRow: row)
      let bought = purchases.first { $0.row == row + 1 }
      let lacking = max(aside -| (bought?.packs ?? 0), aside -| (bought?.most ?? 0))
      guard aside > 0, lacking > 0 else { return nil }
      return complaint(.depotStock, row + 1, lacking, "\(aside) packs of row \(row + 1) are collected")
    }
  }

  /// Packs bought for the routes.
  private func loaded(_ purchase: Purchase) -> Int {
    max(0, purchase.packs -| routes.collected(ofRow: purchase.row -| 1))
  }

  /// What else is bought is what is loaded, of rows that are ready by then.
  private func checkLoads() -> [Violation] {
    var loads: [String: [(at: Int, packs: Int)]] = [:]
    for (_, _, stop) in routes.everyStop where stop.step.type == .load {
      for (g, change) in stop.change.enumerated() where change > 0 {
        loads["\(stop.step.location),\(raw.district.goods[g].id)", default: []]
          .append((stop.step.service.moment.seconds, change))
      }
    }
    for purchase in purchases where loads["\(purchase.depot),\(purchase.good)"] == nil {
      loads["\(purchase.depot),\(purchase.good)"] = []
    }
    return loads.sorted { $0.key < $1.key }.compactMap { key, loads in
      let own = purchases.filter { "\($0.depot),\($0.good)" == key }
      func bought(by moment: Int) -> Int {
        own.filter { purchase in
          guard raw.district.stock.indices.contains(purchase.row - 1) else { return false }
          return (raw.district.stock[purchase.row - 1].ready?.seconds ?? .min) <= moment
        }.map(loaded).saturatedSum
      }
      var worst = magnitude(own.map(loaded).saturatedSum -| loads.map(\.packs).saturatedSum)
      for load in loads {
        let taken = loads.filter { $0.at <= load.at }.map(\.packs).saturatedSum
        worst = max(worst, taken -| bought(by: load.at))
      }
      guard worst > 0 else { return nil }
      return Violation(
        rule: .depotStock, place: "purchases.\(key)", amount: worst,
        message: "what is bought is not what is loaded, by \(worst) packs")
    }
  }
}
