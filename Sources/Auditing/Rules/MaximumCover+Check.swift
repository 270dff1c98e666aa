import Districts

extension RosterCase {
  /// No seat class has more than its maximum, and nobody two seats of one duty; amount in seats.
  func checkMaximumCover() -> [Violation] {
    var found: [Violation] = []
    for d in duties.indices {
      for (s, seat) in duties[d].seats.enumerated() {
        let count = filled(d, s)
        guard count > seat.maximum else { continue }
        found.append(
          Violation(
            rule: .maximumCover, place: "\(duties[d].id),\(seat.name)", amount: count -| seat.maximum,
            message: "\(count) people on the seat \(seat.name) of \(duties[d].id), at most \(seat.maximum)"))
      }
      var seen: Set<Int> = []
      for taken in seated[d] where !seen.insert(taken.person).inserted {
        found.append(
          Violation(
            rule: .maximumCover, place: "\(name(taken.person))@\(duties[d].id)", amount: 1,
            message: "\(name(taken.person)) holds more than one seat of \(duties[d].id)"))
      }
    }
    return found
  }
}
