import Rostering
import Testing
import Units

@testable import RosterSolver

@Suite("Search over long horizons")
struct LongSearchTests {
  /// Problems of 120 days and more that the search takes, with people who have days at all.
  private func problems(_ seeds: ClosedRange<UInt64>) -> [RosterProblem] {
    seeds.map { seed in
      var random = RandomPatternRoster(seed: seed)
      return random.problem(days: 120...140, people: 1...4, mostDuties: 300)
    }
  }

  /// Some people over 119 days: two duties a day with people wanted by chance, at most five days in a row, minutes between
  /// limits, weekends limited, wishes by chance.
  private func year(_ seed: UInt64) -> RosterProblem {
    var random = SeededRandom(seed: seed)
    let days = 119
    var duties: [RosterProblem.Duty] = []
    for day in 0..<days {
      for kind in 0..<2 {
        var seat = RosterProblem.Seat(minimum: 0, target: 0, maximum: 4, weight: 0)
        (seat.wanted, seat.underCost, seat.overCost) = (random.below(3), 100, 1)
        let start = day * 1440 + kind * 600
        var duty = RosterProblem.Duty(day: day, start: start, end: start + 480, seats: [seat])
        duty.dayClass = kind + 1
        duties.append(duty)
      }
    }
    var runs = RosterProblem.Automaton(
      stateCount: 6, letterCount: 3, phases: [Int](repeating: 0, count: days))
    for state in 0..<6 {
      runs.next[runs.arc(phase: 0, state: state, letter: 0)] = 0
      for letter in 1..<3 where state < 5 {
        runs.next[runs.arc(phase: 0, state: state, letter: letter)] = Int32(state + 1)
      }
    }
    let people = (0..<3).map { _ in
      var person = RosterProblem.Person(
        options: duties.indices.map { .init(duty: $0, seat: 0, cost: random.below(8) == 0 ? random.below(9) : 0) })
      person.sequence = 0
      var minutes = RosterProblem.Total(
        amounts: duties.indices.map { .init(duty: $0, amount: 480) }, maximum: 480 * 70)
      minutes.minimum = 480 * 40
      var weekends = RosterProblem.Total(amounts: [], maximum: 10)
      weekends.blocks = (0..<(days / 7)).map { week in
        .init(duties: duties.indices.filter { duties[$0].day == 7 * week + 5 || duties[$0].day == 7 * week + 6 })
      }
      person.totals = [minutes, weekends]
      return person
    }
    var problem = RosterProblem(dayCount: days, people: people, duties: duties)
    problem.sequences = [runs]
    return problem
  }

  @Test("When days of weeks far apart change places, the running sums are what the problem's own words say")
  func weekExchanges() {
    var made = 0
    for (index, problem) in problems(1...30).enumerated() {
      guard var search = PatternSearch(problem, seed: UInt64(index)), search.stuck.isEmpty else { continue }
      for _ in 0..<60 where search.annealing.people.count > 0 {
        let isDrawn = search.annealing.makeWeekExchange()
        if isDrawn { made += 1 }
        #expect(problem.objective(of: search.current) == search.currentObjective)
        #expect(problem.violations(of: search.current).isEmpty == search.isCurrentFeasible)
      }
    }
    #expect(made > 0)
  }

  @Test("One person's days made anew over the whole horizon: sums hold, no rule breaks, and nothing becomes worse")
  func yearDescent() {
    var better = 0
    for seed in 1...4 as ClosedRange<UInt64> {
      let problem = year(seed)
      guard var search = PatternSearch(problem, seed: 1) else {
        Issue.record("the search does not take it")
        continue
      }
      for _ in 0..<40 where !search.isFeasible { _ = search.iterate(5000) }
      let isFeasible = search.isFeasible
      #expect(isFeasible)
      var years = YearDescent(search.tables, search.best, seed: seed)
      #expect(years.objective == search.bestObjective)
      for _ in 0..<2 {
        let before = years.objective
        let isBetter = years.sweep(.never())
        #expect(problem.objective(of: years.roster) == years.objective)
        #expect(problem.violations(of: years.roster).isEmpty)
        #expect(isBetter ? years.objective < before : years.objective == before)
        if isBetter { better += 1 }
      }
    }
    #expect(better > 2)
  }

  @Test("The same roster and seed lead to the same roster")
  func isDeterministic() {
    guard var search = PatternSearch(year(9), seed: 1) else {
      Issue.record("the search does not take it")
      return
    }
    for _ in 0..<40 where !search.isFeasible { _ = search.iterate(5000) }
    let isFeasible = search.isFeasible
    #expect(isFeasible)
    var one = YearDescent(search.tables, search.best, seed: 3)
    var two = YearDescent(search.tables, search.best, seed: 3)
    _ = one.sweep(.never())
    _ = two.sweep(.never())
    #expect(one.roster == two.roster)
    #expect(one.objective < search.bestObjective)
  }

  @Test("The second cycle, spread over more moves, still ends, and not before its own length")
  func spreadCycle() {
    var plain = SearchSchedule(people: 3, days: 10, scale: 1)
    var spread = plain
    func lengths(_ schedule: inout SearchSchedule, spreadingTo moves: Int?) -> [Int] {
      (0..<2).map { cycle in
        var done = 0
        repeat {
          if schedule.isStageOver { _ = schedule.startStage(isFeasible: true, isBestFeasible: true) }
          if let moves { schedule.spread(max(0, moves - done)) }
          schedule.advance()
          done += 1
        } while !schedule.isCycleOver
        return done
      }
    }
    let own = lengths(&plain, spreadingTo: nil)
    let longer = lengths(&spread, spreadingTo: 5 * own[1])
    #expect(longer[0] == own[0])
    #expect(longer[1] > 4 * own[1] && longer[1] < 6 * own[1])
    var short = SearchSchedule(people: 3, days: 10, scale: 1)
    #expect(lengths(&short, spreadingTo: 1) == own)
  }
}
