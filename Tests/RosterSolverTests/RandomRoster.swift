import Rostering
import Units

/// Tiny problems with every family, for comparison with brute force.
struct RandomRoster {
  var random: SeededRandom
  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.upperBound - range.lowerBound + 1)
  }
  mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }

  mutating func problem(days: Int, people: ClosedRange<Int> = 1...3, duties: ClosedRange<Int> = 1...4) -> RosterProblem
  {
    let count = within(duties)
    var spans: [(day: Int, start: Int, end: Int)] = []
    for _ in 0..<count {
      let day = random.below(days)
      let start = day * 1440 + within(6...20) * 60
      spans.append((day, start, start + within(1...8) * 60))
    }
    spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    let list = spans.map { span in duty(day: span.day, start: span.start, end: span.end) }
    let persons = (0..<within(people)).map { _ in person(duties: list, days: days) }
    var problem = RosterProblem(dayCount: days, people: persons, duties: list)
    problem.constant = within(0...5)
    problem.conflicts = conflicts(list)
    if chance(50) { problem.longestRun = within(1...3) }
    problem.softRun = within(0...3)
    problem.runCost = within(0...4)
    if persons.count > 1, chance(60) {
      problem.pairs = [RosterProblem.Pair(first: 0, second: 1, cost: within(1...15))]
    }
    if persons.count > 2, chance(30) {
      problem.pairs.append(RosterProblem.Pair(first: 2, second: 1, cost: within(1...15)))
    }
    if chance(60) { problem.groups = (0..<days).map { group(day: $0, duties: list, people: persons.count) } }
    return problem
  }

  private mutating func duty(day: Int, start: Int, end: Int) -> RosterProblem.Duty {
    let seats = (0..<within(1...2)).map { _ in
      let minimum = within(0...1)
      let target = minimum + within(0...1)
      return RosterProblem.Seat(
        minimum: minimum, target: target, maximum: target + within(0...1), weight: [1, 3, 9][random.below(3)])
    }
    var duty = RosterProblem.Duty(day: day, start: start, end: end, seats: seats)
    duty.asksForLead = chance(30)
    duty.leadWeight = within(1...20)
    return duty
  }

  private mutating func conflicts(_ duties: [RosterProblem.Duty]) -> [RosterProblem.DutyPair] {
    let rest = within(0...10) * 60
    var pairs: [RosterProblem.DutyPair] = []
    for (a, first) in duties.enumerated() {
      for (b, second) in duties.enumerated() where a < b {
        let needed = first.day == second.day ? 0 : rest
        if second.start < first.end + needed, second.day - first.day <= 1 { pairs.append(.init(first: a, second: b)) }
      }
    }
    return pairs
  }

  private mutating func person(duties: [RosterProblem.Duty], days: Int) -> RosterProblem.Person {
    var options: [RosterProblem.Option] = []
    for (index, duty) in duties.enumerated() {
      for seat in duty.seats.indices where chance(75) {
        options.append(.init(duty: index, seat: seat, cost: within(-3...12)))
      }
    }
    var person = RosterProblem.Person(options: options)
    person.mayLead = chance(40)
    person.runBefore = within(0...3)
    for day in 0..<days where chance(70) {
      let today = duties.indices.filter { duties[$0].day == day }
      person.totals.append(
        .init(amounts: today.map { .init(duty: $0, amount: duties[$0].minutes) }, maximum: within(4...14) * 60))
    }
    if chance(70) { person.totals.append(fairness(duties)) }
    if chance(40) {
      person.totals.append(
        .init(amounts: duties.indices.map { .init(duty: $0, amount: 1) }, base: within(0...2), maximum: within(1...4)))
    }
    if chance(50) {
      let wanted = duties.indices.filter { _ in chance(40) }
      person.wishes.append(.init(duties: wanted, cost: within(1...9)))
    }
    if chance(12), let option = options.randomElement(using: &random) { fix(option, of: &person) }
    return person
  }

  /// A duty that must be held: only where it breaks nothing by itself.
  private mutating func fix(_ option: RosterProblem.Option, of person: inout RosterProblem.Person) {
    for total in person.totals {
      let amount = total.amounts.first { $0.duty == option.duty }?.amount ?? 0
      if let maximum = total.maximum, total.base + amount > maximum { return }
    }
    person.runBefore = 0
    person.fixed = [option.duty]
  }

  private mutating func fairness(_ duties: [RosterProblem.Duty]) -> RosterProblem.Total {
    RosterProblem.Total(
      amounts: duties.indices.map { .init(duty: $0, amount: duties[$0].minutes) }, base: within(0...600),
      cost: .init(
        target: within(0...1200), step: within(20...90), weight: within(0...3),
        prices: [.init(upTo: 3, price: 1), .init(upTo: 6, price: 2), .init(upTo: Int.max, price: 4)]))
  }

  private mutating func group(day: Int, duties: [RosterProblem.Duty], people: Int) -> RosterProblem.Group {
    let today = duties.indices.filter { duties[$0].day == day }
    let half = today.filter { $0 % 2 == 0 }
    return RosterProblem.Group(
      people: Array(0..<people), places: [half, today.filter { $0 % 2 == 1 }], allowed: within(0...1),
      cost: within(1...6))
  }
}
