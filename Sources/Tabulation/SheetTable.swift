/// A table as people read it. What is stated here once is written as CSV and as a sheet of a workbook.
public struct SheetTable: Sendable, Hashable {
  /// Of the sheet.
  public var name: String
  /// A title a column.
  public var titles: [String]
  /// As many cells a row as there are titles.
  public var rows: [[SheetCell]]
  public init(name: String, titles: [String], rows: [[SheetCell]]) {
    self.name = name
    self.titles = titles
    self.rows = rows
  }
}
