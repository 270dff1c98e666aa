/// An upper bound on how deep brackets nest, with the line where it is reached, so that nothing recurses far.
///
/// Brackets inside quotes and comments count too, unless they close again: real settings nest three deep.
func nestingDepth(_ text: [UInt8]) -> (depth: Int, line: Int)? {
  var depth = 0
  var deepest = (depth: 0, line: 1)
  var line = 1
  for byte in text {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      if depth > deepest.depth { deepest = (depth, line) }
    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    case UInt8(ascii: "\n"): line += 1
    default: break
    }
  }
  return deepest
}

/// Where a value begins with `&`, `*` or `!`: an anchor, an alias or a tag.
///
/// Looked for before parsing, because a few nested aliases stand for more nodes than fit any memory.
func firstDirective(_ text: [UInt8]) -> TextMark? {
  var line = 1
  for bytes in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if let column = firstDirective(inLine: Array(bytes)) { return TextMark(line: line, column: column) }
    line += 1
  }
  return nil
}

private func firstDirective(inLine bytes: [UInt8]) -> Int? {
  var last: UInt8?
  var spaced = true
  var i = 0
  while i < bytes.count {
    let byte = bytes[i]
    let startsValue: Bool
    switch last {
    case nil, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): startsValue = true
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): startsValue = spaced
    default: startsValue = false
    }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      spaced = true
      i += 1
      continue
    case UInt8(ascii: "#") where spaced: return nil
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      if startsValue { return i + 1 }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if startsValue, let end = endOfQuoted(bytes, from: i) { i = end }
    default: break
    }
    last = byte
    spaced = false
    i += 1
  }
  return nil
}

/// The index of the closing quote on the same line.
private func endOfQuoted(_ bytes: [UInt8], from start: Int) -> Int? {
  let quote = bytes[start]
  var i = start + 1
  while i < bytes.count {
    if bytes[i] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
      i += 2
    } else if bytes[i] == quote {
      if quote == UInt8(ascii: "'"), i + 1 < bytes.count, bytes[i + 1] == quote {
        i += 2
      } else {
        return i
      }
    } else {
      i += 1
    }
  }
  return nil
}
