import Districts
import Testing
import Units

@testable import Formats

/// The fixture after one slip, and what the slip meant.
struct Mutant {
  enum Meaning {
    /// No district: reading must refuse it.
    case refused
    /// A district; the change tells how it differs from the fixture's.
    case district((inout District) -> Void)
  }
  var files: [String: [UInt8]]
  var meaning: Meaning

  /// One file replaced.
  init(_ name: String, _ bytes: [UInt8]?, _ meaning: Meaning) {
    files = Fixture.bytes
    files[name] = bytes
    self.meaning = meaning
  }
  init(_ name: String, _ sheet: Sheet, _ meaning: Meaning) { self.init(name, Array(sheet.text.utf8), meaning) }
}

/// A table as rows of fields.
struct Sheet {
  var rows: [[String]]
  init(_ name: String) { rows = EncodingTests.rows(Fixture.files[name] ?? "") }
  func column(_ name: String) -> Int { rows[0].firstIndex(of: name) ?? 0 }
  subscript(row: Int, column: String) -> String {
    get { rows[row][self.column(column)] }
    set { rows[row][self.column(column)] = newValue }
  }
  func text(separator: String) -> String {
    rows.map { row in
      row.map { $0.contains { ",;\"\t".contains($0) } ? EncodingTests.quoted($0) : $0 }.joined(separator: separator)
        + "\n"
    }.joined()
  }
  var text: String { text(separator: ",") }
}

extension SeededRandom {
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}
