import Rostering

/// The words of `RosterProblem`, spelled out once more: is a roster allowed, and what does it cost.
struct NaiveRoster {
  let problem: RosterProblem
  let seats: [RosterAssignment.Taken]
  /// By person: the duties taken, and how many seats on them.
  private let held: [Set<Int>]
  private let taken: [Int]

  init(problem: RosterProblem, seats: [RosterAssignment.Taken]) {
    self.problem = problem
    self.seats = seats
    var held = [Set<Int>](repeating: [], count: problem.people.count)
    var taken = [Int](repeating: 0, count: problem.people.count)
    for seat in seats {
      held[seat.person].insert(seat.duty)
      taken[seat.person] += 1
    }
    self.held = held
    self.taken = taken
  }

  var isFeasible: Bool {
    problem.people.indices.allSatisfy(keepsSequence)
      && problem.people.indices.allSatisfy(keepsTotals)
      && seats.allSatisfy { taken in
        problem.people[taken.person].options.contains { $0.duty == taken.duty && $0.seat == taken.seat }
      }
      && problem.duties.indices.allSatisfy { duty in
        problem.duties[duty].seats.enumerated().allSatisfy { filled(duty, $0.offset) <= $0.element.maximum }
      }
  }

  /// Levels 1, 2 and 3.
  var levels: [Int] {
    var first = 0
    var second = 0
    var third = problem.constant
    for (number, duty) in problem.duties.enumerated() {
      for (seat, asked) in duty.seats.enumerated() {
        first += asked.weight * max(0, asked.minimum - filled(number, seat))
        second += asked.weight * max(0, asked.target - filled(number, seat))
      }
      let led = seats.contains { $0.duty == number && problem.people[$0.person].mayLead }
      if duty.asksForLead && !led { second += duty.leadWeight }
    }
    for taken in seats {
      let options = problem.people[taken.person].options
      third += options.first { $0.duty == taken.duty && $0.seat == taken.seat }?.cost ?? 0
    }
    for (number, person) in problem.people.enumerated() {
      let mine = duties(of: number)
      for total in person.totals {
        var value = total.base
        for amount in total.amounts where mine.contains(amount.duty) { value += amount.amount }
        if let cost = total.cost { third += price(of: abs(value - cost.target), cost) }
      }
      for wish in person.wishes where !wish.duties.contains(where: mine.contains) { third += wish.cost }
      third += problem.runCost * runs(of: number).count { $0 > problem.softRun }
    }
    for pair in problem.pairs {
      for duty in problem.duties.indices
      where duties(of: pair.first).contains(duty) != duties(of: pair.second).contains(duty) { third += pair.cost }
    }
    for group in problem.groups {
      var used = 0
      for place in group.places where group.people.contains(where: { !duties(of: $0).isDisjoint(with: place) }) {
        used += 1
      }
      if used > group.allowed { third += group.cost * (used - group.allowed) }
    }
    return [first, second, third]
  }

  private func filled(_ duty: Int, _ seat: Int) -> Int { seats.count { $0.duty == duty && $0.seat == seat } }
  private func duties(of person: Int) -> Set<Int> { held[person] }

  /// Step by step, each at its own price.
  private func price(of deviation: Int, _ cost: RosterProblem.StepCost) -> Int {
    var sum = 0
    var step = 0
    while step * cost.step < deviation {
      step += 1
      sum += cost.prices.first { step <= $0.upTo }?.price ?? 0
    }
    return sum * cost.weight
  }

  /// For each day with a duty: the length of the run that ends there.
  private func runs(of person: Int) -> [Int] {
    let days = Set(duties(of: person).map { problem.duties[$0].day })
    return days.map { day in
      var length = 1
      while day - length >= 0, days.contains(day - length) { length += 1 }
      return day - length < 0 ? length + problem.people[person].runBefore : length
    }
  }

  private func keepsSequence(_ person: Int) -> Bool {
    let mine = duties(of: person)
    if taken[person] != mine.count { return false }
    if problem.conflicts.contains(where: { mine.contains($0.first) && mine.contains($0.second) }) { return false }
    if let longest = problem.longestRun, runs(of: person).contains(where: { $0 > longest }) { return false }
    return problem.people[person].fixed.allSatisfy(mine.contains)
  }

  private func keepsTotals(_ person: Int) -> Bool {
    let mine = duties(of: person)
    return problem.people[person].totals.allSatisfy { total in
      let planned = total.amounts.filter { mine.contains($0.duty) }.reduce(0) { $0 + $1.amount }
      guard let maximum = total.maximum, planned > 0 else { return true }
      return total.base + planned <= maximum
    }
  }
}
