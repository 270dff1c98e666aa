import Districts
import Units

/// Compiles to the price of an option.
extension NearHome: PricingRule, CountedRule {
  func price(_ person: Int, _ duty: Int, facts: RosterFacts) -> Int {
    guard let metres = facts.homeMetres[person][facts.facts[duty].place] else { return 0 }
    return weight * min(20, max(0, metres - 1000).dividedRoundingUp(by: 500))
  }
  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int { prices(held, facts: facts) }
}
