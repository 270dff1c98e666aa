/// A line that says something: neither blank nor a comment (`#` first), without spaces around it.
struct TextLine: Sendable {
  /// From 1.
  var number: Int
  var text: String

  /// The words between spaces and tabs.
  var words: [String] { text.split { $0 == " " || $0 == "\t" }.map(String.init) }

  /// The parts between separators, without spaces around them; empty parts stay.
  func fields(_ separator: Character = ",") -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: false).map { trimmed($0) }
  }
}

/// The lines of a text in their order; LF or CRLF.
func linesThatSaySomething(_ bytes: [UInt8]) -> [TextLine] {
  var lines: [TextLine] = []
  for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
    let text = trimmed(Substring(String(decoding: line, as: UTF8.self)))
    if !text.isEmpty, !text.hasPrefix("#") { lines.append(TextLine(number: index + 1, text: text)) }
  }
  return lines
}

func trimmed(_ text: Substring) -> String {
  func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" || scalar == "\r" }
  var scalars = text.unicodeScalars
  while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
  while let last = scalars.last, isSpace(last) { scalars.removeLast() }
  return String(scalars)
}
