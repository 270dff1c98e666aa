/// A table of a district that can be edited: rows that nobody touches keep their bytes.
///
/// A row that is touched is written anew with its own separator and line end, minimal quoting, and its other cells as
/// they were. A file that is not UTF-8 is written in canonical form once anything in it changes. The file must have
/// been read without a problem.
/// - Complexity: O(bytes) to take apart and to put together.
public struct TableSheet: Sendable {
  public let table: DistrictTable
  public private(set) var edits: [Edit] = []

  private struct Row {
    /// The line with its end; nil once it is touched.
    var raw: Range<Int>?
    var fields: [String]
  }
  private let shape: TableShape
  /// By column.
  private let kinds: [String: CellKind]
  private var text: [UInt8] = []
  private var hasMark = false
  private var separator = UInt8(ascii: ",")
  private var lineEnd = [UInt8(ascii: "\n")]
  private var header: Row
  /// The column of each field, as an index of the table's columns.
  private var columnOfField: [Int]
  /// The field of each column.
  private var fieldOfColumn: [String: Int] = [:]
  private var rows: [Row] = []

  /// The table as it stands in `files`, or one without rows where it is not there.
  public init(_ table: DistrictTable, in files: DistrictFiles) {
    self.table = table
    shape = table.shape
    kinds = Dictionary(uniqueKeysWithValues: shape.columns.map { ($0.name, $0.kind) })
    header = Row(raw: nil, fields: shape.columns.map(\.name))
    columnOfField = Array(shape.columns.indices)
    if let bytes = files[table.file], let (source, encoding) = try? decoded(bytes) {
      text = encoding == .utf8 ? source : canonicalTable(source, shape)
      hasMark = encoding == .utf8 && source.count < bytes.count
      takeApart()
    }
    indexColumns()
  }

  private mutating func takeApart() {
    let ends = text.indices.filter { text[$0] == UInt8(ascii: "\n") }
    var lines: [Row] = []
    var head: [Int?] = []
    text.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FileLimit.fieldBytes) { scratch in
        separator = CSVScanner.separator(of: bytes)
        var scanner = CSVScanner(bytes, separator: separator)
        head = readHeader(shape, &scanner, scratch, ProblemLog()) ?? []
        scanner = CSVScanner(bytes, separator: separator)
        while scanner.next() == .row, scanner.line <= ends.count {
          let start = scanner.line == 1 ? 0 : ends[scanner.line - 2] + 1
          let fields = scanner.fields.indices.map { scanner.cell($0, scratch: scratch).text }
          lines.append(Row(raw: start..<ends[scanner.line - 1] + 1, fields: fields))
        }
      }
    }
    guard let first = lines.first, let end = ends.first else { return }
    if end > 0, text[end - 1] == UInt8(ascii: "\r") { lineEnd = [UInt8(ascii: "\r"), UInt8(ascii: "\n")] }
    (header, rows) = (first, Array(lines.dropFirst()))
    columnOfField = head.map { $0 ?? 0 }
  }

  private mutating func indexColumns() {
    fieldOfColumn = [:]
    for (field, column) in columnOfField.enumerated() { fieldOfColumn[shape.columns[column].name] = field }
  }

  // MARK: Reading

  public var indices: Range<Int> { rows.indices }
  public var isEmpty: Bool { rows.isEmpty }

  /// The cell in canonical form (docs/format.md §1); empty where the file has no such column.
  public subscript(row: Int, column: String) -> String {
    fieldOfColumn[column].map { canonical(rows[row].fields[$0], column) } ?? ""
  }

  private func canonical(_ text: String, _ column: String) -> String {
    guard let kind = kinds[column], !text.isEmpty else { return text }
    return text.withCell { canonicalCell($0, kind) }
  }

  public func name(of row: Int) -> String { table.keyColumns.map { self[row, $0] }.joined(separator: "/") }

  public func values(of column: String) -> [String] { rows.indices.map { self[$0, column] } }

  /// The cells of a row by column, canonical; those that are empty are left out.
  public func cells(of row: Int) -> [String: String] {
    var cells: [String: String] = [:]
    for column in fieldOfColumn.keys where !self[row, column].isEmpty { cells[column] = self[row, column] }
    return cells
  }

  private func shown(_ row: Int) -> String {
    shape.columns.filter { fieldOfColumn[$0.name] != nil }.map { self[row, $0.name] }.joined(separator: ",")
  }

  // MARK: Editing

  /// Writes a cell, in canonical form; nothing happens where it says so already.
  public mutating func set(_ row: Int, _ column: String, _ value: String) {
    let (before, value) = (self[row, column], canonical(value, column))
    guard before != value else { return }
    edits.append(Edit(file: table.file, row: name(of: row), column: column, before: before, after: value))
    write(value, column, into: row)
  }

  /// Adds a row at the end.
  public mutating func insert(_ cells: [String: String]) { insert([cells], behind: rows.count - 1) }

  /// Adds rows behind another.
  public mutating func insert(_ cells: [[String: String]], behind place: Int) {
    let blank = Row(raw: nil, fields: Array(repeating: "", count: columnOfField.count))
    rows.insert(contentsOf: cells.map { _ in blank }, at: place + 1)
    for (offset, cells) in cells.enumerated() {
      let row = place + 1 + offset
      for (column, value) in cells.sorted(by: { $0.key < $1.key }) where !value.isEmpty {
        write(value, column, into: row)
      }
      edits.append(Edit(file: table.file, row: name(of: row), before: nil, after: shown(row)))
    }
  }

  public mutating func remove(_ gone: some Collection<Int>) {
    guard !gone.isEmpty else { return }
    let gone = Set(gone)
    edits += gone.sorted().map { Edit(file: table.file, row: name(of: $0), before: shown($0), after: nil) }
    rows = rows.indices.filter { !gone.contains($0) }.map { rows[$0] }
  }

  private mutating func write(_ value: String, _ column: String, into row: Int) {
    if fieldOfColumn[column] == nil { addColumn(column) }
    guard let field = fieldOfColumn[column] else { return }
    rows[row].fields[field] = value
    rows[row].raw = nil
  }

  /// Adds a column where the canonical order has it, which touches every row.
  private mutating func addColumn(_ name: String) {
    guard let column = shape.columns.firstIndex(where: { $0.name == name }) else { return }
    let field = (columnOfField.lastIndex { $0 < column } ?? -1) + 1
    let isChinese = columnOfField.first.map { header.fields.first == shape.columns[$0].chinese } ?? false
    let title = isChinese ? shape.columns[column].chinese : name
    columnOfField.insert(column, at: field)
    header = Row(raw: nil, fields: header.fields.inserting(title, at: field))
    rows = rows.map { Row(raw: nil, fields: $0.fields.inserting("", at: field)) }
    indexColumns()
  }

  // MARK: Writing

  /// Puts the table back, where anything in it changed.
  public func store(into files: inout DistrictFiles) {
    guard !edits.isEmpty else { return }
    var bytes: [UInt8] = hasMark ? [0xEF, 0xBB, 0xBF] : []
    bytes.reserveCapacity(text.count + 64 * edits.count)
    for row in [header] + rows { append(row, to: &bytes) }
    files[table.file] = bytes
  }

  private func append(_ row: Row, to bytes: inout [UInt8]) {
    if let raw = row.raw {
      bytes += text[raw]
      return
    }
    for (index, field) in row.fields.enumerated() {
      if index > 0 { bytes.append(separator) }
      appendField(field, separator: separator, to: &bytes)
    }
    bytes += lineEnd
  }
}

extension Array {
  fileprivate func inserting(_ element: Element, at index: Int) -> [Element] {
    var copy = self
    copy.insert(element, at: index)
    return copy
  }
}
