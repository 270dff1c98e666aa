import Districts

extension PinDecisions {
  /// The first contradiction among frozen pins, cut down until every pin in it is needed; nil where there is none.
  ///
  /// More pins never mend a contradiction, so leaving out one after another while it stays ends in a set that is
  /// irreducible. Source: Chinneck and Dravnieks, "Locating minimal infeasible constraint sets" (1991), deletion
  /// filter.
  static func conflict(of frozen: [RosterPin], facts: RosterFacts, rules: HardRules) -> FrozenConflict? {
    let musts = frozen.filter(\.must)
    for pin in musts {
      if let other = frozen.first(where: { !$0.must && $0.person == pin.person && $0.duty == pin.duty }) {
        return FrozenConflict(pins: [pin.row, other.row].sorted(), rules: [.pins], irreducible: true)
      }
    }
    var seen: Set<Int> = []
    for person in musts.map(\.person) where seen.insert(person).inserted {
      let own = musts.filter { $0.person == person }
      let broken = { (pins: [RosterPin]) in
        rules.broken(by: Set(pins.map(\.duty)).sorted(), person: person, facts: facts)
      }
      if broken(own) != nil {
        let least = reduced(own) { broken($0) != nil }
        let rule = broken(least)
        return FrozenConflict(pins: least.map(\.row).sorted(), rules: rule.map { [$0] } ?? [], irreducible: true)
      }
    }
    seen = []
    for duty in musts.map(\.duty) where seen.insert(duty).inserted {
      let there = musts.filter { $0.duty == duty }
      let overfull = { (pins: [RosterPin]) in !fit(Set(pins.map(\.person)).sorted(), on: duty, facts: facts) }
      if overfull(there) {
        return FrozenConflict(
          pins: reduced(there, while: overfull).map(\.row).sorted(), rules: [.maximumCover], irreducible: true)
      }
    }
    return nil
  }

  private static func reduced(_ pins: [RosterPin], while stays: ([RosterPin]) -> Bool) -> [RosterPin] {
    var kept = pins
    for pin in pins {
      let without = kept.filter { $0 != pin }
      if stays(without) { kept = without }
    }
    return kept
  }
}
