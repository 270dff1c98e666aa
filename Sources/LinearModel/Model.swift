import Units

/// A column of a model, by its number from 0.
@frozen public struct Variable: Hashable, Sendable {
  public let index: Int32
  @inlinable init(index: Int32) { self.index = index }
  /// By number; a number that the model does not have is refused when the model is validated.
  @inlinable public init(number: Int) { index = Int32(truncatingIfNeeded: number) }
}

/// A row of a model, by its number from 0.
@frozen public struct Row: Hashable, Sendable {
  public let index: Int32
  @inlinable init(index: Int32) { self.index = index }
  /// By number; a number that the model does not have is refused when the model is validated.
  @inlinable public init(number: Int) { index = Int32(truncatingIfNeeded: number) }
}

public enum VariableKind: UInt8, Sendable { case continuous, integer }

/// A linear program, with whole-number variables where asked for: minimise c·x, rows between bounds, variables
/// between bounds.
///
/// Terms stream into flat arrays; `validate` says whether a solver may be given it. Rows and columns keep the order in
/// which they were added. Infinite bounds are `±Double.infinity`.
public struct Model: Sendable {
  public var name: String
  // One entry a column.
  @usableFromInline var cost: [Double] = []
  @usableFromInline var columnLower: [Double] = []
  @usableFromInline var columnUpper: [Double] = []
  @usableFromInline var columnKind: [VariableKind] = []
  @usableFromInline var columnName: [String] = []
  // One entry a row.
  @usableFromInline var rowLower: [Double] = []
  @usableFromInline var rowUpper: [Double] = []
  @usableFromInline var rowName: [String] = []
  // Rows' terms, one after another: row r has entries rowStart[r] ..< rowStart[r + 1].
  @usableFromInline var rowStart: [Int] = [0]
  @usableFromInline var termColumn: [Int32] = []
  @usableFromInline var termValue: [Double] = []
  // Terms of columns added to rows that exist already: (row, column, value), merged when handed over.
  @usableFromInline var lateRow: [Int32] = []
  @usableFromInline var lateColumn: [Int32] = []
  @usableFromInline var lateValue: [Double] = []
  /// Added to the objective.
  public var objectiveConstant = 0.0

  public init(name: String = "model") { self.name = name }

  @inlinable public var columnCount: Int { cost.count }
  @inlinable public var rowCount: Int { rowLower.count }
  @inlinable public var termCount: Int { termColumn.count + lateColumn.count }

  /// Adds a column. The name may be empty.
  @inlinable public mutating func addVariable(
    _ name: String = "", kind: VariableKind = .continuous, lower: Double = 0, upper: Double = .infinity,
    cost: Double = 0
  ) -> Variable {
    self.cost.append(cost)
    columnLower.append(lower)
    columnUpper.append(upper)
    columnKind.append(kind)
    columnName.append(name)
    return Variable(index: Int32(truncatingIfNeeded: self.cost.count - 1))
  }

  /// A 0–1 column.
  @inlinable public mutating func addBinary(_ name: String = "", cost: Double = 0) -> Variable {
    addVariable(name, kind: .integer, lower: 0, upper: 1, cost: cost)
  }

  /// Adds the row lower ≤ Σ terms ≤ upper; `body` streams the terms with `add(coefficient, variable)`.
  @inlinable public mutating func addRow(
    _ name: String = "", lower: Double = -.infinity, upper: Double = .infinity,
    _ body: (inout RowBuilder) -> Void
  ) -> Row {
    var builder = RowBuilder(columns: termColumn, values: termValue)
    termColumn = []
    termValue = []
    body(&builder)
    termColumn = builder.columns
    termValue = builder.values
    rowStart.append(termColumn.count)
    rowLower.append(lower)
    rowUpper.append(upper)
    rowName.append(name)
    return Row(index: Int32(truncatingIfNeeded: rowLower.count - 1))
  }

  /// Adds `coefficient · variable` to a row that exists: for columns that come later.
  @inlinable public mutating func addTerm(_ coefficient: Double, _ variable: Variable, to row: Row) {
    lateRow.append(row.index)
    lateColumn.append(variable.index)
    lateValue.append(coefficient)
  }
}

/// Takes the terms of one row while it is being added.
@frozen public struct RowBuilder {
  @usableFromInline var columns: [Int32]
  @usableFromInline var values: [Double]
  @inlinable init(columns: consuming [Int32], values: consuming [Double]) {
    self.columns = columns
    self.values = values
  }
  @inlinable public mutating func add(_ coefficient: Double, _ variable: Variable) {
    columns.append(variable.index)
    values.append(coefficient)
  }
}
