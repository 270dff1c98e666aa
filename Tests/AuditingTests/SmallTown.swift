import Auditing
import Districts
import Units

/// A district with all stages but supply, and a good plan of it, worked out by hand.
///
/// One point P1 (2 desks of 30 households an hour: 2 × 30 × 20 ÷ 60 = 20 households a slot), a building of 40
/// households in 2 staircases, one of 12, one of 30 behind sealed doors; one van with one loader; five people; four
/// needs.
enum SmallTown {
  static let point = Coordinate(latitude: 34.2, longitude: 108.9)

  static func district() -> District {
    var d = Sample.district(people: 5, shifts: [("day", "08:00", "12:00")])
    d.name = "Small Town"
    d.digest = "0123456789abcdef"
    d.cadres[0].mayLead = true
    d.cadres[3].kind = .driver
    d.cadres[3].skills = ["drive"]
    d.cadres[4].kind = .volunteer
    for p in [0, 2] { d.cadres[p].homeCompound = CompoundID("K1") }
    d.posts[0].target = 2
    d.posts[0].maximum = 2
    d.posts[0].lead = true
    var compound = Compound(id: CompoundID("K1"), name: "K1")
    compound.coordinate = point
    d.compounds = [compound]
    d.buildings = [("B1", 40), ("B2", 30), ("B3", 12)].map { id, households in
      var building = Building(
        id: BuildingID(id), compound: CompoundID("K1"), households: Households(households))
      building.coordinate = point
      return building
    }
    d.buildings[0].staircases = 2
    d.buildings[0].elderly = 5
    d.buildings[1].status = .sealed
    var p1 = DistributionPoint(
      id: PointID("P1"), compound: CompoundID("K1"), coordinate: point, householdsPerDeskHour: 30,
      openFrom: Sample.time("16:00"), openTo: Sample.time("18:00"))
    p1.desks = 2
    p1.staff = [StaffNeed(kind: .cadre, count: 1)]
    p1.staffPer = .desk
    d.points = [p1]
    d.depots = [Depot(id: DepotID("W1"), name: "W1", coordinate: point)]
    d.depots[0].openFrom = Sample.time("08:00")
    d.depots[0].openTo = Sample.time("18:00")
    d.goods = [Good(id: GoodID("veg"), name: "veg")]
    d.goods[0].grams = 4000
    d.stock = [StockRow(depot: DepotID("W1"), good: GoodID("veg"), packs: 100)]
    d.stock[0].price = 200
    d.hasOrders = true
    d.orders = [
      Order(
        id: OrderID("O1"), destination: .everyBuilding, good: GoodID("veg"), quantity: .packsPerHousehold(1)),
      Order(id: OrderID("O2"), destination: .site(SiteID("S1")), good: GoodID("veg"), quantity: .packs(5)),
      Order(id: OrderID("O3"), destination: .site(SiteID("S2")), good: GoodID("veg"), quantity: .packs(7)),
    ]
    d.orders[1].due = Sample.moment(0, "18:00")
    d.orders[2].due = Sample.moment(0, "13:00")
    d.orders[2].priority = 1
    d.needs = (1...4).map { Need(id: NeedID("N\($0)"), building: BuildingID("B1"), what: .visit) }
    d.needs[2].helper = CadreID("C")
    d.needs[3].priority = 2
    var van = Vehicle(
      id: VehicleID("V1"), depot: DepotID("W1"), capacityPacks: 60, from: Sample.time("14:00"),
      to: Sample.time("20:00"))
    (van.capacityGrams, van.loaders, van.maximumTrips) = (240_000, 1, 2)
    (van.fixedCost, van.costPerKilometre, van.costPerHour) = (1000, 200, 3000)
    d.vehicles = [van]
    d.helpers.least = 3
    d.travelRows = ways
    return d
  }

  /// Every way that the plan uses, so that no distance depends on the shape of the earth.
  private static var ways: [TravelRow] {
    func row(_ from: String, _ to: String, _ mode: TravelModeName, _ metres: Int, _ seconds: Int) -> TravelRow {
      TravelRow(from: PlaceID(from), to: PlaceID(to), mode: mode, metres: Metres(metres), seconds: Seconds(seconds))
    }
    return [
      row("W1", "P1", .vehicle, 4000, 600), row("P1", "S1", .vehicle, 500, 120), row("S1", "W1", .vehicle, 3500, 500),
      row("W1", "B2", .vehicle, 3000, 400), row("B2", "W1", .vehicle, 3000, 400),
      row("B1", "P1", .foot, 125, 100), row("P1", "B1", .foot, 125, 110), row("B3", "P1", .foot, 50, 40),
      row("P1", "B3", .foot, 50, 40), row("K1", "B1", .foot, 250, 200), row("B1", "K1", .foot, 250, 210),
      row("K1", "S1", .foot, 1600, 1280),
    ]
  }

  static func at(_ text: String) -> LocalMoment {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard let clock = ZoneClock(identifier: "Asia/Shanghai") else { preconditionFailure("no Asia/Shanghai") }
    let midnight = Sample.moment(0, "00:00")
    return LocalMoment(
      midnight + Seconds(parts[0] * 3600 + parts[1] * 60 + (parts.count > 2 ? parts[2] : 0)), in: clock)
  }

  static var distribution: DistributionPlan {
    DistributionPlan(
      points: [OpenPoint(point: PointID("P1"), desks: 2, openFrom: at("16:00"), openTo: at("17:00"))],
      batches: [
        batch("B1", [1], "16:00", "16:20", 20), batch("B1", [2], "16:20", "16:40", 20),
        Batch(building: BuildingID("B2"), staircases: [1], mode: .door, households: 30, packs: 30),
        batch("B3", [1], "16:40", "17:00", 12),
      ],
      helpers: [Helper(cadre: CadreID("A"), needs: ["N1", "N2", "N3"].map { NeedID($0) })],
      gaps: [
        Gap(
          id: "D1", what: .init(kind: .need, id: "N4", level: .service), missing: 1,
          reasons: [.init(rule: "helperLoad", count: 1, standing: .observed)])
      ])
  }

  static func batch(_ building: String, _ staircases: [Int], _ from: String, _ to: String, _ households: Int) -> Batch {
    Batch(
      building: BuildingID(building), staircases: staircases, mode: .point, point: PointID("P1"), from: at(from),
      to: at(to), households: households, packs: households)
  }

  /// Nobody carries anything: B2's 30 packs do not come to its 30 doors.
  static var carrying: CarryPlan {
    CarryPlan(gaps: [
      Gap(
        id: "C1", what: .init(kind: .packs, id: "B2", level: .service), missing: 60,
        reasons: [.init(rule: "carryHours", count: 60, standing: .observed)])
    ])
  }

  /// 54 packs to the point, 5 to the site, back for 30 to the doors.
  static var routes: RoutePlan {
    func step(
      _ type: RouteStep.StepType, _ location: String, _ job: String?, _ times: (String, String, String), _ load: Int
    ) -> RouteStep {
      RouteStep(
        type: type, location: PlaceID(location), job: job, arrival: at(times.0), service: at(times.1),
        departure: at(times.2), load: load == 0 ? [:] : ["veg": load])
    }
    let steps = [
      step(.start, "W1", nil, ("14:00", "14:00", "14:00"), 0),
      // 300 s + 2 s × 59 = 418 s.
      step(.load, "W1", nil, ("14:00", "14:00", "14:06:58"), 59),
      // 600 s of way; 300 + 2 × 54 = 408 s.
      step(.deliver, "P1", "P1:veg", ("14:16:58", "14:16:58", "14:23:46"), 5),
      // 120 s; 300 + 2 × 5 = 310 s.
      step(.deliver, "S1", "O2", ("14:25:46", "14:25:46", "14:30:56"), 0),
      // 500 s; waits until 14:40; 300 + 2 × 30 = 360 s.
      step(.load, "W1", nil, ("14:39:16", "14:40", "14:46"), 30),
      // 400 s; 360 s.
      step(.deliver, "B2", "B2:veg", ("14:52:40", "14:52:40", "14:58:40"), 0),
      step(.end, "W1", nil, ("15:05:20", "15:05:20", "15:05:20"), 0),
    ]
    // 4,000 + 500 + 3,500 + 3,000 + 3,000 = 14,000 m; 65 min 20 s = 3,920 s.
    // 1,000 + 14,000 × 200 ÷ 1,000 + ⌈3,920 × 3,000 ÷ 3,600⌉ = 1,000 + 2,800 + 3,267 = 7,067.
    return RoutePlan(
      routes: [
        VehicleRoute(
          vehicle: VehicleID("V1"), driver: CadreID("D"), loaders: [CadreID("E")], metres: 14_000, cost: 7067,
          steps: steps)
      ],
      unassigned: [
        Gap(
          id: "T1", what: .init(kind: .packs, id: "O3", level: .service), missing: 7,
          reasons: [.init(rule: "needCurve", count: 7, standing: .proven)])
      ])
  }

  /// A leads the gate, B and C staff the point, D drives, E loads; one seat of the gate stays open.
  static func roster(_ audit: Audit) -> RosterPlan {
    var roster = RosterCase(audit, roster: nil, distribution: distribution).emptyRoster
    func seat(_ duty: String, _ people: [(String, String, Bool)]) {
      guard let d = roster.duties.firstIndex(where: { $0.id.text == duty + "/2022-01-01" }) else { return }
      roster.duties[d].people = people.map { PlannedPerson(cadre: CadreID($0.0), seat: $0.1, lead: $0.2) }
    }
    seat("S1/gate/day", [("A", "any", true)])
    seat("V1/crew/run", [("D", "driver", false), ("E", "loader", false)])
    seat("P1/distribution/open", [("B", "cadre", false), ("C", "cadre", false)])
    roster.gaps = RosterCase(audit, roster: roster, distribution: distribution).expectedGaps
    return roster
  }

  /// Not a hash for strangers: FNV-1a, Fowler, Noll and Vo (1991).
  static let hash: @Sendable (String) -> String = { text in
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(value, radix: 16)
  }
}
