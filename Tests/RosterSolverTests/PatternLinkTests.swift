import GLPKBackend
import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Patterns with several duties a day, buddies and units")
struct PatternLinkTests {
  private func solve(_ problem: RosterProblem) -> RosterAnswer {
    RosterPortfolio(problem, solver: GLPKSolver()).run(budget: Budget(deadline: .never(), iterations: 120))
  }

  @Test(
    "on tiny problems of several days: brute force is never beaten, mostly met; bounds hold; multipliers prove what they claim",
    arguments: 0..<4)
  func tinyProblems(block: Int) {
    var (solved, met) = (0, 0)
    for seed in 0..<25 as Range<UInt64> {
      var source = RandomRoster(seed: seed + 20_000 + UInt64(block) * 100)
      let problem = source.problem(days: 2 + block, people: 1...3, duties: 2...5)
      guard problem.patternObstacle() == nil, let best = BruteForce(problem: problem).best() else { continue }
      solved += 1
      let answer = solve(problem)
      #expect(problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
      #expect(answer.objective == problem.objective(of: answer.assignment), "seed \(seed)")
      #expect(answer.objective >= best, "seed \(seed)")
      if answer.objective == best { met += 1 }
      if answer.isProved { #expect(answer.objective == best, "seed \(seed)") }
      for level in 0..<3 {
        guard (0..<level).allSatisfy({ answer.objective[$0] == best[$0] }) else { break }
        guard let bound = answer.bounds[level].value else { continue }
        #expect(bound <= best[level], "seed \(seed) level \(level)")
        guard answer.bounds[level].evidence == .multipliers else { continue }
        let proved = NaiveBound(problem: problem, objective: answer.objective, level: level)
          .bound(answer.bounds[level].multipliers)
        #expect(bound <= max(0, proved), "seed \(seed) level \(level)")
      }
    }
    #expect(solved >= 15)
    #expect(met * 100 >= solved * 95, "\(met) of \(solved)")
  }

  @Test("steps of the ascent: the bound never falls, is never above the best, and its multipliers prove it")
  func ascent() {
    var raised = 0
    for seed in 0..<40 as Range<UInt64> {
      var source = RandomRoster(seed: seed + 30_000)
      let problem = source.problem(days: 2, people: 2...3, duties: 2...5)
      guard problem.patternObstacle() == nil, let best = BruteForce(problem: problem).best() else { continue }
      let tables = PatternTables(problem)
      var ascent = PatternAscent(tables, pricers: [PatternPricer(tables)])
      let target = tables.weights.value(best) * LevelWeights.scale
      var before = -Double.infinity
      for _ in 0..<60 {
        guard ascent.step(towards: target, deadline: .never()) else { break }
        #expect(ascent.bound >= before, "seed \(seed)")
        before = ascent.bound
      }
      guard before > -.infinity else { continue }
      #expect(PatternGeneration.roundedUp(before) <= tables.weights.value(best), "seed \(seed)")
      if before > 0 { raised += 1 }
      guard let rows = PatternProof(bound: before, prices: ascent.best).multipliers(tables) else { continue }
      let claimed =
        PatternGeneration.roundedUp(before) - Double(best.minimum) * tables.weights.minimum
        - Double(best.target) * tables.weights.target
      #expect(Int(claimed) <= NaiveBound(problem: problem, objective: best, level: 2).bound(rows), "seed \(seed)")
    }
    #expect(raised > 10)
  }

  @Test("on one thread or two the ascent takes the same steps")
  func threads() {
    var source = RandomRoster(seed: 7)
    let problem = source.problem(days: 3, people: 3...3, duties: 5...5)
    let tables = PatternTables(problem)
    var one = PatternAscent(tables, pricers: [PatternPricer(tables)])
    var two = PatternAscent(tables, pricers: [PatternPricer(tables), PatternPricer(tables)])
    for _ in 0..<30 {
      let (a, b) = (one.step(towards: 1e9, deadline: .never()), two.step(towards: 1e9, deadline: .never()))
      #expect(a == b)
      #expect(one.price == two.price)
      #expect(one.bound == two.bound)
    }
  }

  @Test("a set of duties is a cell where they fit together, keep the day's limits, and have a seat each")
  func cells() {
    var duties = [(6, 9), (10, 12), (11, 15), (18, 20)].map {
      RosterProblem.Duty(
        day: 0, start: $0.0 * 60, end: $0.1 * 60, seats: [.init(minimum: 0, target: 1, maximum: 1, weight: 1)])
    }
    duties[0].seats.append(duties[0].seats[0])
    var person = RosterProblem.Person(
      options: [(0, 0), (0, 1), (1, 0), (2, 0), (3, 0)].map { .init(duty: $0.0, seat: $0.1, cost: 0) })
    person.totals = [
      .init(amounts: duties.indices.map { .init(duty: $0, amount: duties[$0].minutes) }, maximum: 7 * 60)
    ]
    var problem = RosterProblem(dayCount: 1, people: [person], duties: duties)
    problem.conflicts = [.init(first: 1, second: 2)]
    let layout = CellLayout(problem)
    let sets = layout.map { layout in layout.items.filter { $0.count > 1 } } ?? []
    #expect(Set(sets) == [[0, 1], [0, 2], [0, 3], [1, 3], [2, 3], [0, 1, 3]])
    #expect(layout?.setCell.count == 6 + 4)
  }
}

@Suite("People who are the same to the model")
struct AlikeTests {
  @Test("are one class, and priced as one: the bound holds, and the best roster is found")
  func pricedOnce() {
    var (groups, solved) = (0, 0)
    for seed in 0..<30 as Range<UInt64> {
      var source = RandomRoster(seed: seed + 40_000)
      var problem = source.problem(days: 2, people: 1...2, duties: 2...4)
      problem.pairs = []
      problem.groups = []
      problem.people += problem.people
      guard problem.patternObstacle() == nil, let best = BruteForce(problem: problem).best() else { continue }
      let tables = PatternTables(problem)
      groups += Set(tables.alike).count < problem.people.count ? 1 : 0
      let answer = RosterPortfolio(problem, solver: GLPKSolver()).run(
        budget: Budget(deadline: .never(), iterations: 60))
      #expect(problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
      #expect(answer.objective >= best, "seed \(seed)")
      if answer.objective == best { solved += 1 }
      if let bound = answer.bounds[2].value, answer.objective.minimum == best.minimum,
        answer.objective.target == best.target
      {
        #expect(bound <= best.preference, "seed \(seed)")
      }
    }
    #expect(groups > 20)
    #expect(solved > 20)
  }
}
