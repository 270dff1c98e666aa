extension ValidatedModel {
  /// c·x plus the constant.
  public func objective(of values: [Double]) -> Double {
    var sum = objectiveConstant
    for j in cost.indices where cost[j] != 0 { sum += cost[j] * values[j] }
    return sum
  }

  /// Σ a·x of every row.
  public func activities(of values: [Double]) -> [Double] {
    (0..<rowCount).map { i in
      var sum = 0.0
      for k in rowStart[i]..<rowStart[i + 1] { sum += value[k] * values[Int(column[k])] }
      return sum
    }
  }

  /// What a point breaks most, and by how much relative to 1 + the size of what was added up; nil: nothing is broken
  /// by more than `tolerance`, and whole-number columns are whole within it.
  ///
  /// - Complexity: O(terms).
  public func worstViolation(
    of values: [Double], tolerance: Double = 1e-6, relaxed: Bool = false
  ) -> (what: String, amount: Double)? {
    guard values.count == columnCount else { return ("\(values.count) values for \(columnCount) columns", .infinity) }
    var worst = (what: "", amount: tolerance)
    func look(_ amount: Double, _ what: @autoclosure () -> String) {
      if amount > worst.amount || amount.isNaN { worst = (what(), amount.isNaN ? .infinity : amount) }
    }
    for j in values.indices {
      let x = values[j]
      let scale = 1 + abs(x)
      look((columnLower[j] - x) / scale, "lower bound of column \(j) \(columnName[j])")
      look((x - columnUpper[j]) / scale, "upper bound of column \(j) \(columnName[j])")
      if !relaxed && columnKind[j] == .integer {
        look(abs(x - x.rounded()), "wholeness of column \(j) \(columnName[j])")
      }
    }
    for i in 0..<rowCount {
      var (sum, size) = (0.0, 1.0)
      for k in rowStart[i]..<rowStart[i + 1] {
        let term = value[k] * values[Int(column[k])]
        sum += term
        size += abs(term)
      }
      look((rowLower[i] - sum) / size, "row \(i) \(rowName[i])")
      look((sum - rowUpper[i]) / size, "row \(i) \(rowName[i])")
    }
    return worst.amount > tolerance ? worst : nil
  }
}
