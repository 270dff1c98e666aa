import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("First roster")
struct FirstRosterTests {
  @Test("however short the time, no seat stays below its target that somebody could still take")
  func outOfTime() {
    for seed in 900..<960 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1 + Int(seed % 3), people: 3...6, duties: 3...9)
      let over = Budget(deadline: Deadline(clock: .still, end: 0))
      #expect(over.deadline.isOver)
      let answer = RosterHeuristic(problem).run(budget: over, seed: 1)
      if case .contradiction = answer.stop { continue }
      let tables = RosterTables(problem)
      var state = RosterState(tables)
      state.take(answer.assignment, onlyFixed: false)
      #expect(state.objective == answer.objective)
      for option in 0..<tables.optionCount {
        let seat = Int(tables.optionSeat[option])
        #expect(state.filled[seat] >= tables.seatTarget[seat] || !state.mayAdd(option))
      }
    }
  }
}
