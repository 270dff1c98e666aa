/// Shifts and staff.
extension ShiftScheduleReader {
  /// `D,480,E|L`: id, minutes, shifts that may not follow.
  mutating func readShifts(_ lines: [TextLine]) {
    var rows: [(line: Int, followers: String)] = []
    var seen: [String: Int] = [:]
    for line in reader.atMost(PublicLimit.shifts, lines, &shiftNames) {
      guard let fields = fields(line, 3...3, shape: "D,480,E|L"), let id = reader.newName(fields[0], column: "ShiftID"),
        reader.isFirst(id, &seen, as: .duplicateID)
      else {
        shiftNames.isComplete = false
        continue
      }
      // A shift longer than two days is a slip.
      let minutes = reader.whole(fields[1], in: 0...2880, .minutes, column: "Length") ?? 0
      shiftNames.append(id)
      schedule.shifts.append(ShiftSchedule.Shift(id: id, minutes: minutes))
      rows.append((line.number, fields[2]))
    }
    for (index, row) in rows.enumerated() where !row.followers.isEmpty {
      reader.line = row.line
      schedule.shifts[index].mayNotPrecede = list(row.followers, separator: "|") { reader, text in
        reader.index(of: text, in: shiftNames, column: "may not follow")
      }
    }
  }

  /// Entries of a list, ascending; one that is named twice is a problem.
  func list(_ text: String, separator: Character, _ value: (LineReader, String) -> Int?) -> [Int] {
    var found: [Int] = []
    for entry in text.split(separator: separator, omittingEmptySubsequences: false).map({ trimmed($0) }) {
      guard let value = value(reader, entry) else { continue }
      if found.contains(value) { reader.complain(.repeatedEntry, ["value": entry]) } else { found.append(value) }
    }
    return found.sorted()
  }

  /// `A,D=14,4320,3360,5,2,2,1`.
  mutating func readStaff(_ lines: [TextLine]) {
    var seen: [String: Int] = [:]
    for line in reader.atMost(PublicLimit.people, lines, &personNames) {
      guard let fields = fields(line, 8...8, shape: "A,D=14,4320,3360,5,2,2,1"),
        let id = reader.newName(fields[0], column: "ID"), reader.isFirst(id, &seen, as: .duplicateID)
      else {
        personNames.isComplete = false
        continue
      }
      let days = 0...PublicLimit.days.upperBound
      func number(_ index: Int, _ range: ClosedRange<Int>, _ unit: Unit, _ column: String) -> Int {
        reader.whole(fields[index], in: range, unit, column: column) ?? 0
      }
      personNames.append(id)
      schedule.people.append(
        ShiftSchedule.Person(
          id: id, mostShifts: mostShifts(fields[1]),
          mostMinutes: number(2, PublicLimit.minutes, .minutes, "MaxTotalMinutes"),
          leastMinutes: number(3, PublicLimit.minutes, .minutes, "MinTotalMinutes"),
          longestRun: number(4, days, .days, "MaxConsecutiveShifts"),
          shortestRun: number(5, days, .days, "MinConsecutiveShifts"),
          shortestBreak: number(6, days, .days, "MinConsecutiveDaysOff"),
          mostWeekends: number(7, days, .number, "MaxWeekends")))
    }
  }

  /// `E=28|L=0`: every shift once.
  private func mostShifts(_ text: String) -> [Int] {
    var most = [Int?](repeating: nil, count: schedule.shifts.count)
    for entry in text.split(separator: "|", omittingEmptySubsequences: false) {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false).map { trimmed($0) }
      guard parts.count == 2 else {
        reader.complain(.lineShape, ["value": String(entry), "shape": "E=28|L=0"], column: "MaxShifts")
        continue
      }
      guard let shift = reader.index(of: parts[0], in: shiftNames, column: "MaxShifts") else { continue }
      if most[shift] != nil { reader.complain(.repeatedEntry, ["value": parts[0]], column: "MaxShifts") }
      most[shift] =
        reader.whole(parts[1], in: 0...PublicLimit.days.upperBound, .number, column: "MaxShifts") ?? 0
    }
    for (shift, number) in zip(schedule.shifts, most) where number == nil && shiftNames.isComplete {
      reader.complain(.missingEntry, ["value": shift.id, "example": "\(shift.id)=0"], column: "MaxShifts")
    }
    return most.map { $0 ?? 0 }
  }
}
