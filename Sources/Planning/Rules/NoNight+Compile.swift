import Districts
import Units

/// Compiles to eligibility.
extension NoNight: RefusingRule {
  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool { person.cadre.noNight && duty.isNight }
}
