import Rostering
import Units

/// A linear program of few rows and many short columns, kept warm with the whole inverse of its basis.
///
/// minimise c·x; A x − s = 0; bounds on x and on the rows' logicals s. Variables 0 ..< rows are the logicals, then the
/// columns. A bounded primal simplex with devex pricing; a basic variable outside its bounds costs `penalty` a unit
/// until it is inside, so that any basis is good enough to go on from.
/// Source: Maros, "Computational Techniques of the Simplex Method" (2003), chapter 9; Forrest and Goldfarb,
/// "Steepest-edge simplex algorithms for linear programming" (1992), for devex.
/// - Complexity: O(rows² + terms) a step, memory O(rows² + terms).
final class DenseSimplex {
  /// Of nonbasic variables where they rest; those from `basic` on never enter the basis.
  enum Status {
    /// Without bounds, at 0.
    static let free: Int8 = -1
    static let lower: Int8 = 0
    static let upper: Int8 = 1
    static let basic: Int8 = 2
    /// Both bounds are one.
    static let shut: Int8 = 3
  }
  enum End: Equatable { case optimal, infeasible, unbounded, stopped, failed }

  let rowCount: Int
  /// Terms of column j: columnStart[j] ..< columnStart[j + 1].
  var columnStart = GrowingBuffer<Int32>()
  var termRow = GrowingBuffer<Int32>()
  var termValue = GrowingBuffer<Double>()
  /// By column: all its terms are 1.
  var isUnit = GrowingBuffer<Bool>()

  // By variable.
  var lower = GrowingBuffer<Double>()
  var upper = GrowingBuffer<Double>()
  var cost = GrowingBuffer<Double>()
  var status = GrowingBuffer<Int8>()
  /// Of nonbasic variables: reduced cost and devex weight.
  var reduced = GrowingBuffer<Double>()
  var weight = GrowingBuffer<Double>()
  /// Entry of the pivot row.
  var pivotRow = GrowingBuffer<Double>()

  // By place in the basis.
  let head: GrowingBuffer<Int32>
  let value: GrowingBuffer<Double>
  /// inverse[place × rows + row].
  let inverse: GrowingBuffer<Double>
  let direction: GrowingBuffer<Double>
  /// Where the row that pivots is not 0.
  let filled: GrowingBuffer<Int32>
  /// Variables that may enter in a dual step; as many as there are variables.
  var candidates = GrowingBuffer<Int32>()
  /// −1, 0, 1: below its bounds, inside, above, as the reduced costs know it.
  let side: GrowingBuffer<Int8>
  /// By row.
  let price: GrowingBuffer<Double>

  var pivotsSinceInversion = 0
  var areReducedKnown = false
  /// Of a unit outside the bounds, above what any cost could make good.
  var leastPenalty = 1.0
  var penalty = 1.0
  var random = SeededRandom(seed: 1)

  static let feasibility = 1e-8
  static let smallestPivot = 1e-7
  var pivotsPerInversion: Int { max(400, 4 * rowCount) }

  /// Reduced costs below this are nothing, as far as the costs' size lets one see.
  var optimality: Double { max(1e-7, penalty * 1e-13) }

  /// Rows with their bounds; columns come later.
  init(rows: [(lower: Double, upper: Double)]) {
    rowCount = rows.count
    head = GrowingBuffer(repeating: 0, count: rowCount)
    value = GrowingBuffer(repeating: 0, count: rowCount)
    inverse = GrowingBuffer(repeating: 0, count: rowCount * rowCount)
    filled = GrowingBuffer(repeating: 0, count: rowCount)
    direction = GrowingBuffer(repeating: 0, count: rowCount)
    price = GrowingBuffer(repeating: 0, count: rowCount)
    side = GrowingBuffer(repeating: 0, count: rowCount)
    columnStart.append(0)
    for (row, bounds) in rows.enumerated() {
      appendVariable(lower: bounds.lower, upper: bounds.upper, cost: 0)
      status[row] = Status.basic
      head[row] = Int32(row)
      inverse[row * rowCount + row] = -1
    }
  }

  var variableCount: Int { status.count }
  var columnCount: Int { columnStart.count - 1 }

  private func appendVariable(lower: Double, upper: Double, cost: Double) {
    self.lower.append(lower)
    self.upper.append(upper)
    self.cost.append(cost)
    status.append(DenseSimplex.resting(lower, upper))
    candidates.append(0)
    reduced.append(0)
    weight.append(1)
    pivotRow.append(0)
    leastPenalty = max(leastPenalty, 10 * abs(cost))
  }

  static func resting(_ lower: Double, _ upper: Double) -> Int8 {
    if lower == upper { return Status.shut }
    if lower > -.infinity { return Status.lower }
    return upper < .infinity ? Status.upper : Status.free
  }

  /// Nonbasic, at its lower bound; the basis stays as it is where that bound is 0.
  func addColumn(
    lower: Double, upper: Double, cost: Double, terms: some Sequence<(row: Int, value: Double)>
  ) {
    var isUnit = true
    for term in terms where term.value != 0 {
      isUnit = isUnit && term.value == 1
      termRow.append(Int32(truncatingIfNeeded: term.row))
      termValue.append(term.value)
    }
    columnStart.append(Int32(truncatingIfNeeded: termRow.count))
    self.isUnit.append(isUnit)
    let isResting = lower == 0 || (lower == -.infinity && (upper == 0 || upper == .infinity))
    appendVariable(lower: lower, upper: upper, cost: cost)
    if areReducedKnown { reduced[variableCount - 1] = reducedCost(variableCount - 1) }
    if !isResting { setValues() }
  }

  func setBounds(_ variable: Int, lower: Double, upper: Double) {
    let before = status[variable] == Status.basic ? 0 : restingValue(variable)
    self.lower[variable] = lower
    self.upper[variable] = upper
    guard status[variable] != Status.basic else {
      areReducedKnown = false
      return
    }
    let isAtUpper = status[variable] == Status.upper && upper < .infinity && lower < upper
    if !isAtUpper { status[variable] = DenseSimplex.resting(lower, upper) }
    if areReducedKnown { reduced[variable] = reducedCost(variable) }
    if restingValue(variable) != before { setValues() }
  }

  func setCost(_ variable: Int, _ cost: Double) {
    self.cost[variable] = cost
    leastPenalty = max(leastPenalty, 10 * abs(cost))
    areReducedKnown = false
  }

  /// Of a nonbasic variable.
  func restingValue(_ variable: Int) -> Double {
    let bound = status[variable] == Status.upper ? upper[variable] : lower[variable]
    return bound.isFinite ? bound : 0
  }

  /// c − price·A of one variable.
  func reducedCost(_ variable: Int) -> Double {
    if variable < rowCount { return cost[variable] + price[variable] }
    return cost[variable] - product(variable - rowCount, price.base)
  }

  /// Σ over a column's terms of value · line[row]. Four sums at a time: one waits for the addition before it.
  @inline(__always)
  func product(_ column: Int, _ line: UnsafeMutablePointer<Double>) -> Double {
    var term = Int(columnStart.base[column])
    let end = Int(columnStart.base[column &+ 1])
    let rows = termRow.base
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    if isUnit.base[column] {
      while term &+ 3 < end {
        a += line[Int(rows[term])]
        b += line[Int(rows[term &+ 1])]
        c += line[Int(rows[term &+ 2])]
        d += line[Int(rows[term &+ 3])]
        term &+= 4
      }
      while term < end {
        a += line[Int(rows[term])]
        term &+= 1
      }
    } else {
      let values = termValue.base
      while term < end {
        a += values[term] * line[Int(rows[term])]
        term &+= 1
      }
    }
    return (a + b) + (c + d)
  }

  /// Values of all variables by number, and the objective.
  func values() -> (values: [Double], objective: Double) {
    var values = (0..<variableCount).map { status[$0] == Status.basic ? 0 : restingValue($0) }
    for place in 0..<rowCount { values[Int(head[place])] = value[place] }
    var sum = 0.0
    for variable in 0..<variableCount { sum += cost[variable] * values[variable] }
    return (values, sum)
  }

  /// The objective at the basis as it is: of a dual feasible one a lower bound.
  func dualObjective() -> Double {
    var sum = 0.0
    for variable in 0..<variableCount where status[variable] != Status.basic {
      sum += cost[variable] * restingValue(variable)
    }
    for place in 0..<rowCount { sum += cost[Int(head[place])] * value[place] }
    return sum
  }
}
