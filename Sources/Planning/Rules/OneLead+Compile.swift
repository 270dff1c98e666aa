import Districts

/// Compiles to the duty's lead weight and the people who may lead.
extension OneLead: CountedRule {
  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    facts.duties.indices.reduce(0) { sum, duty in
      facts.duties[duty].asksForLead && lead(of: duty, held, facts: facts) == nil
        ? sum + facts.duties[duty].leadWeight : sum
    }
  }

  /// Of those on the duty who may lead, the one with the smallest id.
  func lead(of duty: Int, _ held: HeldDuties, facts: RosterFacts) -> Int? {
    held.holders[duty].map(\.person).filter { facts.people[$0].cadre.mayLead }
      .min { facts.people[$0].cadre.id < facts.people[$1].cadre.id }
  }
}
