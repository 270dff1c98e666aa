import Foundation

/// A workbook as Excel would show it, read from its parts alone.
public struct ReadWorkbook {
  public struct Sheet {
    public var name: String
    /// As shown, row by row; numbers without parted thousands, shares as they are stored.
    public var rows: [[String]]
    public var formulas: Int
    public var root: XMLElementNode
  }
  public var sheets: [Sheet] = []
  public var archive: Archive

  public init?(_ bytes: [UInt8]) {
    guard let archive = Archive(bytes) else { return nil }
    self.archive = archive
    func tree(_ name: String) -> XMLElementNode? { archive.parts[name].flatMap(XMLElementNode.read) }
    guard archive.parts.values.allSatisfy({ XMLElementNode.read($0) != nil }), let book = tree("xl/workbook.xml"),
      let styles = tree("xl/styles.xml")
    else { return nil }
    let shared = tree("xl/sharedStrings.xml")?.all("si").map { unescaped($0.first("t")?.text ?? "") } ?? []
    let reader = CellReader(shared: shared, formats: numberFormats(styles))
    for (index, sheet) in (book.first("sheets")?.all("sheet") ?? []).enumerated() {
      guard let root = tree("xl/worksheets/sheet\(index + 1).xml") else { return nil }
      let cells = root.first("sheetData")?.all("row").flatMap { $0.all("c") } ?? []
      sheets.append(
        Sheet(
          name: sheet.attributes["name"] ?? "", rows: reader.grid(cells),
          formulas: cells.count { $0.first("f") != nil }, root: root))
    }
  }

  public func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }
}

/// The number format of every style, by the style's number.
private func numberFormats(_ styles: XMLElementNode) -> [String] {
  var codes = ["0": "General", "3": "#,##0", "4": "#,##0.00", "49": "@"]
  for format in styles.first("numFmts")?.all("numFmt") ?? [] {
    codes[format.attributes["numFmtId"] ?? ""] = format.attributes["formatCode"]
  }
  return (styles.first("cellXfs")?.all("xf") ?? []).map { codes[$0.attributes["numFmtId"] ?? ""] ?? "?" }
}

/// `_x0007_` is what Excel writes for the character 7.
private func unescaped(_ text: String) -> String {
  var units: [UInt16] = []
  var rest = Substring(text)
  while let place = rest.range(of: "_x[0-9A-Fa-f]{4}_", options: .regularExpression) {
    units += Array(rest[..<place.lowerBound].utf16)
    units.append(UInt16(rest[place].dropFirst(2).dropLast(), radix: 16) ?? 0)
    rest = rest[place.upperBound...]
  }
  return String(decoding: units + Array(rest.utf16), as: UTF16.self)
}

private struct CellReader {
  var shared: [String]
  var formats: [String]

  func grid(_ cells: [XMLElementNode]) -> [[String]] {
    var rows: [[String]] = []
    for cell in cells {
      let place = cell.attributes["r"] ?? ""
      let letters = place.prefix { $0.isLetter }
      let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
      let row = (Int(place.dropFirst(letters.count)) ?? 1) - 1
      while rows.count <= row { rows.append([]) }
      while rows[row].count <= column { rows[row].append("") }
      rows[row][column] = shown(cell)
    }
    return rows
  }

  private func shown(_ cell: XMLElementNode) -> String {
    let value = cell.first("v")?.text ?? ""
    switch cell.attributes["t"] {
    case "s": return Int(value).map { shared[$0] } ?? "?"
    case "inlineStr": return unescaped(cell.first("is")?.first("t")?.text ?? "")
    default: break
    }
    guard let number = Double(value) else { return value }
    return shown(number, formats[Int(cell.attributes["s"] ?? "0") ?? 0])
  }

  private func shown(_ number: Double, _ format: String) -> String {
    if format.hasPrefix("#,##0") {
      return String(format: "%.\(max(0, format.count - "#,##0.".count))f", number)
    }
    if format == "0.0000%" { return String(number) }
    let seconds = (number * 86_400).rounded() - 25_569 * 86_400
    let writer = DateFormatter()
    writer.locale = Locale(identifier: "en_US_POSIX")
    writer.timeZone = TimeZone(secondsFromGMT: 0)
    writer.dateFormat = format.replacing("hh:mm", with: "HH:mm").replacing("yyyy-mm-dd", with: "yyyy-MM-dd")
    return writer.string(from: Date(timeIntervalSince1970: seconds))
  }
}

/// A CSV text of the program as fields, without the apostrophe that keeps a formula a text.
public func csvFields(_ text: String) -> [[String]] {
  var rows: [[String]] = [[]]
  var field = ""
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  if scalars.first == "\u{FEFF}" { scalars = scalars.dropFirst() }
  func unmarked(_ field: String) -> String {
    let scalars = field.unicodeScalars
    guard scalars.first == "'", let second = scalars.dropFirst().first, "=+-@".unicodeScalars.contains(second) else {
      return field
    }
    return String(scalars.dropFirst())
  }
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\"":
      if isQuoted, scalars.first == "\"" {
        scalars = scalars.dropFirst()
        field.unicodeScalars.append(scalar)
      } else {
        isQuoted.toggle()
      }
    case "," where !isQuoted:
      rows[rows.count - 1].append(unmarked(field))
      field = ""
    case "\r" where !isQuoted: break
    case "\n" where !isQuoted:
      rows[rows.count - 1].append(unmarked(field))
      field = ""
      rows.append([])
    default: field.unicodeScalars.append(scalar)
    }
  }
  rows.removeLast()
  return rows
}
