/// Reads values out of a public format's lines and says where one is wrong.
final class LineReader {
  let file: String
  let log: ProblemLog
  var line = 0

  init(file: String, log: ProblemLog) {
    self.file = file
    self.log = log
  }

  func complain(
    _ code: ProblemCode, _ values: [String: String] = [:], column: String? = nil, nearest: String? = nil
  ) {
    log.add(
      Problem(code, file: file, line: line > 0 ? line : nil, column: column, values: values, nearest: nearest))
  }

  /// Digits with an optional minus, in a range.
  func whole(_ text: String, in range: ClosedRange<Int>, _ unit: Unit, column: String) -> Int? {
    guard let value = text.withCell({ Parse.whole($0.bytes) }) else {
      complain(.notWhole, ["value": text, "unit": unit.phrase, "example": unit.example], column: column)
      return nil
    }
    guard range.contains(value) else {
      complain(
        .wholeOutOfRange,
        [
          "value": text, "unit": unit.phrase, "least": String(range.lowerBound), "most": String(range.upperBound),
        ], column: column)
      return nil
    }
    return value
  }

  /// A new name: letters, digits, `_`, `.`, `-`, at most forty; `-` alone means a day off in solutions.
  func newName(_ text: String, column: String) -> String? {
    guard text != "-", text.withCell({ Parse.isID($0.bytes) }) else {
      complain(.badID, ["value": text], column: column)
      return nil
    }
    return text
  }

  /// The index of a known name.
  func index(of text: String, in names: Names, column: String) -> Int? {
    if let index = names.index[text] { return index }
    // Where the list itself could not be read, nothing is known to be missing.
    if names.isComplete {
      complain(
        .unknownID, ["value": text, "file": names.place], column: column,
        nearest: nearestName(to: text, among: names.inOrder))
    }
    return nil
  }

  /// The lines of a section that lists names; beyond `most` they are one problem, not many.
  func atMost(_ most: Int, _ lines: [TextLine], _ names: inout Names) -> ArraySlice<TextLine> {
    if lines.count > most {
      line = lines[most].number
      complain(.tooLargeToSolve, ["value": String(lines.count), "most": String(most)])
      names.isComplete = false
    }
    return lines.prefix(most)
  }

  /// Complains of the second line that says the same thing.
  func isFirst(_ key: String, _ seen: inout [String: Int], as code: ProblemCode = .duplicateRow) -> Bool {
    if let line = seen[key] {
      complain(code, ["value": key, "line": String(line)])
      return false
    }
    seen[key] = line
    return true
  }
}

/// Names in the order in which a section lists them.
struct Names: Sendable {
  /// The section, for messages.
  let place: String
  private(set) var inOrder: [String] = []
  private(set) var index: [String: Int] = [:]
  /// False where a line of the section could not be read.
  var isComplete = true

  init(place: String) { self.place = place }

  mutating func append(_ name: String) {
    index[name] = inOrder.count
    inOrder.append(name)
  }
}
