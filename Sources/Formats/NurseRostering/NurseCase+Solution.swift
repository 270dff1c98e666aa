import Rostering

extension NurseCase {
  /// The competition's solution files, one a week: a line for every assignment, by nurse, then day.
  public func solutionTexts(of assignment: RosterAssignment) -> [String] {
    let taken = assignment.seats.filter { isKnown($0) }.sorted { ($0.person, $0.duty) < ($1.person, $1.duty) }
    return weeks.indices.map { week in
      let ofWeek = taken.filter { day($0) / 7 == week }
      let lines = ofWeek.map { taken in
        let shift = scenario.shifts[taken.duty % scenario.shifts.count].id
        return
          "\(scenario.nurses[taken.person].id) \(weekdays[day(taken) % 7]) \(shift) \(scenario.skills[taken.seat])\n"
      }
      return "SOLUTION\n\(history.week + week) \(scenario.name)\n\nASSIGNMENTS = \(lines.count)\n" + lines.joined()
    }
  }

  /// What these weeks leave to the next one.
  public func historyAfter(_ assignment: RosterAssignment) -> NurseHistory {
    var shiftOn = [[Int?]](repeating: [Int?](repeating: nil, count: dayCount), count: scenario.nurses.count)
    for taken in assignment.seats where isKnown(taken) {
      shiftOn[taken.person][day(taken)] = taken.duty % scenario.shifts.count
    }
    var history = self.history
    history.week = weeksAfter
    for nurse in scenario.nurses.indices {
      for day in 0..<dayCount { history.nurses[nurse].append(shiftOn[nurse][day]) }
      history.nurses[nurse].weekends += weeks.indices.count {
        shiftOn[nurse][7 * $0 + 5] != nil || shiftOn[nurse][7 * $0 + 6] != nil
      }
    }
    return history
  }

  private func day(_ taken: RosterAssignment.Taken) -> Int { taken.duty / scenario.shifts.count }

  private func isKnown(_ taken: RosterAssignment.Taken) -> Bool {
    scenario.nurses.indices.contains(taken.person) && scenario.skills.indices.contains(taken.seat)
      && (0..<dayCount * scenario.shifts.count).contains(taken.duty)
  }
}

extension NurseHistory.Nurse {
  /// One day more; weekends are counted elsewhere.
  fileprivate mutating func append(_ shift: Int?) {
    guard let shift else {
      daysOff += 1
      (lastShift, sameShift, workingDays) = (nil, 0, 0)
      return
    }
    assignments += 1
    sameShift = shift == lastShift ? sameShift + 1 : 1
    workingDays += 1
    daysOff = 0
    lastShift = shift
  }
}
