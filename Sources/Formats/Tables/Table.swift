/// A column: its names, its type, and what it does to a row.
struct Column<Row>: Sendable {
  let shape: ColumnShape
  let read: @Sendable (inout Row, Cell, CellReader) -> Void
}

/// What is said of a column without its row type: enough to write it, to describe it and to check its header.
struct ColumnShape: Sendable {
  let name: String
  let chinese: String
  let kind: CellKind
  let isRequired: Bool
}

/// A table of a district: its columns in canonical order, and a row before anything is read into it.
struct Table<Row: Sendable>: Sendable {
  let name: String
  let blank: Row
  let columns: [Column<Row>]
  var file: String { name + ".csv" }
  var shape: TableShape { TableShape(name: name, columns: columns.map(\.shape)) }
}

struct TableShape: Sendable {
  let name: String
  let columns: [ColumnShape]
  var file: String { name + ".csv" }
}

/// The rows of a file, with the place of each.
struct ReadTable<Row> {
  let file: String
  /// False where the folder has no such file.
  var exists = false
  /// There, but not to be read.
  var isUnreadable = false
  var rows: [Row] = []
  var lines: [Int32] = []
  /// Rows that something was wrong with: they are not judged any further.
  var damaged: Set<Int> = []
  /// From 1, by the column's English name.
  var fields: [String: Int] = [:]

  /// Rows that are whole.
  var sound: [Int] { rows.indices.filter { !damaged.contains($0) } }

  func problem(
    _ code: ProblemCode, row: Int, column: String, values: [String: String] = [:], nearest: String? = nil
  ) -> Problem {
    Problem(
      code, file: file, line: Int(lines[row]), field: fields[column] ?? 1, column: column, values: values,
      nearest: nearest)
  }
}

/// Limits of single values; they keep every total far inside 64 bits.
enum Limit {
  static let amount = 0...1_000_000_000
  static let people = 0...10_000
  static let weight = 0...1000
  static let horizon = 1...366
  static let spanMinutes = 0...1440
}
