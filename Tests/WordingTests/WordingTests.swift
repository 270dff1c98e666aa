import Foundation
import Testing

@testable import Wording

@Suite("The catalogue is complete in both languages") struct CatalogueTests {
  @Test("no key stands twice") func unique() {
    let keys = Catalogue.phrases.map(\.key)
    var seen: Set<String> = []
    #expect(keys.filter { !seen.insert($0).inserted } == [])
  }

  @Test("every phrase says something in both languages, with the same values", arguments: Catalogue.phrases)
  func bothLanguages(_ phrase: Phrase) {
    #expect(!phrase.english.isEmpty && !phrase.chinese.isEmpty)
    #expect(Self.values(phrase.english) == Self.values(phrase.chinese))
  }

  @Test("every problem and notice has its phrases") func codes() throws {
    let source = try String(
      contentsOf: Self.root.appendingPathComponent("Formats/Problems/ProblemCode.swift"), encoding: .utf8)
    let codes = Self.quoted(in: source).filter { Self.isCode($0) }
    #expect(codes.count > 60)
    for code in codes {
      #expect(Catalogue.has(code + ".message"), "\(code)")
      if code.hasPrefix("E") { #expect(Catalogue.has(code + ".page"), "\(code)") }
    }
  }

  @Test("every key that the sources name exists, and every phrase is named somewhere") func usage() throws {
    var literals: Set<String> = []
    var named: Set<String> = []
    for file in try Self.sources() where !file.contains("/Wording/") {
      let source = try String(contentsOfFile: file, encoding: .utf8)
      literals.formUnion(Self.quoted(in: source))
      for rest in source.components(separatedBy: "atalogue.text(\"").dropFirst() {
        named.insert(String(rest.prefix { $0 != "\"" && $0 != "\\" }))
      }
    }
    #expect(named.sorted().filter { !Catalogue.has($0) && !$0.hasSuffix(".") } == [])
    // Keys that are put together: "unit.\(name)" and "unit." + name both begin with "unit.".
    let beginnings = literals.map { literal in
      literal.hasPrefix("@") ? String(literal.dropFirst()) : literal
    }.filter { $0.hasSuffix(".") && $0.count > 1 }
    let unused = Catalogue.phrases.map(\.key).filter { key in
      !literals.contains(key) && !literals.contains("@" + key) && !Self.isCode(String(key.prefix(5)))
        && !beginnings.contains { key.hasPrefix($0) }
    }
    let isDue = try Self.isDue()
    #expect(unused.filter(isDue) == [])
  }

  /// Phrases of the command line are due once the command line is there.
  static func isDue() throws -> (String) -> Bool {
    let commandLine = try sources().filter { $0.contains("/lastmetre/") }
    let early = Set((Catalogue.commands + Catalogue.progress).map(\.key))
    return { commandLine.count > 1 || !early.contains($0) }
  }

  /// What stands between any two quotation marks, up to an interpolation: more than the literals, never less.
  static func quoted(in source: String) -> [String] {
    source.split(separator: "\n").flatMap { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).map { String($0.prefix { $0 != "\\" }) }
    }
  }

  static func isCode(_ text: String) -> Bool {
    text.count == 5 && (text.hasPrefix("E") || text.hasPrefix("N")) && text.dropFirst().allSatisfy(\.isNumber)
  }

  @Test("values are filled in from left to right and never filled again") func filling() {
    #expect(Catalogue.filled("{a} and {b}{c}", ["a": "{b}", "b": "2"]) == "{b} and 2{c}")
    #expect(Catalogue.filled("{ \"a\": {a} }", ["a": "1"]) == "{ \"a\": 1 }")
  }

  /// The names between braces.
  static func values(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
        let name = part.prefix { $0.isLetter || $0 == "_" }
        return part.dropFirst(name.count).first == "}" && !name.isEmpty ? String(name) : nil
      })
  }

  static let root: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("Sources")
  }()

  static func sources() throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { root.path + "/" + $0 }
  }
}
