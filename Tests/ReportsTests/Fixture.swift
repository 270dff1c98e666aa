import Testing
import Districts
import Units
import Wording

@testable import Reports

/// A small finished plan, with a name that would break a careless page.
enum Fixture {
  static let zone = ZoneClock(identifier: "Asia/Shanghai")

  static func at(_ hour: Int, _ minute: Int = 0) throws -> LocalMoment {
    let zone = try #require(zone)
    let date = try #require(CalendarDate("2022-01-01"))
    return LocalMoment(zone.moment(date, ClockTime(minutes: hour * 60 + minute)), in: zone)
  }

  static func district() throws -> District {
    var district = District()
    district.name = "融侨馨苑 <一期>"
    district.planDate = try #require(CalendarDate("2022-01-01"))
    district.cadres = [
      Cadre(id: CadreID("C1"), name: "<script>王芳", kind: .cadre),
      Cadre(id: CadreID("C2"), name: "李\"强\"", kind: .driver),
    ]
    district.compounds = [Compound(id: CompoundID("K1"), name: "一期")]
    var building = Building(id: BuildingID("B1"), compound: CompoundID("K1"), households: 60)
    building.name = "1号楼"
    building.staircases = 2
    building.coordinate = Coordinate(latitude: 34.25, longitude: 108.95)
    district.buildings = [building]
    var point = DistributionPoint(
      id: PointID("P1"), compound: CompoundID("K1"), coordinate: Coordinate(latitude: 34.251, longitude: 108.951),
      householdsPerDeskHour: 60, openFrom: ClockTime(minutes: 960), openTo: ClockTime(minutes: 1200))
    point.name = "南门"
    district.points = [point]
    district.depots = [
      Depot(id: DepotID("D1"), name: "=仓库", coordinate: Coordinate(latitude: 34.27, longitude: 108.99))
    ]
    district.goods = [Good(id: GoodID("G1"), name: "蔬菜包")]
    district.vehicles = [
      Vehicle(
        id: VehicleID("V1"), depot: DepotID("D1"), capacityPacks: 100, from: ClockTime(minutes: 840),
        to: ClockTime(minutes: 1260))
    ]
    return district
  }

  static func plan() throws -> Plan {
    var plan = Plan(
      district: PlannedDistrict(
        name: "融侨馨苑 <一期>", digest: "d1g35t", date: try #require(CalendarDate("2022-01-01")), days: 1),
      run: PlanRun(seed: 7, threads: 1, method: "auto", versions: .init(lastmetre: "0.1.0", glpk: "GLPK 5.0")))
    plan.roster = try roster()
    plan.distribution = DistributionPlan(
      points: [OpenPoint(point: PointID("P1"), desks: 2, openFrom: try at(16), openTo: try at(16, 40))],
      batches: [
        Batch(
          building: BuildingID("B1"), staircases: [1, 2], mode: .point, point: PointID("P1"), from: try at(16),
          to: try at(16, 20), households: 60, packs: 60)
      ])
    plan.routes = try routes()
    plan.purchases = [
      Purchase(row: 1, depot: DepotID("D1"), good: GoodID("G1"), packs: 62, most: 100, cost: 124_000)
    ]
    plan.comparison = PlanComparison(distribution: try compared())
    plan.certificates.roster = Certificate(
      levels: [
        CertifiedLevel(name: .minimum, objective: 9, bound: 9, floor: 9, boundEvidence: .multipliers),
        CertifiedLevel(name: .target, objective: 1009, bound: 1000, floor: 9, boundEvidence: .openTree),
        CertifiedLevel(name: .preference, objective: 40, bound: nil, floor: 0, boundEvidence: .none),
      ], solutionStatus: .feasible, stopReason: .timeLimit, method: .exactAndHeuristic,
      breakdown: ["minimumCover": 9, "targetCover": 1009, "fairHours": 40])
    plan.summary.people = 2
    plan.summary.onDuty = 1
    plan.summary.seats = 2
    plan.summary.seatsFilled = 1
    plan.summary.missingMinimum = 1
    plan.summary.missingTarget = 1
    plan.summary.households = 60
    plan.summary.householdsServed = 60
    plan.summary.lastServed = try at(16, 20)
    plan.summary.points = 1
    plan.summary.batches = 1
    plan.summary.routes = 1
    plan.summary.trips = 1
    plan.summary.metres = 12_340
    plan.summary.packs = 62
    plan.summary.gaps = 1
    plan.audit.passed = true
    plan.seal = "5ea1"
    return plan
  }

  /// A hand-out beside one by hand that ends after midnight and leaves a building out.
  private static func compared() throws -> DistributionComparison {
    var plan = HandOutFigures()
    (plan.points, plan.staff, plan.staffSeconds, plan.households) = (1, 8, 54_000, 60)
    plan.lastServed = try at(16, 20)
    (plan.walkingMetres, plan.elderlyMetres) = (12_349, 1250)
    (plan.waitingSeconds, plan.meanWaitingSeconds, plan.worstWaitingSeconds) = (36_600, 610, 1200)
    plan.crowd = 60
    var byHand = plan
    (byHand.points, byHand.staff, byHand.staffSeconds) = (2, 16, 108_001)
    byHand.notServed = [BuildingID("B1")]
    byHand.lastServed = LocalMoment(try at(24, 4).moment + Seconds(20), in: try #require(zone))
    (byHand.crowd, byHand.crowdOver) = (1234, 84)
    return DistributionComparison(plan: plan, byHand: byHand)
  }

  private static func roster() throws -> RosterPlan {
    let duty = PlannedDuty(
      id: DutyID("P1/distribution/open/2022-01-01"), site: PlaceID("P1"), post: "distribution", from: try at(15, 30),
      to: try at(16, 55), exposure: 0, seats: [PlannedSeat(seat: "cadre", minimum: 2, target: 2, maximum: 2)],
      people: [PlannedPerson(cadre: CadreID("C1"), seat: "cadre", lead: true)])
    let gap = Gap(
      id: "R1", what: .init(kind: .duty, id: duty.id.text, seat: "cadre", level: .minimum), missing: 1,
      reasons: [.init(rule: "busy", count: 1, standing: .observed)])
    return RosterPlan(duties: [duty], gaps: [gap])
  }

  private static func routes() throws -> RoutePlan {
    let depot = PlaceID("D1")
    let steps = [
      RouteStep(
        type: .start, location: depot, arrival: try at(14), service: try at(14), departure: try at(14), load: [:]),
      RouteStep(
        type: .load, location: depot, arrival: try at(14), service: try at(14), departure: try at(14, 7),
        load: ["G1": 62]),
      RouteStep(
        type: .deliver, location: PlaceID("P1"), job: "P1:G1", arrival: try at(14, 30), service: try at(14, 30),
        departure: try at(14, 38), load: [:]),
      RouteStep(
        type: .end, location: depot, arrival: try at(15), service: try at(15), departure: try at(15), load: [:]),
    ]
    return RoutePlan(routes: [
      VehicleRoute(
        vehicle: VehicleID("V1"), driver: CadreID("C2"), loaders: [], metres: 12_340, cost: 12_340, steps: steps)
    ])
  }

  static func context(_ language: Language) throws -> ReportContext {
    try #require(ReportContext(district: try district(), plan: try plan(), language: language))
  }
}
