import Auditing
import Districts
import Testing
import Units

@testable import Planning

/// A warehouse and a pharmacy that both have milk, two buildings, one van.
private enum Errands {
  static let day = CalendarDate(dayNumber: 18_993)

  static func moment(_ minutes: Int) -> Moment {
    (ZoneClock(identifier: "Asia/Shanghai") ?? .utc).moment(day, ClockTime(minutes: minutes))
  }

  static func district() -> District {
    var district = District()
    district.planDate = day
    district.goods = [Good(id: GoodID("milk"), name: "奶粉")]
    district.depots = [("D1", 34.24), ("D2", 34.26)].map { id, latitude in
      Depot(id: DepotID(id), name: id, coordinate: Coordinate(latitude: latitude, longitude: 108.98))
    }
    district.stock = ["D1", "D2"].map { StockRow(depot: DepotID($0), good: GoodID("milk"), packs: 5) }
    district.compounds = [Compound(id: CompoundID("K"), name: "小区")]
    district.buildings = [34.243, 34.244].enumerated().map { number, latitude in
      var building = Building(id: BuildingID("B\(number)"), compound: CompoundID("K"), households: 4)
      building.coordinate = Coordinate(latitude: latitude, longitude: 108.981)
      return building
    }
    district.hasOrders = true
    var van = Vehicle(
      id: VehicleID("V"), depot: DepotID("D1"), capacityPacks: 9, from: ClockTime(minutes: 480),
      to: ClockTime(minutes: 1200))
    van.costPerKilometre = 200
    district.vehicles = [van]
    return district
  }

  static func need(_ id: String, _ building: Int, from pharmacy: String? = nil) -> Need {
    var need = Need(id: NeedID(id), building: BuildingID("B\(building)"), what: .delivery)
    need.good = GoodID("milk")
    need.pharmacy = pharmacy.map { DepotID($0) }
    return need
  }

  static func plan(_ district: District) throws -> RoutePlan {
    try RouteStage(district: district, distribution: nil, roster: nil, assumeCrews: true)
      .heuristic(budget: Budget(deadline: .never(), iterations: 60), seed: 1).plan
  }

  static func violations(_ district: District, _ plan: RoutePlan) -> [String] {
    RouteCase(Audit(district: district, sha256: { _ in "" }), routes: plan, distribution: nil, roster: nil)
      .violations.map { "\($0.rule) \($0.place) \($0.amount)" }
  }
}

@Suite("Needs with goods on the routes") struct NeedRouteTests {
  @Test("the nearest depot serves a need, unless it names another; then the load there says for whom")
  func pharmacy() throws {
    var district = Errands.district()
    district.needs = [Errands.need("N1", 0), Errands.need("N2", 1)]
    let near = try Errands.plan(district)
    #expect(Errands.violations(district, near) == [])
    #expect(near.routes.flatMap(\.steps).filter { $0.type == .load }.map(\.location) == [PlaceID("D1")])
    #expect(near.routes.flatMap(\.steps).allSatisfy { $0.needs == nil })

    district.needs[1].pharmacy = DepotID("D2")
    let far = try Errands.plan(district)
    #expect(Errands.violations(district, far) == [])
    let loads = far.routes.flatMap(\.steps).filter { $0.type == .load && $0.location == PlaceID("D2") }
    #expect(loads.map(\.needs) == [[NeedID("N2")]])
    #expect(far.unassigned.isEmpty)
  }

  @Test("a household that needs two things gets both, each counted on its own")
  func twoThings() throws {
    var district = Errands.district()
    district.goods.append(Good(id: GoodID("pills"), name: "药"))
    district.stock.append(StockRow(depot: DepotID("D2"), good: GoodID("pills"), packs: 1))
    district.needs = [Errands.need("N1", 0), Errands.need("N2", 0, from: "D2")]
    district.needs[1].good = GoodID("pills")
    for index in 0..<2 { district.needs[index].door = "1单元101" }
    let plan = try Errands.plan(district)
    #expect(Errands.violations(district, plan) == [])
    #expect(plan.unassigned.isEmpty)
    #expect(plan.routes.flatMap(\.steps).compactMap(\.job).sorted() == ["N1", "N2"])
  }

  @Test("nothing is handed over before the earliest moment, nor after the latest; where neither can be, it is a gap")
  func moments() throws {
    var district = Errands.district()
    district.needs = [Errands.need("N1", 0), Errands.need("N2", 1)]
    district.needs[0].earliest = Errands.moment(660)
    district.needs[1].latest = Errands.moment(600)
    let plan = try Errands.plan(district)
    #expect(Errands.violations(district, plan) == [])
    let steps = plan.routes.flatMap(\.steps)
    let first = try #require(steps.first { $0.job == "N1" })
    let second = try #require(steps.first { $0.job == "N2" })
    #expect(first.service.moment >= Errands.moment(660))
    #expect(second.departure.moment <= Errands.moment(600))

    district.vehicles[0].to = ClockTime(minutes: 650)
    let short = try Errands.plan(district)
    #expect(Errands.violations(district, short) == [])
    #expect(short.unassigned.map { "\($0.what.id) \($0.missing)" } == ["N1 1"])
    #expect(short.unassigned.flatMap(\.reasons).map(\.standing) == [.proven])
  }

  @Test("where the named pharmacy has nothing, or is shut all day, the need is a gap though others have the good")
  func empty() throws {
    var district = Errands.district()
    district.needs = [Errands.need("N1", 0, from: "D2")]
    district.stock[1].packs = 0
    let plan = try Errands.plan(district)
    #expect(Errands.violations(district, plan) == [])
    #expect(plan.unassigned.flatMap(\.reasons).map { "\($0.rule) \($0.standing)" } == ["depotStock proven"])

    district.stock[1].packs = 5
    district.depots[1].openFrom = ClockTime(minutes: 1300)
    district.depots[1].openTo = ClockTime(minutes: 1320)
    let shut = try Errands.plan(district)
    #expect(Errands.violations(district, shut) == [])
    #expect(shut.unassigned.map { "\($0.what.id) \($0.missing)" } == ["N1 1"])
  }

  @Test("the judge sees a pack from elsewhere, one too early, and one promised to two")
  func corrupted() throws {
    var district = Errands.district()
    district.needs = [Errands.need("N1", 0, from: "D2"), Errands.need("N2", 1, from: "D2")]
    let plan = try Errands.plan(district)
    func complaints(_ change: (inout RoutePlan) -> Void) -> [String] {
      var changed = plan
      change(&changed)
      return Errands.violations(district, changed)
    }
    let load = try #require(plan.routes[0].steps.firstIndex { $0.type == .load })
    #expect(complaints { $0.routes[0].steps[load].needs = [NeedID("N1")] }.count == 1)
    #expect(complaints { $0.routes[0].steps[load].needs = nil }.count == 2)
    #expect(complaints { $0.routes[0].steps[load].needs?.append(NeedID("N2")) }.isEmpty == false)
    district.needs[0].pharmacy = DepotID("D1")
    #expect(complaints { _ in }.allSatisfy { $0.hasPrefix("depotStock") })
    #expect(complaints { _ in }.isEmpty == false)
    district.needs[0].pharmacy = DepotID("D2")
    district.needs[0].earliest = Errands.moment(1190)
    #expect(complaints { _ in }.filter { $0.hasPrefix("needCurve") }.count == 1)
  }

  @Test("on random errands the judge agrees with every plan, and no pack is missing that one trip alone could bring")
  func random() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      var district = Errands.district()
      for index in district.stock.indices { district.stock[index].packs = random.below(4) }
      for number in 0..<(1 + random.below(5)) {
        var need = Errands.need("N\(number)", random.below(2))
        if random.below(2) == 0 { need.pharmacy = DepotID("D\(1 + random.below(2))") }
        if random.below(3) == 0 { need.earliest = Errands.moment(480 + random.below(400)) }
        if random.below(3) == 0 { need.latest = (need.earliest ?? Errands.moment(500)) + Minutes(random.below(300)) }
        need.priority = 1 + random.below(5)
        district.needs.append(need)
      }
      let plan = try Errands.plan(district)
      #expect(Errands.violations(district, plan) == [], "seed \(seed)")
      #expect(plan.unassigned.count + plan.routes.flatMap(\.steps).compactMap(\.job).count == district.needs.count)
    }
  }
}
