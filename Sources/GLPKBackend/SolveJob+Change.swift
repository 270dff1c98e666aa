import CGLPK
import LinearModel

extension SolveJob {
  /// What is new in `model` against what GLPK holds already.
  ///
  /// - Complexity: O(terms), to find the new columns' terms in old rows.
  convenience init(
    change model: ValidatedModel, from sent: ValidatedModel?, basis: SessionState.Basis?, options: SolveOptions
  ) {
    self.init(
      columns: model.columnCount, rows: model.rowCount, isMixed: !options.relaxed && model.hasIntegers,
      options: options)
    fillVectors(model)
    let oldRows = sent?.rowCount ?? 0
    let oldColumns = sent?.columnCount ?? 0
    fillNewRows(model, from: oldRows)
    if let sent {
      fillNewColumns(model, from: oldColumns, inRowsBelow: oldRows)
      listChanged(model, sent)
    }
    if let basis { fillBasis(basis) }
  }

  private func fillNewRows(_ model: ValidatedModel, from oldRows: Int) {
    let base = model.rowStart[oldRows]
    change.row_start = UnsafePointer(arena.copy(model.rowStart[oldRows...].map { $0 - base }))
    change.row_column = UnsafePointer(arena.copy(Array(model.column[base...])))
    change.row_value = UnsafePointer(arena.copy(Array(model.value[base...])))
  }

  private func fillNewColumns(_ model: ValidatedModel, from oldColumns: Int, inRowsBelow oldRows: Int) {
    guard model.columnCount > oldColumns else { return }
    var start = [Int](repeating: 0, count: model.columnCount - oldColumns + 1)
    let end = model.rowStart[oldRows]
    for k in 0..<end where Int(model.column[k]) >= oldColumns { start[Int(model.column[k]) - oldColumns + 1] += 1 }
    for j in 1..<start.count { start[j] += start[j - 1] }
    var next = start
    var row = [Int32](repeating: 0, count: start[start.count - 1])
    var value = [Double](repeating: 0, count: row.count)
    for i in 0..<oldRows {
      for k in model.rowStart[i]..<model.rowStart[i + 1] where Int(model.column[k]) >= oldColumns {
        let place = next[Int(model.column[k]) - oldColumns]
        next[Int(model.column[k]) - oldColumns] += 1
        row[place] = Int32(truncatingIfNeeded: i)
        value[place] = model.value[k]
      }
    }
    change.column_start = UnsafePointer(arena.copy(start))
    change.column_row = UnsafePointer(arena.copy(row))
    change.column_value = UnsafePointer(arena.copy(value))
  }

  private func listChanged(_ model: ValidatedModel, _ sent: ValidatedModel) {
    var columns: [Int32] = []
    for j in 0..<sent.columnCount
    where model.cost[j] != sent.cost[j] || model.columnLower[j] != sent.columnLower[j]
      || model.columnUpper[j] != sent.columnUpper[j]
    {
      columns.append(Int32(j))
    }
    var rows: [Int32] = []
    for i in 0..<sent.rowCount where model.rowLower[i] != sent.rowLower[i] || model.rowUpper[i] != sent.rowUpper[i] {
      rows.append(Int32(i))
    }
    (change.changed_columns, change.changed_rows) = (Int32(columns.count), Int32(rows.count))
    change.changed_column = UnsafePointer(arena.copy(columns))
    change.changed_row = UnsafePointer(arena.copy(rows))
  }

  /// Rows that the basis does not know are basic, columns at a bound: GLPK's own numbers, GLP_BS 1 and GLP_NL 2.
  private func fillBasis(_ basis: SessionState.Basis) {
    let rowStatus = basis.rows + [Int32](repeating: 1, count: rows - basis.rows.count)
    let columnStatus = basis.columns + [Int32](repeating: 2, count: columns - basis.columns.count)
    change.row_status = UnsafePointer(arena.copy(rowStatus))
    change.column_status = UnsafePointer(arena.copy(columnStatus))
  }

  var basis: SessionState.Basis {
    SessionState.Basis(
      rows: Array(UnsafeBufferPointer(start: rowStatus, count: rows)),
      columns: Array(UnsafeBufferPointer(start: columnStatus, count: columns)))
  }
}
