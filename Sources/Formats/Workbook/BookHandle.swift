import CXLSX
import Glibc
import Tabulation

/// What is printed of a sheet, and how wide its columns are.
struct PrintedSheet {
  var name: String
  var foot: String
  /// With the titles.
  var rows = 1
  /// In characters; at least one column.
  var widths = [ColumnLayout.least]

  /// More than about so many characters do not fit upright across A4 at a size that can be read.
  var isLandscape: Bool { widths.reduce(0, +) > 95 }
}

/// The C side of a workbook: every call gives a return code.
struct BookHandle {
  private let book: OpaquePointer
  init(_ book: OpaquePointer) { self.book = book }

  func add(_ style: CellStyle) -> Int32 {
    guard let format = style.numberFormat else {
      var made = xw_style(number_format: nil, is_header: 1, is_wrapped: 1)
      return xw_add_style(book, &made)
    }
    return format.withCString { format in
      var made = xw_style(number_format: format, is_header: 0, is_wrapped: style == .wrapped ? 1 : 0)
      return xw_add_style(book, &made)
    }
  }

  func add(_ sheet: PrintedSheet) -> Int32 {
    let widths = sheet.widths.map(Double.init)
    return sheet.name.withCString { name in
      sheet.foot.withCString { foot in
        widths.withUnsafeBufferPointer { widths in
          var made = xw_sheet(
            name: name, footer: foot, rows: UInt32(clamping: sheet.rows), columns: UInt16(clamping: widths.count),
            widths: widths.baseAddress, is_landscape: sheet.isLandscape ? 1 : 0)
          return xw_add_sheet(book, &made)
        }
      }
    }
  }

  /// A text is written as a text even where it begins with `=`: it never becomes a formula.
  func put(_ cell: SheetCell, row: Int, column: Int, style: CellStyle) -> Int32 {
    let (row, column) = (UInt32(clamping: row), UInt16(clamping: column))
    if let number = cell.excelNumber { return xw_number(book, row, column, number, style.number) }
    let text = sheetText(cell.text, limit: cellLimit)
    return text.isEmpty ? Int32(XW_OK) : xw_text(book, row, column, text, style.number)
  }

  func discard() { xw_discard(book) }

  /// Packs the workbook; the handle is then spent.
  func close(into bytes: inout [UInt8]) -> Int32 {
    var packed: UnsafeMutablePointer<UInt8>?
    var count = 0
    let code = xw_close(book, &packed, &count)
    guard Int(code) == XW_OK, let packed else { return code }
    bytes = Array(UnsafeBufferPointer(start: packed, count: count))
    free(packed)
    return code
  }
}
