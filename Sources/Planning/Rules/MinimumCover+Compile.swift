import Districts

/// Compiles to cover: the seat's minimum and weight.
extension MinimumCover: CountedRule {
  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    facts.sumOverSeats { duty, seat, asked in max(0, asked.minimum - held.filled(duty, seat: seat)) * asked.weight }
  }
}

extension RosterFacts {
  /// Σ of something over all seat classes of all duties.
  func sumOverSeats(_ value: (_ duty: Int, _ seat: Int, _ asked: RosterSeat) -> Int) -> Int {
    var sum = 0
    for duty in duties.indices {
      for (seat, asked) in duties[duty].seats.enumerated() { sum += value(duty, seat, asked) }
    }
    return sum
  }
}
