import Districts
import Units

/// Compiles to conflicts between duties of neighbouring service days, and to eligibility on the first day where the
/// ledger's last duty of the day before ended late.
extension MinimumRest: SequenceRule, RefusingRule {
  func forbids(_ first: DutyFact, _ second: DutyFact, places: RosterPlaces) -> Bool {
    // A long set-up may start a duty before one of the service day before.
    if second.day == first.day + 1 { return second.start - first.end < minutes.seconds }
    if first.day == second.day + 1 { return first.start - second.end < minutes.seconds }
    return false
  }
  func reach(places: RosterPlaces) -> Int { minutes.seconds.rawValue }

  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool {
    guard duty.day == 0, let since = person.restsSince else { return false }
    return duty.start - since < minutes.seconds
  }
}
