import Auditing
import Districts
import Units

/// Small Town with a site that fetches meals at the store: ten of the twelve that two orders ask are there.
enum CollectedTown {
  static func district() -> District {
    var d = SmallTown.district()
    d.goods.append(Good(id: GoodID("meal"), name: "meal"))
    // Six are there when the store opens at 08:00, four at 11:00, and two after it is shut.
    d.stock += [(6, 100, "07:00"), (4, 150, "11:00"), (2, 50, "19:00")].map { packs, price, ready in
      var row = StockRow(depot: DepotID("W1"), good: GoodID("meal"), packs: packs)
      (row.price, row.ready) = (price, Sample.moment(0, ready))
      return row
    }
    d.orders += [("M1", 7), ("M2", 5)].map { id, packs in
      var order = Order(
        id: OrderID(id), destination: .site(d.sites[0].id), good: GoodID("meal"), quantity: .packs(packs))
      order.collectAt = DepotID("W1")
      return order
    }
    d.orders[d.orders.count - 2].due = Sample.moment(0, "12:00")
    return d
  }

  static func plan(_ audit: Audit) throws -> Plan {
    var plan = try SmallTown.plan(audit)
    // Four and three for the first, three for the second.
    plan.collections = [
      PlannedCollection(
        order: OrderID("M1"), depot: DepotID("W1"), good: GoodID("meal"), packs: 7, from: SmallTown.at("11:00"),
        by: SmallTown.at("12:00")),
      PlannedCollection(
        order: OrderID("M2"), depot: DepotID("W1"), good: GoodID("meal"), packs: 3, from: SmallTown.at("08:00"),
        by: SmallTown.at("18:00")),
    ]
    plan.summary.collected = 10
    plan.purchases?.append(
      Purchase(row: 2, depot: DepotID("W1"), good: GoodID("meal"), packs: 6, most: 6, cost: 600))
    plan.purchases?.append(
      Purchase(row: 3, depot: DepotID("W1"), good: GoodID("meal"), packs: 4, most: 4, cost: 600))
    // Ten meals could be two at 0.5, six at 1 and two at 1.5 yuan: 100 + 600 + 300.
    plan.certificates.purchases = SmallTown.certificate(
      [(.purchase, 19_000, 18_800, 0)], ["purchaseCost": 19_000])
    let count = plan.routes?.unassigned.count ?? 0
    plan.routes?.unassigned.append(
      Gap(
        id: "T\(count + 1)", what: .init(kind: .packs, id: "M2", level: .service), missing: 2,
        reasons: [.init(rule: RuleID.depotStock.rawValue, count: 2, standing: .proven)]))
    plan.summary.gaps += 1
    return try SmallTown.sealed(plan)
  }
}
