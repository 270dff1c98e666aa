import Districts
import Rostering

/// Who has what, by person and by duty.
struct HeldDuties: Sendable {
  struct Holder: Sendable, Hashable {
    var person: Int
    var seat: Int
  }
  /// By person: duties, ascending.
  private(set) var duties: [[Int]]
  /// By duty: in the order of people.
  private(set) var holders: [[Holder]]

  init(_ assignment: RosterAssignment, people: Int, duties dutyCount: Int) {
    duties = Array(repeating: [], count: people)
    holders = Array(repeating: [], count: dutyCount)
    for taken in assignment.seats.sorted(by: { ($0.person, $0.duty) < ($1.person, $1.duty) }) {
      duties[taken.person].append(taken.duty)
      holders[taken.duty].append(Holder(person: taken.person, seat: taken.seat))
    }
  }

  func filled(_ duty: Int, seat: Int) -> Int { holders[duty].count { $0.seat == seat } }
  func holds(_ person: Int, _ duty: Int) -> Bool { duties[person].contains(duty) }
}
