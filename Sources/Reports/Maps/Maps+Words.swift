import Districts
import Units
import Wording

extension ReportContext {
  func mapSVG(_ drawing: MapDrawing) -> String { drawing.svg(north: say("maps.north")) }

  /// What the marks mean, in the reader's language and in the others.
  func legend(_ places: [MapPlace], lines: [String] = []) -> String {
    let kinds = Set(places.filter { $0.coordinate != nil }.map(\.kind))
    let marks = MapPlace.Kind.allCases.reversed().filter(kinds.contains).map { kind in
      kind.glyph + " " + inEveryLanguage("maps.\(kind.rawValue)")
    }
    let text = (marks + lines.map { "— " + inEveryLanguage($0) }).joined(separator: " \u{2003}")
    return element("p", "class=\"legend\"", escaped(text))
  }

  private func inEveryLanguage(_ key: String) -> String {
    ([language] + Language.allCases.filter { $0 != language }).map { Catalogue.text(key, in: $0) }
      .joined(separator: " ")
  }

  /// Sentences about what is not on a map, each with its count; those that count nothing are not said.
  func leftOut(_ counts: [(key: String, count: Int)]) -> String {
    counts.filter { $0.count > 0 }.map {
      element("p", "class=\"soft\"", escaped(say($0.key, ["count": grouped($0.count)])))
    }.joined()
  }

  func unknownPlaces(_ places: [MapPlace]) -> Int { places.filter { $0.coordinate == nil }.count }

  /// The names of one spot: the first ones, and how many more.
  func together(_ names: [String], most: Int = 3) -> String {
    let shown = names.prefix(most).joined(separator: language == .chinese ? "、" : ", ")
    return names.count > most ? shown + " +\(names.count - most)" : shown
  }

  /// As residents of the compound say it.
  func shortName(_ building: Building) -> String { building.name ?? building.id.text }
}

/// A, B … Z, AA, AB …
func letterName(_ index: Int) -> String {
  let last = String(UnicodeScalar(UInt8(65 + index % 26)))
  return index < 26 ? last : letterName(index / 26 - 1) + last
}

/// 1, 2, 3, 5 as `1–3, 5`.
func runs(_ numbers: [Int]) -> String {
  var spans: [ClosedRange<Int>] = []
  for number in Set(numbers).sorted() {
    if let last = spans.last, last.upperBound + 1 == number {
      spans[spans.count - 1] = last.lowerBound...number
    } else {
      spans.append(number...number)
    }
  }
  return spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
}
