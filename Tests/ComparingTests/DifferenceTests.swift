import Comparing
import Districts
import Reports
import Testing
import Units
import Wording

@Suite("What is other in one plan than in another") struct DifferenceTests {
  private func pair(_ seed: UInt64) -> (Plan, Plan) {
    var drawn = RandomPlan(seed: seed)
    return (drawn.plan(), drawn.plan())
  }

  @Test(
    "a plan does not differ from itself, however it is listed and numbered", arguments: 1...50 as ClosedRange<UInt64>)
  func orderFree(seed: UInt64) {
    var drawn = RandomPlan(seed: seed)
    let plan = drawn.plan()
    let difference = PlanDifference(from: plan, to: drawn.reordered(plan))
    #expect(!difference.isNoticeable)
    #expect(difference.figures.allSatisfy { $0.before == $0.after } && difference.rules.isEmpty)
    #expect(difference.levels.allSatisfy { $0.verdict == .same })
    let text = DifferenceText(difference, names: DifferenceNames(language: .english)).lines()
    #expect(text == ["No difference that anyone would notice."])
  }

  @Test("the other way round, before and after are exchanged", arguments: 1...50 as ClosedRange<UInt64>)
  func bothWays(seed: UInt64) {
    let (a, b) = pair(seed)
    let (there, back) = (PlanDifference(from: a, to: b), PlanDifference(from: b, to: a))
    #expect(there.people.map(\.cadre) == back.people.map(\.cadre))
    #expect(there.people.map(\.dropped) == back.people.map(\.added))
    #expect(there.people.map(\.minutesBefore) == back.people.map(\.minutesAfter))
    #expect(there.buildings.map(\.before) == back.buildings.map(\.after))
    #expect(there.needs.map(\.before) == back.needs.map(\.after))
    #expect(there.vehicles.map(\.before) == back.vehicles.map(\.after))
    #expect(there.sites.map(\.before) == back.sites.map(\.after))
    #expect(there.figures.map(\.before) == back.figures.map(\.after))
  }

  @Test("people's minutes add up to what the rosters differ by", arguments: 1...50 as ClosedRange<UInt64>)
  func sums(seed: UInt64) {
    let (a, b) = pair(seed)
    func minutes(_ plan: Plan) -> Int {
      (plan.roster?.duties ?? []).reduce(0) {
        $0 + $1.people.count * ($1.to.moment - $1.from.moment).rawValue / 60
      }
    }
    let difference = PlanDifference(from: a, to: b)
    #expect(difference.people.reduce(0) { $0 + $1.minutesAfter - $1.minutesBefore } == minutes(b) - minutes(a))
    let filled = difference.sites.reduce(0) { $0 + $1.after.filled - $1.before.filled }
    func seats(_ plan: Plan) -> Int { (plan.roster?.duties ?? []).reduce(0) { $0 + $1.people.count } }
    #expect(filled == seats(b) - seats(a))
  }

  @Test("a tour that comes a few minutes later is no other tour; a quarter of an hour is said")
  func shifts() throws {
    let (plan, _) = pair(3)
    var other = plan
    func shift(_ minutes: Int) throws {
      let route = try #require(plan.routes?.routes.first)
      other.routes?.routes[0].steps = route.steps.map { step in
        var step = step
        step.service = LocalMoment(step.service.moment + Minutes(minutes), in: .utc)
        return step
      }
    }
    try shift(4)
    #expect(PlanDifference(from: plan, to: other).vehicles.isEmpty)
    try shift(-15)
    #expect(PlanDifference(from: plan, to: other).vehicles.map(\.shiftedMinutes) == [-15])
  }

  @Test(
    "a level is better for certain only below the other's bound",
    arguments: [
      (5, 5, 4, 3, LevelChange.Verdict.better), (5, 4, 4, 3, .betterPerhaps), (5, nil, 4, 4, .betterPerhaps),
      (4, 3, 5, 5, .worse), (4, 3, 5, 4, .worsePerhaps), (4, 2, 4, 4, .same),
    ] as [(Int, Int?, Int, Int?, LevelChange.Verdict)])
  func verdicts(had: Int, bound: Int?, has: Int, other: Int?, verdict: LevelChange.Verdict) {
    func plan(_ objective: Int, _ bound: Int?, digest: String) -> Plan {
      var plan = Plan(
        district: PlannedDistrict(name: "D", digest: digest, date: CalendarDate(dayNumber: 1), days: 1),
        run: PlanRun(seed: 1, threads: 1, method: "auto", versions: .init(lastmetre: "", glpk: "")))
      let level = CertifiedLevel(
        name: .minimum, objective: objective, bound: bound, floor: 0, boundEvidence: .search)
      let next = CertifiedLevel(name: .target, objective: 7, bound: 7, floor: 0, boundEvidence: .search)
      plan.certificates.roster = Certificate(
        levels: [level, next], solutionStatus: .feasible, stopReason: .timeLimit, method: .heuristic, breakdown: [:])
      return plan
    }
    let levels = PlanDifference(from: plan(had, bound, digest: "1"), to: plan(has, other, digest: "2")).levels
    #expect(levels.map(\.verdict) == [verdict, verdict == .same ? .same : .incomparable])
    let certain: LevelChange.Verdict = had == has ? .same : has < had ? .better : .worse
    let ofOne = PlanDifference(from: plan(had, bound, digest: "1"), to: plan(has, other, digest: "1")).levels
    #expect(ofOne.first?.verdict == certain, "of one district the plans themselves count")
  }

  @Test("in both languages the same numbers are told", arguments: 1...20 as ClosedRange<UInt64>)
  func languages(seed: UInt64) {
    let (a, b) = pair(seed)
    func numbers(_ language: Language) -> [Substring] {
      let difference = PlanDifference(from: a, to: b)
      let text = DifferenceText(difference, names: DifferenceNames(language: language)).lines().joined(separator: "\n")
      return text.split { !$0.isNumber }.sorted()
    }
    #expect(numbers(.english) == numbers(.chinese))
    #expect(!numbers(.english).isEmpty)
  }
}
