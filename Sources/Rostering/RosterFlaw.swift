/// What makes a problem unfit for the engine: an index out of range, an order or a number that its words exclude.
public enum RosterFlaw: Error, Sendable, Hashable {
  case day(duty: Int)
  /// Not 0 ≤ minimum ≤ target ≤ maximum, or a negative weight.
  case seat(duty: Int, seat: Int)
  case dutyOrder(duty: Int)
  /// Out of range, or not ascending by duty, then seat.
  case option(person: Int, option: Int)
  /// Amounts out of range, not ascending or negative; or a cost that is not convex.
  case total(person: Int, total: Int)
  case wish(person: Int, wish: Int)
  case fixed(person: Int, duty: Int)
  case conflict(index: Int)
  case pair(index: Int)
  case group(index: Int)
  /// Tables of the wrong size, or an arc to an unknown state.
  case automaton(index: Int)
  /// An unknown automaton or state, or an option on a duty whose class is no letter of it.
  case sequence(person: Int)
  case negative
  /// A number beyond `RosterProblem.largestNumber`.
  case tooLarge
}

extension RosterProblem {
  /// Costs, weights, amounts and counts are at most this: sums of two then fit in 32 bits.
  public static let largestNumber = 1_000_000_000

  /// Everything that is wrong with the problem, in the order of its parts; empty for a sound one.
  public func flaws() -> [RosterFlaw] {
    var found: [RosterFlaw] = []
    if !allFit { found.append(.tooLarge) }
    if dayCount < 0 || runCost < 0 || softRun < 0 || (longestRun ?? 0) < 0 { found.append(.negative) }
    for (index, automaton) in sequences.enumerated() where !automaton.isSound(dayCount: dayCount) {
      found.append(.automaton(index: index))
    }
    for (index, duty) in duties.enumerated() {
      if !(0..<max(1, dayCount)).contains(duty.day) || dayCount == 0 { found.append(.day(duty: index)) }
      if index > 0, duty.start < duties[index - 1].start || duty.end < duty.start {
        found.append(.dutyOrder(duty: index))
      }
      for (number, seat) in duty.seats.enumerated()
      where seat.minimum < 0 || seat.minimum > seat.target || seat.target > seat.maximum || seat.weight < 0
        || seat.wanted < 0 || seat.underCost < 0 || seat.overCost < 0
      {
        found.append(.seat(duty: index, seat: number))
      }
    }
    for (index, person) in people.enumerated() { found += flaws(of: person, index: index) }
    for (index, pair) in conflicts.enumerated()
    where pair.first < 0 || pair.first >= pair.second || pair.second >= duties.count {
      found.append(.conflict(index: index))
    }
    for (index, pair) in pairs.enumerated()
    where pair.first == pair.second || !people.indices.contains(pair.first) || !people.indices.contains(pair.second)
      || pair.cost < 0
    {
      found.append(.pair(index: index))
    }
    for (index, group) in groups.enumerated()
    where group.cost < 0 || group.allowed < 0 || !group.people.allSatisfy(people.indices.contains)
      || !group.places.allSatisfy({ $0.allSatisfy(duties.indices.contains) })
    {
      found.append(.group(index: index))
    }
    return found
  }

  private var allFit: Bool {
    func fits(_ numbers: Int...) -> Bool { numbers.allSatisfy { $0.magnitude <= RosterProblem.largestNumber } }
    return fits(dayCount, runCost, softRun, longestRun ?? 0)
      && duties.allSatisfy { duty in
        fits(duty.start, duty.end, duty.leadWeight)
          && duty.seats.allSatisfy { fits($0.maximum, $0.weight, $0.wanted, $0.underCost, $0.overCost) }
      } && pairs.allSatisfy { fits($0.cost) } && groups.allSatisfy { fits($0.cost, $0.allowed) }
      && people.allSatisfy { person in
        fits(person.runBefore) && person.options.allSatisfy { fits($0.cost) }
          && person.wishes.allSatisfy { fits($0.cost) }
          && person.totals.allSatisfy { total in
            fits(total.base, total.minimum ?? 0, total.maximum ?? 0) && total.amounts.allSatisfy { fits($0.amount) }
              && total.blocks.allSatisfy { fits($0.amount) }
              && total.cost.map { cost in
                fits(cost.target, cost.slack, cost.step, cost.weight) && cost.prices.allSatisfy { fits($0.price) }
              } ?? true
          }
      }
  }

  private func flaws(of person: Person, index: Int) -> [RosterFlaw] {
    var found: [RosterFlaw] = []
    for (number, option) in person.options.enumerated() {
      let known =
        duties.indices.contains(option.duty) && duties[option.duty].seats.indices.contains(option.seat)
      let before = number > 0 ? person.options[number - 1] : nil
      let ascends = before.map { ($0.duty, $0.seat) < (option.duty, option.seat) } ?? true
      if !known || !ascends { found.append(.option(person: index, option: number)) }
    }
    for (number, total) in person.totals.enumerated() where !total.isSound(duties: duties.count) {
      found.append(.total(person: index, total: number))
    }
    for (number, wish) in person.wishes.enumerated()
    where wish.cost < 0 || !wish.duties.allSatisfy(duties.indices.contains) {
      found.append(.wish(person: index, wish: number))
    }
    for duty in person.fixed where !person.options.contains(where: { $0.duty == duty }) {
      found.append(.fixed(person: index, duty: duty))
    }
    if person.runBefore < 0 { found.append(.negative) }
    if let sequence = person.sequence, !isSound(sequence, of: person) { found.append(.sequence(person: index)) }
    return found
  }

  private func isSound(_ sequence: Int, of person: Person) -> Bool {
    guard sequences.indices.contains(sequence) else { return false }
    let automaton = sequences[sequence]
    return (0..<max(0, automaton.stateCount)).contains(person.startState)
      && person.options.allSatisfy { option in
        !duties.indices.contains(option.duty)
          || (1..<max(1, automaton.letterCount)).contains(duties[option.duty].dayClass)
      }
  }
}

extension RosterProblem.Total {
  func isSound(duties: Int) -> Bool {
    var before = -1
    for amount in amounts {
      guard amount.duty > before, amount.duty < duties, amount.amount >= 0 else { return false }
      before = amount.duty
    }
    var isBlocked = Set<Int>()
    for block in blocks {
      guard block.amount >= 0 else { return false }
      for duty in block.duties {
        guard (0..<duties).contains(duty), isBlocked.insert(duty).inserted else { return false }
      }
    }
    return cost?.isConvex ?? true
  }
}

extension RosterProblem.StepCost {
  /// Prices never fall from step to step, and the last has no end.
  public var isConvex: Bool {
    guard step > 0, slack >= 0, weight >= 0, let first = prices.first, first.price >= 0, first.upTo > 0 else {
      return false
    }
    return zip(prices, prices.dropFirst()).allSatisfy { $0.price <= $1.price && $0.upTo < $1.upTo }
  }
}
