import Districts

/// Compiles to cover: the seat's target, with the same weight as its minimum.
extension TargetCover: CountedRule {
  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    facts.sumOverSeats { duty, seat, asked in max(0, asked.target - held.filled(duty, seat: seat)) * asked.weight }
  }
}
