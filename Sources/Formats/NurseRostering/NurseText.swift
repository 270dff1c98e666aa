/// The lines of one competition file, taken one after another.
struct NurseText {
  let reader: LineReader
  private let lines: [TextLine]
  private var position = 0

  init(_ bytes: [UInt8], file: String, log: ProblemLog) {
    reader = LineReader(file: file, log: log)
    lines = linesThatSaySomething(bytes)
  }

  /// The next line, without taking it.
  var upcoming: TextLine? { position < lines.count ? lines[position] : nil }

  mutating func next() -> TextLine? {
    guard let line = upcoming else { return nil }
    position += 1
    reader.line = line.number
    return line
  }

  /// Takes the line `KEY`, or `KEY = value`, and returns its value; another line is a problem, and left where it is.
  mutating func heading(_ key: String, hasValue: Bool = true) -> String? {
    let words = upcoming?.words ?? []
    let fits = words.first == key && (hasValue ? words.count == 3 && words[1] == "=" : words.count == 1)
    guard fits else {
      reader.line = upcoming?.number ?? 0
      if let upcoming {
        let shape = hasValue ? "\(key) = …" : key
        reader.complain(.lineShape, ["value": upcoming.text, "shape": shape])
      } else {
        reader.complain(.missingSection, ["value": key])
      }
      if words.first == key { position += 1 }
      return nil
    }
    _ = next()
    return hasValue ? words[2] : key
  }

  /// `KEY = n`, then so many lines up to the next line that begins with one of `ends`; the count must agree.
  mutating func counted(_ key: String, until ends: [String], least: Int = 1, most: Int) -> [TextLine]? {
    guard let text = heading(key) else {
      // The other sections may still be fine.
      _ = lines(until: ends)
      return nil
    }
    let headingLine = reader.line
    let count = reader.whole(text, in: least...most, .number, column: key)
    let lines = lines(until: ends)
    if let count, count != lines.count {
      reader.line = headingLine
      reader.complain(.countDisagrees, ["value": String(count), "count": String(lines.count)], column: key)
    }
    return Array(lines.prefix(most))
  }

  /// The lines up to the next one that begins with one of `ends`.
  mutating func lines(until ends: [String]) -> [TextLine] {
    var taken: [TextLine] = []
    while let line = upcoming, !ends.contains(line.words.first ?? "") {
      taken.append(line)
      position += 1
    }
    return taken
  }

  /// Whatever is left is a problem, once.
  mutating func end() {
    guard let line = next() else { return }
    reader.complain(.unknownSection, ["value": line.text])
  }

  /// `(2,5)`; the second number is not below the first.
  func range(_ text: String, most: Int, column: String) -> ClosedRange<Int>? {
    let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
    guard text.hasPrefix("("), text.hasSuffix(")"), parts.count == 2 else {
      reader.complain(.lineShape, ["value": text, "shape": "(2,5)"], column: column)
      return nil
    }
    guard let low = reader.whole(parts[0], in: 0...most, .number, column: column),
      let high = reader.whole(parts[1], in: 0...most, .number, column: column)
    else { return nil }
    guard low <= high else {
      reader.complain(.rangeTurned, ["least": parts[0], "most": parts[1]], column: column)
      return nil
    }
    return low...high
  }

  /// The words of a line that must have `count` of them.
  func words(_ line: TextLine, _ count: ClosedRange<Int>, shape: String) -> [String]? {
    reader.line = line.number
    let words = line.words
    guard count.contains(words.count) else {
      reader.complain(.lineShape, ["value": line.text, "shape": shape])
      return nil
    }
    return words
  }
}
