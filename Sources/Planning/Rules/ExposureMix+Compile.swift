import Districts
import Units

/// Compiles to conflicts within `days` service days, and to eligibility where the ledger holds a higher exposure.
extension ExposureMix: SequenceRule, RefusingRule {
  func forbids(_ first: DutyFact, _ second: DutyFact, places: RosterPlaces) -> Bool {
    days > 0 && second.exposure < first.exposure && second.start >= first.end
      && (0...days).contains(second.day - first.day)
  }
  /// Counted in service days, not in seconds: whole days and one more, so that none is missed.
  func reach(places: RosterPlaces) -> Int { days > 0 ? (days + 2) * 86_400 : 0 }

  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool {
    days > 0
      && person.past.contains {
        $0.exposure > duty.exposure && duty.start >= $0.span.end && duty.day - $0.day <= days
      }
  }
}
