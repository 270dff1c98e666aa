import Districts

extension RosterCase {
  /// All skills of the seat, and one of its kinds.
  func takes(_ seat: AuditedDuty.Seat, _ p: Int) -> Bool {
    (seat.kinds.isEmpty || seat.kinds.contains(raw.district.cadres[p].kind))
      && seat.skills.allSatisfy { raw.district.cadres[p].skills.contains($0) }
  }

  /// Every seat is taken by somebody whom it takes; amount 1 a seat.
  func checkQualification() -> [Violation] {
    duties.indices.flatMap { d in
      seated[d].compactMap { taken in
        guard let s = taken.seat, !takes(duties[d].seats[s], taken.person) else { return nil }
        let seat = duties[d].seats[s]
        let wanted = (seat.skills + seat.kinds.map(\.rawValue)).joined(separator: ", ")
        return Violation(
          rule: .qualification, place: "\(name(taken.person))@\(duties[d].id)", amount: 1,
          message: "the seat \(seat.name) of \(duties[d].id) asks for \(wanted); \(name(taken.person)) falls short")
      }
    }
  }
}
