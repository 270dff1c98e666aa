import CGLPK
import LinearModel

extension SolveJob {
  /// The whole model as what is new to an empty problem.
  convenience init(_ model: ValidatedModel, options: SolveOptions) {
    self.init(
      columns: model.columnCount, rows: model.rowCount, isMixed: !options.relaxed && model.hasIntegers,
      options: options)
    fillVectors(model)
    change.row_start = UnsafePointer(arena.copy(model.rowStart))
    change.row_column = UnsafePointer(arena.copy(model.column))
    change.row_value = UnsafePointer(arena.copy(model.value))
  }

  func fillVectors(_ model: ValidatedModel) {
    change.rows = Int32(model.rowCount)
    change.columns = Int32(model.columnCount)
    change.cost = UnsafePointer(arena.copy(model.cost))
    change.column_lower = UnsafePointer(arena.copy(model.columnLower))
    change.column_upper = UnsafePointer(arena.copy(model.columnUpper))
    change.integer = UnsafePointer(arena.copy(model.columnKind.map { $0 == .integer ? 1 : 0 }))
    change.row_lower = UnsafePointer(arena.copy(model.rowLower))
    change.row_upper = UnsafePointer(arena.copy(model.rowUpper))
    change.constant = model.objectiveConstant
  }
}
