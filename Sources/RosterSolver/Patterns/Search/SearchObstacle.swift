import Rostering

/// What a problem has that `PatternSearch` does not handle.
enum SearchObstacle: Sendable, Hashable {
  /// An index out of range, an order or a number that the problem's words exclude.
  case flaw(RosterFlaw)
  /// Two duties of different days that no person has both; on one day a person has one duty anyway.
  case conflictAcrossDays(index: Int)
  /// `longestRun` or `runCost`: an automaton says the same.
  case runs
  /// Somebody without a sequence could have two duties on one day.
  case severalDutiesOnOneDay(person: Int)
  case pairs
  case groups
  case lead(duty: Int)
  /// Amounts, weights and costs whose sums might leave the range of 64 bits, or of 32 bits by themselves.
  case numbersTooLarge
}

extension SearchObstacle {
  /// The first obstacle, nil where the search handles the problem. O(size of the problem).
  static func first(in problem: RosterProblem) -> SearchObstacle? {
    if let flaw = problem.flaws().first { return .flaw(flaw) }
    if problem.longestRun != nil || problem.runCost != 0 { return .runs }
    if !problem.pairs.isEmpty { return .pairs }
    if !problem.groups.isEmpty { return .groups }
    if let index = problem.conflicts.firstIndex(where: {
      problem.duties[$0.first].day != problem.duties[$0.second].day
    }) {
      return .conflictAcrossDays(index: index)
    }
    if let duty = problem.duties.firstIndex(where: { $0.asksForLead && $0.leadWeight != 0 }) {
      return .lead(duty: duty)
    }
    for (index, person) in problem.people.enumerated() where person.sequence == nil {
      var dutyOfDay = [Int](repeating: -1, count: problem.dayCount)
      for option in person.options {
        let day = problem.duties[option.duty].day
        if dutyOfDay[day] >= 0, dutyOfDay[day] != option.duty { return .severalDutiesOnOneDay(person: index) }
        dutyOfDay[day] = option.duty
      }
    }
    return isWithinRange(problem) ? nil : .numbersTooLarge
  }

  /// Every number below 2³⁰, and the sum of all costs below 2⁶⁰.
  private static func isWithinRange(_ problem: RosterProblem) -> Bool {
    var range = NumberRange()
    let people = problem.people.count
    range.add(problem.constant, times: 1)
    for duty in problem.duties {
      for seat in duty.seats {
        range.add(seat.weight, times: max(1, people))
        range.add(seat.weight, times: seat.target)
        range.add(seat.underCost, times: seat.wanted)
        range.add(seat.overCost, times: people)
      }
    }
    for automaton in problem.sequences {
      for cost in automaton.costs where cost != 0 { range.check(Int(cost)) }
      for cost in automaton.endCosts { range.check(cost ?? 0) }
    }
    for person in problem.people {
      for option in person.options { range.add(option.cost, times: 1) }
      for wish in person.wishes { range.add(wish.cost, times: 1) }
      for total in person.totals { range.add(total) }
    }
    return range.isFine
  }
}

/// Adds magnitudes up as long as they stay small.
private struct NumberRange {
  var isFine = true
  var sum = 0

  mutating func check(_ value: Int) {
    if value > 1 << 30 || value < -(1 << 30) { isFine = false }
  }

  mutating func add(_ value: Int, times: Int) {
    check(value)
    guard isFine, times != 0, value != 0 else { return }
    let (product, overflows) = abs(value).multipliedReportingOverflow(by: times)
    guard !overflows, product < 1 << 60, times >= 0 else {
      isFine = false
      return
    }
    sum += product
    if sum >= 1 << 60 { isFine = false }
  }

  /// The amounts, the limits, and the cost at both ends of what the total can be.
  mutating func add(_ total: RosterProblem.Total) {
    var amounts = 0
    for amount in total.amounts { check(amount.amount); amounts += isFine ? amount.amount : 0 }
    for block in total.blocks { check(block.amount); amounts += isFine ? block.amount : 0 }
    check(amounts)
    check(total.base)
    check(total.minimum ?? 0)
    check(total.maximum ?? 0)
    guard let cost = total.cost, isFine else { return }
    check(cost.target)
    check(cost.slack)
    check(cost.step)
    check(cost.weight)
    guard isFine else { return }
    let steps = (amounts + abs(total.base) + abs(cost.target)) / max(1, cost.step) + 1
    let (price, overflows) = (cost.prices.last?.price ?? 0).multipliedReportingOverflow(by: max(1, cost.weight))
    guard !overflows, price < 1 << 31 else {
      isFine = false
      return
    }
    add(min(price, 1 << 30), times: 2 * steps)
  }
}
