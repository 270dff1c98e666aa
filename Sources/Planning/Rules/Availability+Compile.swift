import Districts

/// Compiles to eligibility: no option for a duty with a minute outside the person's presence.
extension Availability: RefusingRule {
  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool { !person.presence.covers(duty.span) }
}
