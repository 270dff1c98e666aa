import Units

/// The objective, worked out from nothing but the problem's own words: the reference that engines are held against.
extension RosterProblem {
  /// Each part of the objective by itself; level 3 is the sum of all but the first three, plus `constant`.
  public struct Breakdown: Sendable, Hashable {
    /// Level 1.
    public var minimumCover = 0
    /// Level 2: seats, then leads.
    public var targetCover = 0
    public var lead = 0
    /// Level 3.
    public var options = 0
    /// One entry a total of a person: `totals[person][total]`.
    public var totals: [[Int]] = []
    public var wishes = 0
    public var runs = 0
    /// What the seats' `underCost` and `overCost` come to.
    public var wanted = 0
    /// What the people's words cost in their automata; a forbidden word counts nothing here: it is a violation.
    public var sequences = 0
    public var pairs = 0
    public var groups = 0
    public var constant = 0
    public init() {}

    public var objective: RosterObjective {
      let ofTotals = totals.reduce(0) { $0 + $1.reduce(0, +) }
      return RosterObjective(
        minimum: minimumCover, target: targetCover + lead,
        preference: options + ofTotals + wishes + runs + wanted + sequences + pairs + groups + constant)
    }
  }

  /// The objective of a roster, feasible or not. O(taken seats × options + people × totals + duties × (pairs + groups)).
  public func objective(of assignment: RosterAssignment) -> RosterObjective { breakdown(of: assignment).objective }

  public func breakdown(of assignment: RosterAssignment) -> Breakdown {
    var parts = Breakdown()
    parts.constant = constant
    let held = heldDuties(of: assignment)
    addCover(of: assignment, to: &parts)
    for (person, duties) in zip(people, held) {
      parts.totals.append(
        person.totals.map { total in total.cost?.cost(of: total.base + total.sum(over: duties)) ?? 0 })
      parts.wishes += person.wishes.reduce(0) { $0 + ($1.duties.contains(where: duties.contains) ? 0 : $1.cost) }
      parts.runs += runCost * runLengths(of: duties, person: person).count { $0 > softRun }
      if let sequence = person.sequence,
        case .accepted(let cost) = sequences[sequence].read(letters(of: duties), from: person.startState)
      {
        parts.sequences += cost
      }
    }
    for taken in assignment.seats {
      let option = people[taken.person].options.first { $0.duty == taken.duty && $0.seat == taken.seat }
      parts.options += option?.cost ?? 0
    }
    for pair in pairs {
      parts.pairs += pair.cost * held[pair.first].symmetricDifference(held[pair.second]).count
    }
    for group in groups {
      let open = group.places.count { place in group.people.contains { !held[$0].isDisjoint(with: place) } }
      parts.groups += group.cost * max(0, open - group.allowed)
    }
    return parts
  }

  /// O(seats + taken seats).
  private func addCover(of assignment: RosterAssignment, to parts: inout Breakdown) {
    var filled = duties.map { [Int](repeating: 0, count: $0.seats.count) }
    var isLed = [Bool](repeating: false, count: duties.count)
    for taken in assignment.seats {
      filled[taken.duty][taken.seat] += 1
      if people[taken.person].mayLead { isLed[taken.duty] = true }
    }
    for (index, duty) in duties.enumerated() {
      for (number, seat) in duty.seats.enumerated() {
        let here = filled[index][number]
        parts.minimumCover += seat.weight * max(0, seat.minimum - here)
        parts.targetCover += seat.weight * max(0, seat.target - here)
        parts.wanted += seat.underCost * max(0, seat.wanted - here) + seat.overCost * max(0, here - seat.wanted)
      }
      if duty.asksForLead, !isLed[index] { parts.lead += duty.leadWeight }
    }
  }

  func heldDuties(of assignment: RosterAssignment) -> [Set<Int>] {
    var held = [Set<Int>](repeating: [], count: people.count)
    for taken in assignment.seats { held[taken.person].insert(taken.duty) }
    return held
  }

  /// One letter a day: 0, or the class of a duty held; of two on one day the later one's (a violation by itself).
  func letters(of held: Set<Int>) -> [Int] {
    var letters = [Int](repeating: 0, count: dayCount)
    for duty in held.sorted() { letters[duties[duty].day] = duties[duty].dayClass }
    return letters
  }

  /// For each day worked, ascending: how many days in a row up to and including it.
  func runLengths(of held: Set<Int>, person: Person) -> [Int] {
    let worked = Set(held.map { duties[$0].day })
    var lengths: [Int] = []
    var run = person.runBefore
    for day in 0..<dayCount {
      run = worked.contains(day) ? run + 1 : 0
      if run > 0 { lengths.append(run) }
    }
    return lengths
  }
}

extension RosterProblem.Total {
  /// Σ amount over the held duties and the blocks that hold one, without `base`.
  func sum(over held: Set<Int>) -> Int {
    amounts.reduce(0) { $0 + (held.contains($1.duty) ? $1.amount : 0) }
      + blocks.reduce(0) { $0 + ($1.duties.contains(where: held.contains) ? $1.amount : 0) }
  }
}
