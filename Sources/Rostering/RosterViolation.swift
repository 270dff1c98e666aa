/// A hard rule that a roster breaks.
public enum RosterViolation: Sendable, Hashable {
  /// The person has no such option, or there is no such person, duty or seat.
  case notAnOption(RosterAssignment.Taken)
  /// More than one seat of one duty.
  case twice(person: Int, duty: Int)
  case conflict(person: Int, first: Int, second: Int)
  case overMaximum(duty: Int, seat: Int, by: Int)
  case overTotal(person: Int, total: Int, by: Int)
  case underTotal(person: Int, total: Int, by: Int)
  /// The day whose letter may not follow, or the number of days where the word may not end as it does.
  case forbiddenWord(person: Int, day: Int)
  /// A person with a sequence on two duties of one day.
  case severalOnOneDay(person: Int, day: Int)
  /// The day on which the run becomes longer than the longest allowed.
  case overRun(person: Int, day: Int)
  case missingFixed(person: Int, duty: Int)
}

extension RosterProblem {
  /// Every hard rule that the roster breaks, in a fixed order: options, seats, then person by person.
  public func violations(of assignment: RosterAssignment) -> [RosterViolation] {
    var found: [RosterViolation] = []
    var known = RosterAssignment()
    for taken in assignment.seats {
      if people.indices.contains(taken.person),
        people[taken.person].options.contains(where: { $0.duty == taken.duty && $0.seat == taken.seat })
      {
        known.seats.append(taken)
      } else {
        found.append(.notAnOption(taken))
      }
    }
    var filled = duties.map { [Int](repeating: 0, count: $0.seats.count) }
    for taken in known.seats { filled[taken.duty][taken.seat] += 1 }
    for (index, duty) in duties.enumerated() {
      for (number, seat) in duty.seats.enumerated() where filled[index][number] > seat.maximum {
        found.append(.overMaximum(duty: index, seat: number, by: filled[index][number] - seat.maximum))
      }
    }
    let seatsOfPerson = Dictionary(grouping: known.seats, by: \.person)
    let held = heldDuties(of: known)
    for (index, person) in people.enumerated() {
      found += violations(of: held[index], index: index, person: person, taken: seatsOfPerson[index] ?? [])
    }
    return found
  }

  private func violations(
    of held: Set<Int>, index: Int, person: Person, taken: [RosterAssignment.Taken]
  ) -> [RosterViolation] {
    var found: [RosterViolation] = []
    for duty in held.sorted() where taken.count(where: { $0.duty == duty }) > 1 {
      found.append(.twice(person: index, duty: duty))
    }
    for pair in conflicts where held.contains(pair.first) && held.contains(pair.second) {
      found.append(.conflict(person: index, first: pair.first, second: pair.second))
    }
    for (number, total) in person.totals.enumerated() {
      let sum = total.sum(over: held)
      if let maximum = total.maximum, sum > 0, total.base + sum > maximum {
        found.append(.overTotal(person: index, total: number, by: total.base + sum - maximum))
      }
      if let minimum = total.minimum, total.base + sum < minimum {
        found.append(.underTotal(person: index, total: number, by: minimum - total.base - sum))
      }
    }
    found += sequenceViolations(of: held, index: index, person: person)
    if let longestRun {
      let worked = Set(held.map { duties[$0].day })
      var run = person.runBefore
      for day in 0..<dayCount {
        run = worked.contains(day) ? run + 1 : 0
        if run > longestRun { found.append(.overRun(person: index, day: day)) }
      }
    }
    for duty in person.fixed where !held.contains(duty) { found.append(.missingFixed(person: index, duty: duty)) }
    return found
  }

  private func sequenceViolations(of held: Set<Int>, index: Int, person: Person) -> [RosterViolation] {
    guard let sequence = person.sequence else { return [] }
    var found: [RosterViolation] = []
    var onDay = [Int](repeating: 0, count: dayCount)
    for duty in held { onDay[duties[duty].day] += 1 }
    for day in 0..<dayCount where onDay[day] > 1 { found.append(.severalOnOneDay(person: index, day: day)) }
    if case .stuck(let day) = sequences[sequence].read(letters(of: held), from: person.startState) {
      found.append(.forbiddenWord(person: index, day: day))
    }
    return found
  }
}
