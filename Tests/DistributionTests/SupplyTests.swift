import Auditing
import Districts
import Testing
import Units

@testable import Distribution

/// Towns with two depots, up to two goods and a handful of small orders; stock is short in most.
enum TinySupplies {
  static func random(_ seed: UInt64) -> District {
    var random = SeededRandom(seed: seed)
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.goods = (0...random.below(2)).map { Good(id: GoodID("G\($0)"), name: "Good") }
    district.compounds = [Compound(id: CompoundID("K"), name: "K")]
    for number in 0..<2 {
      var depot = Depot(id: DepotID("D\(number)"), name: "D", coordinate: Coordinate(latitude: 34, longitude: 109))
      if random.below(3) == 0 {
        (depot.openFrom, depot.openTo) = (ClockTime(minutes: 480), ClockTime(minutes: 500 + random.below(300)))
      }
      district.depots.append(depot)
    }
    for _ in 0..<(1 + random.below(4)) {
      var row = StockRow(
        depot: DepotID("D\(random.below(2))"), good: GoodID("G\(random.below(district.goods.count))"),
        packs: random.below(6))
      if random.below(2) == 0 { row.ready = moment(district, 420 + random.below(400)) }
      district.stock.append(row)
    }
    addPlaces(to: &district, &random)
    addOrders(to: &district, &random)
    addNeeds(to: &district, &random)
    if random.below(2) == 0 { addKit(to: &district, &random) }
    collectSome(&district, &random)
    return district
  }

  /// Some of the orders to the site or the compound are fetched at a depot.
  private static func collectSome(_ district: inout District, _ random: inout SeededRandom) {
    for index in district.orders.indices {
      switch district.orders[index].destination {
      case .building, .everyBuilding: continue
      case .compound, .site:
        if random.below(3) == 0 { district.orders[index].collectAt = DepotID("D\(random.below(2))") }
      }
    }
  }

  /// Up to three duties at the hotel, some of whose kit lies there.
  private static func addKit(to district: inout District, _ random: inout SeededRandom) {
    for number in 0..<(1 + random.below(3)) {
      let shift = ShiftID("s\(number)")
      let from = 480 + random.below(700)
      district.shifts.append(
        Shift(id: shift, name: "s", from: ClockTime(minutes: from), to: ClockTime(minutes: from + 60)))
      var post = PostRow(
        site: SiteID("S"), post: "p", kind: random.below(2) == 0 ? .testing : .order, shift: shift,
        target: 1 + random.below(2))
      post.exposure = random.below(2)
      post.priority = 2 + random.below(2)
      district.posts.append(post)
    }
    for exposure in 0..<2 {
      var row = KitRow(exposure: exposure, good: GoodID("G\(random.below(district.goods.count))"))
      row.per = random.below(2) == 0 ? .person : .duty
      if random.below(3) == 0 { row.kind = .testing }
      district.kit.append(row)
    }
    if random.below(2) == 0 {
      district.onHand = [OnHandRow(site: SiteID("S"), good: district.kit[0].good, packs: random.below(3))]
    }
  }

  /// Some with a good, some of these from a named depot.
  private static func addNeeds(to district: inout District, _ random: inout SeededRandom) {
    for number in 0..<random.below(3) {
      let building = district.buildings[random.below(district.buildings.count)].id
      var need = Need(id: NeedID("N\(number)"), building: building, what: .delivery)
      if random.below(4) > 0 { need.good = GoodID("G\(random.below(district.goods.count))") }
      if random.below(2) == 0 { need.pharmacy = DepotID("D\(random.below(2))") }
      if random.below(2) == 0 { need.latest = moment(district, 500 + random.below(600)) }
      need.priority = 1 + random.below(3)
      district.needs.append(need)
    }
  }

  private static func moment(_ district: District, _ minutes: Int) -> Moment {
    ZoneClock(identifier: district.timeZone)?.moment(district.planDate, ClockTime(minutes: minutes))
      ?? Moment(seconds: 0)
  }

  private static func addPlaces(to district: inout District, _ random: inout SeededRandom) {
    district.sites = [Site(id: SiteID("S"), name: "Hotel")]
    for number in 0..<(1 + random.below(3)) {
      var building = Building(
        id: BuildingID("B\(number)"), compound: CompoundID("K"), households: Households(random.below(5)))
      building.handover = random.below(2) == 0 ? .door : .auto
      district.buildings.append(building)
    }
    if random.below(2) == 0 {
      district.points.append(
        DistributionPoint(
          id: PointID("P"), compound: CompoundID("K"), coordinate: Coordinate(latitude: 34.01, longitude: 109),
          householdsPerDeskHour: 60, openFrom: ClockTime(minutes: 600),
          openTo: ClockTime(minutes: 610 + random.below(200))))
    }
    let ends = district.buildings.map { PlaceID($0.id) } + [PlaceID("S"), PlaceID("K"), PlaceID("P")]
    for depot in district.depots {
      for end in ends where random.below(5) > 0 {
        district.travelRows.append(
          TravelRow(
            from: PlaceID(depot.id), to: end, mode: .vehicle, metres: 1, seconds: Seconds(60 * random.below(400))))
      }
    }
  }

  private static func addOrders(to district: inout District, _ random: inout SeededRandom) {
    district.hasOrders = random.below(5) > 0
    guard district.hasOrders else { return }
    for number in 0..<(1 + random.below(4)) {
      let building = district.buildings[random.below(district.buildings.count)].id
      let destination: OrderDestination =
        [.building(building), .everyBuilding, .compound(CompoundID("K")), .site(SiteID("S"))][random.below(4)]
      var quantity = OrderQuantity.packs(random.below(5))
      if case .site = destination {} else if random.below(3) == 0 { quantity = .packsPerHousehold(1) }
      var order = Order(
        id: OrderID("O\(number)"), destination: destination, good: GoodID("G\(random.below(district.goods.count))"),
        quantity: quantity)
      order.priority = 2 + random.below(2)
      if random.below(2) == 0 { order.due = moment(district, 500 + random.below(600)) }
      district.orders.append(order)
    }
  }
}

@Suite("Short stock is shared out") struct SupplyTests {
  private func judged(_ district: District, _ plan: SupplyPlan) -> SupplyCase {
    SupplyCase(Audit(district: district, sha256: { _ in "" }), supply: plan)
  }

  /// Every way of giving each line none to all of its packs.
  private func everyPlan(_ planner: SupplyPlanner, _ visit: ([Int]) -> Void) {
    var given = planner.lines.map { _ in 0 }
    while true {
      visit(given)
      guard let next = given.indices.first(where: { given[$0] < planner.lines[$0].asked }) else { return }
      given[next] += 1
      for index in 0..<next { given[index] = 0 }
    }
  }

  private func plan(_ planner: SupplyPlanner, _ given: [Int]) -> SupplyPlan {
    SupplyPlan(
      shares: planner.lines.indices.filter { given[$0] < planner.lines[$0].asked }.map { index in
        let line = planner.lines[index]
        return SupplyShare(
          line: line.id, good: planner.district.goods[line.good].id, priority: line.priority, asked: line.asked,
          given: given[index])
      })
  }

  @Test("no other way of giving whole packs is better at either level, and the judge agrees with every number")
  func bruteForce() {
    var (short, tried) = (0, 0)
    for seed in 1...300 as ClosedRange<UInt64> {
      let district = TinySupplies.random(seed)
      let audit = Audit(district: district, sha256: { _ in "" })
      let planner = SupplyPlanner(district: district)
      guard planner.isNeeded, planner.lines.reduce(1, { $0 * ($1.asked + 1) }) <= 150 else { continue }
      tried += 1
      let outcome = planner.plan()
      let mine = judged(district, outcome.plan)
      #expect(mine.violations.isEmpty, "seed \(seed): \(mine.violations)")
      #expect(mine.objective.levels.map(\.amount) == outcome.certificate.levels.map(\.objective), "seed \(seed)")
      #expect(mine.floors == outcome.certificate.levels.map(\.floor), "seed \(seed)")
      if !outcome.plan.shares.isEmpty { short += 1 }
      var best = [Int.max, Int.max]
      everyPlan(planner) { given in
        let other = SupplyCase(audit, supply: plan(planner, given))
        guard other.check(.depotStock).isEmpty else { return }
        let levels = other.objective.levels.map(\.amount)
        if levels.lexicographicallyPrecedes(best) { best = levels }
      }
      #expect(best == outcome.certificate.levels.map(\.objective), "seed \(seed)")
    }
    #expect(tried > 100)
    #expect(short > tried / 3)
  }

  @Test("the later stages see a district in which everybody asks what they are given, no pack more than stock")
  func supplied() {
    for seed in 1...400 as ClosedRange<UInt64> {
      let district = TinySupplies.random(seed)
      let planner = SupplyPlanner(district: district)
      guard planner.isNeeded else { continue }
      let plan = planner.plan().plan
      let later = SupplyPlanner(district: planner.supplied(plan))
      var given: [String: Int] = [:]
      for line in planner.lines { given[line.id, default: 0] += line.asked }
      for share in plan.shares { given[share.line, default: 0] -= share.asked - share.given }
      var asked: [String: Int] = [:]
      for line in later.lines { asked[line.id, default: 0] += line.asked }
      #expect(asked == given.filter { $0.value > 0 }, "seed \(seed)")
      for good in district.goods {
        let stock = district.stock.reduce(0) { $0 + ($1.good == good.id ? $1.packs : 0) }
        let sum = later.lines.reduce(0) { $0 + (district.goods[$1.good].id == good.id ? $1.asked : 0) }
        let onHand = district.onHand.reduce(0) { $0 + ($1.good == good.id ? $1.packs : 0) }
        #expect(sum <= stock + onHand, "seed \(seed)")
      }
    }
  }

  @Test("who collects finds what is given, and what is left still covers all the others")
  func collected() {
    var found = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      let district = TinySupplies.random(seed)
      let planner = SupplyPlanner(district: district)
      guard planner.isNeeded, district.orders.contains(where: { $0.collectAt != nil }) else { continue }
      let supplied = planner.supplied(planner.plan().plan)
      let aside = SetAside(supplied)
      let collecting = Dictionary(
        SupplyPlanner(district: supplied).lines.map { ($0.id, $0.asked) }, uniquingKeysWith: { first, _ in first })
      for order in district.orders where order.collectAt != nil {
        let packs = aside.collections?.filter { $0.order == order.id }.map(\.packs) ?? []
        #expect(packs == [collecting[order.id.text]].compactMap { $0 }, "seed \(seed)")
        found += packs.count
      }
      #expect(aside.gaps(after: 0) == [], "seed \(seed)")
      var rest = aside.applied(to: supplied)
      #expect(rest.stock.allSatisfy { $0.packs >= 0 }, "seed \(seed)")
      rest.orders.removeAll { $0.collectAt != nil }
      let others = SupplyPlanner(district: rest)
      if others.isNeeded { #expect(others.plan().plan.shares == [], "seed \(seed)") }
    }
    #expect(found > 30)
  }

  @Test("packs that are collected are there once ready and open, until closing or due, at that depot alone")
  func collectedHours() {
    func reasons(_ change: (inout District) -> Void) -> [String] {
      var district = town()
      district.stock[0].packs = 45
      district.orders[1].collectAt = DepotID("D")
      district.orders[1].due = moment(720)
      (district.depots[0].openFrom, district.depots[0].openTo) = (ClockTime(minutes: 600), ClockTime(minutes: 780))
      change(&district)
      let outcome = SupplyPlanner(district: district).plan()
      #expect(judged(district, outcome.plan).violations.isEmpty)
      return outcome.plan.gaps.filter { $0.what.id == "O2" }.flatMap { gap in
        gap.reasons.map { "\($0.rule) \(gap.missing) \($0.standing)" }
      }
    }
    #expect(reasons { _ in } == [])
    // Handed over at 12:00 sharp; the way does not count, though nobody knows it.
    #expect(reasons { $0.stock[0].ready = moment(720) } == [])
    #expect(reasons { $0.sites[0].coordinate = nil } == [])
    #expect(reasons { $0.stock[0].ready = moment(721) } == ["needCurve 5 proven"])
    #expect(reasons { $0.depots[0].openFrom = ClockTime(minutes: 721) } == ["needCurve 5 proven"])
    #expect(reasons { $0.depots[0].openFrom = ClockTime(minutes: 720) } == [])
    #expect(reasons { $0.depots[0].openTo = ClockTime(minutes: 600) } == ["needCurve 5 proven"])
    #expect(
      reasons {
        $0.orders[1].due = nil
        $0.stock[0].ready = moment(781)
      } == ["needCurve 5 proven"])
    #expect(
      reasons {
        $0.depots.append(Depot(id: DepotID("E"), name: "E", coordinate: $0.depots[0].coordinate))
        $0.orders[1].collectAt = DepotID("E")
      } == ["depotStock 5 proven"])
  }

  private func moment(_ minutes: Int) -> Moment {
    let day = CalendarDate(dayNumber: 18_993)
    return ZoneClock(identifier: "Asia/Shanghai")?.moment(day, ClockTime(minutes: minutes)) ?? Moment(seconds: 0)
  }

  /// Two buildings with 10 and 30 households, one hotel; 24 packs where 45 are asked.
  private func town() -> District {
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.goods = [Good(id: GoodID("veg"), name: "Vegetables")]
    district.compounds = [Compound(id: CompoundID("K"), name: "K")]
    let here = Coordinate(latitude: 34, longitude: 109)
    district.depots = [Depot(id: DepotID("D"), name: "D", coordinate: here)]
    district.stock = [StockRow(depot: DepotID("D"), good: GoodID("veg"), packs: 24)]
    for (id, households) in [("B1", 10), ("B2", 30)] {
      var building = Building(id: BuildingID(id), compound: CompoundID("K"), households: Households(households))
      building.handover = .door
      building.coordinate = here
      district.buildings.append(building)
    }
    var hotel = Site(id: SiteID("H"), name: "Hotel")
    hotel.coordinate = here
    district.sites = [hotel]
    var order = Order(id: OrderID("O2"), destination: .site(SiteID("H")), good: GoodID("veg"), quantity: .packs(5))
    order.priority = 1
    district.orders = [
      Order(
        id: OrderID("O1"), destination: .everyBuilding, good: GoodID("veg"), quantity: .packsPerHousehold(1)), order,
    ]
    district.hasOrders = true
    return district
  }

  @Test("the urgent first, then as many packs a household everywhere: 5 to the hotel, 5 of 10 and 14 of 30")
  func byHand() {
    let outcome = SupplyPlanner(district: town()).plan()
    // 19 packs for 40 households: 0.475 each; whole packs 5 and 14 (0.5 and 0.467).
    #expect(outcome.plan.shares.map { "\($0.line) \($0.given)/\($0.asked)" } == ["B1:veg 5/10", "B2:veg 14/30"])
    #expect(outcome.plan.gaps.map { "\($0.id) \($0.what.id) \($0.missing)" } == ["S1 B1:veg 5", "S2 B2:veg 16"])
    #expect(outcome.certificate.levels[0].objective == 9 * 21)
  }

  @Test("a plan that gives more than there is, or says less than it leaves open, is told so")
  func corrupted() {
    let district = town()
    let plan = SupplyPlanner(district: district).plan().plan
    func complaints(_ change: (inout SupplyPlan) -> Void) -> [String] {
      var changed = plan
      change(&changed)
      return judged(district, changed).violations.map { "\($0.rule) \($0.amount)" }
    }
    #expect(complaints { _ in } == [])
    #expect(complaints { $0.shares[0].given += 1 }.first == "depotStock 1")
    #expect(complaints { $0.shares[1].asked += 1 }.contains("structure 1"))
    #expect(complaints { $0.shares.swapAt(0, 1) }.contains("structure 1"))
    #expect(complaints { $0.gaps.removeLast() }.contains("structure 1"))
    #expect(complaints { $0.gaps[0].reasons[0].count = 4 } == ["reasons 1"])
    #expect(complaints { $0.shares[0].line = "B3:veg" }.contains("structure 1"))
  }

  @Test("a thousand million packs are shared as fast as ten")
  func large() {
    var district = town()
    district.orders[0].quantity = .packsPerHousehold(25_000_000)
    district.stock[0].packs = 500_000_005
    let outcome = SupplyPlanner(district: district).plan()
    #expect(outcome.plan.shares.map(\.given) == [125_000_000, 375_000_000])
    #expect(judged(district, outcome.plan).violations.isEmpty)
    #expect(
      judged(district, outcome.plan).objective.levels.map(\.amount) == outcome.certificate.levels.map(\.objective))
  }
}
