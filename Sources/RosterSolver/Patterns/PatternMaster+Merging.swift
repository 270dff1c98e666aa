import LinearModel
import Rostering
import Units

/// Rows of cover that a master begins with as sums: what all rows of a group ask for together.
///
/// Every roster keeps the sums, so their prices prove a bound like any others, and a master of few rows is soon solved;
/// rows of their own come back where its solution breaks them.
/// Source: Zipkin, "Bounds for row-aggregation in linear programming" (1980).
struct RowMerging {
  /// Of rows of cover, each in one at most.
  var groups: [[Int]]
  /// No price is below minus this many points, so that what is missing does not swing the prices.
  var steepest: Double

  /// Rows of a merged master from which on steps over the whole inverse cost too much.
  static let mostDenseRows = 900
  /// Rows of their own added at once.
  static let mostAdded = 80
}

extension PatternMaster {
  var isMerged: Bool { groupRow.contains { $0 != nil } }

  static func addGroups(
    _ merging: RowMerging?, _ steps: [[Step]], _ tables: PatternTables, to model: inout Model
  ) -> [Row?] {
    var groupRow = [Row?](repeating: nil, count: tables.rowCount)
    for rows in merging?.groups ?? [] {
      let own = rows.flatMap { steps[$0] }
      guard !own.isEmpty else { continue }
      let number = model.addRow(lower: 0, upper: 0) { terms in
        for step in own { terms.add(-1, Variable(number: step.column)) }
      }
      for row in rows where !steps[row].isEmpty { groupRow[row] = number }
    }
    return groupRow
  }

  /// Adds rows of their own, those that the last solution breaks most; false when it breaks none.
  func split(most: Int) throws(ModelProblems) -> Bool {
    guard let program else { return false }
    var activity = [Double](repeating: 0, count: tables.cover.rowCount)
    for (column, value) in values.enumerated() where value > 1e-9 && pattern[column] >= 0 {
      forEachCoverRow(of: Int(pattern[column])) { row, sign in activity[row] += sign * value }
    }
    var broken: [(row: Int, by: Double)] = []
    for row in activity.indices where groupRow[row] != nil && coverRow[row] == nil {
      let by = distance(activity[row], row)
      if by > 1e-6 { broken.append((row, by)) }
    }
    broken.sort { (-$0.by, $0.row) < (-$1.by, $1.row) }
    let chosen = broken.prefix(most).map(\.row).sorted()
    guard !chosen.isEmpty else { return false }
    var terms: [Int: [(column: Int, value: Double)]] = [:]
    for row in chosen { terms[row] = steps[row].map { ($0.column, -1) } }
    for (column, index) in pattern.enumerated() where index >= 0 {
      forEachCoverRow(of: Int(index)) { row, sign in terms[row]?.append((firstColumn + column, sign)) }
    }
    let first = program.rowCount
    try program.addRows(chosen.map { .init(lower: 0, upper: 0, terms: terms[$0] ?? []) })
    for (place, row) in chosen.enumerated() { coverRow[row] = Row(number: first + place) }
    return true
  }

  private func forEachCoverRow(of pattern: Int, _ body: (Int, Double) -> Void) {
    for place in pool.rowStart[pattern]..<pool.rowStart[pattern + 1] {
      let (row, sign) = PatternPool.signed(pool.rows[place])
      if row < tables.cover.rowCount { body(row, sign) }
    }
  }

  /// How far a count is from what the row wants at its price.
  private func distance(_ count: Double, _ row: Int) -> Double {
    let price = rowPrice[row] / LevelWeights.scale
    var (least, most) = (0.0, 0.0)
    for step in steps[row] {
      if step.slope < price - 1e-6 { least += Double(step.count) }
      if step.slope < price + 1e-6 { most += Double(step.count) }
    }
    return max(least - count, count - most, 0)
  }
}
