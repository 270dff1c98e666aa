import Districts
import Rostering

/// Compiles to one priced total a sharer: past and planned minutes against the share, in steps of half an hour.
extension FairHours: TotalRule, CountedRule {
  static let prices = [
    RosterProblem.StepCost.Price(upTo: 8, price: 1), RosterProblem.StepCost.Price(upTo: 16, price: 2),
    RosterProblem.StepCost.Price(upTo: .max, price: 4),
  ]

  func cost(share: Int) -> RosterProblem.StepCost {
    RosterProblem.StepCost(target: share, step: 30, weight: weight, prices: FairHours.prices)
  }

  func totals(of person: Int, eligible: [Int], facts: RosterFacts) -> [RosterProblem.Total] {
    guard weight > 0, let share = facts.shares.minutes[person] else { return [] }
    let amounts = eligible.map { RosterProblem.Amount(duty: $0, amount: facts.facts[$0].minutes) }
    return [
      RosterProblem.Total(amounts: amounts, base: facts.people[person].pastMinutes, cost: cost(share: share))
    ]
  }

  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int { costs(held, facts: facts) }

  /// The least that this person costs with 0 … `most` planned minutes.
  func floor(of person: Int, most: Int, facts: RosterFacts) -> Int {
    guard let share = facts.shares.minutes[person] else { return 0 }
    let past = facts.people[person].pastMinutes
    return cost(share: share).cost(of: past + min(most, max(0, share - past)))
  }
}
