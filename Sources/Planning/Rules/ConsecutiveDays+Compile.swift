import Districts
import Units

/// Compiles to the longest run, which the engine counts on from the ledger's; alone, only a duty of the first day can
/// make a run too long.
extension ConsecutiveDays: RefusingRule {
  func refuses(_ person: RosterPerson, _ duty: DutyFact) -> Bool {
    (duty.day == 0 ? person.runBefore : 0) + 1 > days
  }

  /// Whether the run that holds one of these days (ascending) is too long.
  func forbids(days worked: Set<Int>, runBefore: Int) -> Bool {
    var run = runBefore
    guard let last = worked.max() else { return false }
    for day in 0...last {
      run = worked.contains(day) ? run + 1 : 0
      if run > days { return true }
    }
    return false
  }
}
