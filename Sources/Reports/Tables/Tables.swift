import Districts
import Tabulation
import Units

/// What people hold in their hands as tables: each is stated once, and written as CSV and as a sheet of the workbook.
extension ReportContext {
  /// The sheets of `plan.xlsx`, in their order. Those of stages that were not planned have titles and no rows.
  public func tables() -> [SheetTable] {
    [
      summaryTable(), certificateTable(), breakdownTable(), gapTable(), rosterTable(), pointTable(),
      distributionTable(), noticeTable(), comparisonTable(), helperTable(), cartTable(), vehicleTable(), stopTable(),
      loadTable(), kitTable(), purchaseTable(), collectionTable(), shareTable(),
    ]
  }

  public func rosterCSV() -> String { csv(rosterTable()) }
  public func distributionCSV() -> String { csv(distributionTable()) }
  public func noticesCSV() -> String { csv(noticeTable()) }

  /// `table.NAME` says what the sheet is called.
  func sheetTable(_ name: String, _ titles: [String], _ rows: [[SheetCell]]) -> SheetTable {
    SheetTable(name: say("table.\(name)"), titles: titles.map { say("csv.\($0)") }, rows: rows)
  }

  func clockCell(_ moment: LocalMoment?) -> SheetCell {
    guard let moment else { return .empty }
    let local = zone.local(moment.moment)
    return .clock(local.date, second: local.secondOfDay)
  }

  func momentCell(_ moment: Moment?) -> SheetCell {
    guard let moment else { return .empty }
    let local = zone.local(moment)
    return .moment(local.date, second: local.secondOfDay)
  }

  func listCell(_ numbers: [Int]) -> SheetCell { .text(numbers.map(String.init).joined(separator: "、")) }

  /// For spreadsheets: UTF-8 with a byte order mark, so that Excel shows Chinese.
  func csv(_ table: SheetTable) -> String {
    let rows = [table.titles] + table.rows.map { $0.map(\.text) }
    return "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where needed; a leading `=`, `+`, `-` or `@` would be taken for a formula and gets an apostrophe.
  ///
  /// Judged by bytes, as spreadsheets do: a mark that joins a comma does not make it another character.
  private func field(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
    let marked = isFormula ? "'" + text : text
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return marked }
    let quote = UInt8(ascii: "\"")
    let doubled = marked.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }
}
