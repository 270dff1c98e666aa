/// The same contents, wherever they are written.
extension YAMLTree: Equatable {
  static func == (a: YAMLTree, b: YAMLTree) -> Bool {
    switch (a, b) {
    case (.value(let a, _), .value(let b, _)): a == b
    case (.list(let a, _), .list(let b, _)): a == b
    case (.map(let a, _), .map(let b, _)): same(a, b)
    case (.nothing, .nothing): true
    default: false
    }
  }

  /// The order of keys says nothing.
  private static func same(_ a: [YAMLEntry], _ b: [YAMLEntry]) -> Bool {
    guard a.count == b.count else { return false }
    return a.allSatisfy { entry in b.contains { $0.key == entry.key && $0.value == entry.value } }
  }

  func at(_ path: ArraySlice<String>) -> YAMLTree? {
    guard let key = path.first else { return self }
    guard case .map(let entries, _) = self else { return nil }
    return entries.first { $0.key == key }?.value.at(path.dropFirst())
  }

  func mark(ofKey path: ArraySlice<String>) -> TextMark? {
    guard let key = path.last, case .map(let entries, _)? = at(path.dropLast()) else { return nil }
    return entries.first { $0.key == key }?.mark
  }

  /// A value, or a list as `A;B`; a mapping as it would be written.
  var shown: String {
    switch self {
    case .value(let text, _): text
    case .list(let items, _): items.map(\.shown).joined(separator: ";")
    case .map: written
    case .nothing: ""
    }
  }

  /// The tree with the value at the path, and the mappings on its way there.
  func setting(_ path: ArraySlice<String>, to value: SettingValue) -> YAMLTree {
    guard let key = path.first else {
      switch value {
      case .word(let word): return .value(word, mark)
      case .list(let words): return .list(words.map { .value($0, mark) }, mark)
      }
    }
    var entries: [YAMLEntry] = []
    if case .map(let known, _) = self { entries = known }
    let inner = (entries.first { $0.key == key }?.value ?? .nothing(mark)).setting(path.dropFirst(), to: value)
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index] = YAMLEntry(key: key, mark: entries[index].mark, value: inner)
    } else {
      entries.append(YAMLEntry(key: key, mark: mark, value: inner))
    }
    return .map(entries, mark)
  }

  /// On one line.
  var written: String {
    switch self {
    case .value(let text, _): yamlWord(text)
    case .list(let items, _): "[" + items.map(\.written).joined(separator: ", ") + "]"
    case .map(let entries, _):
      entries.isEmpty
        ? "{}" : "{ " + entries.map { yamlWord($0.key) + ": " + $0.value.written }.joined(separator: ", ") + " }"
    case .nothing: "~"
    }
  }

  /// A file of its own: a line for every key.
  var wholeText: [UInt8] {
    guard case .map(let entries, _) = self else { return Array((written + "\n").utf8) }
    return Array(entries.map { yamlWord($0.key) + ": " + $0.value.written + "\n" }.joined().utf8)
  }
}

/// The text so that YAML reads it back as it is: plain where nothing in it could mean anything else.
func yamlWord(_ text: String) -> String {
  let isPlain =
    !text.isEmpty
    && text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"): true
      case UInt8(ascii: "-"): true
      default: false
      }
    }
  if isPlain, !text.hasPrefix("-"), text != "null" { return text }
  let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  return "\"" + escaped + "\""
}
