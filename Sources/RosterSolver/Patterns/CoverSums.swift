import Rostering

/// Sets of rows of cover whose useful places taken, added up, are branched on: all seats, each week's, each kind of
/// duty's. An objective that pays for whole people missing is often fractional in such a sum first.
struct CoverSums {
  /// From the widest to the narrowest.
  private(set) var rows: [[Int]] = []

  init() {}

  init(_ tables: PatternTables) {
    let seats = Array(0..<tables.seatCount)
    func grouped(_ key: (Int) -> Int) -> [[Int]] {
      Dictionary(grouping: seats, by: key).sorted { $0.key < $1.key }.map(\.value)
    }
    let groups =
      [seats] + grouped { Int(tables.seatDay[$0]) / 7 }
      + grouped { tables.problem.duties[Int(tables.seatDuty[$0])].dayClass }
    for group in groups where group.count > 1 && !rows.contains(group) { rows.append(group) }
  }
}

extension PatternMaster {
  /// What a Lagrangian bound has besides the people's patterns, exactly, under prices for rows and sums: Σ over rows of
  /// the least f(n) − price·n − Σ worth of its sums·useful(n), and each sum's worth at the end of its range that is
  /// dearer. A worth whose end is open counts as none.
  func coverPart(_ prices: [Double]) -> Double {
    var sum = constant
    var useful = [Double](repeating: 0, count: tables.rowCount)
    for (index, range) in sumRange.enumerated() {
      let worth = prices[tables.rowCount + index]
      let end = worth > 0 ? range.lowerBound : range.upperBound
      guard worth != 0, end < Int(Int32.max) else { continue }
      sum += worth * Double(end)
      for row in sums.rows[index] { useful[row] += worth }
    }
    for row in 0..<tables.cover.rowCount where mostCount[row] > 0 { sum += leastCover(row, prices[row], useful[row]) }
    sum += links.least(prices, tables)
    return sum
  }

  private func leastCover(_ row: Int, _ price: Double, _ useful: Double) -> Double {
    let base = Int(base[row])
    let start = tables.cover.value(row, base)
    let most = steps[row].reduce(0) { $0 + ($1.slope < 0 ? $1.count : 0) }
    var least = Double.infinity
    for count in countRange[row] {
      let value =
        tables.cover.value(row, base + count) - start - price * Double(count) - useful * Double(min(count, most))
      least = min(least, value)
    }
    return least
  }
}
