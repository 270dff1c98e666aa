import Auditing
import Districts
import Testing
import Units

@testable import Planning

/// One street of Xi'an: a depot, a point 1 km or so away, two buildings that collect there, one sealed building.
private enum Scene {
  static func district() throws -> District {
    var district = District()
    district.planDate = try #require(CalendarDate(year: 2022, month: 1, day: 1))
    district.goods = [Good(id: GoodID("veg"), name: "蔬菜包"), Good(id: GoodID("milk"), name: "奶粉")]
    var depot = Depot(
      id: DepotID("D1"), name: "仓库", coordinate: Coordinate(latitude: 34.240, longitude: 108.980))
    depot.openFrom = ClockTime("08:00")
    depot.openTo = ClockTime("21:00")
    district.depots = [depot]
    district.stock = [
      StockRow(depot: depot.id, good: GoodID("veg"), packs: 200),
      StockRow(depot: depot.id, good: GoodID("milk"), packs: 20),
    ]
    var compound = Compound(id: CompoundID("K1"), name: "小区")
    compound.coordinate = Coordinate(latitude: 34.246, longitude: 108.982)
    district.compounds = [compound, Compound(id: CompoundID("K2"), name: "无坐标")]
    district.buildings = ["B1", "B2", "B3"].enumerated().map { index, id in
      var building = Building(id: BuildingID(id), compound: compound.id, households: Households([30, 20, 10][index]))
      building.coordinate = Coordinate(latitude: 34.246 + 0.001 * Double(index), longitude: 108.983)
      building.staircases = 2
      return building
    }
    district.buildings[2].status = .sealed
    district.points = [
      DistributionPoint(
        id: PointID("P1"), compound: compound.id, coordinate: Coordinate(latitude: 34.2465, longitude: 108.9825),
        householdsPerDeskHour: 120, openFrom: ClockTime(minutes: 980), openTo: ClockTime(minutes: 1200))
    ]
    district.vehicles = [vehicle("V1", 40), vehicle("V2", 40)]
    return district
  }

  static func vehicle(_ id: String, _ packs: Int) -> Vehicle {
    var vehicle = Vehicle(
      id: VehicleID(id), depot: DepotID("D1"), capacityPacks: packs, from: ClockTime(minutes: 780),
      to: ClockTime(minutes: 1260))
    vehicle.costPerKilometre = 200
    return vehicle
  }

  /// B1 from 16:20, B2 from 16:40.
  static func distribution(_ district: District) throws -> DistributionPlan {
    let zone = try #require(ZoneClock(identifier: district.timeZone))
    func moment(_ minutes: Int) -> LocalMoment {
      LocalMoment(zone.moment(district.planDate, ClockTime(minutes: minutes)), in: zone)
    }
    return DistributionPlan(
      points: [OpenPoint(point: PointID("P1"), desks: 1, openFrom: moment(980), openTo: moment(1020))],
      batches: [
        Batch(
          building: BuildingID("B1"), staircases: [1, 2], mode: .point, point: PointID("P1"), from: moment(980),
          to: moment(1000), households: 30, packs: 30),
        Batch(
          building: BuildingID("B2"), staircases: [1, 2], mode: .point, point: PointID("P1"), from: moment(1000),
          to: moment(1020), households: 20, packs: 20),
        Batch(building: BuildingID("B3"), staircases: [1, 2], mode: .door, households: 10, packs: 10),
      ])
  }

  static func order(_ id: String, _ destination: OrderDestination, _ good: String, _ packs: Int) -> Order {
    Order(id: OrderID(id), destination: destination, good: GoodID(good), quantity: .packs(packs))
  }

  static let budget = Budget(deadline: .never(), iterations: 60)

  /// The stage's outcome; the audit finds nothing to say about it.
  static func plan(
    _ district: District, _ distribution: DistributionPlan?, roster: RosterPlan? = nil
  ) throws -> RouteOutcome {
    let stage = try RouteStage(
      district: district, distribution: distribution, roster: roster, assumeCrews: roster == nil)
    let outcome = stage.heuristic(budget: budget, seed: 1)
    var plan = Plan(
      district: PlannedDistrict(name: "", digest: "", date: district.planDate, days: 1),
      run: PlanRun(seed: 1, threads: 1, method: "heuristic", versions: .init(lastmetre: "", glpk: "")))
    plan.distribution = distribution
    plan.roster = roster
    plan.routes = outcome.plan
    plan.certificates.routes = outcome.certificate
    // The rest of this plan is made by hand and no concern of the route stage.
    let ours: Set<RuleID> = [
      .vehicleCapacity, .vehicleHours, .tripLimit, .crewOnDuty, .depotStock, .depotHours, .depotDocks, .travelTime,
      .needCurve, .undelivered, .fixedCost, .distanceCost, .timeCost,
    ]
    let names = Set(ours.map(\.rawValue))
    let violations = Audit(district: district, sha256: { _ in "" }).content(plan).filter {
      $0.rule != RuleID.summary.rawValue && (names.contains($0.rule) || $0.place.contains("routes"))
    }
    #expect(violations == [])
    return outcome
  }
}

@Suite("The route stage")
struct RouteStageTests {
  @Test("A point gets its packs by the curve of its slots, with the reserve, and a sealed building gets its own")
  func pointsAndDoors() throws {
    let district = try Scene.district()
    let outcome = try Scene.plan(district, Scene.distribution(district))
    #expect(outcome.plan.unassigned.isEmpty)
    var given: [String: Int] = [:]
    for route in outcome.plan.routes {
      for (before, step) in zip(route.steps, route.steps.dropFirst()) where step.type == .deliver {
        given[step.job ?? "", default: 0] += before.load.values.reduce(0, +) - step.load.values.reduce(0, +)
      }
    }
    // 30 + 20 packs and ⌈50 × 3 ÷ 100⌉ = 2 in reserve; 10 to the door.
    #expect(given == ["P1:veg": 52, "B3:veg": 10])
    #expect(outcome.certificate.levels.map(\.objective).first == 0)
  }

  @Test("Goods come to a point once its people are there, if that does; a point without people is never waited for")
  func staffIsThere() throws {
    var district = try Scene.district()
    let zone = try #require(ZoneClock(identifier: district.timeZone))
    // The point opens at 16:20, its people set up from 15:50; a van could be there at 13:30.
    let setUp = zone.moment(district.planDate, ClockTime(minutes: 950))
    func arrivals() throws -> [Moment] {
      try Scene.plan(district, Scene.distribution(district)).plan.routes.flatMap(\.steps)
        .filter { $0.location == PlaceID("P1") }.map(\.service.moment)
    }
    #expect(try arrivals().contains { $0 < setUp })
    district.points[0].staff = [StaffNeed(kind: .volunteer, count: 2)]
    #expect(try arrivals().isEmpty == false)
    #expect(try arrivals().allSatisfy { $0 >= setUp })
  }

  @Test("A vehicle that may make one trip makes one")
  func oneTrip() throws {
    var district = try Scene.district()
    district.vehicles = [Scene.vehicle("V1", 100)]
    district.vehicles[0].maximumTrips = 1
    let outcome = try Scene.plan(district, Scene.distribution(district))
    #expect(outcome.plan.unassigned.isEmpty)
    #expect(outcome.plan.routes.flatMap(\.steps).count { $0.type == .load } == 1)
  }

  @Test("The same seed gives the same plan")
  func repeats() throws {
    let district = try Scene.district()
    let distribution = try Scene.distribution(district)
    #expect(try Scene.plan(district, distribution).plan == Scene.plan(district, distribution).plan)
  }

  @Test("Without a full crew a vehicle stays, and the gap says so; with one, driver and loaders are named")
  func crews() throws {
    var district = try Scene.district()
    district.vehicles = [Scene.vehicle("V1", 40)]
    district.vehicles[0].loaders = 1
    district.cadres = ["C1", "C2"].map { Cadre(id: CadreID($0), name: $0, kind: .driver) }
    let distribution = try Scene.distribution(district)
    let zone = try #require(ZoneClock(identifier: district.timeZone))
    func roster(_ people: [PlannedPerson]) -> RosterPlan {
      let duty = DutyID(site: PlaceID("V1"), post: "crew", shift: "run", date: "2022-01-01")
      func moment(_ minutes: Int) -> LocalMoment {
        LocalMoment(zone.moment(district.planDate, ClockTime(minutes: minutes)), in: zone)
      }
      return RosterPlan(duties: [
        PlannedDuty(
          id: duty, site: PlaceID("D1"), post: "crew", from: moment(780), to: moment(1260), exposure: 0,
          seats: [
            PlannedSeat(seat: "driver", minimum: 0, target: 1, maximum: 1),
            PlannedSeat(seat: "loader", minimum: 0, target: 1, maximum: 1),
          ], people: people)
      ])
    }
    let driver = PlannedPerson(cadre: CadreID("C1"), seat: "driver", lead: false)
    let loader = PlannedPerson(cadre: CadreID("C2"), seat: "loader", lead: false)
    let alone = try Scene.plan(district, distribution, roster: roster([driver]))
    #expect(alone.plan.routes.isEmpty)
    #expect(alone.certificate.levels[0].objective == 62 * 9)
    #expect(
      alone.plan.unassigned.map(\.reasons) == [
        [.init(rule: "crewOnDuty", count: 52, standing: .proven)],
        [.init(rule: "crewOnDuty", count: 10, standing: .proven)],
      ])
    let both = try Scene.plan(district, distribution, roster: roster([driver, loader]))
    #expect(both.plan.routes.map(\.driver) == [CadreID("C1")])
    #expect(both.plan.routes.map(\.loaders) == [[CadreID("C2")]])
    #expect(both.plan.unassigned.isEmpty)
  }

  @Test("Orders to compounds and sites are demands of their own; one without a way there is a gap for travelTime")
  func orders() throws {
    var district = try Scene.district()
    district.hasOrders = true
    district.orders = [
      Scene.order("O1", .compound(CompoundID("K1")), "milk", 5),
      Scene.order("O2", .compound(CompoundID("K2")), "veg", 4),
    ]
    district.orders[0].priority = 1
    let outcome = try Scene.plan(district, nil)
    #expect(outcome.plan.unassigned.map(\.what.id) == ["O2"])
    #expect(outcome.plan.unassigned.first?.reasons == [.init(rule: "travelTime", count: 4, standing: .proven)])
    #expect(outcome.certificate.breakdown["undelivered"] == 36)  // 4 × 9
    #expect(outcome.certificate.levels.first?.optimalityGap == 0)
  }

  @Test("Packs per household are multiplied, and orders of one building add up with those of all")
  func quantities() throws {
    var district = try Scene.district()
    district.hasOrders = true
    district.orders = [
      Order(
        id: OrderID("O1"), destination: .everyBuilding, good: GoodID("veg"), quantity: .packsPerHousehold(2)),
      Scene.order("O2", .building(BuildingID("B3")), "veg", 3),
      Scene.order("O3", .building(BuildingID("B3")), "milk", 1),
    ]
    let zone = try #require(ZoneClock(identifier: district.timeZone))
    let demands = RouteDemands(district: district, zone: zone).all(try Scene.distribution(district))
    #expect(demands.map(\.id) == ["P1:veg", "B3:veg", "B3:milk"])
    // 60 + 40 packs and 3 in reserve: 60 by 16:20, 103 by 16:40. 10 × 2 + 3 for B3.
    #expect(demands.map { $0.curve.map(\.packs) } == [[60, 103], [23], [1]])
    // The end of the service day: 05:00 on the next date.
    #expect(demands[1].curve[0].by == zone.moment(district.planDate.advanced(by: 1), ClockTime(minutes: 300)))
    #expect(demands[0].curve[0].by == zone.moment(district.planDate, ClockTime(minutes: 980)))
  }

  @Test("What is beyond all stock is proved to be missing")
  func stockShort() throws {
    var district = try Scene.district()
    district.stock[0].packs = 40
    let outcome = try Scene.plan(district, Scene.distribution(district))
    let reasons = outcome.plan.unassigned.flatMap(\.reasons)
    // 62 asked for, 40 there.
    #expect(reasons.reduce(0) { $0 + $1.count } == 22)
    #expect(reasons.allSatisfy { $0.rule == "depotStock" && $0.standing == .proven })
    #expect(outcome.certificate.levels[0].floor == 22)
    #expect(outcome.certificate.levels[0].bound == 198)  // 22 × 9
  }

  @Test("Where no vehicle costs anything, metres are the cost")
  func metresAsCost() throws {
    var district = try Scene.district()
    for index in district.vehicles.indices { district.vehicles[index].costPerKilometre = 0 }
    let outcome = try Scene.plan(district, Scene.distribution(district))
    let metres = outcome.plan.routes.reduce(0) { $0 + $1.metres }
    #expect(metres > 0)
    #expect(outcome.certificate.levels[1].objective == metres)
    #expect(outcome.certificate.breakdown["distanceCost"] == metres)
  }

  @Test("Frozen pins that contradict each other, or have no crew, leave nothing to plan")
  func frozenPins() throws {
    var district = try Scene.district()
    district.hasOrders = true
    district.orders = [Scene.order("O1", .compound(CompoundID("K1")), "veg", 5)]
    var never = Pin(target: .route(VehicleID("V1"), "O1"), level: .frozen)
    never.must = false
    district.pins = [Pin(target: .route(VehicleID("V1"), "O1"), level: .frozen), never]
    #expect(
      throws: RouteStageError.frozen(FrozenConflict(pins: [0, 1], rules: [.pins], irreducible: true))
    ) {
      try RouteStage(district: district, distribution: nil, roster: nil, assumeCrews: true)
    }
    district.pins.removeLast()
    #expect(
      throws: RouteStageError.frozen(FrozenConflict(pins: [0], rules: [.crewOnDuty], irreducible: true))
    ) {
      try RouteStage(district: district, distribution: nil, roster: RosterPlan(), assumeCrews: false)
    }
  }

  @Test("Pins choose the vehicle; one that cannot hold is a gap, or costs 8")
  func pins() throws {
    var district = try Scene.district()
    district.hasOrders = true
    district.orders = [Scene.order("O1", .compound(CompoundID("K1")), "veg", 5)]
    district.vehicles[1].fixedCost = 9000
    district.pins = [Pin(target: .route(VehicleID("V2"), "O1"), level: .who)]
    let pinned = try Scene.plan(district, nil)
    #expect(pinned.plan.routes.map(\.vehicle) == [VehicleID("V2")])
    #expect(pinned.certificate.levels.count == 2)

    district.pins[0].level = .prefer
    let preferred = try Scene.plan(district, nil)
    #expect(preferred.plan.routes.map(\.vehicle) == [VehicleID("V1")])
    #expect(preferred.certificate.levels.last?.objective == 8)

    district.pins[0].level = .who
    district.vehicles[1].capacityPacks = 0
    let refused = try Scene.plan(district, nil)
    #expect(refused.plan.unassigned.map(\.what.id) == ["V2@O1"])
    #expect(refused.plan.unassigned.map(\.what.kind) == [.pin])
  }
}
