import Districts

/// Compiles to a price on every option that was not published and a rebate on those that were, above a constant.
extension Stability: PricingRule, CountedRule {
  func price(_ person: Int, _ duty: Int, facts: RosterFacts) -> Int {
    guard facts.published.exists else { return 0 }
    return facts.published.duties(of: person).contains(duty) ? -weight : weight
  }

  /// Everything published, as if all of it were dropped.
  func constant(facts: RosterFacts) -> Int {
    let matched = facts.people.indices.reduce(0) { $0 + facts.published.duties(of: $1).count }
    return weight * (matched + facts.published.lost)
  }

  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int {
    constant(facts: facts) + prices(held, facts: facts)
  }
}
