/// Scenario, history and weeks of the nurse rostering competition, as far as a judge needs them.
struct NurseScript: Sendable {
  struct Contract: Sendable {
    var assignments = 0...0
    var workingDays = 0...0
    var daysOff = 0...0
    var weekends = 0
    var wholeWeekends = false
  }
  struct Nurse: Sendable {
    var name: String
    var contract: String
    var skills: [String]
  }
  /// assignments, weekends, last shift, of the same in a row, days worked, days off.
  struct Past: Sendable {
    var assignments = 0
    var weekends = 0
    var lastShift = "None"
    var same = 0
    var worked = 0
    var off = 0
  }

  var name = ""
  var shifts: [String] = []
  var sameShift: [String: ClosedRange<Int>] = [:]
  var forbidden: [String: [String]] = [:]
  var contracts: [String: Contract] = [:]
  var nurses: [Nurse] = []
  var past: [String: Past] = [:]
  var firstWeek = 0

  static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  init(scenario: String, history: String) throws(UnreadableFormat) {
    var section = ""
    for line in checkedLines(scenario, of: .instance) {
      let words = nurseWords(line.text)
      if words.count > 1, words[1] == "=" {
        section = words[0]
        if section == "SCENARIO" { name = words.last ?? "" }
      } else if words == ["FORBIDDEN_SHIFT_TYPES_SUCCESSIONS"] {
        section = words[0]
      } else {
        try take(line, words, of: section)
      }
    }
    try readHistory(history)
  }

  private mutating func take(_ line: CheckedLine, _ words: [String], of section: String) throws(UnreadableFormat) {
    switch section {
    case "SHIFT_TYPES":
      guard words.count == 2 else { throw line.unreadable }
      shifts.append(words[0])
      sameShift[words[0]] = try nurseRange(words[1], line)
    case "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS":
      forbidden[words[0]] = Array(words.dropFirst(2))
    case "CONTRACTS":
      guard words.count == 6, let weekends = nurseNumber(words[4]) else { throw line.unreadable }
      contracts[words[0]] = Contract(
        assignments: try nurseRange(words[1], line), workingDays: try nurseRange(words[2], line),
        daysOff: try nurseRange(words[3], line), weekends: weekends, wholeWeekends: words[5] == "1")
    case "NURSES":
      guard words.count >= 3 else { throw line.unreadable }
      nurses.append(Nurse(name: words[0], contract: words[1], skills: Array(words.dropFirst(3))))
    default: break
    }
  }

  private mutating func readHistory(_ text: String) throws(UnreadableFormat) {
    for line in checkedLines(text, of: .instance) {
      let words = nurseWords(line.text)
      if words.count == 2, let week = nurseNumber(words[0]) { firstWeek = week }
      guard words.count == 7 else { continue }
      let numbers = [1, 2, 4, 5, 6].compactMap { nurseNumber(words[$0]) }
      guard numbers.count == 5 else { throw line.unreadable }
      past[words[0]] = Past(
        assignments: numbers[0], weekends: numbers[1], lastShift: words[3], same: numbers[2], worked: numbers[3],
        off: numbers[4])
    }
  }
}

/// Demand and requests of one week.
struct NurseDemand: Sendable {
  struct Cover: Sendable {
    var shift: String
    var skill: String
    /// Monday to Sunday: minimum … optimum.
    var days: [ClosedRange<Int>]
  }
  struct Wish: Sendable, Hashable {
    var nurse: String
    var shift: String
    var day: String
  }
  var covers: [Cover] = []
  /// Shifts not wanted, `Any` meaning all.
  var wishes: [Wish] = []

  init(_ text: String) throws(UnreadableFormat) {
    for line in checkedLines(text, of: .instance) {
      let words = nurseWords(line.text)
      if words.count == 9 {
        var days: [ClosedRange<Int>] = []
        for word in words.dropFirst(2) { days.append(try nurseRange(word, line)) }
        covers.append(Cover(shift: words[0], skill: words[1], days: days))
      } else if words.count == 3, words[1] != "=" {
        wishes.append(Wish(nurse: words[0], shift: words[1], day: words[2]))
      }
    }
  }
}

func nurseWords(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\t" }.map(String.init) }

/// A count: not negative, and small enough for sums and products.
func nurseNumber(_ text: String) -> Int? { Int(text).flatMap { (0..<1 << 30).contains($0) ? $0 : nil } }

/// `(2,5)`
func nurseRange(_ text: String, _ line: CheckedLine) throws(UnreadableFormat) -> ClosedRange<Int> {
  let numbers = text.split { "(,)".contains($0) }.compactMap { nurseNumber(String($0)) }
  guard numbers.count == 2, numbers[0] <= numbers[1] else { throw line.unreadable }
  return numbers[0]...numbers[1]
}
