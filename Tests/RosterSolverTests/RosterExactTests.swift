import GLPKBackend
import LinearModel
import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Exact roster")
struct RosterExactTests {
  static func answer(_ problem: RosterProblem, iterations: Int = 2000, heuristic: Int = 0) -> RosterAnswer {
    let start = RosterHeuristic(problem).run(budget: Budget(deadline: .never(), iterations: heuristic), seed: 1)
    return RosterExact(problem, solver: GLPKSolver()).run(
      from: start, budget: Budget(deadline: .never(), iterations: iterations))
  }

  @Test("on tiny one-day problems brute force = exact, every level is proved", arguments: 0..<8)
  func oneDay(block: Int) {
    for seed in 0..<30 as Range<UInt64> {
      var source = RandomRoster(seed: seed + UInt64(block) * 100)
      let problem = source.problem(days: 1)
      let answer = RosterExactTests.answer(problem)
      guard let best = BruteForce(problem: problem).best() else { continue }
      #expect(problem.violations(of: answer.assignment).isEmpty)
      #expect(answer.objective == problem.objective(of: answer.assignment))
      #expect(answer.objective == best, "seed \(seed) block \(block)")
      #expect(answer.isProved && answer.stop == .proved, "seed \(seed) block \(block): \(answer.bounds)")
    }
  }

  @Test("on tiny problems of several days brute force = exact, every level is proved", arguments: 0..<4)
  func severalDays(block: Int) {
    for seed in 0..<25 as Range<UInt64> {
      var source = RandomRoster(seed: seed + 10_000 + UInt64(block) * 100)
      let problem = source.problem(days: 2 + block, people: 1...3, duties: 2...5)
      let answer = RosterExactTests.answer(problem)
      guard let best = BruteForce(problem: problem).best() else { continue }
      #expect(problem.violations(of: answer.assignment).isEmpty)
      #expect(answer.objective == problem.objective(of: answer.assignment))
      #expect(answer.objective == best, "seed \(seed) block \(block)")
      #expect(answer.isProved, "seed \(seed) block \(block): \(answer.bounds)")
    }
  }

  @Test("cancelled at any better roster, one without violations is left")
  func cancelled() {
    var source = DistrictLikeRoster(people: 12, sites: 2, posts: 1, seed: 4)
    let problem = source.problem()
    for limit in 0..<4 {
      let flag = Cancellation()
      var calls = 0
      let answer = RosterExact(problem, solver: GLPKSolver()).run(
        budget: Budget(deadline: .never(cancellation: flag), iterations: 20)
      ) { _ in
        calls += 1
        if calls > limit { flag.cancel() }
      }
      #expect(problem.violations(of: answer.assignment).isEmpty)
      #expect(answer.objective == problem.objective(of: answer.assignment))
      #expect(answer.stop == .interrupted || answer.isProved)
    }
  }

  @Test("steps of the subgradient keep what they claim: a bound never above the best")
  func subgradient() {
    for seed in 3000..<3040 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1, people: 2...3, duties: 2...5)
      guard let best = BruteForce(problem: problem).best() else { continue }
      let answer = RosterExactTests.answer(problem)
      let work = Work(budget: Budget(deadline: .never(), iterations: 1), best: answer)
      let owner = OneDaySolver(RosterTables(problem), solver: GLPKSolver(), work: work) { _ in }
      let bounding = LagrangianBound(space: owner.space, level: 2, objective: best)
      var method = Subgradient(owner, bounding: bounding, blocks: nil)
      let start = owner.space.oneSided
      let before = bounding.exact(bounding.completed(start), &owner.search).value
      let multipliers = method.run(from: start, steps: 60, deadline: .never())
      let value = bounding.exact(multipliers, &owner.search).value
      #expect(value >= before)
      #expect(LagrangianBound.roundedUp(value) <= best.preference)
    }
  }

  @Test("buddies as one subproblem: the bound is what every couple of sets makes of it, and never above the best")
  func buddiesTogether() throws {
    var joint = 0
    var better = 0
    for seed in 4000..<4120 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1, people: 2...3, duties: 2...4)
      guard let best = BruteForce(problem: problem).best() else { continue }
      let work = Work(budget: Budget(deadline: .never(), iterations: 1), best: RosterExactTests.answer(problem))
      let owner = OneDaySolver(RosterTables(problem), solver: GLPKSolver(), work: work) { _ in }
      let bounding = LagrangianBound(space: owner.space, level: 2, objective: best)
      let blocks = try #require(Blocks(owner.space, &owner.search, deadline: .never()))
      var method = Subgradient(owner, bounding: bounding, blocks: blocks)
      let multipliers = method.run(from: owner.space.oneSided, steps: 40, deadline: .never())
      var chosen = [Int](repeating: 0, count: problem.people.count)
      let prices = Prices(owner.space, multipliers, level: 2)
      let value = LagrangianBound.roundedUp(
        bounding.constantPart(multipliers) + blocks.least(prices, withSites: true, chosen: &chosen))
      var naive = NaiveBound(problem: problem, objective: best, level: 2)
      let apart = naive.bound(bounding.named(multipliers))
      naive.withPairs = true
      #expect(value == naive.bound(bounding.named(multipliers)), "seed \(seed)")
      #expect(value >= apart && value <= best.preference, "seed \(seed)")
      joint += blocks.pairs.count
      better += value > apart ? 1 : 0
    }
    #expect(joint > 30 && better > 5)
  }

  @Test("a bound from multipliers is what naive enumeration makes of them, and never above the best")
  func recomputed() {
    var seen = 0
    for seed in 2000..<2120 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1, people: 2...4, duties: 2...5)
      let answer = RosterExactTests.answer(problem)
      for (level, bound) in answer.bounds.enumerated() where bound.evidence == .multipliers {
        let naive = NaiveBound(problem: problem, objective: answer.objective, level: level)
        let value = naive.bound(bound.multipliers)
        if level == 2 || answer.objective[level] > 0 {
          #expect(value == bound.value, "seed \(seed) level \(level)")
          seen += 1
        } else {
          #expect(value >= 0)
        }
      }
      for (level, bound) in answer.bounds.enumerated() {
        #expect(bound.value.map { $0 <= answer.objective[level] } ?? true)
      }
    }
    #expect(seen > 40)
  }

  @Test("an empty problem, one without people and one without options have an answer, proved")
  func empty() {
    let nothing = RosterProblem(dayCount: 1, people: [], duties: [])
    #expect(RosterExactTests.answer(nothing).isProved)
    let seat = RosterProblem.Seat(minimum: 1, target: 2, maximum: 2, weight: 9)
    let duty = RosterProblem.Duty(day: 0, start: 0, end: 480, seats: [seat])
    let nobody = RosterExactTests.answer(RosterProblem(dayCount: 1, people: [], duties: [duty]))
    // One seat short of the minimum, two of the target: 9 and 18.
    #expect(nobody.objective == RosterObjective(minimum: 9, target: 18, preference: 0))
    #expect(nobody.isProved)
    let idle = RosterProblem(dayCount: 1, people: [.init(options: [])], duties: [duty])
    #expect(RosterExactTests.answer(idle).isProved)
  }

  @Test("demand far above supply: two people, forty seats of two weights")
  func short() {
    let duties = (0..<10).map { number in
      RosterProblem.Duty(
        day: 0, start: 0, end: 480,
        seats: [.init(minimum: 2, target: 4, maximum: 4, weight: number == 7 ? 81 : 3)])
    }
    let options = duties.indices.map { RosterProblem.Option(duty: $0, seat: 0, cost: $0) }
    var problem = RosterProblem(
      dayCount: 1, people: [.init(options: options), .init(options: options)], duties: duties)
    for a in 0..<10 { for b in a + 1..<10 { problem.conflicts.append(.init(first: a, second: b)) } }
    let answer = RosterExactTests.answer(problem)
    // Both go to the weighty duty: 9 × 2 × 3 at level 1; 9 × 4 × 3 + 2 × 81 at level 2; 7 + 7.
    #expect(answer.objective == RosterObjective(minimum: 54, target: 270, preference: 14))
    #expect(answer.isProved)
  }

  @Test("same iterations, same answer")
  func deterministic() {
    var source = DistrictLikeRoster(people: 14, sites: 3, posts: 1, seed: 9)
    let problem = source.problem()
    let one = RosterExactTests.answer(problem, iterations: 3, heuristic: 2)
    #expect(one == RosterExactTests.answer(problem, iterations: 3, heuristic: 2))
  }
}

@Suite("What is proved of one roster, said of another")
struct BoundsOfAnotherTests {
  @Test("a bound stays only where the levels before are at most those it was proved under")
  func bounds() {
    let bounds = [3, 4, 5].map { RosterBound(value: $0, evidence: .openTree) }
    let answer = RosterAnswer(
      assignment: RosterAssignment(), objective: .init(minimum: 4, target: 6, preference: 9), bounds: bounds)
    #expect(answer.bounds(for: .init(minimum: 4, target: 6, preference: 8)).map(\.value) == [3, 4, 5])
    #expect(answer.bounds(for: .init(minimum: 3, target: 7, preference: 1)).map(\.value) == [3, 4, nil])
    #expect(answer.bounds(for: .init(minimum: 5, target: 6, preference: 9)).map(\.value) == [3, nil, nil])
  }
}
