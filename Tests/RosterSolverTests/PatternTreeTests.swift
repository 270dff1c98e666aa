import GLPKBackend
import Rostering
import Synchronization
import Testing
import Units

@testable import RosterSolver

@Suite struct PatternTreeTests {
  @Test("On tiny problems the tree closes and proves what brute force finds", arguments: 0..<3)
  func closing(block: Int) {
    var (solved, closed) = (0, 0)
    for seed in (block * 40)..<(block * 40 + 40) {
      var random = RandomPatternProblem(seed: UInt64(seed + 3000))
      let problem = random.problem(days: 2 + seed % 3, people: 2...3)
      guard problem.patternObstacle() == nil else { continue }
      let weights = LevelWeights(problem)
      var best = Double.infinity
      BruteForce(problem: problem).visit { best = min(best, weights.value($0)) }
      guard best < .infinity else { continue }
      let answer = RosterPortfolio(problem, solver: GLPKSolver())
        .run(budget: Budget(deadline: .never(), iterations: 120))
      guard problem.violations(of: answer.assignment).isEmpty else { continue }
      solved += 1
      let value = weights.value(answer.objective)
      #expect(value >= best, "seed \(seed)")
      guard let bound = answer.bounds[2].value else { continue }
      // The bound is of the weighted sum, less what this roster pays at the first two levels.
      #expect(value - Double(answer.objective.preference - bound) <= best, "seed \(seed)")
      if bound == answer.objective.preference {
        closed += 1
        #expect(value == best, "seed \(seed)")
      }
    }
    #expect(solved >= 15)
    #expect(closed * 100 >= solved * 95, "\(closed) of \(solved)")
  }

  @Test("The costs that N iterations go through are the beginning of those of 2 N")
  func trace() {
    func trace(_ problem: RosterProblem, _ iterations: Int) -> [RosterObjective] {
      let costs = Mutex<[RosterObjective]>([])
      _ = RosterPortfolio(problem, solver: GLPKSolver())
        .run(budget: Budget(deadline: .never(), iterations: iterations)) { better in
          costs.withLock { $0.append(better.objective) }
        }
      return costs.withLock { $0 }
    }
    for seed in 0..<10 {
      var random = RandomPatternProblem(seed: UInt64(seed + 4000))
      let problem = random.problem(days: 5, people: 4...5)
      guard problem.patternObstacle() == nil else { continue }
      let short = trace(problem, 8)
      #expect(trace(problem, 16).starts(with: short), "seed \(seed)")
    }
  }
}
