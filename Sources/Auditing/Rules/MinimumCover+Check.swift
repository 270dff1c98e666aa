import Districts

extension RosterCase {
  func missingMinimum(_ d: Int, _ s: Int) -> Int { max(0, duties[d].seats[s].minimum -| filled(d, s)) }

  /// Level 1: seats missing to minimum, by priority.
  var minimumCoverAmount: Int {
    duties.indices.map { d in
      duties[d].seats.indices.map { missingMinimum(d, $0) *| duties[d].seats[$0].weight }.saturatedSum
    }.saturatedSum
  }
}
