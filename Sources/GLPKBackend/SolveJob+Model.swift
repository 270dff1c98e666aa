import CGLPK
import LinearModel

extension SolveJob {
  /// The whole model as what is new to an empty problem.
  convenience init(_ model: ValidatedModel, options: SolveOptions) {
    self.init(columns: model.columnCount, rows: model.rowCount, options: options)
    fillVectors(
      cost: model.cost, columnLower: model.columnLower, columnUpper: model.columnUpper, columnKind: model.columnKind,
      rowLower: model.rowLower, rowUpper: model.rowUpper, constant: model.objectiveConstant)
    change.row_start = UnsafePointer(arena.copy(model.rowStart))
    change.row_column = UnsafePointer(arena.copy(model.column))
    change.row_value = UnsafePointer(arena.copy(model.value))
  }

  func fillVectors(
    cost: [Double], columnLower: [Double], columnUpper: [Double], columnKind: [VariableKind], rowLower: [Double],
    rowUpper: [Double], constant: Double
  ) {
    change.rows = Int32(rowLower.count)
    change.columns = Int32(cost.count)
    change.cost = UnsafePointer(arena.copy(cost))
    change.column_lower = UnsafePointer(arena.copy(columnLower))
    change.column_upper = UnsafePointer(arena.copy(columnUpper))
    change.integer = UnsafePointer(arena.copy(columnKind.map { $0 == .integer ? 1 : 0 }))
    change.row_lower = UnsafePointer(arena.copy(rowLower))
    change.row_upper = UnsafePointer(arena.copy(rowUpper))
    change.constant = constant
  }
}
