import Districts
import Testing
import Units
import Wording

@testable import Reports

/// Two teams with carts: one for the property's building and two doors behind the point, one for a sealed building.
extension Fixture {
  static func carriedDistrict() throws -> District {
    var district = try district()
    district.carrying.team = [StaffNeed(kind: .volunteer, count: 2)]
    district.buildings[0].floors = 18
    district.buildings += [
      house("B2", "2号楼", households: 30, floors: 6, lift: false),
      house("B3", "3号楼", households: 50, floors: 18, lift: true),
    ]
    district.needs = [
      need("N1", "B1", "302", .alone), need("N2", "B1", "101", .isolated), need("N3", "B1", "302", .isolated),
      need("N4", "B1", "701", .infant), need("N5", "B2", nil, .alone),
    ]
    return district
  }

  private static func house(_ id: String, _ name: String, households: Int, floors: Int, lift: Bool) -> Building {
    var house = Building(id: BuildingID(id), compound: CompoundID("K1"), households: Households(households))
    (house.name, house.floors, house.lift) = (name, floors, lift)
    return house
  }

  private static func need(_ id: String, _ building: String, _ door: String?, _ kind: NeedKind) -> Need {
    var need = Need(id: NeedID(id), building: BuildingID(building), what: .delivery)
    (need.door, need.kinds) = (door, [kind])
    return need
  }

  static func carrying() throws -> CarryPlan {
    // 30 packs × 3 s; then 60 s for the stop and 29 × 3 s; a door: 60 s, 3 floors × 15 s, 3 s for the pack.
    let first = CarryTeam(
      compound: CompoundID("K1"), team: 1, from: try at(16, 30), to: try at(17),
      steps: [
        try step(.load, "K1", 30, at: 0, to: 90), try step(.entrance, "B2", 29, at: 150, to: 297),
        try step(.doors, "B2", 1, doors: 1, at: 297, to: 405), try step(.load, "P1", 2, at: 600, to: 666),
        try step(.doors, "B1", 2, doors: 2, at: 720, to: 946),
      ])
    // The cart takes 40: 50 households are come to twice.
    let second = CarryTeam(
      compound: CompoundID("K1"), team: 2, from: try at(16, 30), to: try at(18, 10),
      steps: [
        try step(.load, "B3", 40, at: 30, to: 210), try step(.doors, "B3", 40, doors: 40, at: 210, to: 3530),
        try step(.load, "B3", 10, at: 3530, to: 3560), try step(.doors, "B3", 10, doors: 10, at: 3560, to: 4390),
      ])
    let gap = Gap(
      id: "C1", what: .init(kind: .packs, id: "B2", level: .service), missing: 4,
      reasons: [.init(rule: RuleID.carryHours.rawValue, count: 4, standing: .observed)])
    return CarryPlan(teams: [first, second], gaps: [gap])
  }

  /// Seconds after 16:30.
  private static func step(
    _ type: CarryStep.StepType, _ place: String, _ packs: Int, doors: Int = 0, at begin: Int, to end: Int
  ) throws -> CarryStep {
    let zone = try #require(zone)
    let start = try at(16, 30).moment
    let (from, to) = (LocalMoment(start + Seconds(begin), in: zone), LocalMoment(start + Seconds(end), in: zone))
    return CarryStep(
      type: type, location: PlaceID(place), packs: ["G1": packs], doors: doors, arrival: from, service: from,
      departure: to)
  }

  static func carriedPlan() throws -> Plan {
    var plan = try plan()
    plan.carrying = try carrying()
    plan.distribution?.batches += [
      Batch(building: BuildingID("B2"), staircases: [1], mode: .property, households: 30, packs: 34),
      Batch(building: BuildingID("B3"), staircases: [1], mode: .door, households: 50, packs: 50),
    ]
    plan.roster?.duties += [
      try duty("P1/sorting/open", at: "P1", "sorting", from: at(15, 40), to: at(16)),
      try duty("K1/carrying/team1", at: "K1", "carrying", from: at(16, 15), to: at(17)),
    ]
    plan.certificates.carrying = Certificate(
      levels: [
        CertifiedLevel(name: .uncarried, objective: 36, bound: 0, floor: 0, boundEvidence: .search),
        CertifiedLevel(name: .effort, objective: 90_000, bound: 45_000, floor: 0, boundEvidence: .search),
      ], solutionStatus: .feasible, stopReason: .iterationLimit, method: .heuristic,
      breakdown: ["uncarried": 36, "carryTime": 90_000])
    plan.summary.gaps = 2
    return plan
  }

  private static func duty(
    _ id: String, at site: String, _ post: String, from: LocalMoment, to: LocalMoment
  ) throws -> PlannedDuty {
    PlannedDuty(
      id: DutyID(id + "/2022-01-01"), site: PlaceID(site), post: post, from: from, to: to, exposure: 0,
      seats: [PlannedSeat(seat: "volunteer", minimum: 1, target: 1, maximum: 1)],
      people: [PlannedPerson(cadre: CadreID("C2"), seat: "volunteer", lead: false)])
  }

  static func carriedContext(_ language: Language) throws -> ReportContext {
    try #require(ReportContext(district: try carriedDistrict(), plan: try carriedPlan(), language: language))
  }
}
