/// Packs of one good on their way from rows of stock to classes of lines that the same rows can serve.
///
/// A class is given more by augmenting paths, so that what others were given stays and only its source may change: what
/// can be given at all forms a polymatroid (Megiddo, "Optimal flows in networks with multiple sources and sinks", 1974).
struct StockFlow: Sendable {
  /// By class: the rows of stock that can serve it.
  let reach: [[Int]]
  /// By row: packs that nobody has been given.
  private(set) var left: [Int]
  /// By class, then row.
  private var flow: [[Int]]

  init(stock: [Int], reach: [[Int]]) {
    self.reach = reach
    left = stock
    flow = reach.map { _ in Array(repeating: 0, count: stock.count) }
  }

  /// Gives a class up to so many packs more, and says how many. O(paths × classes × rows), at most one path for each pair
  /// of class and row that it empties; O(rows) a path where the class reaches packs that are left.
  mutating func give(_ packs: Int, to wanted: Int) -> Int {
    var given = 0
    while given < packs, let path = path(from: wanted) {
      var step = min(packs - given, left[path[path.count - 1].row])
      for (before, hop) in zip(path, path.dropFirst()) { step = min(step, flow[hop.of][before.row]) }
      for (index, hop) in path.enumerated() {
        if index > 0 { flow[hop.of][path[index - 1].row] -= step }
        flow[hop.of][hop.row] += step
      }
      left[path[path.count - 1].row] -= step
      given += step
    }
    return given
  }

  private struct Hop {
    /// The class that draws on the row.
    var of: Int
    var row: Int
  }

  /// The shortest way from a class to a row with packs left: each hop draws on a row that the class before frees.
  private func path(from wanted: Int) -> [Hop]? {
    if let row = reach[wanted].first(where: { left[$0] > 0 }) { return [Hop(of: wanted, row: row)] }
    var isOpen = Array(repeating: true, count: reach.count)
    var before = Array(repeating: -1, count: left.count)
    var through = Array(repeating: -1, count: left.count)
    var isSeen = Array(repeating: false, count: left.count)
    var queue: [Int] = []
    func enter(_ row: Int, of kind: Int, from previous: Int) {
      guard !isSeen[row] else { return }
      (isSeen[row], through[row], before[row]) = (true, kind, previous)
      queue.append(row)
    }
    for row in reach[wanted] { enter(row, of: wanted, from: -1) }
    var next = 0
    while next < queue.count {
      let row = queue[next]
      next += 1
      if left[row] > 0 {
        var path: [Hop] = []
        var here = row
        while here >= 0 {
          path.append(Hop(of: through[here], row: here))
          here = before[here]
        }
        return path.reversed()
      }
      // Whatever row a class is first met at, all its rows are entered then.
      for kind in reach.indices where isOpen[kind] && flow[kind][row] > 0 {
        isOpen[kind] = false
        for other in reach[kind] { enter(other, of: kind, from: row) }
      }
    }
    return nil
  }
}
