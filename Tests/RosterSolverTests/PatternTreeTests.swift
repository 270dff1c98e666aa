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

  @Test("Along the way costs never rise, bounds never fall, and no bound is above a cost")
  func course() {
    for seed in 0..<12 {
      var random = RandomPatternProblem(seed: UInt64(seed + 5000))
      let problem = random.problem(days: 4, people: 3...5)
      guard problem.patternObstacle() == nil else { continue }
      let weights = LevelWeights(problem)
      let course = Mutex<[(value: Double, bound: Double)]>([])
      _ = RosterPortfolio(problem, solver: GLPKSolver())
        .run(budget: Budget(deadline: .never(), iterations: 40)) { better in
          let value = weights.value(better.objective)
          guard let bound = better.bounds[2].value else { return }
          course.withLock { $0.append((value, value - Double(better.objective.preference - bound))) }
        }
      let points = course.withLock { $0 }
      for (before, after) in zip(points, points.dropFirst()) {
        #expect(after.value <= before.value, "seed \(seed)")
        #expect(after.bound >= min(before.bound, after.value), "seed \(seed)")
      }
      #expect(points.allSatisfy { $0.bound <= $0.value }, "seed \(seed)")
    }
  }

  @Test("Cancelled in the middle of the tree, a roster without violations and a bound below it are left")
  func cancelled() {
    for seed in 0..<10 {
      var random = RandomPatternProblem(seed: UInt64(seed + 6000))
      let problem = random.problem(days: 5, people: 4...5)
      guard problem.patternObstacle() == nil else { continue }
      let cancellation = Cancellation()
      let calls = Mutex(0)
      let clock = MonotonicClock {
        // Asked at every step of the search: the moment is random, and the same on every run.
        let count = calls.withLock { count in
          count += 1
          return count
        }
        if count == 40 + seed * 37 { cancellation.cancel() }
        return UInt64(count)
      }
      let answer = RosterPortfolio(problem, solver: GLPKSolver()).run(
        budget: Budget(deadline: Deadline(clock: clock, end: 20_000, cancellation: cancellation)))
      if case .noPattern = answer.stop { continue }
      guard !answer.assignment.seats.isEmpty || problem.violations(of: answer.assignment).isEmpty else { continue }
      #expect(problem.violations(of: answer.assignment).isEmpty, "seed \(seed)")
      if let bound = answer.bounds[2].value { #expect(bound <= answer.objective.preference, "seed \(seed)") }
    }
  }
}
