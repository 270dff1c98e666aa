/// One field of the current row: where its content lies, without quotes and outer spaces.
struct FieldRange {
  var start: Int
  var end: Int
  /// Holds doubled quotes that stand for one.
  var isEscaped: Bool
}

/// What the scanner found on one line.
enum ScannedLine: Equatable {
  case row
  case blank
  /// The field is counted from 1.
  case broken(ProblemCode, field: Int)
}

/// Reads comma-separated text line by line, without copying.
///
/// A quoted field ends on its own line (no cell may hold a control character), so a forgotten quote costs one line.
/// - Complexity: O(bytes); no allocation after the first row.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  private(set) var fields: [FieldRange] = []
  /// Of the row read last, from 1.
  private(set) var line = 0
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    fields.reserveCapacity(FileLimit.columns + 1)
  }

  /// Comma, semicolon or tab: what the header holds most of.
  static func separator(of bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var counts = (comma: 0, semicolon: 0, tab: 0)
    var quoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if quoted { continue }
      if byte == UInt8(ascii: ",") { counts.comma += 1 }
      if byte == UInt8(ascii: ";") { counts.semicolon += 1 }
      if byte == UInt8(ascii: "\t") { counts.tab += 1 }
    }
    if counts.comma >= counts.semicolon && counts.comma >= counts.tab { return UInt8(ascii: ",") }
    return counts.semicolon >= counts.tab ? UInt8(ascii: ";") : UInt8(ascii: "\t")
  }

  /// The next line; nil at the end.
  mutating func next() -> ScannedLine? {
    guard position < bytes.count else { return nil }
    line += 1
    fields.removeAll(keepingCapacity: true)
    var i = position
    var end = i
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    position = min(end + 1, bytes.count)
    if end > i, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if i == end { return .blank }
    while true {
      let field = fields.count + 1
      if field > FileLimit.columns { return .broken(.tooManyColumns, field: field) }
      var range = FieldRange(start: i, end: i, isEscaped: false)
      while i < end, bytes[i] == UInt8(ascii: " ") { i += 1 }
      if i < end, bytes[i] == UInt8(ascii: "\"") {
        if let code = quotedField(from: &i, to: end, into: &range) { return .broken(code, field: field) }
      } else {
        while i < end, bytes[i] != separator {
          if bytes[i] == UInt8(ascii: "\"") { return .broken(.strayQuote, field: field) }
          i += 1
        }
        range.end = i
      }
      trim(&range)
      if range.end - range.start > FileLimit.fieldBytes { return .broken(.fieldTooLong, field: field) }
      fields.append(range)
      if i >= end { return .row }
      i += 1
    }
  }

  /// From the opening quote to the separator or the line's end; a code where it goes wrong.
  private func quotedField(from i: inout Int, to end: Int, into range: inout FieldRange) -> ProblemCode? {
    i += 1
    range.start = i
    while i < end {
      if bytes[i] != UInt8(ascii: "\"") {
        i += 1
      } else if i + 1 < end, bytes[i + 1] == UInt8(ascii: "\"") {
        range.isEscaped = true
        i += 2
      } else {
        range.end = i
        i += 1
        while i < end, bytes[i] == UInt8(ascii: " ") { i += 1 }
        return i == end || bytes[i] == separator ? nil : .strayQuote
      }
    }
    return .openQuote
  }

  /// Leaves out ASCII and full-width spaces at both ends.
  private func trim(_ range: inout FieldRange) {
    while range.start < range.end {
      if bytes[range.start] == UInt8(ascii: " ") {
        range.start += 1
      } else if isWideSpace(at: range.start, before: range.end) {
        range.start += 3
      } else {
        break
      }
    }
    while range.start < range.end {
      if bytes[range.end - 1] == UInt8(ascii: " ") {
        range.end -= 1
      } else if range.end - range.start >= 3, isWideSpace(at: range.end - 3, before: range.end) {
        range.end -= 3
      } else {
        break
      }
    }
  }

  private func isWideSpace(at index: Int, before end: Int) -> Bool {
    index + 3 <= end && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
  }

  /// The content of a field of the current row; `scratch` holds at least `FileLimit.fieldBytes`.
  func cell(_ index: Int, scratch: UnsafeMutableBufferPointer<UInt8>) -> Cell {
    let range = fields[index]
    guard range.isEscaped else { return Cell(UnsafeBufferPointer(rebasing: bytes[range.start..<range.end])) }
    var count = 0
    var i = range.start
    while i < range.end {
      scratch[count] = bytes[i]
      count += 1
      i += bytes[i] == UInt8(ascii: "\"") ? 2 : 1
    }
    return Cell(UnsafeBufferPointer(rebasing: scratch[..<count]))
  }
}
