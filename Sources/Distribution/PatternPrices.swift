import LinearModel
import Units

/// Prices of sizes such that no slot holds more than a slot is worth: the duals of the cutting-stock relaxation.
///
/// min Σ slots of each pattern, over every size at least its demand; patterns are made as they are needed, by a knapsack
/// over the sizes. Rounded to whole numbers, with the dearest slot worked out again exactly, the prices make a cut.
/// - Complexity: each pattern O(pieces × capacity).
/// - Source: Gilmore and Gomory (1961).
struct PatternPrices {
  let capacity: Int
  /// Ascending, positive, at most the capacity, with how many pieces of each there are.
  let sizes: [Int]
  let counts: [Int]

  init(capacity: Int, pieces: [Int]) {
    self.capacity = capacity
    var byPiece: [Int: Int] = [:]
    for piece in pieces where piece > 0 { byPiece[piece, default: 0] += 1 }
    let distinct = byPiece.keys.sorted()
    sizes = distinct
    counts = distinct.map { min(byPiece[$0] ?? 0, capacity / $0) }
  }

  static let unit = 10_000.0

  /// Whole prices by size for these demands; nil where the solver gave none.
  func prices(demand: [Double], solver: any LinearSolver, deadline: Deadline) -> [Int]? {
    var patterns = sizes.indices.map { size in sizes.indices.map { $0 == size ? counts[size] : 0 } }
    guard patterns.indices.allSatisfy({ patterns[$0][$0] > 0 }) else { return nil }
    var duals: [Double] = []
    for _ in 0..<80 {
      var model = Model(name: "patterns")
      let columns = patterns.map { _ in model.addVariable(cost: 1) }
      let rows = sizes.indices.map { size in
        model.addRow(lower: demand[size]) { row in
          for (column, pattern) in zip(columns, patterns) where pattern[size] > 0 {
            row.add(Double(pattern[size]), column)
          }
        }
      }
      var options = SolveOptions()
      options.deadline = deadline
      guard let result = try? solver.solve(model, options: options), result.point == .optimal,
        result.duals.count == rows.count
      else { return nil }
      duals = rows.map { max(0, result.duals[Int($0.index)]) }
      let (worth, pattern) = dearest(duals)
      if worth <= 1 + 1e-7 { break }
      patterns.append(pattern)
    }
    return duals.map { Int(($0 * PatternPrices.unit).rounded()) }
  }

  /// What the dearest slot is worth.
  func most(_ prices: [Int]) -> Int {
    var best = Array(repeating: 0, count: capacity + 1)
    for (index, size) in sizes.enumerated() {
      for _ in 0..<counts[index] {
        for room in stride(from: capacity, through: size, by: -1) {
          best[room] = max(best[room], best[room - size] + prices[index])
        }
      }
    }
    return best[capacity]
  }

  /// The dearest slot, and how many pieces of each size it has.
  private func dearest(_ prices: [Double]) -> (worth: Double, pattern: [Int]) {
    var best = Array(repeating: 0.0, count: capacity + 1)
    var layers: [[Double]] = [best]
    for (index, size) in sizes.enumerated() {
      var next = best
      for room in 0...capacity {
        for count in 1...max(1, counts[index]) where count * size <= room {
          next[room] = max(next[room], best[room - count * size] + Double(count) * prices[index])
        }
      }
      best = next
      layers.append(next)
    }
    var room = capacity
    var pattern = Array(repeating: 0, count: sizes.count)
    for index in sizes.indices.reversed() {
      var count = 0
      while layers[index + 1][room] > layers[index][room - count * sizes[index]] + Double(count) * prices[index]
        + 1e-12,
        (count + 1) * sizes[index] <= room, count < counts[index]
      {
        count += 1
      }
      pattern[index] = count
      room -= count * sizes[index]
    }
    return (best[capacity], pattern)
  }
}

extension SlotCut {
  /// From whole prices by size.
  init(_ area: Area, setup: Int, patterns: PatternPrices, prices: [Int]) {
    self.setup = setup
    var price: [Int: Int] = [:]
    for (size, value) in zip(patterns.sizes, prices) { price[size] = value }
    amount = area.houses.indices.map { house in
      guard area.allows(house, setup) else { return 0 }
      return area.pieces(house, setup).reduce(0) { $0 + (price[$1] ?? 0) }
    }
    most = max(1, patterns.most(prices))
  }

  /// By how many slots shares exceed the row.
  func excess(_ answer: PointRelaxation.Answer, setups: Int) -> Double {
    var sum = 0.0
    for house in amount.indices where amount[house] > 0 {
      sum += Double(amount[house]) * answer.share[house * setups + setup]
    }
    return sum / Double(max(1, most)) - answer.slots[setup]
  }
}
