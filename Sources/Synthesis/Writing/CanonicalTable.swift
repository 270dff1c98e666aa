/// A table as its file says it: canonical English headers, one line a row, minimal quoting.
struct CanonicalTable {
  let name: String
  private(set) var text: String
  private let columnCount: Int

  /// `columns` are the headers in the order of docs/format.md §3, separated by spaces.
  init(_ name: String, columns: String) {
    let headers = columns.split(separator: " ").map(String.init)
    self.name = name
    columnCount = headers.count
    text = headers.joined(separator: ",") + "\n"
  }

  mutating func add(_ cells: [String]) {
    assert(cells.count == columnCount)
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      text += cell.utf8.contains(where: CanonicalTable.needsQuotes) ? CanonicalTable.quoted(cell) : cell
    }
    text += "\n"
  }

  var file: DistrictFile { DistrictFile(name: name + ".csv", text: text) }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
