import GLPKBackend
import RosterSolver
import Rostering
import Synchronization
import Testing
import Units

@Suite struct PatternEdgeTests {
  private func solve(_ problem: RosterProblem, iterations: Int = 30, threads: Int = 1) -> RosterAnswer {
    RosterPortfolio(problem, solver: GLPKSolver())
      .run(budget: Budget(deadline: .never(), iterations: iterations), threads: threads)
  }

  /// One duty a day from 06:00 to 14:00, `wanted` people on each, `people` who may take them all.
  private func week(days: Int, people: Int, wanted: Int) -> RosterProblem {
    let duties = (0..<days).map { day in
      var seat = RosterProblem.Seat(minimum: 0, target: 0, maximum: people, weight: 0)
      seat.wanted = wanted
      seat.underCost = 10
      seat.overCost = 1
      return RosterProblem.Duty(day: day, start: day * 1440 + 360, end: day * 1440 + 840, seats: [seat])
    }
    let person = RosterProblem.Person(options: duties.indices.map { .init(duty: $0, seat: 0, cost: 0) })
    return RosterProblem(
      dayCount: days, people: [RosterProblem.Person](repeating: person, count: people), duties: duties)
  }

  /// After a day worked a day off: 0 off, 1 worked.
  private func everyOther(days: Int) -> RosterProblem.Automaton {
    var automaton = RosterProblem.Automaton(
      stateCount: 2, letterCount: 2, phases: [Int](repeating: 0, count: days))
    automaton.setArc(phase: 0, from: 0, letter: 0, to: 0)
    automaton.setArc(phase: 0, from: 0, letter: 1, to: 1)
    automaton.setArc(phase: 0, from: 1, letter: 0, to: 0)
    return automaton
  }

  @Test("A rule holds on the first day, after what came before, and on the last")
  func firstAndLastDay() {
    var problem = week(days: 3, people: 1, wanted: 1)
    problem.sequences = [everyOther(days: 3)]
    problem.sequences[0].endCosts[1] = nil
    problem.people[0].sequence = 0
    problem.people[0].startState = 1
    let answer = solve(problem)
    // Worked the day before: day 0 is off; the last day must be off; day 1 is left: 2 × 10 under.
    #expect(answer.assignment.seats.map(\.duty) == [1])
    #expect(answer.objective.preference == 20)
    #expect(answer.isProved)
  }

  @Test("A horizon of one day is solved and proved")
  func oneDay() {
    let answer = solve(week(days: 1, people: 3, wanted: 2))
    #expect(answer.objective.preference == 0)
    #expect(answer.stop == .proved)
  }

  @Test("Somebody without a legal pattern is named")
  func noPattern() {
    var problem = week(days: 2, people: 2, wanted: 1)
    var total = RosterProblem.Total(amounts: [.init(duty: 0, amount: 480), .init(duty: 1, amount: 480)])
    total.minimum = 961
    problem.people[1].totals = [total]
    #expect(solve(problem).stop == .noPattern(person: 1))
  }

  @Test("Without demand nobody works, and that is proved")
  func zeroDemand() {
    let answer = solve(week(days: 5, people: 4, wanted: 0))
    #expect(answer.assignment.seats.isEmpty)
    #expect(answer.objective == RosterObjective(minimum: 0, target: 0, preference: 0))
    #expect(answer.isProved)
  }

  @Test("Demand far above supply: everybody works, and what is missing is paid")
  func demandAboveSupply() {
    let answer = solve(week(days: 4, people: 2, wanted: 50))
    #expect(answer.assignment.seats.count == 8)
    // 4 days × 48 missing × 10.
    #expect(answer.objective.preference == 1920)
    #expect(answer.isProved)
  }

  @Test("A block that counts once: two days of it cost its maximum once")
  func blocks() {
    var problem = week(days: 4, people: 1, wanted: 1)
    var weekends = RosterProblem.Total(amounts: [], maximum: 1)
    weekends.blocks = [.init(duties: [0, 1]), .init(duties: [2, 3])]
    problem.people[0].totals = [weekends]
    let answer = solve(problem)
    #expect(answer.assignment.seats.count == 2)
    #expect(answer.objective.preference == 20)
    #expect(answer.isProved)
  }

  @Test("The same iterations give the same roster, and more iterations go on from it", arguments: [1, 2])
  func sameIterations(threads: Int) {
    for seed in 0..<8 {
      var random = RandomPatternProblem(seed: UInt64(seed + 500))
      let problem = random.problem(days: 4, people: 3...4)
      guard problem.patternObstacle() == nil else { continue }
      let first = solve(problem, iterations: 6, threads: threads)
      #expect(first == solve(problem, iterations: 6, threads: threads))
      #expect(solve(problem, iterations: 12, threads: threads).objective <= first.objective)
    }
  }

  @Test("Cancelled at any better roster, a roster without violations is left")
  func cancelled() {
    for seed in 0..<12 {
      var random = RandomPatternProblem(seed: UInt64(seed + 900))
      let problem = random.problem(days: 4, people: 3...4)
      guard problem.patternObstacle() == nil else { continue }
      let cancellation = Cancellation()
      let seen = Mutex(0)
      let answer = RosterPortfolio(problem, solver: GLPKSolver()).run(
        budget: Budget(deadline: .never(cancellation: cancellation), iterations: 30)
      ) { _ in
        let count = seen.withLock { count in
          count += 1
          return count
        }
        if count > seed % 4 { cancellation.cancel() }
      }
      if case .noPattern = answer.stop { continue }
      guard seen.withLock({ $0 }) > 0 else { continue }
      #expect(problem.violations(of: answer.assignment).isEmpty)
      #expect(problem.objective(of: answer.assignment) == answer.objective)
    }
  }

  @Test("Many weeks: a first roster, then spans of it; no rule is broken and the objective is the problem's own")
  func manyWeeks() {
    var problem = week(days: 112, people: 3, wanted: 1)
    problem.sequences = [everyOther(days: 112)]
    for person in problem.people.indices {
      problem.people[person].sequence = 0
      var total = RosterProblem.Total(
        amounts: problem.duties.indices.map { .init(duty: $0, amount: 480) }, maximum: 45 * 480)
      total.minimum = 30 * 480
      var weekends = RosterProblem.Total(amounts: [], maximum: 9)
      for week in 0..<16 { weekends.blocks.append(.init(duties: [week * 7 + 5, week * 7 + 6])) }
      problem.people[person].totals = [total, weekends]
    }
    let answer = solve(problem, iterations: 16)
    #expect(problem.violations(of: answer.assignment).isEmpty)
    #expect(problem.objective(of: answer.assignment) == answer.objective)
    #expect(answer.objective <= solve(problem, iterations: 13).objective)
    if let bound = answer.bounds[2].value { #expect(bound <= answer.objective.preference) }
    // 112 duties wanted, at least 90 of them taken by minima of 30.
    #expect(answer.objective.preference <= 22 * 10)
  }

  @Test("Local search refuses sequences, which it does not know; compact programs solve them")
  func refusal() {
    let problem = week(days: 2, people: 1, wanted: 1)
    #expect(problem.needsPatterns)
    let budget = Budget(deadline: .never(), iterations: 10)
    #expect(RosterExact(problem, solver: GLPKSolver()).run(budget: budget).isProved)
    guard case .failed = RosterHeuristic(problem).run(budget: budget, seed: 1).stop else {
      Issue.record("RosterHeuristic solved what it does not know")
      return
    }
  }
}
