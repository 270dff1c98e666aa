import Yams

/// A node of district.yaml with what is needed to complain about it: only mappings, lists and plain values.
indirect enum YAMLTree {
  case value(String, TextMark)
  case list([YAMLTree], TextMark)
  case map([YAMLEntry], TextMark)
  /// `key:` with nothing behind it, `~` or `null`.
  case nothing(TextMark)

  var mark: TextMark {
    switch self {
    case .value(_, let mark), .list(_, let mark), .map(_, let mark), .nothing(let mark): mark
    }
  }
}

/// A line and the character in it, from 1.
struct TextMark {
  var line: Int
  var column: Int
  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
  init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}

struct YAMLEntry {
  let key: String
  let mark: TextMark
  let value: YAMLTree
}

enum YAMLLimit { static let depth = 12 }

/// Reads the text as YAML without anchors, aliases and tags; nil when something was wrong.
func yamlTree(_ text: [UInt8], file: String, log: ProblemLog) -> YAMLTree? {
  func complain(_ code: ProblemCode, _ mark: TextMark?, _ values: [String: String] = [:]) {
    log.add(Problem(code, file: file, line: mark?.line ?? 1, field: mark?.column, values: values))
  }
  if let depth = nestingDepth(text), depth.depth > YAMLLimit.depth {
    complain(.yamlDepth, TextMark(line: depth.line, column: 1), ["most": String(YAMLLimit.depth)])
    return nil
  }
  if let place = firstDirective(text) {
    complain(.yamlAnchor, place)
    return nil
  }
  do {
    // Without rules nothing is guessed: every value stays the text that was written.
    let yaml = String(decoding: text, as: UTF8.self)
    let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else {
      complain(.wrongShape, nil, ["shape": "@shape.map"])
      return nil
    }
    return tree(root, depth: 1, complain)
  } catch let error as YamlError {
    let (code, mark, message) = explained(error)
    complain(code, mark, ["value": message])
  } catch {
    complain(.notYAML, nil, ["value": "\(error)"])
  }
  return nil
}

private func tree(
  _ node: Node, depth: Int, _ complain: (ProblemCode, TextMark?, [String: String]) -> Void
) -> YAMLTree? {
  let mark = TextMark(node.mark)
  guard depth <= YAMLLimit.depth else {
    complain(.yamlDepth, mark, ["most": String(YAMLLimit.depth)])
    return nil
  }
  guard node.anchor == nil, !hasOwnTag(node) else {
    complain(.yamlAnchor, mark, [:])
    return nil
  }
  switch node {
  case .alias:
    complain(.yamlAnchor, mark, [:])
    return nil
  case .scalar(let scalar):
    let isPlain = scalar.style == .plain || scalar.style == .any
    if isPlain, ["", "~", "null"].contains(scalar.string) { return .nothing(mark) }
    return .value(scalar.string, mark)
  case .sequence(let sequence):
    var items: [YAMLTree] = []
    for item in sequence {
      guard let item = tree(item, depth: depth + 1, complain) else { return nil }
      items.append(item)
    }
    return .list(items, mark)
  case .mapping(let mapping):
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key, key.anchor == nil else {
        complain(.wrongShape, TextMark(key.mark), ["shape": "@shape.key"])
        return nil
      }
      guard let value = tree(value, depth: depth + 1, complain) else { return nil }
      entries.append(YAMLEntry(key: name.string, mark: TextMark(key.mark), value: value))
    }
    return .map(entries, mark)
  }
}

/// Whether the writer put a tag (`!!str`, `!mine`) before the node.
private func hasOwnTag(_ node: Node) -> Bool {
  switch node {
  // Yams gives every quoted scalar the tag of a string; that one says nothing.
  case .scalar(let scalar):
    !scalar.tag.rawValue.isEmpty && (scalar.style == .plain || scalar.tag.rawValue != Tag.Name.str.rawValue)
  case .sequence(let sequence): !sequence.tag.rawValue.isEmpty
  case .mapping(let mapping): !mapping.tag.rawValue.isEmpty
  case .alias: false
  }
}

private func explained(_ error: YamlError) -> (ProblemCode, TextMark?, String) {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
    (.notYAML, TextMark(mark), problem)
  case .composer(_, let problem, let mark, _):
    (problem.contains("alias") ? .yamlAnchor : .notYAML, TextMark(mark), problem)
  case .reader(let problem, let offset, _, let yaml):
    (
      .notYAML,
      offset.map { TextMark(line: 1 + yaml.prefix($0).count { $0.isNewline }, column: 1) }, problem
    )
  case .duplicatedKeysInMapping(let duplicates, let context):
    (.repeatedKey, TextMark(context.mark), duplicates.first ?? "")
  default: (.notYAML, nil, "\(error)")
  }
}
