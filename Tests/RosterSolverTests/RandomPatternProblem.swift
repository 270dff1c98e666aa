import Rostering
import Units

/// Tiny problems over several days with everything that the pattern engine knows: words with costs, blocks, totals with
/// minima, slack and fairness, wanted cover, leads, wishes, fixed duties, rest between neighbouring days, runs.
struct RandomPatternProblem {
  var random: SeededRandom
  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.upperBound - range.lowerBound + 1)
  }
  mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  mutating func problem(days: Int, classes: Int = 2, people: ClosedRange<Int> = 1...3) -> RosterProblem {
    var duties: [RosterProblem.Duty] = []
    for day in 0..<days {
      for dayClass in 1...classes where chance(80) {
        let start = day * 1440 + dayClass * 300
        var duty = RosterProblem.Duty(day: day, start: start, end: start + within(1...4) * 60, seats: seats())
        duty.dayClass = dayClass
        duty.asksForLead = chance(20)
        duty.leadWeight = within(1...9)
        duties.append(duty)
      }
    }
    var problem = RosterProblem(dayCount: days, people: [], duties: duties)
    problem.sequences = (0..<within(1...2)).map { _ in automaton(days: days, letters: classes + 1) }
    problem.conflicts = conflicts(duties)
    if chance(30) { problem.longestRun = within(1...3) }
    if chance(30) {
      problem.runCost = within(1...4)
      problem.softRun = within(0...2)
    }
    problem.constant = within(0...5)
    problem.people = (0..<within(people)).map { _ in person(problem) }
    return problem
  }

  private mutating func seats() -> [RosterProblem.Seat] {
    (0..<within(1...2)).map { _ in
      let minimum = within(0...1)
      let target = minimum + within(0...1)
      var seat = RosterProblem.Seat(
        minimum: minimum, target: target, maximum: target + within(0...2), weight: [0, 1, 3][random.below(3)])
      seat.wanted = within(0...2)
      seat.underCost = within(0...12)
      seat.overCost = within(0...5)
      return seat
    }
  }

  private mutating func automaton(days: Int, letters: Int) -> RosterProblem.Automaton {
    let phases = (0..<days).map { chance(50) ? $0 % 2 : 0 }
    var automaton = RosterProblem.Automaton(stateCount: within(1...3), letterCount: letters, phases: phases)
    for phase in 0...(phases.max() ?? 0) {
      for state in 0..<automaton.stateCount {
        for letter in 0..<letters where letter == 0 ? chance(92) : chance(75) {
          automaton.setArc(
            phase: phase, from: state, letter: letter, to: random.below(automaton.stateCount),
            cost: chance(40) ? within(0...6) : 0)
        }
      }
    }
    for state in 0..<automaton.stateCount { automaton.endCosts[state] = chance(15) ? nil : within(0...3) }
    return automaton
  }

  /// All duties of one day exclude each other, some exclude duties of the day after.
  private mutating func conflicts(_ duties: [RosterProblem.Duty]) -> [RosterProblem.DutyPair] {
    var pairs: [RosterProblem.DutyPair] = []
    for (a, first) in duties.enumerated() {
      for (b, second) in duties.enumerated() where a < b {
        let isNext = second.day == first.day + 1
        if first.day == second.day || (isNext && chance(10)) { pairs.append(.init(first: a, second: b)) }
      }
    }
    return pairs
  }

  private mutating func person(_ problem: RosterProblem) -> RosterProblem.Person {
    var options: [RosterProblem.Option] = []
    for (index, duty) in problem.duties.enumerated() {
      for seat in duty.seats.indices where chance(75) {
        options.append(.init(duty: index, seat: seat, cost: within(-3...9)))
      }
    }
    var person = RosterProblem.Person(options: options)
    person.mayLead = chance(40)
    person.runBefore = within(0...2)
    if chance(80) {
      let sequence = random.below(problem.sequences.count)
      person.sequence = sequence
      person.startState = random.below(problem.sequences[sequence].stateCount)
    }
    if chance(60) { person.totals.append(minutes(problem.duties)) }
    if chance(50) { person.totals.append(blocks(problem)) }
    if chance(40) {
      let some = problem.duties.indices.filter { problem.duties[$0].dayClass == 1 }
      person.totals.append(.init(amounts: some.map { .init(duty: $0, amount: 1) }, maximum: within(0...2)))
    }
    for _ in 0..<within(0...2) {
      let wanted = problem.duties.indices.filter { _ in chance(30) }
      person.wishes.append(.init(duties: wanted, cost: within(1...9)))
    }
    if chance(8), let option = options.first { person.fixed = [option.duty] }
    return person
  }

  private mutating func minutes(_ duties: [RosterProblem.Duty]) -> RosterProblem.Total {
    var total = RosterProblem.Total(
      amounts: duties.indices.map { .init(duty: $0, amount: duties[$0].minutes) },
      base: chance(30) ? within(0...3) * 60 : 0)
    if chance(50) { total.maximum = within(2...9) * 60 }
    if chance(40) { total.minimum = within(1...4) * 60 }
    if chance(50) {
      var cost = RosterProblem.StepCost(
        target: within(0...8) * 60, step: within(30...90), weight: within(1...3),
        prices: [.init(upTo: 2, price: 1), .init(upTo: Int.max, price: 3)])
      cost.slack = within(0...2) * 60
      total.cost = cost
    }
    return total
  }

  /// Pairs of neighbouring days that count once.
  private mutating func blocks(_ problem: RosterProblem) -> RosterProblem.Total {
    var total = RosterProblem.Total(amounts: [])
    var day = random.below(2)
    while day < problem.dayCount {
      let duties = problem.duties.indices.filter { problem.duties[$0].day == day || problem.duties[$0].day == day + 1 }
      if !duties.isEmpty { total.blocks.append(.init(duties: Array(duties), amount: within(1...2))) }
      day += 2
    }
    if chance(60) { total.maximum = within(0...3) }
    if chance(20) { total.minimum = 1 }
    if chance(40) {
      total.cost = .init(
        target: within(0...2), step: 1, weight: within(1...4), prices: [.init(upTo: Int.max, price: 1)])
    }
    return total
  }
}
