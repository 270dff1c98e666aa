/// Judges the solution files of the Second International Nurse Rostering Competition, all weeks together.
///
/// Source: Ceschia et al. (2019), §3.1–3.2. A run goes on from the history; of one that is too long each day within
/// these weeks costs, of one that is too short each missing day when it ends; what is open at the end costs nothing.
public struct NurseRosteringCheck: Sendable {
  private let script: NurseScript
  private let demand: [NurseDemand]

  public init(scenario: String, history: String, weeks: [String]) throws(UnreadableFormat) {
    script = try NurseScript(scenario: scenario, history: history)
    var demand: [NurseDemand] = []
    for week in weeks { demand.append(try NurseDemand(week)) }
    self.demand = demand
  }

  private struct Seat {
    var nurse: String
    var day: Int
    var shift: String
    var skill: String
  }

  /// One text a week, in the order of the weeks.
  public func judge(_ solutions: [String]) throws(UnreadableFormat) -> FormatVerdict {
    guard solutions.count == demand.count else { throw UnreadableFormat(file: .solution, line: 1, text: "") }
    var seats: [Seat] = []
    for (week, text) in solutions.enumerated() { seats += try read(text, week: week) }
    var verdict = FormatVerdict()
    judgeCover(seats, into: &verdict)
    let seatsOf = Dictionary(grouping: seats, by: \.nurse)
    for nurse in script.nurses { judge(nurse, seatsOf[nurse.name] ?? [], into: &verdict) }
    return verdict
  }

  /// `SOLUTION`, week and scenario, `ASSIGNMENTS = n`, then `Nurse Day Shift Skill`.
  private func read(_ text: String, week: Int) throws(UnreadableFormat) -> [Seat] {
    let lines = checkedLines(text, of: .solution)
    guard lines.count >= 3 else {
      throw lines.last?.unreadable ?? UnreadableFormat(file: .solution, line: 1, text: "")
    }
    guard lines[0].text == "SOLUTION" else { throw lines[0].unreadable }
    guard nurseWords(lines[1].text) == ["\(script.firstWeek + week)", script.name] else { throw lines[1].unreadable }
    guard nurseWords(lines[2].text) == ["ASSIGNMENTS", "=", "\(lines.count - 3)"] else { throw lines[2].unreadable }
    var seats: [Seat] = []
    for line in lines.dropFirst(3) {
      let words = nurseWords(line.text)
      guard words.count == 4, let day = NurseScript.days.firstIndex(of: words[1]),
        script.nurses.contains(where: { $0.name == words[0] }), script.shifts.contains(words[2])
      else { throw line.unreadable }
      seats.append(Seat(nurse: words[0], day: 7 * week + day, shift: words[2], skill: words[3]))
    }
    return seats
  }

  private func judgeCover(_ seats: [Seat], into verdict: inout FormatVerdict) {
    var filled: [String: Int] = [:]
    for seat in seats { filled["\(seat.day) \(seat.shift) \(seat.skill)", default: 0] += 1 }
    verdict.pay(.optimalCover, 0)
    for (week, demand) in demand.enumerated() {
      for cover in demand.covers {
        for (day, range) in cover.days.enumerated() {
          let place = "\(7 * week + day) \(cover.shift) \(cover.skill)"
          let here = filled[place] ?? 0
          if here < range.lowerBound { verdict.violate(.understaffing, place, by: range.lowerBound - here) }
          verdict.pay(.optimalCover, 30 * max(0, range.upperBound - here))
        }
      }
    }
  }

  private func judge(_ nurse: NurseScript.Nurse, _ seats: [Seat], into verdict: inout FormatVerdict) {
    let dayCount = 7 * demand.count
    var shiftOn = [String?](repeating: nil, count: dayCount)
    for seat in seats {
      if shiftOn[seat.day] != nil { verdict.violate(.singleAssignment, "\(nurse.name) \(seat.day)") }
      if !nurse.skills.contains(seat.skill) {
        verdict.violate(.missingSkill, "\(nurse.name) \(seat.day) \(seat.skill)")
      }
      shiftOn[seat.day] = seat.shift
    }
    let past = script.past[nurse.name] ?? NurseScript.Past()
    let contract = script.contracts[nurse.contract] ?? NurseScript.Contract()
    judgeSuccession(nurse, past, shiftOn, into: &verdict)
    judgeRuns(past, contract, shiftOn, into: &verdict)
    for day in 0..<dayCount {
      guard let shift = shiftOn[day] else { continue }
      let name = NurseScript.days[day % 7]
      let isUnwanted = demand[day / 7].wishes.contains {
        $0.nurse == nurse.name && $0.day == name && ($0.shift == shift || $0.shift == "Any")
      }
      verdict.pay(.preference, isUnwanted ? 10 : 0)
    }
    judgeTotals(past, contract, shiftOn, into: &verdict)
  }

  private func judgeSuccession(
    _ nurse: NurseScript.Nurse, _ past: NurseScript.Past, _ shiftOn: [String?], into verdict: inout FormatVerdict
  ) {
    var before: String? = past.lastShift
    for (day, shift) in shiftOn.enumerated() {
      if let before, let shift, (script.forbidden[before] ?? []).contains(shift) {
        verdict.violate(.succession, "\(nurse.name) \(day)")
      }
      before = shift
    }
  }

  private func judgeRuns(
    _ past: NurseScript.Past, _ contract: NurseScript.Contract, _ shiftOn: [String?], into verdict: inout FormatVerdict
  ) {
    let work = runs(shiftOn.map { $0 != nil })
    let (worked, off) = (work.filter(\.value).map(\.days), work.filter { !$0.value }.map(\.days))
    verdict.pay(.workingDays, 30 * judged(worked, before: past.worked, contract.workingDays, shiftOn.count))
    verdict.pay(.daysOff, 30 * judged(off, before: past.off, contract.daysOff, shiftOn.count))
    let same = runs(shiftOn)
    for shift in script.shifts {
      let before = past.lastShift == shift ? past.same : 0
      let days = same.filter { $0.value == shift }.map(\.days)
      verdict.pay(.sameShift, 15 * judged(days, before: before, script.sameShift[shift] ?? 0...0, shiftOn.count))
    }
  }

  /// Days missing and surplus in runs of one kind, of which `before` days lie just before day 0.
  private func judged(_ runs: [Range<Int>], before: Int, _ allowed: ClosedRange<Int>, _ dayCount: Int) -> Int {
    var days = 0
    // The past ended with the past.
    if before > 0, runs.first?.lowerBound != 0 { days += max(0, allowed.lowerBound - before) }
    for run in runs {
      let length = run.count + (run.lowerBound == 0 ? before : 0)
      days += min(run.count, max(0, length - allowed.upperBound))
      if run.upperBound < dayCount { days += max(0, allowed.lowerBound - length) }
    }
    return days
  }

  private func judgeTotals(
    _ past: NurseScript.Past, _ contract: NurseScript.Contract, _ shiftOn: [String?], into verdict: inout FormatVerdict
  ) {
    let total = past.assignments + shiftOn.count { $0 != nil }
    let outside = max(0, contract.assignments.lowerBound - total) + max(0, total - contract.assignments.upperBound)
    verdict.pay(.assignments, 20 * outside)
    var weekends = past.weekends
    for week in demand.indices {
      let (saturday, sunday) = (shiftOn[7 * week + 5] != nil, shiftOn[7 * week + 6] != nil)
      if saturday || sunday { weekends += 1 }
      verdict.pay(.wholeWeekend, contract.wholeWeekends && saturday != sunday ? 30 : 0)
    }
    verdict.pay(.weekends, 30 * max(0, weekends - contract.weekends))
  }
}
