import Auditing
import Districts
import Foundation
import Testing
import Units

@testable import Distribution

@Suite("The plan beside one made by hand") struct ByHandTests {
  static let zone = ZoneClock(identifier: "Asia/Shanghai")

  static func at(_ hour: Int, _ minute: Int, _ second: Int = 0) throws -> LocalMoment {
    let zone = try #require(zone)
    let moment = zone.moment(CalendarDate(dayNumber: 18_993), ClockTime(minutes: hour * 60 + minute))
    return LocalMoment(moment + Seconds(second), in: zone)
  }

  /// Two points and five buildings, with every way in metres.
  static func town() -> District {
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.compounds = [Compound(id: CompoundID("K"), name: "K")]
    func point(_ id: String, _ rate: Int, until closing: Int) -> DistributionPoint {
      DistributionPoint(
        id: PointID(id), compound: CompoundID("K"), coordinate: Coordinate(latitude: 34, longitude: 109),
        householdsPerDeskHour: Households(rate), openFrom: ClockTime(minutes: 960),
        openTo: ClockTime(minutes: closing))
    }
    district.points = [point("PB", 45, until: 980), point("PA", 60, until: 1030)]
    district.points[0].desks = 2
    district.points[0].staff = [StaffNeed(kind: .volunteer, count: 1)]
    district.points[0].staffPer = .desk
    district.points[1].crowdLimit = 25
    district.points[1].staff = [StaffNeed(kind: .volunteer, count: 2)]
    // Households, old people; metres to and from PA, to and from PB.
    for (id, households, elderly, metres) in [
      ("B1", 30, 5, [100, 120, 90, 140]), ("B2", 10, 2, [100, 100, 300, 300]), ("B3", 20, 0, [140, 160, 150, 150]),
      ("B4", 100, 0, [500, 500, 10, 10]), ("B10", 6, 0, [50, 50, 200, 200]),
    ] {
      var building = Building(id: BuildingID(id), compound: CompoundID("K"), households: Households(households))
      building.elderly = Households(elderly)
      district.buildings.append(building)
      for (from, to, length) in [
        (id, "PA", metres[0]), ("PA", id, metres[1]), (id, "PB", metres[2]), ("PB", id, metres[3]),
      ] {
        district.travelRows.append(
          TravelRow(from: PlaceID(from), to: PlaceID(to), mode: .foot, metres: Metres(length), seconds: 1))
      }
    }
    var sealed = Building(id: BuildingID("B5"), compound: CompoundID("K"), households: 40)
    sealed.status = .sealed
    district.buildings += [sealed, Building(id: BuildingID("B6"), compound: CompoundID("K"), households: 0)]
    return district
  }

  static func byHand(_ district: District) throws -> HandOutFigures {
    try #require(DistributionComparison(of: DistributionPlan(), in: district)).byHand
  }

  @Test("by hand, worked out by hand: nearest points, equal slots, a queue that goes on past closing")
  func example() throws {
    var due = HandOutFigures()
    (due.points, due.staff, due.households) = (2, 4, 166)
    // B1 has 220 m to PA and back and 230 m to PB; B3 has 300 m to both, and PA comes first; B4 goes to PB.
    // 30 × 220 + 10 × 200 + 20 × 300 + 6 × 100 + 100 × 20; 5 × 220 + 2 × 200.
    due.walkingMetres = 6600 + 2000 + 6000 + 600 + 2000
    due.elderlyMetres = 1100 + 400
    // PA, one household a minute, three slots until 17:00 and ten minutes more: ⌈4 ÷ 3⌉ = 2 buildings a slot: B1 and
    // B10 with 36 at 16:00, B2 and B3 with 30 at 16:20, when 16 are still there. 1 + … + 36 = 666 minutes,
    // 30 × 16 + 1 + … + 30 = 945; the last at 17:06 has waited 46.
    // PB, a household in 40 seconds, one slot: B4 with 100; 40 × (1 + … + 100) = 202,000 s; the last at 17:06:40.
    due.waitingSeconds = (666 + 945) * 60 + 202_000
    due.meanWaitingSeconds = 1800  // 298,660 ÷ 166 = 1,799.2
    due.worstWaitingSeconds = 4000
    due.lastServed = try Self.at(17, 6, 40)
    // At PB 100 without a limit, at PA 16 + 30 with a limit of 25.
    (due.crowd, due.crowdOver) = (100, 21)
    // PA: 2 × (30 + 70 + 15 minutes); PB: 2 desks until 17:06:40, 2 × (4,000 + 2,700 s).
    due.staffSeconds = 2 * 115 * 60 + 2 * 6700
    #expect(try Self.byHand(Self.town()) == due)
  }

  @Test("the queue is that of one household after another") func queue() {
    var behind = 0
    for seed in 1...1000 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      let opens = Moment(seconds: 1_000_000)
      let (desks, rate) = (1 + random.below(4), 1 + random.below(90))
      var queue = CallQueue(opens: opens, desks: desks, householdsPerDeskHour: rate)
      // A second has as many parts as the desks serve households an hour; each household takes 3,600.
      let parts = desks * rate
      var (now, free, sum, worst, crowd) = (0, 0, 0, 0, 0)
      var done: [Int] = []
      for _ in 0..<(1 + random.below(6)) {
        now += 60 * random.below(40)
        let households = random.below(30)
        for _ in 0..<households {
          free = max(free, now * parts) + 3600
          done.append(free)
          sum += free - now * parts
          worst = max(worst, free - now * parts)
        }
        let there = done.count { $0 > now * parts }
        if there > households { behind += 1 }
        if households > 0 { crowd = max(crowd, there) }
        queue.call(households, at: opens + Seconds(now))
      }
      #expect(queue.waitingSeconds == sum.dividedRoundingUp(by: parts), "seed \(seed)")
      #expect(queue.worstSeconds == worst.dividedRoundingUp(by: parts), "seed \(seed)")
      #expect(queue.lastServed == opens + Seconds((done.last ?? 0).dividedRoundingUp(by: parts)), "seed \(seed)")
      #expect(queue.crowd == crowd, "seed \(seed)")
    }
    #expect(behind > 500)
  }

  @Test("a point without a slot is no point; who may use no other is named, and so is who has none that serves")
  func closed() throws {
    var district = Self.town()
    district.points[1].openTo = ClockTime(minutes: 979)
    let all = try Self.byHand(district)
    #expect(all.points == 1 && all.notServed.isEmpty && all.households == 166)
    district.points[0].householdsPerDeskHour = 0
    let none = try Self.byHand(district)
    var due = HandOutFigures()
    due.notServed = ["B1", "B2", "B3", "B4", "B10"].map { BuildingID($0) }
    #expect(none == due)
  }

  @Test("where nobody is to collect at a point there is nothing to compare")
  func nobody() {
    var district = Self.town()
    district.buildings = district.buildings.suffix(2)
    #expect(DistributionComparison(of: DistributionPlan(), in: district) == nil)
  }

  @Test("the largest numbers stop at their ends: written, read back, and judged the same")
  func overflow() throws {
    var district = Self.town()
    for index in 0..<5 {
      district.buildings[index].households = 1_000_000_000
      district.buildings[index].elderly = 1_000_000_000
    }
    for index in district.points.indices {
      (district.points[index].desks, district.points[index].householdsPerDeskHour) = (1, 1)
    }
    for index in district.travelRows.indices { district.travelRows[index].metres = 1_000_000_000 }
    let comparison = try #require(DistributionComparison(of: DistributionPlan(), in: district))
    let figures = comparison.byHand
    #expect(figures.waitingSeconds == .max && figures.walkingMetres == .max && figures.elderlyMetres == .max)
    #expect(figures.households == 5_000_000_000 && figures.crowd > 4_000_000_000)
    #expect(figures.worstWaitingSeconds == 100_000_000_000)
    let opens = try Self.at(16, 0).moment
    #expect(figures.lastServed?.moment == opens + Seconds(100_000_000_000))
    let text = try JSONEncoder().encode(comparison)
    #expect(try JSONDecoder().decode(DistributionComparison.self, from: text) == comparison)
    #expect(Self.complaints(district, DistributionPlan(), comparison) == [])
  }

  /// What the audit says of a comparison.
  static func complaints(
    _ district: District, _ plan: DistributionPlan, _ comparison: DistributionComparison?
  ) -> [String] {
    var whole = Plan(
      district: PlannedDistrict(name: "", digest: "", date: district.planDate, days: 1),
      run: PlanRun(seed: 1, threads: 1, method: "auto", versions: .init(lastmetre: "", glpk: "")))
    whole.distribution = plan
    whole.comparison = comparison.map { PlanComparison(distribution: $0) }
    return Audit(district: district) { "\($0.utf8.count)" }.content(whole)
      .filter { $0.place.hasPrefix("comparison") }.map(\.message)
  }

  /// Tiny districts with ways of all lengths, sometimes a second compound with a point of its own, a point that opens
  /// too shortly, or one that opens in the night after.
  static func random(_ seed: UInt64) -> District {
    var district = TinyDistricts.random(seed)
    var random = SeededRandom(seed: seed &* 7919)
    district.travelRows = district.travelRows.compactMap { row in
      guard random.below(4) > 0 else { return nil }
      var row = row
      row.metres = Metres(random.below(6) * 50)
      return row
    }
    for index in district.buildings.indices where random.below(2) == 0 {
      district.buildings[index].coordinate = Coordinate(
        latitude: 34 + 0.0001 * Double(random.below(20)), longitude: 109 + 0.0001 * Double(random.below(20)))
    }
    for index in district.points.indices {
      district.points[index].coordinate.latitude += 0.0001 * Double(random.below(20))
      // A slot then ends amid a household.
      district.points[index].householdsPerDeskHour =
        district.points[index].householdsPerDeskHour + Households(random.below(3))
      if random.below(6) == 0 {
        // 16:00 becomes 02:00, before the service day's start at 05:00.
        district.points[index].openFrom.minutes -= 840
        district.points[index].openTo.minutes -= 840
      }
      if random.below(8) == 0 { district.points[index].compound = CompoundID("L") }
      if random.below(12) == 0 { district.points[index].openTo.minutes = district.points[index].openFrom.minutes + 15 }
    }
    // Ids against the order of the rows.
    if random.below(2) == 0 { district.buildings.reverse() }
    if random.below(2) == 0 { district.points.reverse() }
    return district
  }

  @Test(
    "planner and audit count the same; by hand all are served who can be, by the shortest ways; nobody of a plan waits beyond the slot"
  )
  func laws() throws {
    var (compared, crowded, late, unserved, farther) = (0, 0, 0, 0, 0)
    for seed in 1...400 as ClosedRange<UInt64> {
      let district = Self.random(seed)
      let outcome = try DistributionPlanner(district: district)
        .heuristic(budget: Budget(deadline: .never(), iterations: 20), seed: seed)
      let comparison = DistributionComparison(of: outcome.plan, in: district)
      #expect(Self.complaints(district, outcome.plan, comparison) == [], "seed \(seed)")
      guard let comparison else { continue }
      compared += 1
      let (plan, byHand) = (comparison.plan, comparison.byHand)
      #expect(plan.worstWaitingSeconds <= 20 * 60 && plan.crowdOver == 0, "seed \(seed)")
      let ends = outcome.plan.batches.compactMap(\.to).map(\.moment)
      if let last = plan.lastServed { #expect(ends.contains { last.moment <= $0 }, "seed \(seed)") }
      #expect(5 * plan.staffSeconds == outcome.certificate.breakdown["staffTime"], "seed \(seed)")
      let gaps = outcome.plan.gaps.filter { $0.what.kind == .building }.map(\.what.id)
      #expect(plan.notServed.map(\.text) == gaps, "seed \(seed)")
      #expect(Set(byHand.notServed).isSubset(of: plan.notServed), "seed \(seed)")
      for figures in [plan, byHand] {
        let left = district.buildings.filter { figures.notServed.contains($0.id) }.map(\.households.rawValue)
        let modes = PointChoices.modes(district)
        let all = zip(modes, district.buildings).filter { $0.0 == .point }.map(\.1.households.rawValue)
        #expect(figures.households + left.reduce(0, +) == all.reduce(0, +), "seed \(seed)")
      }
      if plan.notServed == byHand.notServed {
        #expect(byHand.walkingMetres <= plan.walkingMetres, "seed \(seed)")
        if byHand.walkingMetres < plan.walkingMetres { farther += 1 }
      }
      if byHand.crowdOver > 0 { crowded += 1 }
      if byHand.worstWaitingSeconds > 20 * 60 { late += 1 }
      if !byHand.notServed.isEmpty { unserved += 1 }
    }
    #expect(compared > 350 && crowded > 20 && late > 130 && unserved > 10 && farther > 10)
  }

  @Test("faster desks, or more of them, make no wait longer") func faster() throws {
    var shorter = 0
    for seed in 1...400 as ClosedRange<UInt64> {
      var district = Self.random(seed)
      guard let before = DistributionComparison(of: DistributionPlan(), in: district)?.byHand else { continue }
      var random = SeededRandom(seed: seed)
      for index in district.points.indices {
        if random.below(2) == 0 {
          district.points[index].householdsPerDeskHour = district.points[index].householdsPerDeskHour + 1
        }
        if random.below(3) == 0 { district.points[index].desks += 1 }
      }
      let after = try Self.byHand(district)
      #expect(after.waitingSeconds <= before.waitingSeconds, "seed \(seed)")
      #expect(after.worstWaitingSeconds <= before.worstWaitingSeconds, "seed \(seed)")
      #expect(after.crowd <= before.crowd && after.crowdOver <= before.crowdOver, "seed \(seed)")
      #expect((after.lastServed?.moment.seconds ?? 0) <= (before.lastServed?.moment.seconds ?? 0), "seed \(seed)")
      #expect(after.walkingMetres == before.walkingMetres && after.notServed == before.notServed, "seed \(seed)")
      if after.waitingSeconds < before.waitingSeconds { shorter += 1 }
    }
    #expect(shorter > 200)
  }

  @Test("120 compounds with 2,000 buildings, every fourth compound without a point, take well under a second")
  func large() throws {
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    var random = SeededRandom(seed: 1)
    func somewhere() -> Coordinate {
      Coordinate(
        latitude: 34 + 0.0001 * Double(random.below(1000)), longitude: 109 + 0.0001 * Double(random.below(1000)))
    }
    for number in 0..<120 {
      let id = CompoundID("K\(number)")
      district.compounds.append(Compound(id: id, name: "K"))
      guard number % 4 > 0 else { continue }
      var point = DistributionPoint(
        id: PointID("P\(number)"), compound: id, coordinate: somewhere(), householdsPerDeskHour: 75,
        openFrom: ClockTime(minutes: 960), openTo: ClockTime(minutes: 1260))
      point.desks = 6
      district.points.append(point)
    }
    for number in 0..<2000 {
      var building = Building(
        id: BuildingID("B\(number)"), compound: CompoundID("K\(number % 120)"),
        households: Households(20 + random.below(80)))
      building.coordinate = somewhere()
      district.buildings.append(building)
    }
    let before = Self.threadSeconds
    let figures = try Self.byHand(district)
    #expect(Self.threadSeconds - before < 1)
    #expect(figures.notServed.isEmpty && figures.points == 90)
    #expect(figures.households == district.buildings.reduce(0) { $0 + $1.households.rawValue })
  }

  /// Of the processor, for this thread alone: other tests run beside it.
  static var threadSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
