/// Reads a scenario; problems go to the log.
struct NurseScenarioReader {
  var text: NurseText
  var scenario = NurseScenario(name: "")
  var skills = Names(place: "SKILLS")
  var shifts = Names(place: "SHIFT_TYPES")
  var contracts = Names(place: "CONTRACTS")
  var nurses = Names(place: "NURSES")

  init(_ bytes: [UInt8], file: String, log: ProblemLog) { text = NurseText(bytes, file: file, log: log) }

  private static let mostDays = 1000
  private static let successions = "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"

  /// Sections stand in the competition's order; what cannot be read leaves the scenario incomplete, and a problem.
  mutating func read() -> NurseScenario {
    scenario.name = text.heading("SCENARIO") ?? ""
    if let weeks = text.heading("WEEKS") {
      scenario.weekCount = text.reader.whole(weeks, in: 1...104, .number, column: "WEEKS") ?? 0
    }
    readSkills()
    readShifts()
    readSuccessions()
    readContracts()
    readNurses()
    text.end()
    return scenario
  }

  private mutating func readSkills() {
    guard let lines = text.counted("SKILLS", until: ["SHIFT_TYPES"], most: PublicLimit.skills) else {
      skills.isComplete = false
      return
    }
    var seen: [String: Int] = [:]
    for line in lines {
      guard let words = text.words(line, 1...1, shape: "HeadNurse"),
        let name = newName(words[0], "SKILLS", &seen, &skills)
      else { continue }
      scenario.skills.append(name)
    }
  }

  private func newName(
    _ name: String, _ column: String, _ seen: inout [String: Int], _ names: inout Names
  ) -> String? {
    guard let name = text.reader.newName(name, column: column), text.reader.isFirst(name, &seen, as: .duplicateID)
    else {
      names.isComplete = false
      return nil
    }
    names.append(name)
    return name
  }

  /// `Early (2,5)`.
  private mutating func readShifts() {
    guard let lines = text.counted("SHIFT_TYPES", until: [Self.successions], most: PublicLimit.shifts) else {
      shifts.isComplete = false
      return
    }
    var seen: [String: Int] = [:]
    for line in lines {
      guard let words = text.words(line, 2...2, shape: "Early (2,5)") else {
        shifts.isComplete = false
        continue
      }
      let range = text.range(words[1], most: Self.mostDays, column: "SHIFT_TYPES") ?? 0...0
      // These two words have a meaning of their own in histories and requests.
      if words[0] == "None" || words[0] == "Any" {
        text.reader.complain(.badID, ["value": words[0]], column: "SHIFT_TYPES")
      }
      guard let name = newName(words[0], "SHIFT_TYPES", &seen, &shifts) else { continue }
      scenario.shifts.append(NurseScenario.Shift(id: name, consecutive: range))
    }
  }

  /// `Late 2 Early Day`, one line a shift.
  private mutating func readSuccessions() {
    let isThere = text.heading(Self.successions, hasValue: false) != nil
    var seen: [String: Int] = [:]
    for line in text.lines(until: ["CONTRACTS"]) where isThere {
      guard let words = text.words(line, 2...Int.max, shape: "Late 2 Early Day"),
        let shift = text.reader.index(of: words[0], in: shifts, column: Self.successions),
        text.reader.isFirst(words[0], &seen)
      else { continue }
      let followers = words.dropFirst(2).compactMap { text.reader.index(of: $0, in: shifts, column: Self.successions) }
      if let count = text.reader.whole(words[1], in: 0...PublicLimit.shifts, .number, column: Self.successions),
        count != words.count - 2
      {
        text.reader.complain(.countDisagrees, ["value": words[1], "count": String(words.count - 2)])
      }
      scenario.shifts[shift].mayNotPrecede = Set(followers).sorted()
    }
  }

  /// `FullTime (15,22) (3,5) (2,3) 2 1`: assignments, working days, days off, weekends, whole weekends.
  private mutating func readContracts() {
    guard let lines = text.counted("CONTRACTS", until: ["NURSES"], most: 1000) else {
      contracts.isComplete = false
      return
    }
    var seen: [String: Int] = [:]
    for line in lines {
      guard let words = text.words(line, 6...6, shape: "FullTime (15,22) (3,5) (2,3) 2 1") else {
        contracts.isComplete = false
        continue
      }
      let ranges = (1...3).map { text.range(words[$0], most: Self.mostDays, column: "CONTRACTS") ?? 0...0 }
      let weekends = text.reader.whole(words[4], in: 0...Self.mostDays, .number, column: "CONTRACTS") ?? 0
      let whole = text.reader.whole(words[5], in: 0...1, .number, column: "CONTRACTS") ?? 0
      guard let name = newName(words[0], "CONTRACTS", &seen, &contracts) else { continue }
      scenario.contracts.append(
        NurseScenario.Contract(
          id: name, assignments: ranges[0], workingDays: ranges[1], daysOff: ranges[2], mostWeekends: weekends,
          wantsWholeWeekends: whole == 1))
    }
  }

  /// `HN_0 FullTime 2 HeadNurse Nurse`.
  private mutating func readNurses() {
    guard let lines = text.counted("NURSES", until: [], most: PublicLimit.people) else {
      nurses.isComplete = false
      return
    }
    var seen: [String: Int] = [:]
    for line in lines {
      guard let words = text.words(line, 3...Int.max, shape: "HN_0 FullTime 2 HeadNurse Nurse") else {
        nurses.isComplete = false
        continue
      }
      let contract = text.reader.index(of: words[1], in: contracts, column: "NURSES")
      let able = words.dropFirst(3).compactMap { text.reader.index(of: $0, in: skills, column: "NURSES") }
      if let count = text.reader.whole(words[2], in: 0...PublicLimit.skills, .number, column: "NURSES"),
        count != words.count - 3
      {
        text.reader.complain(.countDisagrees, ["value": words[2], "count": String(words.count - 3)])
      }
      guard let name = newName(words[0], "NURSES", &seen, &nurses) else { continue }
      scenario.nurses.append(
        NurseScenario.Nurse(id: name, contract: contract ?? 0, skills: Set(able).sorted()))
    }
  }
}
