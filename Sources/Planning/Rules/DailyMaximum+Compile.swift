import Districts
import Rostering

/// Compiles to one total a person and service day, where the day's duties together exceed the limit.
extension DailyMaximum: TotalRule, RefusingRule {
  func limit(of person: RosterPerson) -> Int { (person.cadre.maximumDay ?? minutes).rawValue }

  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool { duty.minutes > limit(of: person) }

  func totals(of person: Int, eligible: [Int], facts: RosterFacts) -> [RosterProblem.Total] {
    let limit = limit(of: facts.people[person])
    var byDay = [[RosterProblem.Amount]](repeating: [], count: facts.calendar.dayCount)
    for duty in eligible {
      let fact = facts.facts[duty]
      byDay[fact.day].append(RosterProblem.Amount(duty: duty, amount: fact.minutes))
    }
    return byDay.filter { $0.reduce(0) { $0 + $1.amount } > limit }.map {
      RosterProblem.Total(amounts: $0, maximum: limit)
    }
  }
}
