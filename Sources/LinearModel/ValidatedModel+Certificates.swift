extension ValidatedModel {
  /// By how much the multipliers refute the model: least Σ y·row over the rows' bounds, minus the greatest (yᵀA)·x over
  /// the columns' bounds, or the same with signs turned; positive proves that no point is feasible.
  ///
  /// Coefficients of yᵀA that are smaller than 1e-9 of what was added up count as zero. Not whole-number columns' own.
  /// Source: Farkas, "Theorie der einfachen Ungleichungen" (1902).
  /// - Complexity: O(terms).
  public func refutationMargin(of multipliers: [Double]) -> Double {
    guard multipliers.count == rowCount, multipliers.allSatisfy(\.isFinite) else { return -.infinity }
    var sum = [Double](repeating: 0, count: columnCount)
    var size = [Double](repeating: 0, count: columnCount)
    for i in 0..<rowCount where multipliers[i] != 0 {
      for k in rowStart[i]..<rowStart[i + 1] {
        let term = multipliers[i] * value[k]
        sum[Int(column[k])] += term
        size[Int(column[k])] += abs(term)
      }
    }
    for j in sum.indices where abs(sum[j]) <= 1e-9 * size[j] { sum[j] = 0 }
    return max(margin(multipliers, sum, sign: 1), margin(multipliers, sum, sign: -1))
  }

  private func margin(_ multipliers: [Double], _ combined: [Double], sign: Double) -> Double {
    var (left, right, size) = (0.0, 0.0, 0.0)
    for i in multipliers.indices where multipliers[i] != 0 {
      let y = sign * multipliers[i]
      let term = y > 0 ? y * rowLower[i] : y * rowUpper[i]
      left += term
      size += abs(term)
    }
    for j in combined.indices where combined[j] != 0 {
      let a = sign * combined[j]
      let term = a > 0 ? a * columnUpper[j] : a * columnLower[j]
      right += term
      size += abs(term)
    }
    guard left.isFinite, right.isFinite else { return -.infinity }
    return left - right - 1e-9 * size
  }

  /// Whether going along `ray` keeps to all bounds for ever and lowers the objective.
  ///
  /// - Complexity: O(terms).
  public func isDescentRay(_ ray: [Double]) -> Bool {
    guard ray.count == columnCount, ray.allSatisfy(\.isFinite) else { return false }
    let largest = ray.reduce(0) { max($0, abs($1)) }
    func isOpen(_ slope: Double, _ size: Double, _ lower: Double, _ upper: Double) -> Bool {
      if abs(slope) <= 1e-9 * size { return true }
      return slope > 0 ? upper == .infinity : lower == -.infinity
    }
    var (slope, size) = (0.0, 0.0)
    for j in ray.indices {
      if !isOpen(ray[j], largest, columnLower[j], columnUpper[j]) { return false }
      slope += cost[j] * ray[j]
      size += abs(cost[j] * ray[j])
    }
    for i in 0..<rowCount {
      var (change, sum) = (0.0, 0.0)
      for k in rowStart[i]..<rowStart[i + 1] {
        let term = value[k] * ray[Int(column[k])]
        change += term
        sum += abs(term)
      }
      if !isOpen(change, sum, rowLower[i], rowUpper[i]) { return false }
    }
    return slope < -1e-9 * size
  }
}

extension ValidatedModel {
  /// min over the rows' and columns' bounds of c·x + Σ y·(row − a·x): a lower limit on every feasible objective, for any
  /// multipliers; and the size of what was added up. Reduced costs below 1e-7 of their terms count as zero where the
  /// column has no bound on that side.
  ///
  /// Source: Geoffrion, "Lagrangean relaxation for integer programming" (1974).
  /// - Complexity: O(terms).
  public func lagrangianBound(of multipliers: [Double]) -> (bound: Double, size: Double) {
    var reduced = cost
    var scale = cost.map { 1 + abs($0) }
    var (sum, size) = (objectiveConstant, abs(objectiveConstant))
    for i in 0..<rowCount where multipliers[i] != 0 {
      let y = multipliers[i]
      let end = y > 0 ? rowLower[i] : rowUpper[i]
      if end.isFinite {
        sum += y * end
        size += abs(y * end)
      } else if abs(y) > 1e-7 {
        return (-.infinity, size)
      } else {
        continue
      }
      for k in rowStart[i]..<rowStart[i + 1] {
        reduced[Int(column[k])] -= y * value[k]
        scale[Int(column[k])] += abs(y * value[k])
      }
    }
    for j in reduced.indices where reduced[j] != 0 {
      let end = reduced[j] > 0 ? columnLower[j] : columnUpper[j]
      if end.isFinite {
        sum += reduced[j] * end
        size += abs(reduced[j] * end)
      } else if abs(reduced[j]) > 1e-7 * scale[j] {
        return (-.infinity, size)
      }
    }
    return (sum, size)
  }
}
