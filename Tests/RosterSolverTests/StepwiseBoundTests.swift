import GLPKBackend
import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Stepwise bound")
struct StepwiseBoundTests {
  @Test("the value kept from the steps is that of the multipliers worked out anew, person by person")
  func valueKept() {
    for seed in 1200..<1240 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1, people: 2...5, duties: 2...6)
      let start = RosterHeuristic(problem).run(budget: Budget(deadline: .never(), iterations: 2), seed: 1)
      if case .contradiction = start.stop { continue }
      let budget = Budget(deadline: .never(), iterations: 30)
      let solver = OneDaySolver(
        RosterTables(problem), solver: GLPKSolver(), work: Work(budget: budget, best: start), onBetter: { _ in })
      for level in 0..<3 {
        let bounding = LagrangianBound(space: solver.space, level: level, objective: start.objective)
        var subgradient = Subgradient(solver, bounding: bounding, blocks: nil)
        let multipliers = subgradient.run(from: solver.space.oneSided, steps: 30, deadline: budget.deadline)
        #expect(subgradient.value == bounding.exact(multipliers, &solver.search).value)
      }
    }
  }
}
