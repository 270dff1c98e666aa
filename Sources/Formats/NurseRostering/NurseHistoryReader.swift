/// Reads a history, whose nurses may stand in any order; problems go to the log.
struct NurseHistoryReader {
  var text: NurseText
  let scenario: NurseScenario
  let nurses: Names
  let shifts: Names

  init(_ bytes: [UInt8], file: String, of scenario: NurseScenarioReader, log: ProblemLog) {
    text = NurseText(bytes, file: file, log: log)
    self.scenario = scenario.scenario
    nurses = scenario.nurses
    shifts = scenario.shifts
  }

  private static let most = 100_000

  mutating func read() -> NurseHistory {
    var history = NurseHistory()
    if text.heading("HISTORY", hasValue: false) != nil, let line = text.next(),
      let words = text.words(line, 2...2, shape: "0 \(scenario.name)")
    {
      history.week = text.reader.whole(words[0], in: 0...104, .number, column: "HISTORY") ?? 0
      text.checkScenario(words[1], scenario.name)
    }
    guard text.heading("NURSE_HISTORY", hasValue: false) != nil else { return history }
    var found = [NurseHistory.Nurse?](repeating: nil, count: scenario.nurses.count)
    var seen: [String: Int] = [:]
    while let line = text.next() {
      guard let words = text.words(line, 7...7, shape: "HN_0 0 0 Late 1 4 0"),
        let nurse = text.reader.index(of: words[0], in: nurses, column: "NURSE_HISTORY"),
        text.reader.isFirst(words[0], &seen)
      else { continue }
      found[nurse] = entry(words)
    }
    for (nurse, entry) in zip(scenario.nurses, found) where entry == nil && nurses.isComplete {
      text.reader.line = 0
      if seen[nurse.id] == nil {
        text.reader.complain(
          .missingEntry, ["value": nurse.id, "example": "\(nurse.id) 0 0 None 0 0 1"], column: "NURSE_HISTORY")
      }
    }
    history.nurses = found.map { $0 ?? NurseHistory.Nurse() }
    return history
  }

  /// Assignments, weekends, last shift, of the same in a row, worked in a row, days off in a row.
  private func entry(_ words: [String]) -> NurseHistory.Nurse? {
    func number(_ index: Int) -> Int? {
      text.reader.whole(words[index], in: 0...Self.most, .number, column: "NURSE_HISTORY")
    }
    guard let assignments = number(1), let weekends = number(2), let same = number(4), let worked = number(5),
      let off = number(6)
    else { return nil }
    var entry = NurseHistory.Nurse()
    (entry.assignments, entry.weekends) = (assignments, weekends)
    (entry.sameShift, entry.workingDays, entry.daysOff) = (same, worked, off)
    if words[3] != "None" {
      guard let shift = text.reader.index(of: words[3], in: shifts, column: "NURSE_HISTORY") else { return nil }
      entry.lastShift = shift
    }
    let agrees =
      entry.lastShift == nil ? same == 0 && worked == 0 && off > 0 : same > 0 && worked >= same && off == 0
    if !agrees { text.reader.complain(.historyDisagrees, ["value": words.joined(separator: " ")]) }
    return agrees ? entry : nil
  }
}

extension NurseText {
  func checkScenario(_ name: String, _ expected: String) {
    if name != expected, !expected.isEmpty {
      reader.complain(.otherScenario, ["value": name, "expected": expected])
    }
  }
}
