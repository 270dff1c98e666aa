import LinearModel
import Units

/// A bound of a program by branching first on how many vehicles of each class are used: few columns, and all else hangs
/// on them.
///
/// Nodes are ranges of these counts with the bound of their linear relaxation; the lowest goes first. Where all counts
/// are fixed, branch and cut works on the rest, with more nodes each time its bound is the lowest again.
struct UsedTree {
  private struct Node {
    var lower: [Int]
    var upper: [Int]
    var bound: Double
    /// Values of the counts in the relaxation.
    var used: [Double]
    /// Nodes that branch and cut had; 0 where only the relaxation is known.
    var effort = 0
    var isProved = false
    var isFixed: Bool { lower == upper }
  }

  /// Nodes of branch and cut that take as long as a fresh linear relaxation, roughly.
  private static let relaxationWeight = 10

  let used: [Variable]
  let solver: any LinearSolver
  let deadline: Deadline
  private var model: Model
  private var nodes: [Node] = []

  init(_ model: Model, used: [Variable], solver: any LinearSolver, deadline: Deadline) {
    self.model = model
    self.used = used
    self.solver = solver
    self.deadline = deadline
  }

  /// The lowest bound of all nodes when time or `nodeLimit` (of both trees together) is over; nil without any, or
  /// where no point exists.
  mutating func bound(counts: [Int], nodeLimit: Int?) -> Double? {
    guard let root = relaxed(lower: counts.map { _ in 0 }, upper: counts) else { return nil }
    nodes = [root]
    var left = nodeLimit ?? .max
    while left > 0, !deadline.isOver, let first = nodes.indices.min(by: { nodes[$0].bound < nodes[$1].bound }) {
      let node = nodes[first]
      if node.isProved { break }
      if node.isFixed {
        let effort = min(left, node.effort == 0 ? 50 : min(node.effort, 1 << 40) * 4)
        left -= effort
        guard let better = cut(node, effort) else { break }
        if better.bound.isFinite { nodes[first] = better } else { nodes.remove(at: first) }
        continue
      }
      let children = split(node).map { (range: $0, node: relaxed(lower: $0.lower, upper: $0.upper, above: node.bound)) }
      // Out of time within a node: it stays as it is.
      guard !deadline.isOver else { break }
      left -= children.count * Self.relaxationWeight
      nodes.remove(at: first)
      nodes += children.compactMap(\.node)
    }
    return nodes.map(\.bound).min()
  }

  /// Along the count that is farthest from whole; where all are whole, one fixed at its value and what lies beside it.
  private func split(_ node: Node) -> [(lower: [Int], upper: [Int])] {
    let open = node.lower.indices.filter { node.lower[$0] < node.upper[$0] }
    func off(_ number: Int) -> Double { abs(node.used[number] - node.used[number].rounded()) }
    guard let number = open.max(by: { off($0) < off($1) }) else { return [] }
    func part(_ lower: Int, _ upper: Int) -> (lower: [Int], upper: [Int])? {
      guard lower <= upper else { return nil }
      var (low, high) = (node.lower, node.upper)
      (low[number], high[number]) = (lower, upper)
      return (low, high)
    }
    let (low, high) = (node.lower[number], node.upper[number])
    if off(number) > 1e-6 {
      let below = max(low, min(high - 1, Int(node.used[number].rounded(.down))))
      return [part(low, below), part(below + 1, high)].compactMap { $0 }
    }
    let value = max(low, min(high, Int(node.used[number].rounded())))
    return [part(low, value - 1), part(value, value), part(value + 1, high)].compactMap { $0 }
  }

  private mutating func setCounts(_ lower: [Int], _ upper: [Int]) {
    for (number, variable) in used.enumerated() {
      model.setBounds(variable, lower: Double(lower[number]), upper: Double(upper[number]))
    }
  }

  /// A node with the bound of its linear relaxation; nil where it is refuted. Where the solver says nothing, the
  /// parent's bound holds.
  private mutating func relaxed(lower: [Int], upper: [Int], above bound: Double? = nil) -> Node? {
    setCounts(lower, upper)
    var options = SolveOptions()
    options.deadline = deadline
    options.relaxed = true
    let result = try? solver.solve(model, options: options)
    // Only where multipliers refute it in plain arithmetic.
    if let result, result.point == .infeasible, !result.farkas.isEmpty { return nil }
    guard let result, result.point == .optimal, let objective = result.objective else {
      guard let bound else { return nil }
      return Node(lower: lower, upper: upper, bound: bound, used: zip(lower, upper).map { Double($0 + $1) / 2 })
    }
    return Node(
      lower: lower, upper: upper, bound: max(objective, bound ?? -.infinity), used: used.map { result[$0] })
  }

  /// The node after branch and cut, its bound infinite where it has no point; nil where the solver failed.
  private mutating func cut(_ node: Node, _ effort: Int) -> Node? {
    setCounts(node.lower, node.upper)
    var options = SolveOptions()
    options.deadline = deadline
    options.nodeLimit = effort
    guard let result = try? solver.solve(model, options: options) else { return nil }
    var better = node
    better.effort = effort
    if result.point == .infeasible {
      better.bound = .infinity
      return better
    }
    guard let bound = result.point == .optimal ? result.objective ?? result.bound : result.bound, bound.isFinite else {
      return nil
    }
    better.bound = max(node.bound, bound)
    // Whatever else stopped it would do so again.
    better.isProved = result.stop != .nodeLimit
    return better
  }
}
