import Foundation
import Testing

@testable import Formats

@Suite("docs/format.md is the dictionary") struct DictionaryTests {
  @Test(
    "it lists every table with its columns in canonical order, and every Chinese name",
    arguments: Tables.all.map(\.name))
  func tables(_ name: String) throws {
    let shape = try #require(Tables.all.first { $0.name == name })
    let url = samplesFolder.deletingLastPathComponent().appendingPathComponent("docs/format.md")
    let text = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(text.range(of: "**\(shape.file)**"), "docs/format.md has no table \(shape.file)")
    var rest = text[start.upperBound...]
    // A table's text ends where the next one begins.
    if let end = rest.range(of: ".csv**") { rest = rest[..<end.lowerBound] }
    var position = rest.startIndex
    for column in shape.columns {
      let found = rest.range(of: column.name, range: position..<rest.endIndex)
      #expect(found != nil, "\(shape.file): \(column.name) is missing or out of order")
      if let found { position = found.upperBound }
      let home = ["cadres.csv", "buildings.csv"].contains(shape.file) && ["lat", "lon"].contains(column.name)
      #expect(home || rest.contains(column.chinese), "\(shape.file): \(column.name) has no \(column.chinese)")
    }
  }

  @Test("no two columns of a table share a name, and no two words of a column") func distinct() {
    for shape in Tables.all {
      let names = shape.columns.flatMap { [$0.name, $0.chinese] }
      #expect(Set(names).count == names.count, "\(shape.file)")
      for column in shape.columns {
        switch column.kind {
        case .choice(let choices), .choices(let choices):
          let words = choices.flatMap { $0.name == $0.chinese ? [$0.name] : [$0.name, $0.chinese] }
          #expect(Set(words).count == words.count, "\(shape.file): \(column.name)")
        default: break
        }
      }
    }
  }
}
