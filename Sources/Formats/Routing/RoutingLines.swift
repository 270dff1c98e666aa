/// Numbers of public routing formats, and what is wrong with them.
struct RoutingLines {
  let reader: LineReader

  func decimal(_ text: String, in range: ClosedRange<Double>, column: String) -> Double? {
    guard let value = text.withCell({ Parse.decimal($0.bytes) }) else {
      reader.complain(.notDecimal, ["value": text], column: column)
      return nil
    }
    guard range.contains(value) else {
      reader.complain(
        .numberOutOfRange,
        ["value": text, "least": shown(range.lowerBound), "most": shown(range.upperBound)], column: column)
      return nil
    }
    return value
  }

  private func shown(_ value: Double) -> String { String(Int(value)) }

  func whole(_ text: String, in range: ClosedRange<Int>, column: String) -> Int? {
    reader.whole(text, in: range, .number, column: column)
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

  /// A window in the file's units; one that ends before it begins is a problem.
  func window(_ from: String, _ to: String) -> ClosedRange<Double>? {
    let begin = decimal(from, in: RoutingLimit.moment, column: "from")
    let end = decimal(to, in: RoutingLimit.moment, column: "to")
    guard let begin, let end else { return nil }
    guard begin <= end else {
      reader.complain(.rangeTurned, ["least": from, "most": to])
      return nil
    }
    return begin...end
  }
}
