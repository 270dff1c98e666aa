import CXLSX
import Tabulation
import Units
import Wording

/// Tables as one XLSX workbook: a sheet a table, headers bold, frozen and filtered, ready to print on A4.
///
/// The same tables give the same bytes: the date of creation is given, and the archive's own times are fixed.
public struct Workbook: Sendable {
  public var title: String
  /// At the foot of every printed page, beside the sheet's name and the page's number.
  public var foot: String
  public var created: Moment
  public var language: Language
  public var tables: [SheetTable]
  var limits = WorkbookLimits()

  public init(title: String, foot: String, created: Moment, language: Language, tables: [SheetTable]) {
    self.title = title
    self.foot = foot
    self.created = created
    self.language = language
    self.tables = tables
  }

  /// The file's bytes, checked by reading every part again.
  ///
  /// A failure is the problem `cannotWrite` of `file`: exit code 73.
  /// - Complexity: O(cells); 282,000 cells, as 6,520 people and 4,007 buildings have, took 1.3 s, and packing takes 170
  ///   bytes a cell. Beyond `sharedCells` cells only the packed bytes and one row are in memory.
  public func bytes(file: String) throws(DistrictProblems) -> [UInt8] {
    let book = try opened(file)
    do {
      for style in CellStyle.all { try check(book.add(style), file) }
      var names = SheetNames()
      for table in tables {
        for sheet in sheets(of: table) { try write(sheet, named: names.next(sheet.name), to: book, file) }
      }
      // Excel opens no workbook without a sheet.
      if tables.isEmpty { try check(book.add(PrintedSheet(name: names.next(title), foot: printedFoot)), file) }
    } catch {
      book.discard()
      throw error
    }
    var bytes: [UInt8] = []
    try check(book.close(into: &bytes), file)
    return bytes
  }

  private func opened(_ file: String) throws(DistrictProblems) -> BookHandle {
    let cells = tables.reduce(0) { $0 + $1.rows.count * $1.titles.count }
    let title = sheetText(title, limit: 255)
    var book: OpaquePointer?
    try check(xw_open(title, Int64(created.seconds), cells > limits.sharedCells ? 1 : 0, &book), file)
    guard let book else { throw failure(Int32(XW_NO_MEMORY), file) }
    return BookHandle(book)
  }

  /// A table with more rows than a sheet takes goes on in the next, with the same titles.
  private func sheets(of table: SheetTable) -> [SheetTable] {
    let most = limits.rows - 1
    guard table.rows.count > most else { return [table] }
    return stride(from: 0, to: table.rows.count, by: most).map { start in
      var part = table
      part.rows = Array(table.rows[start..<min(start + most, table.rows.count)])
      return part
    }
  }

  private func write(
    _ table: SheetTable, named name: String, to book: BookHandle, _ file: String
  ) throws(DistrictProblems) {
    let layout = ColumnLayout(table)
    var sheet = PrintedSheet(name: name, foot: printedFoot)
    sheet.rows = table.rows.count + 1
    sheet.widths = layout.widths
    try check(book.add(sheet), file)
    for (column, title) in table.titles.enumerated() {
      try check(book.put(.text(title), row: 0, column: column, style: .header), file)
    }
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated().prefix(table.titles.count) where cell != .empty {
        let style = CellStyle(of: cell, isWrapped: layout.isWrapped[column])
        try check(book.put(cell, row: row + 1, column: column, style: style), file)
      }
    }
  }

  /// Left the plan, in the middle the sheet, on the right the page. `&` begins a code.
  private var printedFoot: String {
    let page = Catalogue.text("workbook.page", ["page": "&P", "pages": "&N"], in: language)
    return "&L" + sheetText(foot.replacing("&", with: "＆"), limit: 150) + "&C&A&R" + page
  }

  private func check(_ code: Int32, _ file: String) throws(DistrictProblems) {
    if Int(code) != XW_OK { throw failure(code, file) }
  }

  private func failure(_ code: Int32, _ file: String) -> DistrictProblems {
    let reason =
      switch Int(code) {
      case XW_NO_TEMPORARY, XW_NOT_WHOLE: "@workbook.temporary"
      case XW_NO_MEMORY_FILE, XW_NO_MEMORY: "@workbook.memory"
      default: String(cString: xw_reason(code))
      }
    return DistrictProblems(problems: [Problem(.cannotWrite, file: file, values: ["reason": reason])])
  }
}

/// What a sheet of Excel takes.
struct WorkbookLimits: Sendable {
  /// With the titles.
  var rows = 1_048_576
  /// Up to so many cells texts are shared, which every reader of workbooks knows; beyond, rows leave memory at once.
  var sharedCells = 1_000_000
}
