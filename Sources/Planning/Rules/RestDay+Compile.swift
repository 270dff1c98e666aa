import Districts

/// Compiles to the price of days beyond the fifth in a row.
extension RestDay: CountedRule {
  static let freeRun = 5

  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    var beyond = 0
    for person in held.duties.indices where !held.duties[person].isEmpty {
      let worked = Set(held.duties[person].map { facts.facts[$0].day })
      var run = facts.people[person].runBefore
      for day in 0..<facts.calendar.dayCount {
        run = worked.contains(day) ? run + 1 : 0
        if run > RestDay.freeRun { beyond += 1 }
      }
    }
    return weight * beyond
  }
}
