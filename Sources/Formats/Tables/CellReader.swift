import Units

/// Reads values out of cells and says where one is wrong.
final class CellReader {
  let log: ProblemLog
  let file: String
  let calendar: LocalCalendar
  var line = 0
  var field = 0
  var column = ""

  init(file: String, log: ProblemLog, calendar: LocalCalendar) {
    self.file = file
    self.log = log
    self.calendar = calendar
  }

  func complain(_ code: ProblemCode, _ values: [String: String] = [:], nearest: String? = nil) {
    log.add(
      Problem(
        code, file: file, line: line, field: field, column: column.isEmpty ? nil : column, values: values,
        nearest: nearest))
  }

  func id(_ cell: Cell) -> String? {
    if Parse.isID(cell.bytes) { return cell.text }
    let plain = cell.plainText
    if plain.withCell({ Parse.isID($0.bytes) }) { return plain }
    complain(.badID, ["value": cell.text])
    return nil
  }

  /// At most 200 characters, none of them a control character.
  func text(_ cell: Cell) -> String? {
    let text = cell.text
    if cell.bytes.count > 200, text.count > 200 {
      complain(.textTooLong, ["value": text, "count": String(text.count)])
      return nil
    }
    if holdsControl(cell.bytes) {
      complain(.controlCharacter, ["value": text])
      return nil
    }
    return text
  }

  func whole(_ cell: Cell, in range: ClosedRange<Int>, _ unit: Unit) -> Int? {
    guard let value = cell.withPlainBytes(Parse.whole) else {
      complain(.notWhole, ["value": cell.text, "unit": unit.phrase, "example": unit.example])
      return nil
    }
    guard range.contains(value) else {
      complain(
        .wholeOutOfRange,
        [
          "value": cell.text, "unit": unit.phrase, "least": String(range.lowerBound),
          "most": String(range.upperBound),
        ])
      return nil
    }
    return value
  }

  func decimal(_ cell: Cell, in range: ClosedRange<Double>) -> Double? {
    guard let value = cell.withPlainBytes(Parse.decimal) else {
      complain(.notDecimal, ["value": cell.text])
      return nil
    }
    guard range.contains(value) else {
      complain(
        .decimalOutOfRange,
        ["value": cell.text, "least": shortest(range.lowerBound), "most": shortest(range.upperBound)])
      return nil
    }
    return value
  }

  func yesNo(_ cell: Cell) -> Bool? {
    switch cell.plainText.lowercased() {
    case "yes", "true", "1", "是": return true
    case "no", "false", "0", "否": return false
    default:
      complain(.notYesNo, ["value": cell.text])
      return nil
    }
  }

  private func shortest(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}

/// Control characters, line separators and marks that turn the direction of writing.
func holdsControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for (i, byte) in bytes.enumerated() {
    if byte < 0x20 || byte == 0x7F { return true }
    if byte == 0xC2, i + 1 < bytes.count, bytes[i + 1] < 0xA0 { return true }
    if byte == 0xE2, i + 2 < bytes.count {
      // U+2028 … U+202E and U+2066 … U+2069.
      if bytes[i + 1] == 0x80, (0xA8...0xAE).contains(bytes[i + 2]) { return true }
      if bytes[i + 1] == 0x81, (0xA6...0xA9).contains(bytes[i + 2]) { return true }
    }
    // A byte order mark inside the text.
    if byte == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBB, bytes[i + 2] == 0xBF { return true }
  }
  return false
}
