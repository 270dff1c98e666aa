import Districts
import Units

/// What is bought where, for what the routes load and what is collected; and how cheap it could be (docs/format.md §12).
public struct Purchases: Sendable {
  public let rows: [Purchase]
  public let certificate: Certificate

  /// `district` and `limits` without what is set aside. O(loads × rows of the same depot and good).
  public init(
    _ routes: RoutePlan, in district: District, limits: PurchaseLimits, aside: SetAside = SetAside()
  ) {
    var bought = Array(repeating: 0, count: district.stock.count)
    for (key, loads) in Purchases.loads(routes) {
      let own = district.stock.indices.filter {
        district.stock[$0].depot.text == key.depot && district.stock[$0].good.text == key.good
      }
      // The cheapest rows first: each takes as many of the loads as were made once it was ready.
      var flow = StockFlow(
        stock: loads.map(\.packs),
        reach: own.map { row in
          loads.indices.filter { (district.stock[row].ready ?? Moment(seconds: .min)) <= loads[$0].at }
        })
      let byPrice = own.indices.sorted {
        (district.stock[own[$0]].price ?? 0, $0) < (district.stock[own[$1]].price ?? 0, $1)
      }
      for index in byPrice { bought[own[index]] = flow.give(limits.most[own[index]], to: index) }
    }
    var most = limits.most
    for (row, packs) in aside.rows {
      bought[row] += packs
      most[row] += packs
    }
    rows = district.stock.indices.filter { bought[$0] > 0 }.map { row in
      let stock = district.stock[row]
      return Purchase(
        row: row + 1, depot: stock.depot, good: stock.good, packs: bought[row], most: most[row],
        cost: bought[row] * (stock.price ?? 0))
    }
    let cost = rows.reduce(0) { $0 + $1.cost }
    let bound = Purchases.leastCost(bought, aside.returned(to: district))
    let level = CertifiedLevel(
      name: .purchase, objective: cost, bound: bound, floor: 0, boundEvidence: .search)
    certificate = Certificate(
      levels: [level], solutionStatus: cost == bound ? .optimal : .feasible,
      stopReason: cost == bound ? .proved : .iterationLimit, method: cost == bound ? .exact : .heuristic,
      breakdown: [RuleID.purchaseCost.rawValue: cost])
  }

  private struct Source: Hashable {
    var depot: String
    var good: String
  }

  private static func loads(_ routes: RoutePlan) -> [Source: [(at: Moment, packs: Int)]] {
    var loads: [Source: [(at: Moment, packs: Int)]] = [:]
    for route in routes.routes {
      var before: [String: Int] = [:]
      for step in route.steps {
        if step.type == .load {
          for (good, packs) in step.load where packs > before[good] ?? 0 {
            loads[Source(depot: step.location.text, good: good), default: []]
              .append((step.service.moment, packs - (before[good] ?? 0)))
          }
        }
        before = step.load
      }
    }
    return loads
  }

  /// As many packs of each good from its cheapest rows, wherever and whenever.
  private static func leastCost(_ bought: [Int], _ district: District) -> Int {
    district.goods.reduce(0) { sum, good in
      let own = district.stock.indices.filter { district.stock[$0].good == good.id }
      var left = own.reduce(0) { $0 + bought[$1] }
      var cost = 0
      for row in own.sorted(by: { (district.stock[$0].price ?? 0) < (district.stock[$1].price ?? 0) }) {
        let packs = min(left, district.stock[row].packs)
        cost += packs * (district.stock[row].price ?? 0)
        left -= packs
      }
      return sum + cost
    }
  }
}
