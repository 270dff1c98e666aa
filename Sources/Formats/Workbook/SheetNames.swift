/// Gives every sheet a name that Excel takes: at most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at an end,
/// not `History`, no name twice whatever its case.
struct SheetNames {
  private var taken: Set<String> = ["history"]

  mutating func next(_ wish: String) -> String {
    var name = ""
    for scalar in wish.unicodeScalars {
      let isLegal = scalar.value >= 0x20 && scalar.value < 0xFFFE && !"[]:*?/\\".unicodeScalars.contains(scalar)
      name.unicodeScalars.append(isLegal || scalar.value > 0xFFFF ? scalar : "_")
    }
    let base = unlikeCell(trimmed(name))
    var candidate = clipped(base.isEmpty ? "Sheet" : base, to: 31)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let ending = " (\(number))"
      candidate = clipped(base.isEmpty ? "Sheet" : base, to: 31 - ending.utf16.count) + ending
      number += 1
    }
    return candidate
  }

  /// References to a sheet called `A1`, `R` or `2022` would be read as something else: it gets `_` in front.
  private func unlikeCell(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return byte < 0x80 && (character.isLetter || character.isNumber || "_.".contains(character))
    }
    let isReference = name.contains(where: \.isNumber) || ["r", "c", "rc"].contains(name.lowercased())
    return isPlain && isReference ? "_" + name : name
  }

  private func trimmed(_ name: String) -> String {
    let kept = name.unicodeScalars.drop { $0 == "'" || $0 == " " }
    return String(String.UnicodeScalarView(kept.reversed().drop { $0 == "'" || $0 == " " }.reversed()))
  }

  private func clipped(_ name: String, to limit: Int) -> String {
    var length = 0
    var kept = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      length += UTF16.width(scalar)
      if length > limit { break }
      kept.append(scalar)
    }
    return trimmed(String(kept))
  }
}
