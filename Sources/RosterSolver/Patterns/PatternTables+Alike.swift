import Rostering

extension PatternTables {
  /// What pricing knows of a person; people with the same one have the same patterns at the same prices.
  private struct Look: Hashable {
    var graph: Int
    var start: Int
    var constant: Int
    var mayLead: Bool
    var mayRest: [Bool]
    /// Ends of the days in the lists of options.
    var ends: [Int]
    var cells: [Int32]
    var points: [Int]
    var limits: [[Int?]]
    var costs: [RosterProblem.StepCost?]
    var endCost: [Double]
  }

  /// Of everybody the first who is the same to the model. People with rows of `LinkTables` are one of a kind.
  /// O(options of everybody).
  func firstAlike() -> [Int] {
    var first: [Look: Int] = [:]
    return (0..<personCount).map { person in
      guard links.entries(of: person, days: dayCount).isEmpty else { return person }
      let look = look(of: person)
      if let known = first[look] { return known }
      first[look] = person
      return person
    }
  }

  private func look(of person: Int) -> Look {
    let days = 0..<dayCount
    let all =
      (days.isEmpty ? 0 : options(person, 0).lowerBound)..<(days.isEmpty ? 0 : options(person, dayCount - 1).upperBound)
    return Look(
      graph: graphOf[person], start: startNode[person], constant: personConstant[person], mayLead: mayLead[person],
      mayRest: days.map { mayRest[person * dayCount + $0] },
      ends: days.map { options(person, $0).upperBound - all.lowerBound }, cells: all.map { optionCell[$0] },
      points: all.map { optionPoints[$0] },
      limits: totals[person].map { [$0.shape, $0.low, $0.high, $0.base] }, costs: totals[person].map(\.cost),
      endCost: endCost[person])
  }
}
