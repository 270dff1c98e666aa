import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Heuristic roster")
struct RosterHeuristicTests {
  @Test("every delta of the search equals evaluation from scratch, and removing undoes adding")
  func deltas() {
    for seed in 0..<120 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1 + Int(seed % 4), people: 2...5, duties: 3...9)
      #expect(problem.flaws().isEmpty)
      let tables = RosterTables(problem)
      var state = RosterState(tables)
      #expect(state.objective == problem.objective(of: RosterAssignment()))
      guard tables.optionCount > 0 else { continue }
      for _ in 0..<60 {
        let option = source.random.below(tables.optionCount)
        let entry = Int(tables.optionEntry[option])
        if state.held[entry] >= 0 {
          state.remove(entry: entry)
        } else if state.mayAdd(option) {
          state.add(option)
        }
        let roster = state.assignment
        #expect(state.objective == problem.objective(of: roster))
        #expect(
          problem.violations(of: roster).allSatisfy { if case .missingFixed = $0 { true } else { false } })
      }
    }
  }

  @Test("what the search refuses breaks a hard rule, and what it allows breaks none")
  func refusals() {
    for seed in 500..<560 as Range<UInt64> {
      var source = RandomRoster(seed: seed)
      let problem = source.problem(days: 1 + Int(seed % 4), people: 2...4, duties: 3...8)
      let tables = RosterTables(problem)
      var state = RosterState(tables)
      for option in 0..<tables.optionCount {
        let entry = Int(tables.optionEntry[option])
        let duty = Int(tables.entryDuty[entry])
        var roster = state.assignment
        roster.seats.append(
          .init(
            person: Int(tables.entryPerson[entry]), duty: duty,
            seat: Int(tables.optionSeat[option]) - Int(tables.seatStart[duty])))
        let broken = problem.violations(of: roster).contains { if case .missingFixed = $0 { false } else { true } }
        #expect(state.mayAdd(option) == !broken)
        if !broken, source.chance(60) { state.add(option) }
      }
    }
  }

  @Test("the heuristic breaks no hard rule and never beats brute force", arguments: [1, 2, 4])
  func neverBeatsBruteForce(days: Int) {
    var reached = 0
    var count = 0
    for seed in 0..<60 as Range<UInt64> {
      var source = RandomRoster(seed: seed + UInt64(1000 * days))
      let problem = source.problem(days: days)
      let answer = RosterHeuristic(problem).run(budget: Budget(deadline: .never(), iterations: 12), seed: seed)
      #expect(answer.objective == problem.objective(of: answer.assignment))
      guard let best = BruteForce(problem: problem).best() else {
        guard case .contradiction = answer.stop else {
          #expect(!problem.violations(of: answer.assignment).isEmpty)
          continue
        }
        continue
      }
      #expect(problem.violations(of: answer.assignment).isEmpty)
      #expect(answer.objective >= best)
      count += 1
      if answer.objective == best { reached += 1 }
    }
    #expect(reached * 100 >= count * 90, "\(reached) of \(count)")
  }

  @Test("the trace of N iterations is the beginning of the trace of 2 N")
  func traces() {
    var source = DistrictLikeRoster(people: 20, sites: 3, posts: 1, seed: 3)
    let problem = source.problem()
    func trace(_ iterations: Int) -> [RosterObjective] {
      var found: [RosterObjective] = []
      _ = RosterHeuristic(problem).run(budget: Budget(deadline: .never(), iterations: iterations), seed: 7) {
        found.append($0.objective)
      }
      return found
    }
    let short = trace(40)
    #expect(short == Array(trace(80).prefix(short.count)))
    #expect(short == trace(40))
    #expect(zip(short, short.dropFirst()).allSatisfy { $1 < $0 })
  }

  @Test("cancelled at any iteration, a roster without violations is left")
  func cancelled() {
    var source = DistrictLikeRoster(people: 15, sites: 2, posts: 1, days: 2, seed: 5)
    let problem = source.problem()
    for limit in 0..<6 {
      let flag = Cancellation()
      var calls = 0
      let answer = RosterHeuristic(problem).run(budget: Budget(deadline: .never(cancellation: flag)), seed: 1) { _ in
        calls += 1
        if calls > limit { flag.cancel() }
      }
      #expect(answer.stop == .interrupted)
      #expect(problem.violations(of: answer.assignment).isEmpty)
    }
  }
}
