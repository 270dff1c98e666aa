import GLPKBackend
import RosterSolver
import Rostering
import Testing
import Units

@Suite struct PatternEngineTests {
  private func solve(_ problem: RosterProblem, iterations: Int = 25, seed: UInt64 = 1, threads: Int = 1) -> RosterAnswer
  {
    RosterPortfolio(problem, solver: GLPKSolver())
      .run(budget: Budget(deadline: .never(), iterations: iterations), threads: threads, seed: seed)
  }

  @Test(
    "On tiny problems with every family no roster beats brute force, none breaks a rule, and no bound is above the best",
    arguments: 0..<4)
  func tinyProblems(block: Int) {
    var (solved, found, withoutAny) = (0, 0, 0)
    for seed in (block * 60)..<(block * 60 + 45) {
      var random = RandomPatternProblem(seed: UInt64(seed))
      let problem = random.problem(days: 1 + seed % 4)
      #expect(problem.flaws().isEmpty)
      guard problem.patternObstacle() == nil else { continue }
      solved += 1
      let answer = solve(problem)
      let best = BruteForce(problem: problem).best()
      guard let best else {
        withoutAny += 1
        #expect(!problem.violations(of: answer.assignment).isEmpty || answer.stop != .proved, "seed \(seed)")
        continue
      }
      if case .noPattern = answer.stop {
        Issue.record("seed \(seed): a roster exists, but \(answer.stop)")
        continue
      }
      #expect(problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
      #expect(problem.objective(of: answer.assignment) == answer.objective, "seed \(seed)")
      #expect(answer.objective >= best, "seed \(seed)")
      if answer.objective.minimum == best.minimum, answer.objective.target == best.target,
        let bound = answer.bounds[2].value
      {
        #expect(bound <= best.preference, "seed \(seed)")
      }
      if answer.objective == best { found += 1 }
      if answer.isProved { #expect(answer.objective == best, "seed \(seed)") }
    }
    #expect(solved >= 40)
    #expect(found * 100 >= (solved - withoutAny) * 95, "\(found) of \(solved - withoutAny)")
  }
}
