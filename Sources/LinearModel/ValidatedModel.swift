/// A model that a solver may be given: finite numbers, no duplicates, no zeros, bounds in order.
///
/// Rows are compressed arrays: row r has entries `rowStart[r] ..< rowStart[r + 1]` of `column` and `value`, in the
/// order in which they were added.
public struct ValidatedModel: Sendable {
  public let name: String
  public let objectiveConstant: Double
  public private(set) var cost: [Double]
  public private(set) var columnLower: [Double]
  public private(set) var columnUpper: [Double]
  public let columnKind: [VariableKind]
  public let columnName: [String]
  public let rowLower: [Double]
  public let rowUpper: [Double]
  public let rowName: [String]
  public let rowStart: [Int]
  public let column: [Int32]
  public let value: [Double]
  /// A whole-number column between whose bounds there is no whole number: no point is feasible.
  public let emptyColumn: Variable?

  public var columnCount: Int { cost.count }
  public var rowCount: Int { rowLower.count }
  public var termCount: Int { column.count }
  public var hasIntegers: Bool { columnKind.contains(.integer) }

  /// The same model with whole-number columns fixed at the given values.
  public func fixingIntegers(at values: [Double]) -> ValidatedModel {
    var model = self
    for j in values.indices where columnKind[j] == .integer {
      model.columnLower[j] = values[j]
      model.columnUpper[j] = values[j]
    }
    return model
  }

  /// The same rows and bounds with nothing to minimise.
  public func withoutCosts() -> ValidatedModel {
    var model = self
    model.cost = [Double](repeating: 0, count: columnCount)
    return model
  }
}

extension Model {
  /// Checks everything at once and puts the terms in order.
  ///
  /// Duplicates in a row are merged, exact zeros dropped, and unless `relaxed` bounds of whole-number columns are
  /// rounded inward (within 1e-9). Without late terms, duplicates and zeros the term arrays are shared, not copied.
  /// - Complexity: O(rows + columns + terms).
  public func validated(relaxed: Bool = false) throws(ModelProblems) -> ValidatedModel {
    var problems = ProblemList()
    checkColumns(&problems)
    checkRows(&problems)
    let matrix = compressed(&problems)
    if !problems.isEmpty { throw problems.error }
    var (lower, upper) = (columnLower, columnUpper)
    let empty = relaxed ? nil : roundInward(&lower, &upper)
    return ValidatedModel(
      name: name, objectiveConstant: objectiveConstant, cost: cost, columnLower: lower, columnUpper: upper,
      columnKind: columnKind, columnName: columnName, rowLower: rowLower, rowUpper: rowUpper, rowName: rowName,
      rowStart: matrix.start, column: matrix.column, value: matrix.value, emptyColumn: empty)
  }

  /// The first column whose interval holds no whole number.
  private func roundInward(_ lower: inout [Double], _ upper: inout [Double]) -> Variable? {
    var empty: Variable?
    for j in columnKind.indices where columnKind[j] == .integer {
      // Fast path: most bounds are whole already, and writing would copy the arrays.
      let (low, high) = ((lower[j] - 1e-9).rounded(.up), (upper[j] + 1e-9).rounded(.down))
      if low != lower[j] { lower[j] = low }
      if high != upper[j] { upper[j] = high }
      if low > high && empty == nil { empty = Variable(index: Int32(j)) }
    }
    return empty
  }
}
