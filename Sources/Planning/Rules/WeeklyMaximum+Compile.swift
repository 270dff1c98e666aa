import Districts
import Rostering

/// Compiles to one total a person and window of seven service days, where its duties and ledger exceed the limit.
///
/// The windows that start on days −6 … h − 7 of a horizon of h days are enough: every other window's planned days lie
/// in one of these that has at least as much of the ledger.
extension WeeklyMaximum: TotalRule, RefusingRule {
  func limit(of person: RosterPerson) -> Int { (person.cadre.maximumWeek ?? minutes).rawValue }

  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool {
    let ledger = duty.day < 6 ? person.recentMinutes[6 - duty.day] : 0
    return ledger + duty.minutes > limit(of: person)
  }

  func totals(of person: Int, eligible: [Int], facts: RosterFacts) -> [RosterProblem.Total] {
    let limit = limit(of: facts.people[person])
    let recent = facts.people[person].recentMinutes
    return (-6...max(-6, facts.calendar.dayCount - 7)).compactMap { first in
      let base = first < 0 ? recent[-first] : 0
      var sum = base
      var amounts: [RosterProblem.Amount] = []
      for duty in eligible where (first...(first + 6)).contains(facts.facts[duty].day) {
        amounts.append(RosterProblem.Amount(duty: duty, amount: facts.facts[duty].minutes))
        sum += facts.facts[duty].minutes
      }
      return sum > limit && !amounts.isEmpty ? RosterProblem.Total(amounts: amounts, base: base, maximum: limit) : nil
    }
  }
}
