import LinearModel
import Testing
import Units

extension Conformance {
  /// Cutting stock (rolls of 100, widths 45, 36, 31, 14 wanted 97, 610, 395, 211 times): the relaxation's optimum is
  /// 452.25 rolls. Source: Chvátal, "Linear Programming" (1983), chapter 13.
  func warmStartAfterAddedColumns() throws {
    let widths = [45, 36, 31, 14]
    let wanted = [97.0, 610, 395, 211]
    var model = Model(name: "rolls")
    let patterns = widths.indices.map { model.addVariable("single[\($0)]", cost: 1) }
    let rows = widths.indices.map { i in
      model.addRow("wanted[\(i)]", lower: wanted[i]) { $0.add(Double(100 / widths[i]), patterns[i]) }
    }
    let session = try solver.makeSession(model)
    var result = try session.solve(options: SolveOptions())
    var rounds = 0
    while let pattern = Self.bestPattern(widths, result.duals), rounds < 50 {
      rounds += 1
      let terms = rows.indices.map { (row: rows[$0], value: Double(pattern[$0])) }
      let first = try session.addColumns([NewColumn(name: "pattern[\(rounds)]", cost: 1, terms: terms)])
      #expect(Int(first.index) == 3 + rounds)
      result = try session.solve(options: SolveOptions())
      #expect(result.point == .optimal)
    }
    #expect(rounds > 1)
    #expect(isClose(result.objective, 452.25))
    session.close()
    // A closed session begins anew.
    #expect(isClose(try session.solve(options: SolveOptions()).objective, 452.25))
  }

  /// The pattern of greatest dual value within a roll, by enumeration; nil where none is worth more than a roll.
  private static func bestPattern(_ widths: [Int], _ duals: [Double]) -> [Int]? {
    var best: (value: Double, pattern: [Int]) = (1 + 1e-9, [])
    func extend(_ pattern: [Int], _ left: Int, _ value: Double) {
      if pattern.count == widths.count {
        if value > best.value { best = (value, pattern) }
        return
      }
      let width = widths[pattern.count]
      for count in 0...left / width {
        extend(pattern + [count], left - count * width, value + Double(count) * duals[pattern.count])
      }
    }
    extend([], 100, 0)
    return best.pattern.isEmpty ? nil : best.pattern
  }

  /// Every kind of change, each compared with a fresh solve of the same model.
  func sessionAgreesWithFreshSolves() throws {
    var random = SeededRandom(seed: 3)
    var model = Model()
    var columns = (0..<8).map { _ in model.addVariable(upper: 10, cost: Double(random.below(20)) - 5) }
    var rows = (0..<5).map { _ in
      model.addRow(lower: Double(random.below(5))) { row in
        for column in columns where random.below(2) == 0 { row.add(Double(1 + random.below(5)), column) }
      }
    }
    let session = try solver.makeSession(model)
    for step in 0..<60 {
      let (i, j) = (random.below(rows.count), random.below(columns.count))
      switch random.below(5) {
      case 0:
        let cost = Double(random.below(20)) - 5
        let value = Double(1 + random.below(3))
        let column = NewColumn(upper: 6, cost: cost, terms: [(rows[i], value), (rows[i], value)])
        _ = try session.addColumns([column])
        columns.append(model.addVariable(upper: 6, cost: cost))
        model.addTerm(2 * value, columns[columns.count - 1], to: rows[i])
      case 1:
        let upper = Double(5 + random.below(50))
        _ = try session.addRow("", lower: -.infinity, upper: upper, terms: [(columns[j], 2), (columns[0], 3)])
        rows.append(
          model.addRow(upper: upper) {
            $0.add(2, columns[j])
            $0.add(3, columns[0])
          })
      case 2:
        let upper = Double(random.below(12))
        try session.setBounds(columns[j], lower: 0, upper: upper)
        model.setBounds(columns[j], lower: 0, upper: upper)
      case 3:
        let lower = Double(random.below(20)) - 8
        try session.setBounds(rows[i], lower: lower, upper: lower + 30)
        model.setBounds(rows[i], lower: lower, upper: lower + 30)
      default:
        let cost = Double(random.below(20)) - 5
        try session.setCost(columns[j], cost)
        model.setCost(columns[j], cost)
      }
      // Some changes pile up before the next solve.
      if step % 3 == 1 { continue }
      let warm = try session.solve(options: SolveOptions())
      let fresh = try solve(model)
      #expect(warm.point == fresh.point, "step \(step)")
      if let objective = fresh.objective { #expect(isClose(warm.objective, objective), "step \(step)") }
    }
    session.close()
  }

  /// A session that was cancelled in the middle of the simplex goes on as if nothing had been.
  func sessionSurvivesCancelling() throws {
    let model = Self.assignment(40)
    let session = try solver.makeSession(model)
    let cancellation = Cancellation()
    let clock = LookClock { if $0 == 6 { cancellation.cancel() } }
    var options = SolveOptions()
    options.deadline = Deadline(clock: clock.clock, end: .max / 2, cancellation: cancellation)
    #expect(try session.solve(options: options).stop == .cancelled)
    let result = try session.solve(options: SolveOptions())
    #expect(result.point == .optimal)
    #expect(isClose(result.objective, try solve(model).objective ?? .nan))
    session.close()
  }

  func incumbentMustBeBeaten() throws {
    var model = Model()
    let items = [60.0, 100, 120].map { model.addBinary(cost: -$0) }
    _ = model.addRow("weight", upper: 50) { row in
      for (item, weight) in zip(items, [10.0, 20, 30]) { row.add(weight, item) }
    }
    for start in [[0.0, 0, 0], [1, 1, 0], [0, 1, 1]] {
      for integral in [false, true] {
        let reported = ReportedPoints()
        let result = try solve(model) {
          $0.incumbent = start
          $0.integralObjective = integral
          $0.onIncumbent = { objective, values in reported.add(objective) }
        }
        #expect(result.point == .optimal)
        #expect(isClose(result.objective, -220))
        #expect(items.map { result[$0] } == [0, 1, 1])
        let given = -60 * start[0] - 100 * start[1] - 120 * start[2]
        #expect(reported.all.allSatisfy { $0 < given })
      }
    }
    #expect(throws: ModelProblems.self) { try solve(model) { $0.incumbent = [1, 1, 1] } }
    #expect(throws: ModelProblems.self) { try solve(model) { $0.incumbent = [0.5, 0, 0] } }
    #expect(throws: ModelProblems.self) { try solve(model) { $0.incumbent = [0, 0] } }
  }

  /// Stopped at the first node, a search still has the point that it was given.
  func incumbentSurvivesLimits() throws {
    let model = Self.marketSplit(rows: 4, columns: 30, withMisses: true)
    let some = try solve(model) { $0.nodeLimit = 300 }
    let later = try solve(model) {
      $0.incumbent = some.values
      $0.iterationLimit = 1
    }
    #expect(later.stop == .iterationLimit)
    #expect(later.point == .feasible)
    #expect(isClose(later.objective, some.objective ?? .nan))
    #expect(later.values.count == model.columnCount)
  }

  /// Misses are no whole-number columns, so the solver cannot see that all objectives are whole: told so, it needs
  /// fewer nodes and finds the same optimum.
  func integralCutoffsKeepTheOptimum() throws {
    var nodes = (plain: 0, cut: 0)
    for columns in [10, 12, 14] {
      let model = Self.marketSplit(rows: 3, columns: columns, withMisses: true)
      let plain = try solve(model)
      let cut = try solve(model) { $0.integralObjective = true }
      #expect(plain.point == .optimal && cut.point == .optimal)
      #expect(isClose(cut.objective, plain.objective ?? .nan))
      nodes.plain += plain.nodes
      nodes.cut += cut.nodes
    }
    #expect(nodes.cut < nodes.plain)
  }
}
