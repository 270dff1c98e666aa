import Districts
import Rostering

/// Eligibility: a hard rule that may refuse a person one duty, judged as the person's only duty of the horizon.
protocol RefusingRule: Rule {
  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool
}

/// Sequence: a hard rule that may forbid two duties together, whoever has them; `first` starts no later than `second`.
protocol SequenceRule: Rule {
  func forbids(_ first: DutyFact, _ second: DutyFact, places: RosterPlaces) -> Bool
  /// The number of seconds after the end of a duty from which on another may start without a thought.
  func reach(places: RosterPlaces) -> Int
}

/// Totals: weighted sums of one person's duties, limited or priced.
protocol TotalRule: Rule {
  /// - Parameter eligible: the duties that the person may take, ascending.
  func totals(of person: Int, eligible: [Int], facts: RosterFacts) -> [RosterProblem.Total]
}

/// Eligibility with a price: level-3 points of one person on one duty, whatever else there is.
protocol PricingRule: Rule {
  func price(_ person: Int, _ duty: Int, facts: RosterFacts) -> Int
}

/// What a rule adds to the objective of a finished roster: the entry of the breakdown.
protocol CountedRule: Rule {
  func amount(_ held: HeldDuties, facts: RosterFacts) -> Int
}

extension PricingRule {
  /// Σ price over everybody's duties.
  func prices(_ held: HeldDuties, facts: RosterFacts) -> Int {
    var sum = 0
    for person in held.duties.indices {
      for duty in held.duties[person] { sum += price(person, duty, facts: facts) }
    }
    return sum
  }
}

extension TotalRule {
  /// Σ cost of the totals of everybody's duties.
  func costs(_ held: HeldDuties, facts: RosterFacts) -> Int {
    var sum = 0
    for person in held.duties.indices {
      for total in totals(of: person, eligible: held.duties[person], facts: facts) {
        let value = total.amounts.reduce(total.base) { $0 + $1.amount }
        sum += total.cost?.cost(of: value) ?? 0
      }
    }
    return sum
  }
}
