import GLPKBackend
import LinearModel
import Rostering
import Synchronization
import Testing
import Units

@testable import RosterSolver

@Suite("Relax-and-fix, fix-and-optimise") struct CompactWindowTests {
  private func relaxed(_ problem: RosterProblem) throws -> (CompactTables, RelaxAndFix.Outcome) {
    let tables = CompactTables(RosterTables(problem))
    let call = CompactCall(tables: tables, solver: GLPKSolver())
    var search = RelaxAndFix(tables, call: call, options: SolveOptions())
    // A day or two at once, and days left out.
    (search.wholeColumns, search.allColumns) = (6, 20)
    return (tables, try search.run())
  }

  /// Six days of a few people, each with some pattern.
  private func larger(_ seed: UInt64) throws -> RosterProblem {
    var source = RandomPatternProblem(seed: seed)
    var problem = source.problem(days: 6, people: 5...7)
    let tables = CompactTables(RosterTables(problem))
    let search = OneByOne(
      tables, call: CompactCall(tables: tables, solver: GLPKSolver()), options: SolveOptions())
    problem.people = try problem.people.indices.filter { try !search.hasNoPattern($0) }.map { problem.people[$0] }
    return problem
  }

  @Test("day by day, what relax-and-fix calls a roster breaks no rule, and only where there is none it says so")
  func relaxAndFix() throws {
    var (found, none) = (0, 0)
    for seed in 0..<150 as Range<UInt64> {
      let problem = CompactProgramTests.words(seed + 7000)
      let (tables, outcome) = try relaxed(problem)
      switch outcome {
      case .roster(let roster):
        #expect(problem.violations(of: roster.assignment(tables)).isEmpty, "seed \(seed)")
        found += 1
      case .impossible:
        #expect(BruteForce(problem: problem).best() == nil, "seed \(seed)")
        none += 1
      case .nothing: break
      }
    }
    #expect(found > 40)
    #expect(none > 5)
  }

  @Test("windows never make a roster worse, never break a rule, and count as the problem's own words do")
  func windows() throws {
    var better = 0
    for seed in 0..<24 as Range<UInt64> {
      let problem = try larger(seed + 7500)
      let tables = CompactTables(RosterTables(problem))
      let call = CompactCall(tables: tables, solver: GLPKSolver())
      guard case .roster(let first) = try OneByOne(tables, call: call, options: SolveOptions()).run() else { continue }
      var search = FixAndOptimise(
        tables, call: call, roster: first, objective: problem.objective(of: first.assignment(tables)), seed: seed)
      for _ in 0..<12 {
        let before = search.objective
        let isBetter = try search.step(SolveOptions())
        #expect(isBetter ? search.objective < before : search.objective == before)
        let assignment = search.roster.assignment(tables)
        #expect(problem.violations(of: assignment).isEmpty, "seed \(seed)")
        #expect(problem.objective(of: assignment) == search.objective, "seed \(seed)")
        better += isBetter ? 1 : 0
      }
    }
    #expect(better > 10)
  }

  @Test("the same seed and iterations give the same roster; bounds are at most the cost")
  func sameIterations() throws {
    for seed in 0..<6 as Range<UInt64> {
      let problem = try larger(seed + 7700)
      let first = CompactProgramTests.solve(problem, iterations: 4)
      #expect(first == CompactProgramTests.solve(problem, iterations: 4), "seed \(seed)")
      for level in 0..<3 { #expect(first.bounds[level].value ?? 0 <= first.objective[level], "seed \(seed)") }
    }
  }

  @Test("cancelled at any moment, what is left is a roster without violations, or none and nothing claimed of it")
  func cancelled() throws {
    var rosters = 0
    for seed in 0..<60 as Range<UInt64> {
      let problem = try larger(seed + 7900)
      let cancellation = Cancellation()
      let asked = Mutex(0)
      let clock = MonotonicClock {
        let count = asked.withLock { count in
          count += 1
          return count
        }
        if count == 3 + Int(seed) * 3 { cancellation.cancel() }
        return UInt64(count) * 10_000_000
      }
      let answer = RosterExact(problem, solver: GLPKSolver()).run(
        budget: Budget(deadline: Deadline(clock: clock, end: 1_000_000_000_000, cancellation: cancellation))
      ) { #expect(problem.violations(of: $0.assignment).isEmpty, "seed \(seed)") }
      if case .noPattern = answer.stop { continue }
      #expect(problem.objective(of: answer.assignment) == answer.objective, "seed \(seed)")
      if problem.violations(of: answer.assignment).isEmpty {
        rosters += 1
        for level in 0..<3 { #expect(answer.bounds[level].value ?? 0 <= answer.objective[level], "seed \(seed)") }
      } else {
        #expect(answer.assignment.seats.isEmpty && answer.bounds.allSatisfy { $0.value == nil }, "seed \(seed)")
      }
    }
    #expect(rosters > 5)
  }

  @Test("a rule holds after what came before the first day, and on the last, in a window at either end")
  func endsOfTheHorizon() throws {
    let seat = { (wanted: Int) in
      var seat = RosterProblem.Seat(minimum: 0, target: 0, maximum: 1, weight: 0)
      (seat.wanted, seat.underCost) = (wanted, 10)
      return seat
    }
    let duties = (0..<4).map { day in
      RosterProblem.Duty(day: day, start: day * 1440 + 360, end: day * 1440 + 840, seats: [seat(1)])
    }
    var problem = RosterProblem(
      dayCount: 4, people: [.init(options: duties.indices.map { .init(duty: $0, seat: 0, cost: 0) })], duties: duties)
    // After a day worked a day off; the last day must be off.
    var automaton = RosterProblem.Automaton(stateCount: 2, letterCount: 2, phases: [0, 0, 0, 0])
    automaton.setArc(phase: 0, from: 0, letter: 0, to: 0)
    automaton.setArc(phase: 0, from: 0, letter: 1, to: 1)
    automaton.setArc(phase: 0, from: 1, letter: 0, to: 0)
    automaton.endCosts[1] = nil
    problem.sequences = [automaton]
    (problem.people[0].sequence, problem.people[0].startState) = (0, 1)
    let tables = CompactTables(RosterTables(problem))
    let call = CompactCall(tables: tables, solver: GLPKSolver())
    func best(_ days: Range<Int>) throws -> [Int] {
      let freedom = (0..<4).map { days.contains($0) ? CellFreedom.whole : .fixed }
      let program = CompactProgram(tables, roster: CellRoster(tables), freedom: freedom, goal: .level(2))
      let answer = try call.solve(program, options: SolveOptions(), hasIncumbent: true)
      return try #require(answer.roster).duties(of: 0, tables).sorted()
    }
    // Worked the day before: day 0 is off. Of days 2 and 3 only the first may be worked.
    #expect(try best(0..<2) == [1])
    #expect(try best(2..<4) == [2])
    #expect(try best(0..<4).count == 1)
  }

  @Test("Somebody without a legal pattern is named, with rules that leave none together and of which each is needed")
  func noPattern() {
    var (seen, several) = (0, 0)
    for seed in 0..<60 as Range<UInt64> {
      let problem = CompactProgramTests.words(seed + 8200)
      guard case .noPattern(let person) = CompactProgramTests.solve(problem).stop else { continue }
      #expect(BruteForce(problem: problem).patterns(person).isEmpty, "seed \(seed)")
      let rules = RosterExact(problem, solver: GLPKSolver()).rulesInTheWay(of: person, deadline: .never())
      var rest = problem.alone(person)
      for rule in rest.rulesOfFirst where !rules.contains(rule) { rest = rest.dropping(rule) }
      #expect(BruteForce(problem: rest).patterns(0).isEmpty, "seed \(seed): \(rules)")
      for rule in rules {
        #expect(!BruteForce(problem: rest.dropping(rule)).patterns(0).isEmpty, "seed \(seed): \(rule)")
      }
      seen += 1
      several += rules.count > 1 ? 1 : 0
    }
    #expect(seen > 5 && several > 2)
  }

  @Test("Somebody who has a pattern has no rules in the way")
  func nothingInTheWay() {
    for seed in 0..<20 as Range<UInt64> {
      let problem = CompactProgramTests.words(seed + 8300)
      for person in problem.people.indices where !BruteForce(problem: problem).patterns(person).isEmpty {
        #expect(
          RosterExact(problem, solver: GLPKSolver()).rulesInTheWay(of: person, deadline: .never()).isEmpty,
          "seed \(seed)")
      }
    }
  }
}
