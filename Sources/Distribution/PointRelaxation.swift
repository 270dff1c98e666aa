import LinearModel
import Units

/// The linear program of a box: slots added up, batches divisible, opening in parts.
///
/// Rows (names in Models/points.md): servedOnce[b], slotCapacity[j] and its cuts, opened[j], oneSetup[p],
/// linked[b,j] as they are violated, allSlots.
struct PointRelaxation {
  let area: Area
  let sums: [SlotCut]
  /// Grows as prices of patterns are found.
  private(set) var candidates: [SlotCut]
  private let patterns: [PatternPrices]

  init(_ area: Area) {
    self.area = area
    patterns = area.setups.indices.map { setup in
      var pieces: [Int] = []
      for house in area.houses.indices where area.allows(house, setup) { pieces += area.pieces(house, setup) }
      return PatternPrices(capacity: area.setups[setup].capacity, pieces: pieces)
    }
    sums = area.setups.indices.map { SlotCut(sum: area, setup: $0) }
    candidates = SlotCut.candidates(area)
  }

  struct Answer {
    /// By house, then setup; 0 … 1.
    var share: [Double]
    var slots: [Double]
    var open: [Double]
    var multipliers: Multipliers
  }

  /// Multipliers of the rows that the bound dualises, at least 0.
  struct Multipliers {
    var sums: [Double]
    /// By candidate.
    var cuts: [(cut: Int, value: Double)] = []
    /// By house × setups + setup.
    var links: [(link: Int, value: Double)] = []

    init(none count: Int) { sums = Array(repeating: 0, count: count) }
  }

  /// Solves, adding violated rows, until none is violated or `rounds` are over; nil where the solver gave no optimum.
  mutating func solve(
    _ node: inout PointNode, tooMuch: Int, solver: any LinearSolver, deadline: Deadline, rounds: Int
  ) -> Answer? {
    var answer: Answer?
    for _ in 0..<max(1, rounds) {
      guard let next = solveOnce(node, tooMuch: tooMuch, solver: solver, deadline: deadline) else { return answer }
      answer = next
      if addViolated(next, to: &node) { continue }
      if !addPatterns(next, to: &node, solver: solver, deadline: deadline) { break }
    }
    if let answer {
      node.cuts = answer.multipliers.cuts.filter { $0.value > 1e-9 }.map(\.cut)
      node.links = answer.multipliers.links.filter { $0.value > 1e-9 }.map(\.link)
    }
    return answer
  }

  private func solveOnce(
    _ node: PointNode, tooMuch: Int, solver: any LinearSolver, deadline: Deadline
  ) -> Answer? {
    let count = area.setups.count
    var model = Model(name: "points")
    let scale = Double(area.effortScale)
    var share: [Variable?] = Array(repeating: nil, count: area.houses.count * count)
    var left: [Variable] = []
    for house in area.houses.indices {
      for setup in 0..<count where node.possible[house * (count + 1) + setup] {
        share[house * count + setup] = model.addVariable(upper: 1, cost: Double(area.walk(house, setup)) * scale)
      }
      // Where a house must be served, leaving it costs as much as is known to be too much: always feasible.
      let possible = node.possible[house * (count + 1) + count]
      left.append(model.addVariable(upper: 1, cost: Double(possible ? area.unservedCost(house) : tooMuch)))
    }
    var slots: [Variable] = []
    var open: [Variable] = []
    for (setup, description) in area.setups.enumerated() {
      slots.append(
        model.addVariable(
          lower: Double(node.lowest[setup]), upper: Double(node.highest[setup]),
          cost: Double(description.slotCost) * scale))
      open.append(
        model.addVariable(
          lower: node.lowest[setup] > 0 ? 1 : 0, upper: node.highest[setup] > 0 ? 1 : 0,
          cost: Double(description.openCost) * scale))
    }
    for house in area.houses.indices {
      _ = model.addRow(lower: 1, upper: 1) { row in
        for setup in 0..<count {
          if let variable = share[house * count + setup] { row.add(1, variable) }
        }
        row.add(1, left[house])
      }
    }
    func add(_ cut: SlotCut) -> Row {
      // Divided by what a slot takes, so that all rows count slots.
      let unit = 1 / Double(max(1, cut.most))
      return model.addRow(upper: 0) { row in
        for house in area.houses.indices where cut.amount[house] > 0 {
          if let variable = share[house * count + cut.setup] { row.add(Double(cut.amount[house]) * unit, variable) }
        }
        row.add(-1, slots[cut.setup])
      }
    }
    let sumRows = sums.map(add)
    let cutRows = node.cuts.map { add(candidates[$0]) }
    for setup in area.setups.indices where node.lowest[setup] == 0 && node.highest[setup] > 0 {
      _ = model.addRow(upper: 0) { row in
        row.add(1, slots[setup])
        row.add(-Double(node.highest[setup]), open[setup])
      }
    }
    for point in 0..<area.pointCount {
      let own = area.setups.indices.filter { area.setups[$0].point == point && node.highest[$0] > 0 }
      if own.count > 1 { _ = model.addRow(upper: 1) { row in for setup in own { row.add(1, open[setup]) } } }
    }
    let links = node.links.filter { share[$0] != nil }
    let linkRows = links.map { link in
      model.addRow(upper: 0) { row in
        if let variable = share[link] { row.add(1, variable) }
        row.add(-1, open[link % count])
      }
    }
    _ = model.addRow(lower: Double(node.totalLowest), upper: Double(node.totalHighest)) { row in
      for variable in slots { row.add(1, variable) }
    }
    var options = SolveOptions()
    options.deadline = deadline
    options.relaxed = true
    guard let result = try? solver.solve(model, options: options), result.point == .optimal,
      result.duals.count == model.rowCount
    else { return nil }
    var multipliers = Multipliers(none: count)
    func multiplier(_ row: Row) -> Double { max(0, -result.duals[Int(row.index)]) }
    for setup in 0..<count { multipliers.sums[setup] = multiplier(sumRows[setup]) }
    multipliers.cuts = zip(node.cuts, cutRows).map { ($0, multiplier($1)) }
    multipliers.links = zip(links, linkRows).map { ($0, multiplier($1)) }
    return Answer(
      share: share.map { variable in variable.map { result[$0] } ?? 0 }, slots: slots.map { result[$0] },
      open: open.map { result[$0] }, multipliers: multipliers)
  }

  /// Adds the most violated cut of each setup, and violated links; false where there is none.
  private func addViolated(_ answer: Answer, to node: inout PointNode) -> Bool {
    let count = area.setups.count
    var found = false
    var best = Array(repeating: (cut: -1, excess: 1e-4), count: count)
    for (index, cut) in candidates.enumerated() where node.highest[cut.setup] > 0 {
      let excess = cut.excess(answer, setups: count)
      if excess > best[cut.setup].excess { best[cut.setup] = (index, excess) }
    }
    for choice in best where choice.cut >= 0 && !node.cuts.contains(choice.cut) {
      node.cuts.append(choice.cut)
      found = true
    }
    for setup in 0..<count where node.lowest[setup] == 0 && answer.open[setup] < 1 - 1e-6 {
      for house in area.houses.indices {
        let link = house * count + setup
        if answer.share[link] > answer.open[setup] + 1e-3, !node.links.contains(link) {
          node.links.append(link)
          found = true
        }
      }
    }
    return found
  }

  /// Cuts from patterns: for what each setup takes now, and for everything that may come, which lifts the total.
  private mutating func addPatterns(
    _ answer: Answer, to node: inout PointNode, solver: any LinearSolver, deadline: Deadline
  ) -> Bool {
    let count = area.setups.count
    var found = false
    func add(_ cut: SlotCut) {
      guard cut.excess(answer, setups: count) > 1e-3 else { return }
      node.cuts.append(candidates.count)
      candidates.append(cut)
      found = true
    }
    for setup in 0..<count where node.highest[setup] > 0 && answer.slots[setup] > 1e-6 {
      var shares = Array(repeating: 0.0, count: area.houses.count)
      var all = shares
      for house in shares.indices {
        shares[house] = answer.share[house * count + setup]
        for other in 0..<count { all[house] += answer.share[house * count + other] }
      }
      for demand in [shares, all] {
        if deadline.isOver { return found }
        let bySize = demanded(demand, setup)
        if let prices = patterns[setup].prices(demand: bySize, solver: solver, deadline: deadline) {
          add(SlotCut(area, setup: setup, patterns: patterns[setup], prices: prices))
        }
      }
    }
    return found
  }

  /// Pieces by size, for shares of houses.
  private func demanded(_ shares: [Double], _ setup: Int) -> [Double] {
    var demand: [Int: Double] = [:]
    for house in area.houses.indices where shares[house] > 0 && area.allows(house, setup) {
      for piece in area.pieces(house, setup) { demand[piece, default: 0] += shares[house] }
    }
    return patterns[setup].sizes.map { demand[$0] ?? 0 }
  }
}
