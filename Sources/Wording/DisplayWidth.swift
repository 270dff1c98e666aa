/// How many columns of a terminal or a table a text takes, colours apart.
///
/// Wide and full-width characters take two columns (Unicode Standard Annex 11, East Asian Width), combining marks none.
/// Characters of ambiguous width count as one; what is drawn on terminals avoids them.
public func displayColumns(_ text: String) -> Int {
  // A colour, ESC [ … m, takes none.
  let parts = text.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
  return parts.enumerated().reduce(0) { sum, part in
    let shown = part.offset == 0 ? part.element : part.element.drop { $0 != "m" }.dropFirst()
    return sum + String(shown).columns
  }
}

extension String {
  package var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }

  /// The longest beginning of at most `limit` columns.
  package func clipped(toColumns limit: Int) -> String {
    var left = limit
    var result = ""
    for character in self {
      let width = String(character).columns
      guard width <= left else { break }
      left -= width
      result.append(character)
    }
    return result
  }

  package func padded(toColumns width: Int, onTheLeft: Bool = false) -> String {
    let blanks = String(repeating: " ", count: Swift.max(0, width - columns))
    return onTheLeft ? blanks + self : self + blanks
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The blocks that are wide as a whole, in the order of their code points.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul syllables' first letters
    0x2E80...0x303E,  // radicals, ideographic punctuation
    0x3041...0xA4CF,  // kana, ideographs, Yi
    0xA960...0xA97F, 0xAC00...0xD7A3,  // Hangul
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE30...0xFE6F,  // vertical and small forms
    0xFF00...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
    0x1F300...0x1F64F, 0x1F900...0x1F9FF,  // pictographs
    0x20000...0x3FFFD,  // further ideographs
  ]
}
