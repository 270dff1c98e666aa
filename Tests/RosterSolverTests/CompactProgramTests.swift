import GLPKBackend
import LinearModel
import Rostering
import Synchronization
import Testing
import Units

@testable import RosterSolver

@Suite("Compact program") struct CompactProgramTests {
  static func solve(_ problem: RosterProblem, iterations: Int = 400) -> RosterAnswer {
    RosterExact(problem, solver: GLPKSolver()).run(
      isAlone: true, budget: Budget(deadline: .never(), iterations: iterations))
  }

  /// Every family of a district and every family beyond it.
  static func everyFamily(_ seed: UInt64) -> RosterProblem {
    var source = RandomRoster(seed: seed)
    var problem = source.problem(days: 1 + Int(seed % 4), people: 1...3, duties: 1...4)
    source.addSequences(to: &problem)
    return problem
  }

  /// One duty a day at most: automata with costs, weekends, least and most hours.
  static func words(_ seed: UInt64) -> RosterProblem {
    if seed % 2 == 0 {
      var source = RandomPatternProblem(seed: seed)
      return source.problem(days: 1 + Int(seed % 3), people: 1...3)
    }
    var source = RandomPatternRoster(seed: seed)
    return source.problem()
  }

  private func compare(_ problem: RosterProblem, _ seed: UInt64) -> Bool {
    let answer = CompactProgramTests.solve(problem)
    guard let best = BruteForce(problem: problem).best() else {
      #expect(!problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
      switch answer.stop {
      case .noPattern, .contradiction, .failed: break
      default: Issue.record("seed \(seed): \(answer.stop), though no roster keeps all rules")
      }
      return false
    }
    #expect(problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
    #expect(answer.objective == problem.objective(of: answer.assignment), "seed \(seed)")
    #expect(answer.objective == best, "seed \(seed): \(answer.stop)")
    #expect(answer.isProved, "seed \(seed): \(answer.bounds)")
    return true
  }

  @Test(
    "with every family at once, brute force = compact, and every level is proved", arguments: 0..<4 as Range<UInt64>)
  func everyFamily(block: UInt64) {
    var solvable = 0
    for seed in block * 1000..<block * 1000 + 150 where compare(CompactProgramTests.everyFamily(seed), seed) {
      solvable += 1
    }
    #expect(solvable > 50)
  }

  @Test("with automata and totals, brute force = compact, and every level is proved", arguments: 0..<4 as Range<UInt64>)
  func words(block: UInt64) {
    var solvable = 0
    for seed in block * 1000..<block * 1000 + 150 where compare(CompactProgramTests.words(seed), seed) {
      solvable += 1
    }
    #expect(solvable > 50)
  }

  @Test("where a day has too many sets to tell one by one, options are columns, and the optimum is the same")
  func options() {
    var solvable = 0
    for seed in 20_000..<20_120 as Range<UInt64> {
      let problem = CompactProgramTests.everyFamily(seed)
      guard let best = BruteForce(problem: problem).best() else { continue }
      let tables = RosterTables(problem)
      let empty = RosterAssignment()
      var work = Work(
        budget: Budget(deadline: .never(), iterations: 400),
        best: RosterAnswer(assignment: empty, objective: problem.objective(of: empty)))
      work.hasRoster = false
      var solver = CompactSolver(
        CompactTables(tables, mostSets: 2), solver: GLPKSolver(), work: work, seed: 1, onBetter: { _ in })
      let answer = solver.run()
      #expect(problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
      #expect(answer.objective == best, "seed \(seed)")
      #expect(answer.isProved, "seed \(seed): \(answer.bounds)")
      solvable += 1
    }
    #expect(solvable > 40)
  }

  @Test("what patterns prove and what compact programs prove is the same")
  func samePatterns() {
    var compared = 0
    for seed in 0..<40 as Range<UInt64> {
      var source = RandomPatternProblem(seed: seed + 30_000)
      let problem = source.problem(days: 4, people: 2...3)
      guard problem.patternObstacle() == nil else { continue }
      let patterns = RosterPortfolio(problem, solver: GLPKSolver())
        .run(budget: Budget(deadline: .never(), iterations: 60))
      let compact = CompactProgramTests.solve(problem, iterations: 2000)
      guard patterns.isProved, compact.isProved else { continue }
      #expect(patterns.objective == compact.objective, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 10)
  }
}
