import Districts

/// Compiles to eligibility.
extension HealthRule: RefusingRule {
  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool {
    switch person.cadre.health {
    case .fit: false
    case .watch: duty.exposure > 0
    case .unfit: true
    }
  }
}
