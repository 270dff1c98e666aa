import Districts
import Units

/// Compiles to eligibility; the date that the cycle starts from is filled in before.
extension Rotation: RefusingRule {
  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool {
    guard !cycle.isEmpty, let group = person.cadre.group, let from, cycle.contains(group) else { return false }
    let days = from.days(to: duty.date)
    let turn = days - days.dividedRoundingDown(by: cycle.count) * cycle.count
    return cycle[turn] != group
  }
}
