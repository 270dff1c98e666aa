import Auditing
import Districts
import Testing
import Units

/// Each rule of routes, kept and broken by one, on the plan of `SmallTown`.
@Suite("Rules of routes") struct RouteRuleTests {
  private func judged(
    _ district: District = SmallTown.district(), _ change: (inout RoutePlan) -> Void = { _ in }
  ) -> RouteCase {
    let audit = SmallTown.audit(district)
    var plan = SmallTown.routes
    change(&plan)
    return RouteCase(
      audit, routes: plan, distribution: SmallTown.distribution, roster: SmallTown.roster(audit))
  }
  private func complaints(
    _ district: District = SmallTown.district(), _ change: (inout RoutePlan) -> Void = { _ in }
  ) -> [String] { judged(district, change).violations.map { "\($0.rule) \($0.amount)" } }

  private func changed(_ change: (inout District) -> Void) -> [String] {
    var district = SmallTown.district()
    change(&district)
    return complaints(district)
  }

  @Test("On board never more than the packs and grams of the vehicle") func vehicleCapacity() {
    // 59 packs of 4,000 g = 236,000 g.
    #expect(changed { $0.vehicles[0].capacityPacks = 59 } == [])
    #expect(changed { $0.vehicles[0].capacityPacks = 58 } == ["vehicleCapacity 1"])
    #expect(changed { $0.vehicles[0].capacityGrams = 236_000 } == [])
    #expect(changed { $0.vehicles[0].capacityGrams = 235_999 } == ["vehicleCapacity 1"])
  }

  @Test("Start and end lie in the vehicle's hours") func vehicleHours() {
    // From 14:00 to 15:05:20.
    #expect(changed { $0.vehicles[0].to = Sample.time("15:06") } == [])
    #expect(changed { $0.vehicles[0].to = Sample.time("15:05") } == ["vehicleHours 20"])
    #expect(changed { $0.vehicles[0].from = Sample.time("14:01") } == ["vehicleHours 60"])
  }

  @Test("A trip begins with the load after start or delivery") func tripLimit() {
    #expect(changed { $0.vehicles[0].maximumTrips = 2 } == [])
    #expect(changed { $0.vehicles[0].maximumTrips = 1 } == ["tripLimit 1"])
  }

  @Test("The crew are the holders of the crew duty") func crewOnDuty() {
    #expect(complaints { $0.routes[0].driver = CadreID("A") } == ["crewOnDuty 1"])
    #expect(complaints { $0.routes[0].loaders = [] } == ["crewOnDuty 1"])
    // Two loaders asked for, one there.
    #expect(changed { $0.vehicles[0].loaders = 2 } == ["crewOnDuty 1"])
  }

  @Test("No more is loaded than is there by then") func depotStock() {
    // 59 at 14:00, 30 more at 14:40: 89.
    #expect(changed { $0.stock[0].packs = 96 } == [])
    #expect(changed { $0.stock = [stock(59, nil), stock(30, "14:40"), stock(7, "23:00")] } == [])
    #expect(changed { $0.stock = [stock(59, nil), stock(30, "14:41"), stock(7, "23:00")] } == ["depotStock 30"])
    #expect(changed { $0.stock = [stock(58, nil), stock(31, "14:40"), stock(7, "23:00")] } == ["depotStock 1"])
  }
  private func stock(_ packs: Int, _ ready: String?) -> StockRow {
    var row = StockRow(depot: DepotID("W1"), good: GoodID("veg"), packs: packs)
    row.ready = ready.map { Sample.moment(0, $0) }
    return row
  }

  @Test("Loading lies inside the depot's hours") func depotHours() {
    // 14:00 – 14:06:58, and 14:40 – 14:46.
    #expect(changed { $0.depots[0].openTo = Sample.time("14:46") } == [])
    #expect(changed { $0.depots[0].openTo = Sample.time("14:45") } == ["depotHours 60"])
    #expect(changed { $0.depots[0].openFrom = Sample.time("14:01") } == ["depotHours 60"])
    #expect(changed { $0.depots[0].openFrom = nil } == [])
  }

  @Test("No more vehicles load at once than there are docks") func depotDocks() {
    #expect(changed { $0.depots[0].docks = 1 } == [])
    // A second van that leaves with the first.
    var district = SmallTown.district()
    var second = district.vehicles[0]
    second.id = VehicleID("V2")
    district.vehicles.append(second)
    let twice = judged(district) { plan in
      plan.routes.append(plan.routes[0])
      plan.routes[1].vehicle = VehicleID("V2")
    }
    #expect(twice.check(.depotDocks).map(\.amount) == [1])
    district.depots[0].docks = 2
    #expect(judged(district) { $0.routes.append($0.routes[0]) }.check(.depotDocks) == [])
  }

  @Test("Every step takes the time of its way and its packs") func travelTime() {
    // The way to P1 takes 600 s, loading 300 + 2 × 59.
    #expect(changed { $0.travelRows[0].seconds = 601 } == ["travelTime 1"])
    #expect(changed { $0.depots[0].loadFixed = 301 } == ["travelTime 1", "travelTime 1"])
    #expect(changed { $0.vehicles[0].unloadFixed = 301 } == ["travelTime 1", "travelTime 1", "travelTime 1"])
    // Waiting is allowed before service, and only there.
    #expect(complaints { $0.routes[0].steps[4].service = SmallTown.at("14:41") } == ["travelTime 60"])
  }

  @Test("Packs come before the slot that calls for them, with the reserve by the last") func needCurve() {
    // 20 by 16:00, 40 by 16:20, 52 + ⌈52 × 3 ÷ 100⌉ = 54 by 16:40. The van leaves P1 at 14:23:46.
    #expect(complaints() == [])
    // With 4 %: ⌈2.08⌉ = 3, one pack more. It is missing, and there is one gap too few, in the wrong place.
    #expect(changed { $0.distribution.reservePercent = 4 } == ["structure 1", "structure 1"])
    let four = { (district: inout District) in district.distribution.reservePercent = 4 }
    var district = SmallTown.district()
    four(&district)
    #expect(judged(district).objective.breakdown["undelivered"] == 7 * 81 + 9)
    // An order due a second before the delivery leaves (14:30:56): all five come late, and nothing says so.
    #expect(
      changed { $0.orders[1].due = Sample.moment(0, "14:30") }.sorted() == [
        "needCurve 5", "structure 1", "structure 1",
      ])
    #expect(changed { $0.orders[1].due = SmallTown.at("14:30:56").moment } == [])
  }

  @Test("Fixed, distance and time cost; metres where nothing costs") func costs() {
    // 1,000; 14,000 × 200 ÷ 1,000 = 2,800; 3,920 s × 3,000 ÷ 3,600 = 3,266.7 → 3,267. O3: 7 packs of priority 1.
    #expect(judged().objective.levels.map(\.amount) == [567, 7067])
    var district = SmallTown.district()
    (district.vehicles[0].fixedCost, district.vehicles[0].costPerKilometre, district.vehicles[0].costPerHour) = (
      0, 0, 0
    )
    #expect(judged(district).objective.levels.map(\.amount) == [567, 14_000])
    #expect(judged(district).objective.breakdown["distanceCost"] == 14_000)
  }

  @Test("Packs beyond all stock are in the floor") func floor() {
    // 54 + 30 + 5 + 7 = 96 are asked for.
    var district = SmallTown.district()
    district.stock[0].packs = 96
    #expect(judged(district).floors == [0, 0])
    district.stock[0].packs = 95
    #expect(judged(district).floors == [1, 0])
  }

  @Test("Route pins: a delivery for the order, or none") func pins() {
    func pinned(_ order: String, _ level: PinLevel, must: Bool = true) -> [String] {
      changed { district in
        district.pins = [Pin(target: .route(VehicleID("V1"), order), level: level)]
        district.pins[0].must = must
      }
    }
    #expect(pinned("O2", .frozen) == [])
    #expect(pinned("O3", .frozen) == ["pins 1"])
    #expect(pinned("O2", .frozen, must: false) == ["pins 1"])
    #expect(pinned("O3", .frozen, must: false) == [])
    // For `*` the deliveries of buildings count: B2's.
    #expect(pinned("O1", .frozen) == [])
    #expect(pinned("O3", .who) == ["structure 1"])
    #expect(pinned("O3", .prefer) == [])
  }

  @Test("A route leads from the depot to the end depot, and only deliveries take packs off") func structure() {
    #expect(complaints { $0.routes[0].steps[6].location = PlaceID("P1") }.contains("structure 1"))
    #expect(complaints { $0.routes[0].steps[3].job = "O3" }.contains("structure 1"))
    #expect(complaints { $0.routes[0].steps[6].load = ["veg": 1] }.contains("structure 1"))
    #expect(complaints { $0.routes[0].metres = 14_001 } == ["distanceCost 1"])
    #expect(complaints { $0.routes[0].cost = 7066 } == ["objective 1"])
  }
}
