import Rostering

/// One person within a span, with what lies before and after it taken in.
struct PatternParts {
  let problem: RosterProblem
  let whole: RosterProblem.Person
  let span: Range<Int>
  let number: [Int: Int]
  /// Duties held outside the span.
  let outside: [Int]
  let limits: Limits
  let index: Int
  let plan: HorizonPlan?

  /// The horizon's limits as they are, or a share of them by the days up to the span's end, while nothing after it is
  /// decided.
  enum Limits {
    case whole, share
    /// Near to what a plan has by the span's end, at the plan's prices, with what the days after it cost there.
    case planned
    /// The horizon's limits as they are, at the plan's prices.
    case priced
  }

  init(
    _ problem: RosterProblem, person: Int, taken: [RosterAssignment.Taken], span: Range<Int>, number: [Int: Int],
    limits: Limits, plan: HorizonPlan?
  ) {
    self.limits = limits
    self.plan = plan
    index = person
    self.problem = problem
    whole = problem.people[person]
    self.span = span
    self.number = number
    outside = taken.map(\.duty).filter { number[$0] == nil }
  }

  /// What a seat still needs when so many are on it already.
  static func reduce(_ seat: inout RosterProblem.Seat, by others: Int) {
    seat.minimum = max(0, seat.minimum - others)
    seat.target = max(0, seat.target - others)
    seat.maximum = max(seat.target, seat.maximum - others)
    seat.wanted = max(0, seat.wanted - others)
  }

  func person(sequences: inout [RosterProblem.Automaton]) -> RosterProblem.Person {
    var person = RosterProblem.Person(options: options())
    person.mayLead = whole.mayLead
    person.totals = whole.totals.indices.map { total($0) }
    if limits == .planned || limits == .priced { priceOptions(&person) }
    let held = Set(outside)
    for wish in whole.wishes where !wish.duties.contains(where: held.contains) {
      let inside = wish.duties.compactMap { number[$0] }
      if !inside.isEmpty { person.wishes.append(.init(duties: inside, cost: wish.cost)) }
    }
    person.fixed = whole.fixed.compactMap { number[$0] }
    if let sequence = whole.sequence {
      let automaton = problem.sequences[sequence]
      person.sequence = sequences.count
      person.startState = startState(automaton)
      sequences.append(remaining(automaton))
    }
    return person
  }

  private func options() -> [RosterProblem.Option] {
    let excluded = exclusions()
    return whole.options.compactMap { option in
      guard let duty = number[option.duty], !excluded.contains(option.duty) else { return nil }
      return .init(duty: duty, seat: option.seat, cost: option.cost)
    }
  }

  /// Duties of the span that exclude one held just before or after it.
  private func exclusions() -> Set<Int> {
    guard !problem.conflicts.isEmpty else { return [] }
    let held = Set(outside)
    var excluded = Set<Int>()
    for pair in problem.conflicts {
      if held.contains(pair.first) { excluded.insert(pair.second) }
      if held.contains(pair.second) { excluded.insert(pair.first) }
    }
    return excluded
  }

  private func total(_ place: Int) -> RosterProblem.Total {
    let total = whole.totals[place]
    let held = Set(outside)
    var part = total
    part.amounts = total.amounts.compactMap { one in
      number[one.duty].map { .init(duty: $0, amount: one.amount) }
    }
    part.base += total.amounts.reduce(0) { $0 + (held.contains($1.duty) ? $1.amount : 0) }
    part.blocks = []
    for block in total.blocks {
      if block.duties.contains(where: held.contains) {
        part.base += block.amount
      } else {
        let inside = block.duties.compactMap { number[$0] }
        if !inside.isEmpty { part.blocks.append(.init(duties: inside, amount: block.amount)) }
      }
    }
    switch limits {
    case .whole: break
    case .share: share(&part, of: total)
    case .planned: if let plan { follow(plan, &part, place) }
    case .priced: if let plan { priceBlocks(plan, &part, place) }
    }
    return part
  }

  /// Limits in proportion to the days on which the person could work, a little loose; minima at a price only.
  private func share(_ part: inout RosterProblem.Total, of total: RosterProblem.Total) {
    var isOpen = [Bool](repeating: false, count: problem.dayCount)
    for option in whole.options { isOpen[problem.duties[option.duty].day] = true }
    let all = isOpen.count { $0 }
    let done = isOpen[..<span.upperBound].count { $0 }
    let largest = max(part.amounts.map(\.amount).max() ?? 0, part.blocks.map(\.amount).max() ?? 0)
    func share(_ limit: Int) -> Int { (limit * done + all - 1) / max(1, all) }
    part.cost = nil
    part.minimum = nil
    part.maximum = total.maximum.map { min($0, share($0) + largest) }
    guard let minimum = total.minimum, largest > 0 else { return }
    // In the middle of the limits' shares, at a price above any cover's: hard minima might leave somebody no pattern.
    let middle = total.maximum.map { (minimum + max(minimum, $0)) / 2 } ?? minimum
    part.cost = .init(
      target: share(middle), step: max(1, largest / 8), weight: 100, prices: [.init(upTo: .max, price: 1)])
  }

  private var letters: [Int] {
    var letters = [Int](repeating: 0, count: problem.dayCount)
    for duty in outside { letters[problem.duties[duty].day] = problem.duties[duty].dayClass }
    return letters
  }

  private func startState(_ automaton: RosterProblem.Automaton) -> Int {
    let letters = letters
    var state = whole.startState
    for day in 0..<span.lowerBound {
      let arc = automaton.arc(phase: automaton.phases[day], state: state, letter: letters[day])
      state = max(0, Int(automaton.next[arc]))
    }
    return state
  }

  /// The automaton of the span's days; ending in a state costs what the days after it cost from there.
  private func remaining(_ automaton: RosterProblem.Automaton) -> RosterProblem.Automaton {
    let letters = letters
    var part = automaton
    part.phases = Array(automaton.phases[span])
    if limits == .planned, let plan {
      part.endCosts = plan.valueToGo(index, from: span.upperBound)
      return part
    }
    for state in 0..<automaton.stateCount {
      var (at, cost, isStuck) = (state, 0, false)
      for day in span.upperBound..<problem.dayCount {
        let arc = automaton.arc(phase: automaton.phases[day], state: at, letter: letters[day])
        guard automaton.next[arc] >= 0 else {
          isStuck = true
          break
        }
        cost += Int(automaton.costs[arc])
        at = Int(automaton.next[arc])
      }
      part.endCosts[state] = isStuck ? nil : automaton.endCosts[at].map { $0 + cost }
    }
    return part
  }
}
