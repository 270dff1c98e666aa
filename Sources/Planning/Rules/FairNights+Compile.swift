import Districts
import Rostering

/// Compiles to one priced total a sharer: past and planned nights against the share, night by night.
extension FairNights: TotalRule, CountedRule {
  static let prices = [
    RosterProblem.StepCost.Price(upTo: 1, price: 1), RosterProblem.StepCost.Price(upTo: 2, price: 2),
    RosterProblem.StepCost.Price(upTo: .max, price: 4),
  ]

  func cost(share: Int) -> RosterProblem.StepCost {
    RosterProblem.StepCost(target: share, step: 1, weight: weight, prices: FairNights.prices)
  }

  func totals(of person: Int, eligible: [Int], facts: RosterFacts) -> [RosterProblem.Total] {
    guard weight > 0, let share = facts.shares.nights[person] else { return [] }
    let amounts = eligible.filter { facts.facts[$0].isNight }.map { RosterProblem.Amount(duty: $0, amount: 1) }
    return [RosterProblem.Total(amounts: amounts, base: facts.people[person].pastNights, cost: cost(share: share))]
  }

  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int { costs(held, facts: facts) }

  /// The least that this person costs with 0 … `most` planned nights.
  func floor(of person: Int, most: Int, facts: RosterFacts) -> Int {
    guard let share = facts.shares.nights[person] else { return 0 }
    let past = facts.people[person].pastNights
    return cost(share: share).cost(of: past + min(most, max(0, share - past)))
  }
}
