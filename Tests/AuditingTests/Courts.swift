import Auditing
import Districts
import Units

/// A district in which much is carried, and a good plan of it, worked out by hand.
///
/// K1 has the point P1 (one desk of 27 households an hour: 9 a slot), A1 with 10 households of whom one is alone, and
/// A2 with 3 behind sealed doors. K2 has property management and no point: B1 with 4 households, one of them isolated.
/// Two goods: veg, a pack a household, and three packs of milk for B1 by 18:30. Carts take 6 packs.
enum Courts {
  static func district() -> District {
    var d = Sample.district(people: 0, shifts: [])
    d.name = "Courts"
    d.digest = "0123456789abcdef"
    (d.sites, d.posts, d.shifts) = ([], [], [])
    d.compounds = ["K1", "K2"].map { Compound(id: CompoundID($0), name: $0) }
    d.compounds[1].propertyManagement = true
    d.buildings = [("A1", "K1", 10), ("A2", "K1", 3), ("B1", "K2", 4)].map { id, compound, households in
      Building(id: BuildingID(id), compound: CompoundID(compound), households: Households(households))
    }
    (d.buildings[0].staircases, d.buildings[0].floors, d.buildings[0].elderly) = (2, 6, 10)
    d.buildings[1].status = .sealed
    (d.buildings[2].floors, d.buildings[2].lift) = (6, false)
    d.points = [
      DistributionPoint(
        id: PointID("P1"), compound: CompoundID("K1"), coordinate: SmallTown.point, householdsPerDeskHour: 27,
        openFrom: Sample.time("17:00"), openTo: Sample.time("18:00"))
    ]
    d.needs = [need("N1", "A1", "101", [.alone]), need("N2", "B1", nil, [.isolated, .ill])]
    d.goods = ["veg", "milk"].map { Good(id: GoodID($0), name: $0) }
    d.hasOrders = true
    d.orders = [
      Order(id: OrderID("O1"), destination: .everyBuilding, good: GoodID("veg"), quantity: .packsPerHousehold(1)),
      Order(
        id: OrderID("O2"), destination: .building(BuildingID("B1")), good: GoodID("milk"), quantity: .packs(3)),
    ]
    d.orders[1].due = Sample.moment(0, "18:30")
    d.carrying.cartPacks = 6
    d.travelRows = ways
    return d
  }

  static func need(_ id: String, _ building: String, _ door: String?, _ kinds: [NeedKind]) -> Need {
    var need = Need(id: NeedID(id), building: BuildingID(building), what: .visit)
    (need.door, need.kinds) = (door, kinds)
    return need
  }

  private static var ways: [TravelRow] {
    func row(_ from: String, _ to: String, _ mode: TravelModeName, _ seconds: Int) -> TravelRow {
      TravelRow(from: PlaceID(from), to: PlaceID(to), mode: mode, metres: Metres(seconds), seconds: Seconds(seconds))
    }
    return [
      row("K1", "P1", .cart, 100), row("P1", "A1", .cart, 40), row("A1", "A2", .cart, 30), row("A2", "K1", .cart, 50),
      row("K2", "B1", .cart, 80), row("B1", "K2", .cart, 80), row("A1", "P1", .foot, 10), row("P1", "A1", .foot, 10),
    ]
  }

  static func at(_ text: String) -> LocalMoment { SmallTown.at(text) }

  /// A1's nine that come to the point get all of its ten packs, one of which is carried on.
  static var distribution: DistributionPlan {
    DistributionPlan(
      points: [OpenPoint(point: PointID("P1"), desks: 1, openFrom: at("17:00"), openTo: at("17:20"))],
      batches: [
        Batch(
          building: BuildingID("A1"), staircases: [1, 2], mode: .point, point: PointID("P1"), from: at("17:00"),
          to: at("17:20"), households: 9, packs: 10),
        Batch(building: BuildingID("A2"), staircases: [1], mode: .door, households: 3, packs: 3),
        Batch(building: BuildingID("B1"), staircases: [1], mode: .property, households: 4, packs: 7),
      ],
      gaps: ["N1", "N2"].enumerated().map { n, id in
        Gap(id: "D\(n + 1)", what: .init(kind: .need, id: id, level: .service), missing: 1, reasons: [])
      })
  }

  /// One team in each compound: K1's fetches a pack at the point and takes three to the doors where they lie; K2's goes
  /// twice, since 7 packs are more than the cart takes.
  static var carrying: CarryPlan {
    CarryPlan(teams: [
      CarryTeam(
        compound: CompoundID("K1"), team: 1, from: at("17:00"), to: at("17:12"),
        steps: [
          // 100 s; 60 s for the stop + 3 s for a pack.
          step(.load, "P1", ["veg": 1], 0, "17:01:40", "17:02:43"),
          // 40 s; 60 + 3 + 60 for the door + 20 for the lift.
          step(.doors, "A1", ["veg": 1], 1, "17:03:23", "17:05:46"),
          // 30 s; 60 + 3 × 3.
          step(.load, "A2", ["veg": 3], 0, "17:06:16", "17:07:25"),
          // Still there: 3 × 3 + 3 × 60. Then 50 s to the gate: 17:11:24.
          step(.doors, "A2", ["veg": 3], 3, "17:07:25", "17:10:34"),
        ]),
      CarryTeam(
        compound: CompoundID("K2"), team: 1, from: at("18:00"), to: at("18:11"),
        steps: [
          // At the gate already: 3 × 6.
          step(.load, "K2", ["veg": 4, "milk": 2], 0, "18:00:00", "18:00:18"),
          // 80 s; 60 + 3 × 5.
          step(.entrance, "B1", ["veg": 3, "milk": 2], 0, "18:01:38", "18:02:53"),
          // 3 + 60 + 15 × ⌈5 ÷ 2⌉ = 108.
          step(.doors, "B1", ["veg": 1], 1, "18:02:53", "18:04:41"),
          // 80 s; 60 + 3; 80 s; 60 + 3; 80 s to the gate: 18:10:47.
          step(.load, "K2", ["milk": 1], 0, "18:06:01", "18:07:04"),
          step(.doors, "B1", ["milk": 1], 0, "18:08:24", "18:09:27"),
        ]),
    ])
  }

  static func step(
    _ type: CarryStep.StepType, _ location: String, _ packs: [String: Int], _ doors: Int, _ arrival: String,
    _ departure: String
  ) -> CarryStep {
    CarryStep(
      type: type, location: PlaceID(location), packs: packs, doors: doors, arrival: at(arrival), service: at(arrival),
      departure: at(departure))
  }

  /// Distribution and carrying alone, certified and sealed.
  static func plan(_ audit: Audit) throws -> Plan {
    let run = PlanRun(seed: 7, threads: 1, method: "auto", versions: .init(lastmetre: "1.0", glpk: "5.0"))
    var plan = Plan(
      district: PlannedDistrict(name: "Courts", digest: "0123456789abcdef", date: Sample.date, days: 1), run: run)
    plan.distribution = distribution
    plan.carrying = carrying
    plan.comparison = comparison
    // 9 + 3 + 4 in batches, and the one door of A1.
    (plan.summary.households, plan.summary.householdsServed, plan.summary.lastServed) = (17, 17, at("17:20"))
    (plan.summary.points, plan.summary.batches, plan.summary.gaps) = (1, 3, 2)
    // Two needs of priority 3; (9 + 9 elderly) × 20 s.
    plan.certificates.distribution = SmallTown.certificate(
      [(.unserved, 18, 18, 0), (.effort, 360, 360, 0)],
      [
        "unservedHouseholds": 0, "unservedNeeds": 18, "staffTime": 0, "walking": 360, "helperWalking": 0,
        "changedHelper": 0, "pins": 0,
      ])
    // 5 × 2 people × (12 + 10 + 11 + 10 minutes) = 10 × 43 × 60.
    plan.certificates.carrying = SmallTown.certificate(
      [(.uncarried, 0, 0, 0), (.effort, 25_800, 25_000, 0)], ["uncarried": 0, "carryTime": 25_800])
    return try SmallTown.sealed(plan)
  }

  /// Nine at the point at 17:00, each served in 133⅓ s: 45 × 133⅓ = 6,000 s. By hand it is the same, but open until 18:00
  /// with no staff either.
  private static var comparison: PlanComparison {
    var plan = HandOutFigures()
    (plan.points, plan.households, plan.crowd) = (1, 9, 9)
    plan.lastServed = at("17:20")
    (plan.walkingMetres, plan.elderlyMetres) = (180, 180)
    (plan.waitingSeconds, plan.meanWaitingSeconds, plan.worstWaitingSeconds) = (6000, 667, 1200)
    return PlanComparison(distribution: DistributionComparison(plan: plan, byHand: plan))
  }
}
