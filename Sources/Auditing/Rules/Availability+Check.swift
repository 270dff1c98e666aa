import Districts

extension RosterCase {
  /// Minutes of the duty in which the person is not present.
  func minutesAbsent(_ p: Int, _ d: Int) -> Int {
    raw.people[p].isPresent(throughout: duties[d].span) ? 0 : raw.people[p].minutesAbsent(in: duties[d].span)
  }

  /// Present for the whole span; amount in minutes.
  func checkAvailability() -> [Violation] {
    perDuty(.availability, amount: minutesAbsent) { p, d, minutes in
      "\(name(p)) is not present for \(minutes) of the \(duties[d].minutes) minutes of \(duties[d].id)"
    }
  }
}
