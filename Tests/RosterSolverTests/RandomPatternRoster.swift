import Rostering
import Units

/// Tiny problems of several days with one duty a person and day: automata, blocks, least totals, wanted cover.
struct RandomPatternRoster {
  private var dice: RandomRoster
  init(seed: UInt64) { dice = RandomRoster(seed: seed) }

  mutating func problem(
    days: ClosedRange<Int> = 1...4, people: ClosedRange<Int> = 1...3, mostDuties: Int = 5
  ) -> RosterProblem {
    let dayCount = dice.within(days)
    let duties = (0..<dice.within(1...mostDuties)).map { _ in duty(days: dayCount) }.sorted {
      ($0.start, $0.end) < ($1.start, $1.end)
    }
    let automata = (0..<2).map { _ in automaton(days: dayCount) }
    let list = (0..<dice.within(people)).map { _ in person(duties, days: dayCount, automata: automata) }
    var problem = RosterProblem(dayCount: dayCount, people: list, duties: duties)
    problem.sequences = automata
    problem.constant = dice.within(-3...3)
    if duties.count > 1, duties[0].day == duties[1].day { problem.conflicts = [.init(first: 0, second: 1)] }
    return problem
  }

  private mutating func duty(days: Int) -> RosterProblem.Duty {
    let day = dice.within(0...(days - 1))
    let start = day * 1440 + dice.within(0...3) * 300
    let seats = (0..<dice.within(1...2)).map { _ in seat() }
    var duty = RosterProblem.Duty(day: day, start: start, end: start + dice.within(1...4) * 120, seats: seats)
    duty.dayClass = dice.within(1...3)
    return duty
  }

  private mutating func seat() -> RosterProblem.Seat {
    let minimum = dice.within(0...1)
    let target = minimum + dice.within(0...1)
    var seat = RosterProblem.Seat(
      minimum: minimum, target: target, maximum: target + dice.within(0...2), weight: dice.within(0...3))
    seat.wanted = dice.within(0...2)
    seat.underCost = dice.within(0...20)
    seat.overCost = dice.within(0...4)
    return seat
  }

  /// Most arcs there, some states no end, Sundays of their own.
  private mutating func automaton(days: Int) -> RosterProblem.Automaton {
    let states = dice.within(1...4)
    var automaton = RosterProblem.Automaton(
      stateCount: states, letterCount: 4, phases: (0..<days).map { $0 % 3 == 2 ? 1 : 0 })
    for phase in 0...(automaton.phases.max() ?? 0) {
      for state in 0..<states {
        for letter in 0..<4 where letter == 0 || dice.chance(80) {
          let target = dice.within(0...(states - 1))
          automaton.setArc(
            phase: phase, from: state, letter: letter, to: target, cost: dice.chance(30) ? dice.within(-2...6) : 0)
        }
      }
    }
    for state in 0..<states {
      automaton.endCosts[state] = dice.chance(15) ? nil : dice.chance(30) ? dice.within(0...5) : 0
    }
    return automaton
  }

  private mutating func person(
    _ duties: [RosterProblem.Duty], days: Int, automata: [RosterProblem.Automaton]
  ) -> RosterProblem.Person {
    var options: [RosterProblem.Option] = []
    for (index, duty) in duties.enumerated() {
      for seat in duty.seats.indices where dice.chance(80) {
        options.append(.init(duty: index, seat: seat, cost: dice.within(-3...8)))
      }
    }
    var person = RosterProblem.Person(options: options)
    person.sequence = dice.within(0...1)
    person.startState = dice.within(0...(automata[person.sequence ?? 0].stateCount - 1))
    if dice.chance(70) { person.totals.append(minutes(duties)) }
    if dice.chance(50) { person.totals.append(weekends(duties)) }
    if dice.chance(40) { person.totals.append(fairness(duties)) }
    for _ in 0..<2 where dice.chance(50) {
      let wanted = duties.indices.filter { _ in dice.chance(40) }
      person.wishes.append(.init(duties: wanted, cost: dice.within(1...9)))
    }
    if dice.chance(15), let option = options.first { person.fixed = [option.duty] }
    return person
  }

  private mutating func minutes(_ duties: [RosterProblem.Duty]) -> RosterProblem.Total {
    var total = RosterProblem.Total(
      amounts: duties.indices.map { .init(duty: $0, amount: duties[$0].minutes) }, base: dice.within(0...2) * 60,
      maximum: dice.within(2...12) * 120)
    if dice.chance(50) { total.minimum = dice.within(0...4) * 120 }
    return total
  }

  /// Two days at a time count once, the rest by the duty.
  private mutating func weekends(_ duties: [RosterProblem.Duty]) -> RosterProblem.Total {
    var total = RosterProblem.Total(amounts: [], base: dice.within(0...1), maximum: dice.within(1...3))
    total.blocks = [
      .init(duties: duties.indices.filter { duties[$0].day < 2 }, amount: dice.within(1...2)),
      .init(duties: duties.indices.filter { duties[$0].day == 2 }),
    ]
    total.amounts = duties.indices.filter { duties[$0].day > 1 }.map { .init(duty: $0, amount: 1) }
    if dice.chance(50) {
      total.cost = .init(target: 1, step: 1, weight: dice.within(1...6), prices: [.init(upTo: Int.max, price: 1)])
      total.cost?.slack = 1
    }
    return total
  }

  private mutating func fairness(_ duties: [RosterProblem.Duty]) -> RosterProblem.Total {
    RosterProblem.Total(
      amounts: duties.indices.map { .init(duty: $0, amount: duties[$0].minutes) }, base: dice.within(0...300),
      cost: .init(
        target: dice.within(0...900), step: dice.within(40...90), weight: dice.within(0...2),
        prices: [.init(upTo: 2, price: 1), .init(upTo: Int.max, price: 3)]))
  }
}

extension RandomPatternRoster {
  /// The first `count` random problems that have a roster without a violation, each with its best objective.
  static func feasibleProblems(
    _ count: Int, from seed: UInt64 = 0
  ) -> [(problem: RosterProblem, best: RosterObjective)] {
    var found: [(problem: RosterProblem, best: RosterObjective)] = []
    var seed = seed
    while found.count < count {
      seed += 1
      var random = RandomPatternRoster(seed: seed)
      let problem = random.problem()
      if let best = BruteForce(problem: problem).best() { found.append((problem, best)) }
    }
    return found
  }
}
