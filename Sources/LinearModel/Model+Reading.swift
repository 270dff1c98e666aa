extension Model {
  /// All columns, in the order in which they were added.
  public var variables: some RandomAccessCollection<Variable> & Sendable {
    (0..<Int32(columnCount)).lazy.map(Variable.init(index:))
  }
  /// All rows, in the order in which they were added.
  public var rows: some RandomAccessCollection<Row> & Sendable { (0..<Int32(rowCount)).lazy.map(Row.init(index:)) }

  public func cost(of variable: Variable) -> Double { cost[Int(variable.index)] }
  public func lowerBound(of variable: Variable) -> Double { columnLower[Int(variable.index)] }
  public func upperBound(of variable: Variable) -> Double { columnUpper[Int(variable.index)] }
  public func kind(of variable: Variable) -> VariableKind { columnKind[Int(variable.index)] }
  public func name(of variable: Variable) -> String { columnName[Int(variable.index)] }
  public func lowerBound(of row: Row) -> Double { rowLower[Int(row.index)] }
  public func upperBound(of row: Row) -> Double { rowUpper[Int(row.index)] }
  public func name(of row: Row) -> String { rowName[Int(row.index)] }

  public mutating func setCost(_ variable: Variable, _ value: Double) { cost[Int(variable.index)] = value }
  public mutating func setBounds(_ variable: Variable, lower: Double, upper: Double) {
    columnLower[Int(variable.index)] = lower
    columnUpper[Int(variable.index)] = upper
  }
  public mutating func setBounds(_ row: Row, lower: Double, upper: Double) {
    rowLower[Int(row.index)] = lower
    rowUpper[Int(row.index)] = upper
  }

  /// Room for so many columns, rows and terms in all: adding up to there copies nothing.
  public mutating func reserve(columns: Int, rows: Int, terms: Int) {
    cost.reserveCapacity(columns)
    columnLower.reserveCapacity(columns)
    columnUpper.reserveCapacity(columns)
    columnKind.reserveCapacity(columns)
    columnName.reserveCapacity(columns)
    rowLower.reserveCapacity(rows)
    rowUpper.reserveCapacity(rows)
    rowName.reserveCapacity(rows)
    rowStart.reserveCapacity(rows + 1)
    termColumn.reserveCapacity(terms)
    termValue.reserveCapacity(terms)
  }
}
