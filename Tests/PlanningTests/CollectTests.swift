import Auditing
import Districts
import Formats
import Planning
import Testing
import Units

/// Junyi with a kitchen: a hotel fetches 36 meals there by 12:45, ten are brought to the other site in the evening.
private enum Kitchen {
  static func district(_ change: (inout District) -> Void = { _ in }) throws -> District {
    var district = try PipelineTests.district("junyi")
    district.goods.append(Good(id: GoodID("meal"), name: "盒饭"))
    var kitchen = Depot(id: DepotID("DK"), name: "食堂", coordinate: district.depots[0].coordinate)
    (kitchen.openFrom, kitchen.openTo) = (ClockTime(minutes: 600), ClockTime(minutes: 1260))
    district.depots.append(kitchen)
    district.stock += [(30, 1500, 600), (20, 1800, 690), (20, 1600, 690)].map { packs, price, ready in
      var row = StockRow(depot: DepotID("DK"), good: GoodID("meal"), packs: packs)
      (row.price, row.ready) = (price, moment(ready))
      return row
    }
    district.hasOrders = true
    district.orders = [
      Order(
        id: OrderID("OV"), destination: .everyBuilding, good: district.goods[0].id, quantity: .packsPerHousehold(1)),
      Order(
        id: OrderID("OC"), destination: .site(district.sites[0].id), good: GoodID("meal"), quantity: .packs(36)),
      Order(
        id: OrderID("OD"), destination: .site(district.sites[1].id), good: GoodID("meal"), quantity: .packs(10)),
    ]
    district.orders[1].collectAt = DepotID("DK")
    district.orders[1].due = moment(765)
    change(&district)
    return district
  }

  static func moment(_ minutes: Int) -> Moment {
    let day = CalendarDate("2022-03-06") ?? CalendarDate(dayNumber: 0)
    let date = (try? PipelineTests.district("junyi").planDate) ?? day
    return (ZoneClock(identifier: "Asia/Shanghai") ?? .utc).moment(date, ClockTime(minutes: minutes))
  }

  static func plan(
    _ stages: [PlanStage] = PlanStage.allCases, _ change: (inout District) -> Void = { _ in }
  ) throws -> Plan {
    let district = try district(change)
    let plan = try PipelineTests.plan(district, iterations: 60, stages: stages).plan
    #expect(plan.audit.passed)
    if stages.count == PlanStage.allCases.count { #expect(Conservation(district, plan).ofPacks == []) }
    return plan
  }

  static func text(_ gap: Gap) -> String {
    "\(gap.what.id) \(gap.missing) " + gap.reasons.map { "\($0.rule) \($0.count) \($0.standing)" }.joined()
  }
}

@Suite("Orders that are collected") struct CollectTests {
  @Test("packs ready last, then the cheapest, are set aside; routes bring the others; both are bought")
  func collectedAndDelivered() throws {
    let plan = try Kitchen.plan()
    let collections = try #require(plan.collections)
    #expect(collections.map { "\($0.order) \($0.depot) \($0.good) \($0.packs)" } == ["OC DK meal 36"])
    // The last of them are ready at 11:30; 12:45 is before closing.
    #expect(collections.first?.from.moment == Kitchen.moment(690))
    #expect(collections.first?.by.moment == Kitchen.moment(765))
    #expect(plan.summary.collected == 36)
    // 388 packs with 3 % in reserve, and ten meals.
    #expect(plan.summary.packs == 410)
    #expect(plan.routes?.routes.flatMap(\.steps).contains { $0.job == "OC" } == false)
    // 20 at 16 yuan and 16 at 18 are collected, ten at 15 are brought.
    let meals = (plan.purchases ?? []).filter { $0.good == GoodID("meal") }
    #expect(meals.map { "\($0.packs) for \($0.cost)" } == ["10 for 15000", "16 for 28800", "20 for 32000"])
    // 46 meals cost least with 30 at 15 and 16 at 16 yuan.
    let level = try #require(plan.certificates.purchases?.levels.first)
    let others = (plan.purchases ?? []).filter { $0.good != GoodID("meal") }.reduce(0) { $0 + $1.cost }
    #expect(level.objective == others + 75_800)
    #expect(level.bound == others + 30 * 1500 + 16 * 1600)
  }

  @Test("a kitchen that is shut all day leaves the gap that is proved, and a list of nothing")
  func closedDepot() throws {
    let plan = try Kitchen.plan { $0.depots[1].openTo = ClockTime(minutes: 600) }
    #expect(plan.collections == [])
    #expect(plan.summary.collected == 0)
    #expect(
      (plan.supply?.gaps ?? []).map(Kitchen.text) == ["OC 36 needCurve 36 proven", "OD 10 needCurve 10 proven"])
  }

  @Test("meals that are ready after the hotel has to have them are a gap, for it alone") func lateReady() throws {
    let plan = try Kitchen.plan { district in
      for row in district.stock.indices.dropFirst() { district.stock[row].ready = Kitchen.moment(766) }
    }
    #expect((plan.supply?.gaps ?? []).map(Kitchen.text) == ["OC 36 needCurve 36 proven"])
    #expect(plan.collections == [])
    #expect(plan.summary.packs == 410)
  }

  @Test("a short stock is shared by priority, and what the hotel is given it finds") func shortStock() throws {
    let plan = try Kitchen.plan { district in
      district.orders[1].priority = 2
      for row in district.stock.indices.dropFirst() { district.stock[row].packs = 13 }
    }
    #expect((plan.supply?.shares ?? []).map { "\($0.line) \($0.given)" } == ["OD 3"])
    #expect(plan.collections?.map(\.packs) == [36])
  }

  @Test("without a supply stage the first to ask finds what there is, the next a gap of the routes")
  func withoutSupply() throws {
    let plan = try Kitchen.plan([.distribution, .routes]) { district in
      var second = district.orders[1]
      second.id = OrderID("OE")
      district.orders.append(second)
    }
    #expect(plan.supply == nil)
    #expect(plan.collections?.map { "\($0.order) \($0.packs)" } == ["OC 36", "OE 34"])
    let gaps = try #require(plan.routes?.unassigned)
    #expect(gaps.map(Kitchen.text).last == "OE 2 depotStock 2 proven")
    // All meals are collected: none is left to be brought.
    #expect(gaps.contains { $0.what.id == "OD" && $0.missing == 10 })
  }

  @Test("where everything is collected no vehicle leaves, and the list stands all the same") func nothingElse() throws {
    let plan = try Kitchen.plan([.supply, .routes]) { $0.orders = [$0.orders[1]] }
    #expect(plan.routes == RoutePlan())
    #expect(plan.collections?.map(\.packs) == [36])
    #expect(plan.purchases?.map(\.packs) == [16, 20])
    #expect(plan.summary.gaps == 0)
  }

  @Test("a pin that wants a collected order on a vehicle is refused; a frozen one contradicts the rules")
  func pins() throws {
    func pin(_ level: PinLevel, must: Bool = true) throws -> Plan {
      try Kitchen.plan { district in
        var pin = Pin(target: .route(district.vehicles[0].id, "OC"), level: level)
        pin.must = must
        district.pins.append(pin)
      }
    }
    let refused = try pin(.who)
    let gap = try #require(refused.routes?.unassigned.first { $0.what.kind == .pin })
    #expect(gap.what.id.hasSuffix("@OC") && gap.reasons.map(\.rule) == ["pins"])
    #expect(try pin(.who, must: false).routes?.unassigned == [])
    #expect(throws: PlanFailure.self) { try pin(.frozen) }
  }

  @Test("a list that says anything else is refused") func corrupted() throws {
    let district = try Kitchen.district {
      $0.orders.append($0.orders[1]); $0.orders[3].id = OrderID("OE")
    }
    let plan = try PipelineTests.plan(district, iterations: 60).plan
    let audit = Audit(district: district, sha256: sha256Hex)
    func rules(_ change: (inout Plan) -> Void) -> [String] {
      var changed = plan
      change(&changed)
      return audit.content(changed).map { "\($0.rule) \($0.place) \($0.amount)" }
    }
    func shifted(_ moment: LocalMoment) -> LocalMoment {
      LocalMoment(moment.moment + Seconds(60), in: ZoneClock(identifier: "Asia/Shanghai") ?? .utc)
    }
    let first = try #require(plan.collections?.first)
    #expect(plan.collections?.count == 2)
    #expect(rules { _ in } == [])
    #expect(rules { $0.collections?[0].packs += 1 } == ["depotStock collections.OC 1"])
    #expect(rules { $0.collections?[0].from = shifted(first.from) } == ["depotHours collections.OC 60"])
    #expect(rules { $0.collections?[0].by = shifted(first.by) } == ["depotHours collections.OC 60"])
    #expect(rules { $0.collections?[0].depot = DepotID("D1") } == ["structure collections.OC 1"])
    #expect(rules { $0.collections?[0].good = GoodID("veg") } == ["structure collections.OC 1"])
    #expect(
      rules { $0.collections?[0].order = OrderID("OD") }.sorted() == [
        "structure collections.OC 1", "structure collections.OD 1",
      ])
    #expect(rules { $0.collections?.removeLast() } == ["structure collections.OE 1"])
    #expect(rules { $0.collections?.append(first) } == ["structure collections.OC 1"])
    #expect(rules { $0.collections?.swapAt(0, 1) } == ["structure collections 1"])
    #expect(rules { $0.collections = nil } == ["structure collections 1"])
    #expect(rules { $0.summary.collected = nil }.first?.hasPrefix("summary summary.collected") == true)
    #expect(rules { $0.summary.collected? += 3 } == ["summary summary.collected 3"])
    // What is collected is bought.
    let last = try #require(plan.purchases?.indices.last)
    #expect(rules { $0.purchases?[last].packs -= 1 }.contains { $0.hasPrefix("depotStock purchases.") })
    #expect(rules { $0.purchases?.removeLast() }.contains { $0.hasPrefix("depotStock purchases.") })
  }

  @Test("where nothing is collected the plan says nothing of it") func without() throws {
    let plan = try Kitchen.plan { $0.orders[1].collectAt = nil }
    #expect(plan.collections == nil && plan.summary.collected == nil)
    #expect(!(try plan.json().contains("collect")))
    #expect(plan.summary.packs == 410)
    let audit = Audit(
      district: try Kitchen.district { $0.orders[1].collectAt = nil }, sha256: sha256Hex)
    var claimed = plan
    claimed.collections = []
    #expect(audit.content(claimed).map { "\($0.rule) \($0.place)" } == ["structure collections"])
  }
}
