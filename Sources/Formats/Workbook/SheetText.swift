/// What a cell of Excel takes, in UTF-16 units.
let cellLimit = 32_767

/// A text as it is stored: what XML cannot hold as `_x0007_`, which Excel reads back, and what only looks like that
/// escaped as well. What does not fit ends with `…`.
///
/// - Complexity: O(bytes).
func sheetText(_ text: String, limit: Int) -> String {
  if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "_") && $0 < 0xEF }) {
    return text
  }
  let scalars = Array(text.unicodeScalars)
  var stored = ""
  var length = 0
  // How much there was when the ellipsis still fitted.
  var fitting = 0
  for index in scalars.indices {
    let piece = storedScalar(at: index, of: scalars)
    length += piece.utf16.count
    guard length <= limit else { return String(decoding: stored.utf8.prefix(fitting), as: UTF8.self) + "…" }
    stored.unicodeScalars.append(contentsOf: piece.unicodeScalars)
    if length < limit { fitting = stored.utf8.count }
  }
  return stored
}

private func storedScalar(at index: Int, of scalars: [Unicode.Scalar]) -> String {
  let scalar = scalars[index]
  switch scalar.value {
  case 0x09, 0x0A: return String(scalar)
  case 0...0x1F, 0xFFFE, 0xFFFF:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  case 0x5F where looksEscaped(scalars[index...]): return "_x005F_"
  default: return String(scalar)
  }
}

/// `_x` and four digits of base 16 and `_`.
private func looksEscaped(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
  let seven = Array(scalars.prefix(7))
  guard seven.count == 7, seven[1] == "x", seven[6] == "_" else { return false }
  return seven[2...5].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
}
