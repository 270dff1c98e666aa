import Districts
import Units

/// Compiles to conflicts: duties that overlap, or leave too little time for the way between their places; and two teams'
/// duties of one day, since nobody goes with two.
extension NoOverlap: SequenceRule {
  func forbids(_ first: DutyFact, _ second: DutyFact, places: RosterPlaces) -> Bool {
    let between = (second.start - first.end).rawValue
    if first.isCarrying, second.isCarrying, first.day == second.day { return true }
    return between < 0 || between < places.seconds(from: first.place, to: second.place)
  }
  func reach(places: RosterPlaces) -> Int { places.longest }
}
