struct CompressedRows {
  var start: [Int]
  var column: [Int32]
  var value: [Double]
}

extension Model {
  func compressed(_ problems: inout ProblemList) -> CompressedRows {
    if termCount > 500_000_000 { problems.add("\(termCount) terms; at most 500,000,000") }
    let isClean = lateRow.isEmpty && areTermsClean()
    if isClean { return CompressedRows(start: rowStart, column: termColumn, value: termValue) }
    return merged(&problems)
  }

  /// In range, finite, none zero, none twice in a row. O(terms).
  private func areTermsClean() -> Bool {
    let columns = UInt32(truncatingIfNeeded: columnCount)
    var lastRow = [Int32](repeating: -1, count: columnCount)
    return termColumn.withUnsafeBufferPointer { column in
      termValue.withUnsafeBufferPointer { value in
        lastRow.withUnsafeMutableBufferPointer { last in
          for i in 0..<rowCount {
            for k in rowStart[i]..<rowStart[i + 1] {
              let j = UInt32(bitPattern: column[k])
              if j >= columns || value[k] == 0 || !value[k].isFinite { return false }
              if last[Int(j)] == Int32(truncatingIfNeeded: i) { return false }
              last[Int(j)] = Int32(truncatingIfNeeded: i)
            }
          }
          return true
        }
      }
    }
  }

  private func merged(_ problems: inout ProblemList) -> CompressedRows {
    let late = lateTermsByRow(&problems)
    var result = CompressedRows(start: [0], column: [], value: [])
    result.start.reserveCapacity(rowCount + 1)
    result.column.reserveCapacity(termCount)
    result.value.reserveCapacity(termCount)
    // Where the row at hand has the column already; −1: nowhere.
    var place = [Int](repeating: -1, count: columnCount)
    func add(_ j: Int32, _ value: Double, row i: Int) {
      guard j >= 0, j < columnCount else {
        return problems.add("\(label(row: i)): a term in column \(j), which the model does not have")
      }
      guard value.isFinite else {
        return problems.add("\(label(row: i)): coefficient \(value) of \(label(column: Int(j)))")
      }
      if place[Int(j)] >= 0 {
        result.value[place[Int(j)]] += value
      } else {
        place[Int(j)] = result.column.count
        result.column.append(j)
        result.value.append(value)
      }
    }
    for i in 0..<rowCount {
      for k in rowStart[i]..<rowStart[i + 1] { add(termColumn[k], termValue[k], row: i) }
      for k in late.start[i]..<late.start[i + 1] { add(late.column[k], late.value[k], row: i) }
      let from = result.start[i]
      var kept = from
      for k in from..<result.column.count {
        place[Int(result.column[k])] = -1
        if !result.value[k].isFinite {
          problems.add("\(label(row: i)): terms of \(label(column: Int(result.column[k]))) add up beyond all numbers")
        }
        if result.value[k] == 0 { continue }
        result.column[kept] = result.column[k]
        result.value[kept] = result.value[k]
        kept += 1
      }
      result.column.removeLast(result.column.count - kept)
      result.value.removeLast(result.value.count - kept)
      result.start.append(kept)
    }
    return result
  }

  /// A counting sort that keeps the order within a row. O(late terms + rows).
  private func lateTermsByRow(_ problems: inout ProblemList) -> CompressedRows {
    var start = [Int](repeating: 0, count: rowCount + 1)
    for row in lateRow {
      if row >= 0 && row < rowCount {
        start[Int(row) + 1] += 1
      } else {
        problems.add("a term in row \(row), which the model does not have")
      }
    }
    for i in 0..<rowCount { start[i + 1] += start[i] }
    var next = start
    var column = [Int32](repeating: 0, count: start[rowCount])
    var value = [Double](repeating: 0, count: start[rowCount])
    for k in lateRow.indices where lateRow[k] >= 0 && lateRow[k] < rowCount {
      let place = next[Int(lateRow[k])]
      next[Int(lateRow[k])] += 1
      column[place] = lateColumn[k]
      value[place] = lateValue[k]
    }
    return CompressedRows(start: start, column: column, value: value)
  }
}
