/// A line that says something, split at commas.
struct CheckedLine: Sendable {
  var number: Int
  var text: String
  var file: UnreadableFormat.File
  var fields: [String]

  /// A field, empty where there is none.
  subscript(_ index: Int) -> String { index < fields.count ? fields[index] : "" }

  /// A whole number, small enough to be multiplied with another.
  func whole(_ index: Int) throws(UnreadableFormat) -> Int {
    guard let value = Int(self[index]), abs(value) < 1 << 30 else { throw unreadable }
    return value
  }

  var unreadable: UnreadableFormat { UnreadableFormat(file: file, line: number, text: text) }
}

/// The lines of a text without blank ones and comments.
func checkedLines(_ text: String, of file: UnreadableFormat.File) -> [CheckedLine] {
  var lines: [CheckedLine] = []
  let text = text.replacing("\r\n", with: "\n")
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let plain = String(line.trimming { $0 == " " || $0 == "\r" || (file == .instance && $0 == "\t") })
    guard !plain.isEmpty, !plain.hasPrefix("#") else { continue }
    let fields = plain.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0.trimming { $0 == " " || $0 == "\t" })
    }
    lines.append(CheckedLine(number: index + 1, text: plain, file: file, fields: fields))
  }
  return lines
}

extension Substring {
  func trimming(_ isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let first = rest.first, isDropped(first) { rest.removeFirst() }
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}

/// Days in a row with the same value.
struct Run<Value: Equatable> {
  var value: Value
  var days: Range<Int>
}

func runs<Value: Equatable>(_ values: [Value]) -> [Run<Value>] {
  var found: [Run<Value>] = []
  for (day, value) in values.enumerated() {
    if let last = found.last, last.value == value {
      found[found.count - 1].days = last.days.lowerBound..<day + 1
    } else {
      found.append(Run(value: value, days: day..<day + 1))
    }
  }
  return found
}
