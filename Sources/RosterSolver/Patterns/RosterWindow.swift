import Rostering

/// A roster of many weeks, and the problems that remain when all but some people's days in a span stay as they are.
struct RosterWindow {
  let problem: RosterProblem
  private(set) var taken: [[RosterAssignment.Taken]]
  private let firstSeat: [Int]
  private var counts: [Int]

  init(_ problem: RosterProblem, _ assignment: RosterAssignment) {
    self.problem = problem
    taken = [[RosterAssignment.Taken]](repeating: [], count: problem.people.count)
    var first: [Int] = []
    var seats = 0
    for duty in problem.duties {
      first.append(seats)
      seats += duty.seats.count
    }
    firstSeat = first
    counts = [Int](repeating: 0, count: seats)
    for one in assignment.seats {
      taken[one.person].append(one)
      counts[first[one.duty] + one.seat] += 1
    }
  }

  var assignment: RosterAssignment { RosterAssignment(seats: taken.flatMap { $0 }) }

  /// Rules on runs of days reach beyond a span in a way that this does not follow.
  static func fits(_ problem: RosterProblem) -> Bool { problem.longestRun == nil && problem.runCost == 0 }

  /// What remains of a span, and where its duties and people come from.
  struct Part {
    var problem: RosterProblem
    var start: RosterAssignment
    var people: [Int]
    var duties: [Int]
  }

  /// - Parameter limits: how totals carry over to days that are not decided yet.
  /// - Complexity: O(duties + chosen people × (options + days × states)).
  func part(
    days span: Range<Int>, people: [Int], limits: PatternParts.Limits = .whole, plan: HorizonPlan? = nil
  ) -> Part {
    var duties: [Int] = []
    var number: [Int: Int] = [:]
    for (index, duty) in problem.duties.enumerated() where span.contains(duty.day) {
      number[index] = duties.count
      duties.append(index)
    }
    var own = [Int](repeating: 0, count: counts.count)
    var othersLead = Set<Int>()
    let chosen = Set(people)
    for (person, seats) in taken.enumerated() {
      for one in seats where span.contains(problem.duties[one.duty].day) {
        if chosen.contains(person) {
          own[firstSeat[one.duty] + one.seat] += 1
        } else if problem.people[person].mayLead {
          othersLead.insert(one.duty)
        }
      }
    }
    var part = RosterProblem(dayCount: span.count, people: [], duties: [])
    for index in duties {
      var duty = problem.duties[index]
      duty.day -= span.lowerBound
      if othersLead.contains(index) { duty.asksForLead = false }
      for seat in duty.seats.indices {
        let place = firstSeat[index] + seat
        PatternParts.reduce(&duty.seats[seat], by: counts[place] - own[place])
      }
      part.duties.append(duty)
    }
    part.conflicts = problem.conflicts.compactMap { pair in
      guard let first = number[pair.first], let second = number[pair.second] else { return nil }
      return .init(first: first, second: second)
    }
    var start = RosterAssignment()
    for (index, person) in people.enumerated() {
      let parts = PatternParts(
        problem, person: person, taken: taken[person], span: span, number: number, limits: limits, plan: plan)
      part.people.append(parts.person(sequences: &part.sequences))
      for one in taken[person] {
        if let duty = number[one.duty] { start.seats.append(.init(person: index, duty: duty, seat: one.seat)) }
      }
    }
    return Part(problem: part, start: start, people: people, duties: duties)
  }

  mutating func replace(_ part: Part, with assignment: RosterAssignment) {
    let inside = Set(part.duties)
    for person in part.people {
      for one in taken[person] where inside.contains(one.duty) { counts[firstSeat[one.duty] + one.seat] -= 1 }
      taken[person].removeAll { inside.contains($0.duty) }
    }
    for one in assignment.seats {
      let (person, duty) = (part.people[one.person], part.duties[one.duty])
      taken[person].append(.init(person: person, duty: duty, seat: one.seat))
      counts[firstSeat[duty] + one.seat] += 1
    }
    for person in part.people { taken[person].sort { $0.duty < $1.duty } }
  }
}
