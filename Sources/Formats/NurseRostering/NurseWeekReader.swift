/// Reads the demand and the requests of one week; problems go to the log.
struct NurseWeekReader {
  var text: NurseText
  let scenario: NurseScenario
  let nurses: Names
  let shifts: Names
  let skills: Names

  init(_ bytes: [UInt8], file: String, of scenario: NurseScenarioReader, log: ProblemLog) {
    text = NurseText(bytes, file: file, log: log)
    self.scenario = scenario.scenario
    nurses = scenario.nurses
    shifts = scenario.shifts
    skills = scenario.skills
  }

  mutating func read() -> NurseWeek {
    var week = NurseWeek()
    week.covers = [NurseWeek.Cover](
      repeating: NurseWeek.Cover(), count: 7 * scenario.shifts.count * scenario.skills.count)
    if text.heading("WEEK_DATA", hasValue: false) != nil, let line = text.next(),
      let words = text.words(line, 1...1, shape: scenario.name)
    {
      text.checkScenario(words[0], scenario.name)
    }
    if text.heading("REQUIREMENTS", hasValue: false) != nil { readRequirements(into: &week) }
    readRequests(into: &week)
    return week
  }

  /// `Early Nurse (1,2) …`: shift, skill, minimum and optimum from Monday to Sunday.
  private mutating func readRequirements(into week: inout NurseWeek) {
    var seen: [String: Int] = [:]
    for line in text.lines(until: ["SHIFT_OFF_REQUESTS"]) {
      let shape = "Early Nurse (1,2) (1,1) (1,1) (0,1) (1,1) (1,1) (0,1)"
      guard let words = text.words(line, 9...9, shape: shape),
        let shift = text.reader.index(of: words[0], in: shifts, column: "REQUIREMENTS"),
        let skill = text.reader.index(of: words[1], in: skills, column: "REQUIREMENTS"),
        text.reader.isFirst("\(words[0]) \(words[1])", &seen)
      else { continue }
      for day in 0..<7 {
        let column = "REQUIREMENTS \(weekdays[day])"
        guard let range = text.range(words[2 + day], most: PublicLimit.seats.upperBound, column: column) else {
          continue
        }
        week.covers[(day * scenario.shifts.count + shift) * scenario.skills.count + skill] = NurseWeek.Cover(
          minimum: range.lowerBound, optimal: range.upperBound)
      }
    }
  }

  /// `Sara Any Thu`: nurse, shift or `Any`, day.
  private mutating func readRequests(into week: inout NurseWeek) {
    let key = "SHIFT_OFF_REQUESTS"
    let most = 7 * (PublicLimit.shifts + 1) * PublicLimit.people
    guard let lines = text.counted(key, until: [], least: 0, most: most) else { return }
    var seen: [String: Int] = [:]
    for line in lines {
      guard let words = text.words(line, 3...3, shape: "Sara Any Thu"),
        let nurse = text.reader.index(of: words[0], in: nurses, column: key)
      else { continue }
      var shift: Int?
      if words[1] != "Any" {
        shift = text.reader.index(of: words[1], in: shifts, column: key)
        if shift == nil { continue }
      }
      guard let day = weekdays.firstIndex(of: words[2]) else {
        text.reader.complain(
          .unknownWeekday, ["value": words[2]], nearest: nearestName(to: words[2], among: weekdays))
        continue
      }
      guard text.reader.isFirst(words.joined(separator: " "), &seen) else { continue }
      week.requests.append(NurseWeek.Request(nurse: nurse, shift: shift, day: day))
    }
  }
}
