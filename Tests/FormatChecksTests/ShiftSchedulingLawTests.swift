import FormatChecks
import Rostering
import Testing
import Units

@testable import Formats

@Suite("The engine's problem and the independent check say the same of every roster") struct ShiftSchedulingLawTests {
  @Test("shift scheduling: cost, feasibility and the text that is written, on thousands of rosters of tiny instances")
  func shiftScheduling() throws {
    var (feasible, compared) = (0, 0)
    for seed in 1...400 as ClosedRange<UInt64> {
      var drawn = RandomShiftSchedule(seed: seed)
      let schedule = try shiftSchedule(from: Array(drawn.text.utf8), file: "drawn")
      let problem = schedule.rosterProblem()
      try #require(problem.flaws() == [])
      let check = try ShiftSchedulingCheck(instance: drawn.text)
      for _ in 0..<12 {
        let roster = drawn.roster()
        let assignment = RosterAssignment(
          seats: roster.enumerated().flatMap { person, days in
            days.enumerated().filter { $1 > 0 }.map { day, letter in
              RosterAssignment.Taken(person: person, duty: schedule.duty(day: day, shift: letter - 1), seat: 0)
            }
          })
        let text = schedule.solutionText(of: assignment)
        #expect(text == drawn.solution(roster))
        let verdict = try check.judge(text)
        let violations = problem.violations(of: assignment)
        #expect(verdict.violations.isEmpty == violations.isEmpty, "seed \(seed): \(verdict.violations) \(violations)")
        feasible += violations.isEmpty ? 1 : 0
        let isEligible = violations.allSatisfy { if case .notAnOption = $0 { false } else { true } }
        guard isEligible else { continue }
        compared += 1
        #expect(verdict.cost == problem.objective(of: assignment).preference, "seed \(seed)")
      }
    }
    // Both sides of the law must come up.
    #expect(feasible > 300 && compared > 2000)
  }
}
