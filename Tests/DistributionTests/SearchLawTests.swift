import Districts
import GLPKBackend
import Testing
import Units

@testable import Distribution

@Suite("Laws of the distribution search") struct SearchLawTests {
  /// An estate on a grid: real coordinates, houses of a few sizes, four points.
  static func estate(buildings: Int, seed: UInt64) -> District {
    var random = SeededRandom(seed: seed)
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.goods = [Good(id: GoodID("G"), name: "Vegetables")]
    district.compounds = [Compound(id: CompoundID("K"), name: "K")]
    for number in 0..<4 {
      var point = DistributionPoint(
        id: PointID("P\(number)"), compound: CompoundID("K"),
        coordinate: Coordinate(
          latitude: 34.24 + 0.003 * Double(number / 2), longitude: 108.98 + 0.004 * Double(number % 2)),
        householdsPerDeskHour: 60, openFrom: ClockTime(minutes: 980), openTo: ClockTime(minutes: 1220))
      point.desks = 4
      point.staff = [StaffNeed(kind: .cadre, count: 2), StaffNeed(kind: .volunteer, count: 6)]
      district.points.append(point)
    }
    for number in 0..<buildings {
      var building = Building(
        id: BuildingID("B\(number)"), compound: CompoundID("K"),
        households: Households([36, 44, 52, 66, 72, 128][random.below(6)]))
      building.staircases = 2
      building.elderly = Households(random.below(10))
      building.coordinate = Coordinate(
        latitude: 34.2385 + 0.006 * random.unit(), longitude: 108.978 + 0.008 * random.unit())
      district.buildings.append(building)
    }
    return district
  }

  private static func json(_ outcome: DistributionOutcome) -> String {
    "\(outcome.plan) \(outcome.certificate.levels) \(outcome.certificate.breakdown.sorted { $0.key < $1.key })"
  }

  @Test("the same seed and iterations give the same outcome, every household is in one batch or one gap")
  func deterministicAndConserving() throws {
    let district = Self.estate(buildings: 16, seed: 3)
    let planner = try DistributionPlanner(district: district)
    let budget = Budget(deadline: .never(), iterations: 30)
    let first = planner.heuristic(budget: budget, seed: 9)
    #expect(Self.json(first) == Self.json(planner.heuristic(budget: budget, seed: 9)))
    let exact = try #require(planner.exact(from: first, solver: GLPKSolver(), budget: budget, seed: 9))
    let again = try #require(planner.exact(from: first, solver: GLPKSolver(), budget: budget, seed: 9))
    #expect(Self.json(exact) == Self.json(again))
    let total = district.buildings.reduce(0) { $0 + $1.households.rawValue }
    for outcome in [first, exact] {
      let served = outcome.plan.batches.reduce(0) { $0 + $1.households }
      let missing = outcome.plan.gaps.filter { $0.what.kind == .building }.reduce(0) { $0 + $1.missing }
      #expect(served + missing == total)
      #expect(outcome.plan.batches.reduce(0) { $0 + $1.packs } == served)
      #expect(DistributionTests.complaints(district, outcome) == [])
    }
    #expect(!Self.objectives(first).lexicographicallyPrecedes(Self.objectives(exact)))
  }

  private static func objectives(_ outcome: DistributionOutcome) -> [Int] {
    outcome.certificate.levels.map(\.objective)
  }

  @Test("cancelled before it begins, the heuristic still gives a valid plan and the exact search keeps it")
  func cancelled() throws {
    let district = Self.estate(buildings: 12, seed: 5)
    let planner = try DistributionPlanner(district: district)
    let cancellation = Cancellation()
    cancellation.cancel()
    let budget = Budget(deadline: .never(cancellation: cancellation))
    let plan = planner.heuristic(budget: budget, seed: 1)
    #expect(DistributionTests.complaints(district, plan) == [])
    #expect(plan.certificate.stopReason == .interrupted)
    let kept = try #require(planner.exact(from: plan, solver: GLPKSolver(), budget: budget, seed: 1))
    #expect(kept.plan == plan.plan)
    #expect(planner.exact(from: nil, solver: GLPKSolver(), budget: budget, seed: 1) == nil)
  }

  @Test("a building larger than all slots is a proven gap, also in the floor")
  func largerThanAllSlots() throws {
    var district = Self.estate(buildings: 3, seed: 1)
    // 4 desks × 60 × 20 ÷ 60 = 80 a slot; staircases of 90.
    district.buildings[1].households = 180
    let planner = try DistributionPlanner(district: district)
    let outcome = planner.heuristic(budget: Budget(deadline: .never(), iterations: 5), seed: 1)
    let gap = try #require(outcome.plan.gaps.first)
    #expect(gap.what.id == "B1" && gap.missing == 180)
    #expect(gap.reasons == [Gap.Reason(rule: "slotCapacity", count: 180, standing: .proven)])
    // 9 × 180 = 1,620.
    #expect(outcome.certificate.levels[0].floor == 1620 && outcome.certificate.levels[0].objective == 1620)
  }

  @Test("no points: not needed; no buildings, no needs, one helper, no helper: proved at once")
  func empty() throws {
    #expect(try !DistributionPlanner(district: District()).isNeeded)
    var district = Self.estate(buildings: 0, seed: 1)
    for helpers in 0...1 {
      for needs in [0, 2, 3, 6] {
        district.buildings = [Building(id: BuildingID("B"), compound: CompoundID("K"), households: 5)]
        district.buildings[0].handover = .door
        district.defaultAvailability = .always
        district.cadres = (0..<helpers).map { Cadre(id: CadreID("C\($0)"), name: "C", kind: .cadre) }
        for index in district.cadres.indices {
          district.cadres[index].coordinate = Coordinate(latitude: 34.24, longitude: 108.98)
        }
        district.needs = (0..<needs).map { Need(id: NeedID("N\($0)"), building: BuildingID("B"), what: .visit) }
        let planner = try DistributionPlanner(district: district)
        let outcome = try #require(
          planner.exact(
            from: nil, solver: GLPKSolver(), budget: Budget(deadline: .never(), iterations: 50), seed: 1))
        // One helper takes 3 to 5, or none; a need of priority 3 weighs 9.
        let served = helpers == 1 && needs >= 3 ? min(needs, 5) : 0
        #expect(outcome.certificate.levels[0].objective == 9 * (needs - served))
        #expect(outcome.certificate.solutionStatus == .optimal)
        #expect(DistributionTests.complaints(district, outcome) == [])
      }
    }
  }

  @Test("no slot holds more of a dual feasible function than it says")
  func dualFeasible() {
    var random = SeededRandom(seed: 4)
    for _ in 0..<400 {
      let capacity = 5 + random.below(60)
      var sizes: [Int] = []
      var room = capacity
      while room > 0, sizes.count < 8 {
        let size = 1 + random.below(room)
        sizes.append(size)
        room -= size
      }
      for function in DualFeasible.family(capacity: capacity, sizes: sizes) {
        let sum = sizes.reduce(0) { $0 + function.value($1, capacity: capacity) }
        #expect(sum <= function.most(capacity: capacity), "\(function) \(capacity) \(sizes)")
      }
    }
  }
}
