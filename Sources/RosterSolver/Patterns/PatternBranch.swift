import Rostering

/// One thing that a roster has or has not, on either side of a fractional solution.
enum PatternBranch {
  /// Useful places taken in a set of rows: at most so many, or more.
  case sum(Int, atMost: Int)
  /// People in a row of cover, above the others'.
  case count(row: Int, atMost: Int)
  /// A person's cell of a day, held or not.
  case cell(person: Int, day: Int, cell: UInt16)
}

/// What the way from the root to a node has decided, and what is known there.
struct PatternNode {
  var choices: [Int: CellChoices] = [:]
  var counts: [Int: ClosedRange<Int>] = [:]
  var sums: [Int: ClosedRange<Int>] = [:]
  /// In millionths, as its parent proved it.
  var bound: Double
  var centre: [Double]
  var depth = 0

  /// The two sides of a branch: at most or held, more or not held.
  func child(_ branch: PatternBranch, isUp: Bool, of days: Int, most: Int) -> PatternNode {
    var child = self
    child.depth += 1
    switch branch {
    case .sum(let sum, let limit):
      let range = sums[sum] ?? 0...Int(Int32.max)
      child.sums[sum] = isUp ? (limit + 1)...max(limit + 1, range.upperBound) : min(range.lowerBound, limit)...limit
    case .count(let row, let limit):
      let range = counts[row] ?? 0...most
      child.counts[row] = isUp ? (limit + 1)...max(limit + 1, range.upperBound) : min(range.lowerBound, limit)...limit
    case .cell(let person, let day, let cell):
      var own = choices[person] ?? .all
      if isUp {
        own.force(cell, on: day, of: days)
      } else {
        own.shut.append(.init(day: day, cell: cell))
      }
      child.choices[person] = own
    }
    return child
  }
}
