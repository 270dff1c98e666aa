/// Finds where in the text of district.yaml a value stands, or where one can be added. It need not be right: who asks
/// reads the result again.
struct SettingsText {
  let text: [UInt8]
  init(_ text: [UInt8]) { self.text = text }

  /// The value at the path replaced in its place.
  func replacing(_ tree: YAMLTree, _ path: [String], _ value: SettingValue) -> [UInt8]? {
    guard let node = tree.at(path[...]), let start = offset(of: node.mark), start < text.count else { return nil }
    switch node {
    case .value, .list:
      guard let end = end(of: start) else { return nil }
      return spliced(start..<end, value.written)
    case .map, .nothing: return nil
    }
  }

  /// The path added to the deepest mapping on its way: before the closing brace, behind the key with nothing behind it,
  /// or on a line of its own in front of the mapping's first.
  func adding(_ tree: YAMLTree, _ path: [String], _ value: SettingValue) -> [UInt8]? {
    var depth = path.count - 1
    while depth > 0, tree.at(path[..<depth]) == nil { depth -= 1 }
    guard let parent = tree.at(path[..<depth]) else { return nil }
    let rest = path[depth...]
    let entry =
      rest.dropLast().map { yamlWord($0) + ": { " }.joined()
      + yamlWord(rest.last ?? "") + ": " + value.written + String(repeating: " }", count: rest.count - 1)
    switch parent {
    case .map(let entries, let mark):
      guard let start = offset(of: mark), start < text.count else { return nil }
      if text[start] == UInt8(ascii: "{") { return addingInside(start, entry, isEmpty: entries.isEmpty) }
      return depth == 0 ? addingAtEnd(entry) : addingBefore(start, entry)
    case .nothing:
      guard depth > 0, let key = tree.mark(ofKey: path[..<depth]), let start = offset(of: key),
        let colon = text[start...].firstIndex(of: UInt8(ascii: ":"))
      else { return nil }
      return spliced(colon + 1..<colon + 1, " { \(entry) }")
    case .value, .list: return nil
    }
  }

  private func addingInside(_ open: Int, _ entry: String, isEmpty: Bool) -> [UInt8]? {
    guard let end = end(of: open) else { return nil }
    var last = end - 1
    while last > open + 1, text[last - 1] == UInt8(ascii: " ") { last -= 1 }
    return spliced(last..<end, "\(isEmpty ? "" : ",") \(entry) }")
  }

  private func addingBefore(_ start: Int, _ entry: String) -> [UInt8] {
    let line = text[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return spliced(start..<start, entry + "\n" + String(decoding: text[line..<start], as: UTF8.self))
  }

  private func addingAtEnd(_ entry: String) -> [UInt8] {
    let end = text.last == UInt8(ascii: "\n") ? "" : "\n"
    return spliced(text.count..<text.count, end + entry + "\n")
  }

  private func spliced(_ range: Range<Int>, _ words: String) -> [UInt8] {
    var copy = text
    copy.replaceSubrange(range, with: words.utf8)
    return copy
  }

  /// The byte of a line and character, both from 1.
  private func offset(of mark: TextMark) -> Int? {
    var start = 0
    for _ in 1..<max(1, mark.line) {
      guard let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = end + 1
    }
    var left = mark.column - 1
    while left > 0, start < text.count {
      start += 1
      // Bytes that go on with a character.
      while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
      left -= 1
    }
    return start
  }

  /// Behind the word, list or mapping that begins at `start`.
  private func end(of start: Int) -> Int? {
    switch text[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return endOfQuote(start)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return endOfBracket(start)
    default: return endOfPlain(start)
    }
  }

  private func endOfQuote(_ start: Int) -> Int? {
    let quote = text[start]
    var i = start + 1
    while i < text.count, text[i] != UInt8(ascii: "\n") {
      if quote == UInt8(ascii: "\""), text[i] == UInt8(ascii: "\\") {
        i += 2
      } else if text[i] == quote {
        guard quote == UInt8(ascii: "'"), i + 1 < text.count, text[i + 1] == quote else { return i + 1 }
        i += 2
      } else {
        i += 1
      }
    }
    return nil
  }

  private func endOfBracket(_ start: Int) -> Int? {
    var depth = 0
    var i = start
    while i < text.count {
      switch text[i] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return i + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = endOfQuote(i) else { return nil }
        i = end
        continue
      case UInt8(ascii: "#") where text[i - 1] == UInt8(ascii: " "):
        while i < text.count, text[i] != UInt8(ascii: "\n") { i += 1 }
        continue
      default: break
      }
      i += 1
    }
    return nil
  }

  private func endOfPlain(_ start: Int) -> Int {
    var i = start
    scan: while i < text.count {
      switch text[i] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
        break scan
      case UInt8(ascii: "#") where i > start && text[i - 1] == UInt8(ascii: " "): break scan
      default: i += 1
      }
    }
    while i > start, text[i - 1] == UInt8(ascii: " ") { i -= 1 }
    return i
  }
}
