/// A scenario as its file says it: a name, and words that say what is different.
public struct WrittenScenario: Hashable, Sendable {
  public var name: String
  public var words: [PlacedWord]
}

/// A word with its place in a file.
public struct PlacedWord: Hashable, Sendable {
  public var text: String
  public var file: String
  public var line: Int
  public var column: Int
}

private let scenarioFormat = "lastmetre/scenarios/1"

/// Reads a file of named scenarios, each a list of changes; the order is that of the file.
///
/// ```yaml
/// scenarios:
///   ill: [absent=10%]
///   one lorry more:
///     - add=V2*1
/// ```
public func readScenarios(at path: String) throws(DistrictProblems) -> [WrittenScenario] {
  func failure(_ code: ProblemCode, _ values: [String: String] = [:]) -> DistrictProblems {
    DistrictProblems(problems: [Problem(code, file: path, values: values)])
  }
  let bytes: [UInt8]
  do {
    bytes = try fileBytes(path, followLinks: true, limit: FileLimit.yamlBytes)
  } catch {
    switch error {
    case .missing: throw failure(.noSuchFile)
    case .notRegular: throw failure(.notARegularFile)
    case .tooLarge: throw failure(.fileTooLarge, ["most": "1 MiB"])
    case .system(let reason): throw failure(.unreadable, ["reason": reason])
    }
  }
  return try readScenarios(bytes, file: path)
}

/// The same from memory.
public func readScenarios(_ bytes: [UInt8], file: String) throws(DistrictProblems) -> [WrittenScenario] {
  let log = ProblemLog()
  var scenarios: [WrittenScenario] = []
  do {
    let text = try decoded(bytes).bytes
    if let root = yamlTree(text, file: file, log: log) {
      scenarios = YAMLReader(file: file, log: log).readScenarios(root)
    }
  } catch .notText(let line) {
    log.add(Problem(.badEncoding, file: file, line: line))
  } catch {
    log.add(Problem(.noConverter, file: file))
  }
  guard log.problems.isEmpty else { throw DistrictProblems(problems: log.problems, omitted: log.omitted) }
  return scenarios
}

extension YAMLReader {
  fileprivate func readScenarios(_ root: YAMLTree) -> [WrittenScenario] {
    guard let values = map(root, "", keys: ["format", "scenarios"]) else { return [] }
    require("scenarios", in: values, "", root.mark)
    if let format = text(values["format"], "format"), format != scenarioFormat, let mark = values["format"]?.mark {
      complain(.unsupportedFormat, at: mark, "format", ["value": format, "expected": scenarioFormat])
    }
    guard let tree = values["scenarios"], let entries = entries(tree, "scenarios") else { return [] }
    return entries.map { entry in
      if !isFolderName(entry.key) { complain(.badScenarioName, at: entry.mark, "scenarios", ["value": entry.key]) }
      return WrittenScenario(name: entry.key, words: words(entry.value, "scenarios.\(entry.key)"))
    }
  }

  private func words(_ tree: YAMLTree, _ path: String) -> [PlacedWord] {
    items(tree, path).compactMap { item in
      // Longer than a text of a table may be.
      guard let text = value(item, path, { $1.text }) else { return nil }
      return PlacedWord(text: text, file: cells.file, line: item.mark.line, column: item.mark.column)
    }
  }

  /// Whether a folder can bear the name, on any system.
  private func isFolderName(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, name.utf8.count <= 100 else { return false }
    return first != "." && first != " " && last != " " && last != "." && printable(name, limit: 100) == name
      && !scalars.contains { "/\\:*?\"<>|".unicodeScalars.contains($0) }
  }
}
