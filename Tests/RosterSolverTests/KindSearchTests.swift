import GLPKBackend
import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Sets by kinds")
struct KindSearchTests {
  /// One-day problems whose best roster leaves nothing open at levels 1 and 2.
  private func tinyProblems(
    _ seeds: Range<UInt64>, withPairs: Bool, _ body: (RosterProblem, RosterObjective, SeatAscent) -> Void
  ) -> Int {
    var count = 0
    for seed in seeds {
      var source = RandomRoster(seed: seed)
      var problem = source.problem(days: 1, people: 2...4, duties: 2...5)
      if !withPairs { problem.pairs = [] }
      guard let best = BruteForce(problem: problem).best(), best.minimum == 0, best.target == 0 else { continue }
      let space = SetSpace(RosterTables(problem))
      guard let kinds = KindTables(space) else { continue }
      count += 1
      body(problem, best, SeatAscent(kinds, bounding: LagrangianBound(space: space, level: 2, objective: best)))
    }
    return count
  }

  @Test("without buddies the bound by kinds is that of every person's cheapest set")
  func exact() {
    let seen = tinyProblems(5000..<5200, withPairs: false) { problem, best, ascent in
      let multipliers = ascent.run(
        steps: 40, target: best.preference, inRounds: best.preference % 2 == 0, deadline: .never())
      let space = ascent.search.kinds.space
      var search = SetSearch(space)
      let bounding = LagrangianBound(space: space, level: 2, objective: best)
      #expect(ascent.value == bounding.exact(multipliers, &search).value)
    }
    #expect(seen > 20)
  }

  @Test("with buddies the bound by kinds is at most what every couple of sets makes of it, and never above the best")
  func buddies() {
    var joint = 0
    let seen = tinyProblems(5200..<5500, withPairs: true) { problem, best, ascent in
      let multipliers = ascent.run(
        steps: 40, target: best.preference, inRounds: best.preference % 2 == 0, deadline: .never())
      let bounding = LagrangianBound(space: ascent.search.kinds.space, level: 2, objective: best)
      let value = LagrangianBound.roundedUp(ascent.value ?? 0)
      var naive = NaiveBound(problem: problem, objective: best, level: 2)
      naive.withPairs = true
      #expect(value <= naive.bound(bounding.named(multipliers)))
      #expect(value <= best.preference)
      joint += ascent.search.joint.first.count
    }
    #expect(seen > 30 && joint > 10)
  }

  @Test("a roster by the multipliers keeps every hard rule")
  func roster() {
    for seed in 0..<6 as Range<UInt64> {
      var source = DistrictLikeRoster(people: 40, sites: 4, posts: 1, seed: seed)
      let problem = source.problem()
      let space = SetSpace(RosterTables(problem))
      guard let kinds = KindTables(space) else { continue }
      let held = RosterObjective(minimum: 0, target: 0, preference: 100_000)
      let ascent = SeatAscent(kinds, bounding: LagrangianBound(space: space, level: 2, objective: held))
      _ = ascent.run(steps: 30, target: held.preference, inRounds: true, deadline: .never())
      let state = ascent.roster(cancellation: Cancellation())
      #expect(problem.violations(of: state.assignment).isEmpty)
      #expect(state.objective == problem.objective(of: state.assignment))
    }
  }

  @Test("the options of everybody's cheapest set are worth trying, whatever the slack")
  func candidates() {
    let seen = tinyProblems(5500..<5600, withPairs: true) { _, best, ascent in
      _ = ascent.run(steps: 20, target: best.preference, inRounds: best.preference % 2 == 0, deadline: .never())
      ascent.takePrices()
      _ = ascent.search.run()
      let chosen = (0..<ascent.search.chosen.count).map { Int(ascent.search.chosen[$0]) }.filter { $0 >= 0 }
      let options = Set(chosen.map { Int(ascent.search.kinds.option[$0]) })
      #expect(options.isSubset(of: ascent.search.options(within: 0)))
    }
    #expect(seen > 10)
  }
}
