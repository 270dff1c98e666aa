import FormatChecks
import Rostering
import Testing
import Units

@testable import Formats

@Suite("The engine's problem and the independent check say the same of every week") struct NurseRosteringLawTests {
  @Test("nurse rostering: cost, missing nurses and forbidden successions, on thousands of rosters of tiny cases")
  func nurseRostering() throws {
    var (compared, forbidden, short) = (0, 0, 0)
    for seed in 1...300 as ClosedRange<UInt64> {
      var drawn = RandomNurseCase(seed: seed)
      let tiny = try NurseTexts(drawn).nurseCase()
      let problem = tiny.rosterProblem()
      try #require(problem.flaws() == [])
      let check = try NurseRosteringCheck(scenario: drawn.scenario, history: drawn.history, weeks: drawn.weeks)
      for _ in 0..<12 {
        let assignment = RosterAssignment(
          seats: drawn.roster().enumerated().flatMap { nurse, days in
            days.enumerated().compactMap { day, seat in
              seat.map {
                RosterAssignment.Taken(person: nurse, duty: tiny.duty(day: day, shift: $0.shift), seat: $0.skill)
              }
            }
          })
        let verdict = try check.judge(tiny.solutionTexts(of: assignment))
        let objective = problem.objective(of: assignment)
        let missing = verdict.violations.reduce(0) { $0 + ($1.rule == .understaffing ? $1.amount : 0) }
        #expect(missing == objective.minimum && missing == objective.target, "seed \(seed)")
        short += missing > 0 ? 1 : 0
        let isForbidden = verdict.violations.contains { $0.rule == .succession }
        #expect(isForbidden == !problem.violations(of: assignment).isEmpty, "seed \(seed)")
        forbidden += isForbidden ? 1 : 0
        guard !isForbidden else { continue }
        compared += 1
        #expect(verdict.cost == objective.preference, "seed \(seed): \(verdict.parts)")
      }
    }
    #expect(compared > 2000 && forbidden > 50 && short > 300)
  }

  @Test("weeks solved one after another carry over what a whole horizon counts")
  func stepwise() throws {
    for seed in 1...200 as ClosedRange<UInt64> {
      var drawn = RandomNurseCase(seed: seed)
      guard drawn.weeks.count == 2 else { continue }
      let whole = try NurseTexts(drawn).nurseCase()
      var assignment = RosterAssignment()
      for (nurse, days) in drawn.roster().enumerated() {
        for (day, seat) in days.enumerated() {
          guard let seat else { continue }
          assignment.seats.append(
            RosterAssignment.Taken(person: nurse, duty: whole.duty(day: day, shift: seat.shift), seat: seat.skill))
        }
      }
      let dutiesOfWeek = 7 * whole.scenario.shifts.count
      var first = RosterAssignment()
      var second = RosterAssignment()
      for var taken in assignment.seats {
        if taken.duty < dutiesOfWeek {
          first.seats.append(taken)
        } else {
          taken.duty -= dutiesOfWeek
          second.seats.append(taken)
        }
      }
      let one = NurseCase(scenario: whole.scenario, history: whole.history, weeks: [whole.weeks[0]])
      let two = NurseCase(
        scenario: whole.scenario, history: one.historyAfter(first), weeks: [whole.weeks[1]])
      #expect(two.historyAfter(second) == whole.historyAfter(assignment))
      #expect(one.solutionTexts(of: first) + two.solutionTexts(of: second) == whole.solutionTexts(of: assignment))
      // Runs, wishes, cover and weekends add up week by week; totals are judged at the end alone.
      let (a, b, c) = (
        one.rosterProblem().breakdown(of: first), two.rosterProblem().breakdown(of: second),
        whole.rosterProblem().breakdown(of: assignment)
      )
      guard whole.rosterProblem().violations(of: assignment).isEmpty else { continue }
      #expect(a.sequences + b.sequences == c.sequences, "seed \(seed)")
      #expect(a.options + b.options == c.options && a.wanted + b.wanted == c.wanted)
      #expect(b.totals == c.totals)
    }
  }
}

/// The texts of a case under the names that the competition gives them.
struct NurseTexts {
  var scenario: String
  var history: String
  var weeks: [String]

  init(scenario: String, history: String, weeks: [String]) {
    self.scenario = scenario
    self.history = history
    self.weeks = weeks
  }
  init(_ drawn: RandomNurseCase) {
    self.init(scenario: drawn.scenario, history: drawn.history, weeks: drawn.weeks)
  }

  func nurseCase() throws(DistrictProblems) -> NurseCase {
    let files = NurseFiles(scenario: "Sc-tiny.txt", history: 0, weeks: Array(weeks.indices))
    var texts = [files.scenario: scenario, files.history: history]
    for (path, text) in zip(files.weeks, weeks) { texts[path] = text }
    return try Formats.nurseCase(files) { path, log in texts[path].map { Array($0.utf8) } }
  }
}
