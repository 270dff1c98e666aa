/// Reads the shift-scheduling text format; all problems at once, or none. O(bytes).
public func readShiftSchedule(at path: String) throws(DistrictProblems) -> ShiftSchedule {
  let log = ProblemLog()
  guard let bytes = publicText(path, log) else { throw DistrictProblems(problems: log.problems) }
  return try shiftSchedule(from: bytes, file: path)
}

func shiftSchedule(from bytes: [UInt8], file: String) throws(DistrictProblems) -> ShiftSchedule {
  let log = ProblemLog()
  var reader = ShiftScheduleReader(file: file, log: log)
  let schedule = reader.schedule(SectionedText(bytes, sections: ShiftSection.self, file: file, log: log))
  guard let schedule, log.problems.isEmpty else {
    throw DistrictProblems(problems: log.problems, omitted: log.omitted)
  }
  return schedule
}

enum ShiftSection: String, CaseIterable, Sendable {
  case horizon = "SECTION_HORIZON"
  case shifts = "SECTION_SHIFTS"
  case staff = "SECTION_STAFF"
  case daysOff = "SECTION_DAYS_OFF"
  case onRequests = "SECTION_SHIFT_ON_REQUESTS"
  case offRequests = "SECTION_SHIFT_OFF_REQUESTS"
  case cover = "SECTION_COVER"
}

/// Section by section, in the order in which one needs the other.
struct ShiftScheduleReader {
  let reader: LineReader
  var shiftNames = Names(place: ShiftSection.shifts.rawValue)
  var personNames = Names(place: ShiftSection.staff.rawValue)
  var schedule = ShiftSchedule(dayCount: 0)

  init(file: String, log: ProblemLog) { reader = LineReader(file: file, log: log) }

  mutating func schedule(_ text: SectionedText<ShiftSection>) -> ShiftSchedule? {
    readHorizon(text.lines(of: .horizon))
    readShifts(text.lines(of: .shifts))
    readStaff(text.lines(of: .staff))
    readDaysOff(text.lines(of: .daysOff, isNeeded: false))
    schedule.onRequests = requests(text.lines(of: .onRequests, isNeeded: false))
    schedule.offRequests = requests(text.lines(of: .offRequests, isNeeded: false))
    readCover(text.lines(of: .cover))
    let size = schedule.people.count * schedule.dayCount * schedule.shifts.count
    let kinds = Set(schedule.people.map(ShiftSequenceLimits.init))
    let arcs = kinds.reduce(0) { $0 + schedule.mostStates($1) * (schedule.shifts.count + 1) }
    if size > PublicLimit.options || arcs > PublicLimit.arcs {
      reader.line = 0
      reader.complain(.tooLargeToSolve, ["value": String(size), "most": String(PublicLimit.options)])
    }
    return schedule
  }

  /// The fields of a line that must have `count` of them.
  func fields(_ line: TextLine, _ count: ClosedRange<Int>, shape: String) -> [String]? {
    reader.line = line.number
    let fields = line.fields()
    guard count.contains(fields.count) else {
      reader.complain(.lineShape, ["value": line.text, "shape": shape])
      return nil
    }
    return fields
  }

  func day(_ text: String) -> Int? {
    // Without a horizon no day is known to be wrong.
    let last = schedule.dayCount > 0 ? schedule.dayCount - 1 : PublicLimit.days.upperBound
    return reader.whole(text, in: 0...last, .days, column: "day")
  }

  private mutating func readHorizon(_ lines: [TextLine]) {
    for (index, line) in lines.enumerated() {
      reader.line = line.number
      if index > 0 {
        reader.complain(.lineShape, ["value": line.text, "shape": "14"])
      } else {
        schedule.dayCount = reader.whole(line.text, in: PublicLimit.days, .days, column: "horizon") ?? 0
      }
    }
  }
}
