import Auditing
import Districts
import Testing
import Units

/// The figures of `SmallTown` beside a hand-out planned by hand, worked out by hand.
extension SmallTown {
  static var comparison: PlanComparison {
    // P1 serves a household a minute. In the plan 20, 20 and 12 come at 16:00, 16:20 and 16:40.
    var plan = HandOutFigures()
    (plan.points, plan.staff, plan.households) = (1, 2, 52)
    // Two desks: 2 × (30 + 60 + 15 minutes).
    plan.staffSeconds = 2 * 105 * 60
    plan.lastServed = at("16:52")
    // 40 × (125 + 125) + 12 × (50 + 50); 5 old households in B1.
    plan.walkingMetres = 10_000 + 1200
    plan.elderlyMetres = 1250
    // 210 + 210 + 78 minutes: 29,880 s; ÷ 52 = 574.6.
    plan.waitingSeconds = 29_880
    plan.meanWaitingSeconds = 575
    plan.worstWaitingSeconds = 1200
    plan.crowd = 20
    // By hand B1 with 40 comes at 16:00, B3 with 12 at 16:20, when 20 are still there: 820 + 12 × 20 + 78 minutes.
    var byHand = plan
    byHand.waitingSeconds = (820 + 318) * 60
    byHand.meanWaitingSeconds = 1314  // 68,280 ÷ 52 = 1,313.1
    byHand.worstWaitingSeconds = 2400
    byHand.crowd = 40
    // Open from 16:00 to 18:00: 2 × (30 + 120 + 15 minutes).
    byHand.staffSeconds = 2 * 165 * 60
    return PlanComparison(distribution: DistributionComparison(plan: plan, byHand: byHand))
  }
}

@Suite("The comparison with a plan made by hand") struct ComparisonTests {
  private func complaints(
    _ district: District = SmallTown.district(), _ change: (inout Plan) -> Void = { _ in }
  ) throws -> [String] {
    let audit = SmallTown.audit(district)
    var plan = try SmallTown.plan(SmallTown.audit())
    change(&plan)
    return audit.content(plan).filter { $0.place.hasPrefix("comparison") }.map { "\($0.rule) \($0.place) \($0.amount)" }
  }

  @Test("A wrong number is named with its difference") func numbers() throws {
    #expect(try complaints() == [])
    let plan = "summary comparison.distribution.plan."
    let byHand = "summary comparison.distribution.by_hand."
    #expect(try complaints { $0.comparison?.distribution?.plan.walkingMetres += 7 } == [plan + "walking_metres 7"])
    #expect(try complaints { $0.comparison?.distribution?.byHand.crowd -= 3 } == [byHand + "crowd 3"])
    #expect(
      try complaints { $0.comparison?.distribution?.byHand.lastServed = SmallTown.at("16:53") }
        == [byHand + "last_served 60"])
    #expect(
      try complaints { $0.comparison?.distribution?.byHand.notServed = [BuildingID("B1")] }
        == [byHand + "not_served 1"])
  }

  @Test("A comparison stands where something is handed out at points, and nowhere else") func presence() throws {
    #expect(try complaints { $0.comparison = nil } == ["structure comparison 1"])
    #expect(try complaints { $0.comparison?.distribution = nil } == ["structure comparison 1"])
    #expect(try complaints { $0.distribution = nil } == ["structure comparison 1"])
    var doors = SmallTown.district()
    for index in doors.buildings.indices { doors.buildings[index].handover = .door }
    #expect(try complaints(doors) == ["structure comparison 1"])
    #expect(try complaints(doors) { $0.comparison = nil } == [])
  }

  @Test("A list by hand does not care for the crowd limit, the figures do") func crowd() throws {
    var district = SmallTown.district()
    district.points[0].crowdLimit = 20
    // 40 at a point for 20.
    #expect(try complaints(district) == ["summary comparison.distribution.by_hand.crowd_over 20"])
  }

  @Test("Slower desks serve past closing, and their staff stays") func late() throws {
    var district = SmallTown.district()
    // Ten households a desk and hour: three minutes each, 52 until 18:36.
    district.points[0].householdsPerDeskHour = 10
    let found = try complaints(district)
    #expect(found.contains("summary comparison.distribution.by_hand.last_served \((96 + 8) * 60)"))
    #expect(found.contains("summary comparison.distribution.by_hand.staff_seconds \(2 * 36 * 60)"))
  }
}
