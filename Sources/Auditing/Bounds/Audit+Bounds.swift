import Districts

extension Audit {
  /// The bound that multipliers prove for one level of a roster, in exact whole numbers; nil where they prove nothing:
  /// a negative multiplier, a row that the relaxation does not have, pins that break a rule.
  ///
  /// Complexity: O(rows + Σ sets of every person) for one service day, see `PatternMinimum` for several.
  public func provedBound(_ multipliers: LevelMultipliers, for roster: RosterCase) -> Int? {
    guard raw.time.days > 0, (1...3).contains(multipliers.level), let table = MultiplierTable(multipliers) else {
      return nil
    }
    let relaxation = RosterRelaxation(
      roster, level: multipliers.level, table: table, objectives: roster.objective.levels.map(\.amount))
    guard relaxation.table.isExhausted,
      let people = raw.time.days == 1 ? relaxation.leastOfSets : relaxation.leastOfPatterns
    else { return nil }
    return Int(exactly: roundedUp(relaxation.total + people, by: table.scale))
  }

  /// Every roster bound of evidence `multipliers` is at most what its multipliers prove.
  func checkBounds(_ plan: Plan, _ bounds: BoundsFile, roster: RosterCase) -> [Violation] {
    var found: [Violation] = []
    func complain(_ place: String, _ message: String, amount: Int = 1) {
      found.append(Violation(rule: .bound, place: place, amount: amount, message: message))
    }
    if bounds.schema != BoundsFile.schemaName { complain("bounds.schema", "the schema is \(BoundsFile.schemaName)") }
    if bounds.seal != plan.seal { complain("bounds.seal", "the multipliers belong to another plan") }
    let others = [("distribution", plan.certificates.distribution), ("routes", plan.certificates.routes)]
    for (stage, certificate) in others {
      for level in certificate?.levels ?? [] where level.boundEvidence == .multipliers {
        complain("certificates.\(stage).levels.\(level.name.rawValue).bound", "no multipliers of \(stage) are kept")
      }
    }
    for (k, level) in (plan.certificates.roster?.levels ?? []).enumerated() where level.boundEvidence == .multipliers {
      let place = "certificates.roster.levels.\(level.name.rawValue).bound"
      let own = bounds.roster.filter { $0.level == k + 1 }
      guard let claimed = level.bound, let multipliers = own.first, own.count == 1 else {
        complain(place, "the level needs its bound and one set of multipliers")
        continue
      }
      guard let proved = provedBound(multipliers, for: roster) else {
        complain(place, "these multipliers prove nothing")
        continue
      }
      if claimed > proved {
        complain(place, "the multipliers prove \(proved), not \(claimed)", amount: claimed -| proved)
      }
    }
    return found
  }
}
