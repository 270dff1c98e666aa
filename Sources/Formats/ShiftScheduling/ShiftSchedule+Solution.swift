import Rostering

extension ShiftSchedule {
  /// One line a person in file order: the shift's id or `-` for each day, separated by tabs.
  public func solutionText(of assignment: RosterAssignment) -> String {
    var cells = [[String]](repeating: [String](repeating: "-", count: dayCount), count: people.count)
    for taken in assignment.seats where people.indices.contains(taken.person) && !shifts.isEmpty && taken.duty >= 0 {
      let (day, shift) = taken.duty.quotientAndRemainder(dividingBy: shifts.count)
      if day < dayCount { cells[taken.person][day] = shifts[shift].id }
    }
    return cells.map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}
