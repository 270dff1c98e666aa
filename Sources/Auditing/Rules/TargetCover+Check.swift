import Districts

extension RosterCase {
  func missingTarget(_ d: Int, _ s: Int) -> Int { max(0, duties[d].seats[s].target -| filled(d, s)) }

  /// Level 2: seats missing to target, by priority.
  var targetCoverAmount: Int {
    duties.indices.map { d in
      duties[d].seats.indices.map { missingTarget(d, $0) *| duties[d].seats[$0].weight }.saturatedSum
    }.saturatedSum
  }
}
