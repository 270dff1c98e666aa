import Auditing
import Distribution
import Districts
import Testing
import Units

@testable import Planning

/// One compound whose goods come to the gate, beside one with a point.
@Suite("What nobody collects is carried, by teams that the roster knows") struct CarryTests {
  static func district(households: [Int] = [30, 20, 45]) throws -> District {
    var district = try PipelineTests.district("junyi")
    var managed = Compound(id: "M1", name: "Managed")
    managed.coordinate = Coordinate(latitude: 36.0825, longitude: 111.5215)
    managed.propertyManagement = true
    district.compounds.append(managed)
    for (number, count) in households.enumerated() {
      var building = Building(id: BuildingID("M1-B\(number)"), compound: "M1", households: Households(count))
      building.coordinate = Coordinate(latitude: 36.0825 + 0.0004 * Double(number + 1), longitude: 111.5215)
      building.floors = 7
      district.buildings.append(building)
    }
    district.stock[0].packs += 2000
    district.carrying.team = [StaffNeed(kind: .cadre, count: 2)]
    return district
  }

  private func plan(_ change: (inout District) -> Void = { _ in }) throws -> Plan {
    var district = try Self.district()
    change(&district)
    let plan = try PipelineTests.plan(district, iterations: 200).plan
    #expect(plan.audit.passed)
    return plan
  }

  private func carried(_ plan: Plan, _ building: BuildingID, _ type: CarryStep.StepType) -> Int {
    (plan.carrying?.teams ?? []).flatMap(\.steps).filter { $0.type == type && $0.location == PlaceID(building) }
      .reduce(0) { $0 + $1.packs.values.reduce(0, +) }
  }

  @Test("a managed compound's packs come to its gate and are carried to its buildings' entrances")
  func managedCompound() throws {
    let plan = try plan()
    #expect(plan.carrying?.gaps == [])
    #expect([0, 1, 2].map { carried(plan, BuildingID("M1-B\($0)"), .entrance) } == [30, 20, 45])
    #expect(
      plan.distribution?.batches.filter { $0.building.text.hasPrefix("M1") }.allSatisfy { $0.mode == .property } == true
    )
    let unloaded = try #require(plan.routes).routes.flatMap(\.steps).filter {
      $0.type == .deliver && $0.location == "M1"
    }
    #expect(!unloaded.isEmpty && unloaded.allSatisfy { $0.job == "M1:veg" })
    let all = try #require(plan.roster).duties.filter { $0.post == "carrying" }
    #expect(all.count == plan.carrying?.teams.count)
    let duties = all.filter { $0.site == "M1" }
    #expect(!duties.isEmpty)
    #expect(duties.allSatisfy { $0.seats.map(\.target) == [2] })
  }

  @Test("packs are at the gate before a team loads them")
  func packsComeFirst() throws {
    let plan = try plan()
    var events: [(Moment, Int)] = []
    for route in try #require(plan.routes).routes {
      for (before, step) in zip(route.steps, route.steps.dropFirst()) where step.location == "M1" {
        let given = before.load.values.reduce(0, +) - step.load.values.reduce(0, +)
        events.append((step.departure.moment, given))
      }
    }
    for step in try #require(plan.carrying).teams.flatMap(\.steps) where step.location == "M1" {
      events.append((step.service.moment, -step.packs.values.reduce(0, +)))
    }
    var there = 0
    for event in events.sorted(by: { ($0.0, -$0.1) < ($1.0, -$1.1) }) {
      there += event.1
      #expect(there >= 0)
    }
    #expect(events.contains { $0.1 < 0 })
  }

  @Test("people who live alone are brought their packs and are not called to the point")
  func aloneAtHome() throws {
    let district = try Self.district()
    let handovers = Handovers(district)
    let plan = try plan()
    let batches = try #require(plan.distribution).batches
    var checked = 0
    for (row, building) in district.buildings.enumerated() where handovers.modes[row] == .point {
      let called = batches.filter { $0.building == building.id }.reduce(0) { $0 + $1.households }
      #expect(called == building.households.rawValue - handovers.atDoor[row])
      let doors = try #require(plan.carrying).teams.flatMap(\.steps).filter { $0.location == PlaceID(building.id) }
      #expect(doors.reduce(0) { $0 + $1.doors } == handovers.atDoor[row])
      checked += handovers.atDoor[row]
    }
    #expect(checked > 0)
    #expect(plan.summary.householdsServed == plan.summary.households)
  }

  @Test("without its lift a building asks for more of the teams' time, floor by floor")
  func brokenLift() throws {
    let doors: (inout District) -> Void = { district in
      for index in district.buildings.indices where district.buildings[index].compound == "M1" {
        district.buildings[index].handover = .door
      }
    }
    let whole = try plan(doors)
    let broken = try plan { district in
      doors(&district)
      for index in district.buildings.indices { district.buildings[index].lift = false }
    }
    let (before, after) = try (#require(whole.certificates.carrying), #require(broken.certificates.carrying))
    #expect(before.levels[0].objective == 0 && after.levels[0].objective == 0)
    // 95 doors: three floors up at 15 s each instead of 20 s by lift.
    let more = 5 * 2 * 95 * (45 - 20)
    #expect(abs(after.levels[1].objective - before.levels[1].objective - more) <= more / 4)
    #expect(after.levels[1].bound ?? 0 > before.levels[1].bound ?? 0)
    #expect(broken.summary.gaps == 0)
  }

  @Test("hours too short for a building's doors leave a gap with the reason, and everything else is carried")
  func shortHours() throws {
    let plan = try plan { district in
      district.carrying.to = ClockTime(minutes: district.carrying.from.minutes + 15)
      district.carrying.perDoor = 2000
      district.buildings[district.buildings.count - 1].handover = .door
    }
    let gaps = try #require(plan.carrying).gaps
    #expect(gaps.contains { $0.what.id == "M1-B2" && $0.missing == 90 })
    #expect(gaps.allSatisfy { $0.reasons.map(\.rule) == ["carryHours"] })
    #expect(carried(plan, "M1-B0", .entrance) == 30)
  }

  @Test("packs that are sorted come a slot earlier, and the sorters are on the roster")
  func sorting() throws {
    let plan = try plan { district in
      for index in district.points.indices { district.points[index].sortPerHour = 30 }
    }
    let duties = try #require(plan.roster).duties.filter { $0.post == "sorting" }
    #expect(duties.count == plan.distribution?.points.count)
    for duty in duties {
      let batches = try #require(plan.distribution).batches.filter { $0.point?.text == duty.site.text }
      let slots = Dictionary(grouping: batches) { $0.from?.moment }.mapValues { $0.reduce(0) { $0 + $1.packs } }
      let most = try #require(slots.values.max())
      #expect(duty.seats.map(\.target) == [(most * 60 + 599) / 600])
    }
  }

  @Test("no plan is better than the bound, and with four cartfuls at most none is better than the one found")
  func bound() throws {
    var compared = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      let district = Self.drawn(seed)
      guard let stage = CarryStage(district: district, distribution: DistributionPlan()) else { continue }
      let outcome = stage.plan(budget: Budget(deadline: .never(), iterations: 400), seed: seed)
      let effort = outcome.certificate.levels[1]
      #expect(outcome.certificate.levels[0].objective == 0)
      #expect(try #require(effort.bound) <= effort.objective)
      guard let best = try CarryBruteForce.best(#require(stage.problems.first)) else { continue }
      let price = CarryStage.effortPerStaffSecond * district.carrying.teamSize
      #expect(try #require(effort.bound) <= price * best, "seed \(seed)")
      #expect(price * best == effort.objective, "seed \(seed)")
      compared += 1
    }
    #expect(compared >= 10)
  }

  /// A compound of at most four buildings with their orders and ways.
  private static func drawn(_ seed: UInt64) -> District {
    var random = SeededRandom(seed: seed)
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.goods = [Good(id: "G", name: "G"), Good(id: "H", name: "H")]
    district.hasOrders = true
    district.compounds = [Compound(id: "K", name: "K")]
    district.compounds[0].propertyManagement = true
    district.carrying.cartPacks = 4 + random.below(20)
    let count = 1 + random.below(4)
    for number in 0..<count {
      var building = Building(id: BuildingID("B\(number)"), compound: "K", households: Households(1 + random.below(12)))
      building.floors = random.below(8)
      building.lift = random.below(2) == 0
      if random.below(4) == 0 { building.status = .sealed }
      district.buildings.append(building)
      for good in district.goods where random.below(4) > 0 {
        district.orders.append(
          Order(
            id: OrderID("O\(number)\(good.id)"), destination: .building(building.id), good: good.id,
            quantity: .packs(random.below(30))))
      }
    }
    let places = [PlaceID("K")] + district.buildings.map { PlaceID($0.id) }
    for from in places {
      for to in places where from != to {
        district.travelRows.append(
          TravelRow(from: from, to: to, mode: .cart, metres: 1, seconds: Seconds(10 + random.below(300))))
      }
    }
    return district
  }

  @Test("where packs come too late for a compound's teams, they begin a slot later, up to half of their hours")
  func teamsWait() throws {
    let district = try Self.district()
    var routes = RoutePlan(routes: [], unassigned: [])
    routes.unassigned = [
      Gap(id: "V1", what: .init(kind: .packs, id: "M1:veg", level: .service), missing: 5, reasons: [])
    ]
    var agreement = Agreement()
    var rounds = 0
    while let next = agreement.after(routes, in: district) {
      agreement = next
      rounds += 1
      let delayed = agreement.applied(to: district)
      let late = Minutes(rounds * district.distribution.slot.rawValue)
      #expect(delayed.carryingDelay == ["M1": late])
      #expect(delayed.points == district.points)
      let stages = [district, delayed].map { CarryStage(district: $0, distribution: DistributionPlan()) }
      let starts = try stages.map { try #require($0?.problems.last).hours.start }
      #expect(starts[1] == starts[0] + late)
    }
    let hours = district.carrying.to.minutes - district.carrying.from.minutes
    #expect(rounds > 0 && 2 * rounds * district.distribution.slot.rawValue < hours)
    routes.unassigned = []
    #expect(Agreement().after(routes, in: district) == nil)
  }
}
