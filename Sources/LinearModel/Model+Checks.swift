/// Problems found so far; only the first hundred are spelt out.
struct ProblemList {
  private(set) var problems: [String] = []
  private var more = 0
  var isEmpty: Bool { problems.isEmpty }
  mutating func add(_ text: @autoclosure () -> String) {
    if problems.count < 100 { problems.append(text()) } else { more += 1 }
  }
  var error: ModelProblems {
    ModelProblems(problems: more == 0 ? problems : problems + ["and \(more) more"])
  }
}

extension Model {
  func label(column j: Int) -> String {
    let name = columnName.indices.contains(j) ? columnName[j] : ""
    return name.isEmpty ? "column \(j)" : "column \(j) \(name)"
  }
  func label(row i: Int) -> String {
    let name = rowName.indices.contains(i) ? rowName[i] : ""
    return name.isEmpty ? "row \(i)" : "row \(i) \(name)"
  }

  func checkColumns(_ problems: inout ProblemList) {
    if columnCount > 100_000_000 { problems.add("\(columnCount) columns; at most 100,000,000") }
    if !objectiveConstant.isFinite { problems.add("objective constant is \(objectiveConstant)") }
    for j in cost.indices {
      if !cost[j].isFinite { problems.add("\(label(column: j)): cost is \(cost[j])") }
      if !Self.areBounds(columnLower[j], columnUpper[j]) {
        problems.add("\(label(column: j)): no numbers between bounds \(columnLower[j]) and \(columnUpper[j])")
      }
      if Self.hasControlCharacter(columnName[j]) { problems.add("column \(j): control character in its name") }
    }
  }

  func checkRows(_ problems: inout ProblemList) {
    if rowCount > 100_000_000 { problems.add("\(rowCount) rows; at most 100,000,000") }
    for i in rowLower.indices {
      if !Self.areBounds(rowLower[i], rowUpper[i]) {
        problems.add("\(label(row: i)): no numbers between bounds \(rowLower[i]) and \(rowUpper[i])")
      }
      if Self.hasControlCharacter(rowName[i]) { problems.add("row \(i): control character in its name") }
    }
  }

  /// Ordered, neither a NaN nor an infinity on the wrong side.
  public static func areBounds(_ lower: Double, _ upper: Double) -> Bool {
    lower <= upper && lower < .infinity && upper > -.infinity
  }

  static func hasControlCharacter(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }
}
