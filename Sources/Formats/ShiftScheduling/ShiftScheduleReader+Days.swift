/// Days off, requests and cover.
extension ShiftScheduleReader {
  /// `A,5,6`.
  mutating func readDaysOff(_ lines: [TextLine]) {
    var seen: [String: Int] = [:]
    for line in lines {
      guard let fields = fields(line, 2...Int.max, shape: "A,5,6"),
        let person = reader.index(of: fields[0], in: personNames, column: "EmployeeID"),
        reader.isFirst(fields[0], &seen)
      else { continue }
      var days: Set<Int> = []
      for field in fields.dropFirst() {
        guard let day = day(field) else { continue }
        if !days.insert(day).inserted { reader.complain(.repeatedEntry, ["value": field]) }
      }
      schedule.people[person].daysOff = days.sorted()
    }
  }

  /// `A,7,L,2`: person, day, shift, weight.
  func requests(_ lines: [TextLine]) -> [ShiftSchedule.Request] {
    var seen: [String: Int] = [:]
    return lines.compactMap { line in
      guard let fields = fields(line, 4...4, shape: "A,7,L,2") else { return nil }
      let person = reader.index(of: fields[0], in: personNames, column: "EmployeeID")
      let day = day(fields[1])
      let shift = reader.index(of: fields[2], in: shiftNames, column: "ShiftID")
      let weight = reader.whole(fields[3], in: PublicLimit.weight, .weight, column: "Weight")
      guard let person, let day, let shift, let weight,
        reader.isFirst("\(fields[0]),\(day),\(fields[2])", &seen)
      else { return nil }
      return ShiftSchedule.Request(person: person, day: day, shift: shift, weight: weight)
    }
  }

  /// `0,D,5,100,1`: day, shift, wanted, weights for under and over.
  mutating func readCover(_ lines: [TextLine]) {
    var seen: [String: Int] = [:]
    for line in lines {
      guard let fields = fields(line, 5...5, shape: "0,D,5,100,1") else { continue }
      let day = day(fields[0])
      let shift = reader.index(of: fields[1], in: shiftNames, column: "ShiftID")
      let wanted = reader.whole(fields[2], in: PublicLimit.seats, .people, column: "Requirement")
      let under = reader.whole(fields[3], in: PublicLimit.weight, .weight, column: "Weight for under")
      let over = reader.whole(fields[4], in: PublicLimit.weight, .weight, column: "Weight for over")
      guard let day, let shift, let wanted, let under, let over, reader.isFirst("\(day),\(fields[1])", &seen)
      else { continue }
      schedule.covers.append(
        ShiftSchedule.Cover(day: day, shift: shift, wanted: wanted, underCost: under, overCost: over))
    }
  }
}
