/// Judges a roster of the shift-scheduling benchmark from the text of the instance and of the solution.
///
/// Source: Curtois and Qu (2014), §2; a run that touches the first or the last day is never too short, and its length
/// counts from there.
public struct ShiftSchedulingCheck: Sendable {
  private let instance: [String: [CheckedLine]]

  public init(instance: String) throws(UnreadableFormat) {
    var sections: [String: [CheckedLine]] = [:]
    var name = ""
    for line in checkedLines(instance, of: .instance) {
      if line.text.hasPrefix("SECTION_") { name = line.text } else { sections[name, default: []].append(line) }
    }
    self.instance = sections
  }

  /// One line a person: shift ids or `-`, separated by tabs.
  public func judge(_ solution: String) throws(UnreadableFormat) -> FormatVerdict {
    let dayCount = try lines("HORIZON").first?.whole(0) ?? 0
    var minutes: [String: Int] = [:]
    var forbidden: [String: [String]] = [:]
    for line in lines("SHIFTS") {
      minutes[line[0]] = try line.whole(1)
      forbidden[line[0]] = list(line[2])
    }
    let staff = lines("STAFF")
    let rosters = try read(solution, people: staff.map { $0[0] }, dayCount: dayCount, shifts: minutes)
    var verdict = FormatVerdict()
    for (line, days) in zip(staff, rosters) {
      try judgePerson(line, days, minutes: minutes, forbidden: forbidden, into: &verdict)
    }
    let rosterOf = Dictionary(zip(staff.map { $0[0] }, rosters), uniquingKeysWith: { first, _ in first })
    try judgeRequests(rosterOf, into: &verdict)
    try judgeCover(rosters, into: &verdict)
    return verdict
  }

  private func lines(_ section: String) -> [CheckedLine] { instance["SECTION_" + section] ?? [] }

  /// `E|L`
  private func list(_ text: String) -> [String] {
    text.split(separator: "|").map { String($0.trimming { $0 == " " }) }
  }

  private func read(
    _ solution: String, people: [String], dayCount: Int, shifts: [String: Int]
  ) throws(UnreadableFormat) -> [[String]] {
    let lines = checkedLines(solution, of: .solution)
    for (index, line) in lines.enumerated() {
      let cells = line.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard index < people.count, cells.count == dayCount, cells.allSatisfy({ $0 == "-" || shifts[$0] != nil })
      else { throw line.unreadable }
    }
    guard lines.count == people.count else {
      throw UnreadableFormat(file: .solution, line: (lines.last?.number ?? 0) + 1, text: "")
    }
    return lines.map { $0.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// `A,D=14,4320,3360,5,2,2,1`
  private func judgePerson(
    _ line: CheckedLine, _ days: [String], minutes: [String: Int], forbidden: [String: [String]],
    into verdict: inout FormatVerdict
  ) throws(UnreadableFormat) {
    let person = line[0]
    for entry in list(line[1]) {
      let parts = entry.split(separator: "=").map { String($0.trimming { $0 == " " }) }
      guard parts.count == 2, let most = Int(parts[1]) else { throw line.unreadable }
      let had = days.count { $0 == parts[0] }
      if had > most { verdict.violate(.mostShifts, "\(person) \(parts[0])", by: had - most) }
    }
    let worked = days.reduce(0) { $0 + (minutes[$1] ?? 0) }
    let (most, least) = (try line.whole(2), try line.whole(3))
    if worked > most { verdict.violate(.mostMinutes, person, by: worked - most) }
    if worked < least { verdict.violate(.leastMinutes, person, by: least - worked) }
    try judgeRuns(line, days, into: &verdict)
    let weekends = stride(from: 5, to: days.count, by: 7).count { saturday in
      days[saturday..<min(saturday + 2, days.count)].contains { $0 != "-" }
    }
    let mostWeekends = try line.whole(7)
    if weekends > mostWeekends { verdict.violate(.mostWeekends, person, by: weekends - mostWeekends) }
    for off in lines("DAYS_OFF") where off[0] == person {
      for field in 1..<off.fields.count {
        let day = try off.whole(field)
        if days.indices.contains(day), days[day] != "-" { verdict.violate(.dayOff, "\(person) \(day)") }
      }
    }
    for day in days.indices.dropFirst() where (forbidden[days[day - 1]] ?? []).contains(days[day]) {
      verdict.violate(.succession, "\(person) \(day)")
    }
  }

  private func judgeRuns(
    _ line: CheckedLine, _ days: [String], into verdict: inout FormatVerdict
  ) throws(UnreadableFormat) {
    let (longest, shortest, shortestBreak) = (try line.whole(4), try line.whole(5), try line.whole(6))
    for run in runs(days.map { $0 != "-" }) {
      let place = "\(line[0]) \(run.days.lowerBound)"
      let isInside = run.days.lowerBound > 0 && run.days.upperBound < days.count
      if run.value, run.days.count > longest { verdict.violate(.longestRun, place, by: run.days.count - longest) }
      let least = run.value ? shortest : shortestBreak
      if isInside, run.days.count < least {
        verdict.violate(run.value ? .shortestRun : .shortestBreak, place, by: least - run.days.count)
      }
    }
  }

  private func judgeRequests(
    _ rosterOf: [String: [String]], into verdict: inout FormatVerdict
  ) throws(UnreadableFormat) {
    for (section, rule, isOn) in [
      ("SHIFT_ON_REQUESTS", FormatRule.shiftOn, true), ("SHIFT_OFF_REQUESTS", FormatRule.shiftOff, false),
    ] {
      verdict.pay(rule, 0)
      for line in lines(section) {
        let (day, weight) = (try line.whole(1), try line.whole(3))
        guard let days = rosterOf[line[0]], days.indices.contains(day) else { throw line.unreadable }
        if (days[day] == line[2]) != isOn { verdict.pay(rule, weight) }
      }
    }
  }

  private func judgeCover(_ rosters: [[String]], into verdict: inout FormatVerdict) throws(UnreadableFormat) {
    verdict.pay(.underCover, 0)
    verdict.pay(.overCover, 0)
    for line in lines("COVER") {
      let (day, wanted) = (try line.whole(0), try line.whole(2))
      let here = rosters.count { $0.indices.contains(day) && $0[day] == line[1] }
      verdict.pay(.underCover, max(0, wanted - here) * (try line.whole(3)))
      verdict.pay(.overCover, max(0, here - wanted) * (try line.whole(4)))
    }
  }
}
