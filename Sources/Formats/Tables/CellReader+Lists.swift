import Districts
import Units

extension CellReader {
  /// The entries of a list, without outer spaces; an empty entry is an error.
  func entries(_ cell: Cell) -> [String]? {
    let plain = cell.withPlainBytes { bytes in
      bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
        trimmed(String(decoding: $0, as: UTF8.self))
      }
    }
    guard plain.allSatisfy({ !$0.isEmpty }) else {
      complain(.emptyListEntry, ["value": cell.text])
      return nil
    }
    return plain
  }

  /// A list of texts, each once.
  func list(_ cell: Cell) -> [String]? {
    guard text(cell) != nil, let entries = entries(cell), areDistinct(entries) else { return nil }
    return entries
  }

  func choice<Value: WrittenChoice>(_ cell: Cell, _ type: Value.Type) -> Value? {
    choice(named: cell.plainText, type)
  }

  func choice<Value: WrittenChoice>(named written: String, _ type: Value.Type) -> Value? {
    if let value = Value(rawValue: written) { return value }
    let lower = written.lowercased()
    for value in Value.allCases where value.chinese == written || value.rawValue == lower { return value }
    complain(
      .notAChoice, ["value": written, "choices": Value.allCases.map(\.rawValue).joined(separator: ", ")],
      nearest: nearestName(to: written, among: Value.allCases.flatMap { [$0.rawValue, $0.chinese] }))
    return nil
  }

  func choices<Value: WrittenChoice>(_ cell: Cell, _ type: Value.Type) -> [Value]? {
    guard let entries = entries(cell) else { return nil }
    let values = entries.compactMap { choice(named: $0, type) }
    guard values.count == entries.count, areDistinct(values.map(\.rawValue)) else { return nil }
    return values
  }

  /// `cadre:2;volunteer:6`
  func staff(_ cell: Cell) -> [StaffNeed]? {
    guard let entries = entries(cell) else { return nil }
    var needs: [StaffNeed] = []
    for entry in entries {
      let parts = entry.split(separator: ":", omittingEmptySubsequences: false).map { trimmed(String($0)) }
      guard parts.count == 2, let count = parts[1].withCell({ Parse.whole($0.bytes) }), (0...10_000).contains(count)
      else {
        complain(.notStaff, ["value": entry])
        return nil
      }
      guard let kind = choice(named: parts[0], CadreKind.self) else { return nil }
      needs.append(StaffNeed(kind: kind, count: count))
    }
    return areDistinct(needs.map(\.kind.rawValue)) ? needs : nil
  }

  /// `120`, or `2/household`.
  func packs(_ cell: Cell) -> OrderQuantity? {
    let plain = cell.plainText.lowercased()
    let ending = plain.hasSuffix("/household") ? "/household" : plain.hasSuffix("/户") ? "/户" : nil
    guard let ending else {
      guard let count = plain.withCell({ Parse.whole($0.bytes) }) else {
        complain(.notPacks, ["value": cell.text])
        return nil
      }
      return inRange(count, cell).map { .packs($0) }
    }
    guard let count = trimmed(String(plain.dropLast(ending.count))).withCell({ Parse.whole($0.bytes) }) else {
      complain(.notPacks, ["value": cell.text])
      return nil
    }
    guard (0...1000).contains(count) else {
      complain(
        .wholeOutOfRange, ["value": cell.text, "unit": Unit.packs.phrase, "least": "0", "most": "1000"])
      return nil
    }
    return .packsPerHousehold(count)
  }

  private func inRange(_ count: Int, _ cell: Cell) -> Int? {
    if Limit.amount.contains(count) { return count }
    complain(
      .wholeOutOfRange,
      [
        "value": cell.text, "unit": Unit.packs.phrase, "least": "0", "most": String(Limit.amount.upperBound),
      ])
    return nil
  }

  func areDistinct(_ entries: [String]) -> Bool {
    var seen: Set<String> = []
    for entry in entries where !seen.insert(entry).inserted {
      complain(.repeatedEntry, ["value": entry])
      return false
    }
    return true
  }
}

func trimmed(_ text: String) -> String {
  var scalars = Substring(text).unicodeScalars
  while let first = scalars.first, first == " " || first == "\u{3000}" { scalars.removeFirst() }
  while let last = scalars.last, last == " " || last == "\u{3000}" { scalars.removeLast() }
  return String(scalars)
}
