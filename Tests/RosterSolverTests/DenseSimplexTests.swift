import GLPKBackend
import LinearModel
import Testing
import Units

@testable import RosterSolver

@Suite struct DenseSimplexTests {
  /// Small whole numbers; most bounds and rows are such that a point exists.
  private struct RandomProgram {
    var random: SeededRandom
    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func within(_ range: ClosedRange<Int>) -> Double {
      Double(range.lowerBound + random.below(range.upperBound - range.lowerBound + 1))
    }

    mutating func model(rows: Int, columns: Int) -> Model {
      var model = Model(name: "random")
      for _ in 0..<columns {
        _ = model.addVariable(
          lower: within(0...1), upper: random.below(3) == 0 ? .infinity : within(1...4), cost: within(-4...9))
      }
      for _ in 0..<rows {
        let low = within(-3...3)
        let width = within(0...6)
        let kind = random.below(4)
        _ = model.addRow(
          lower: kind == 0 ? -.infinity : low, upper: kind == 1 ? .infinity : kind == 2 ? low : low + width
        ) { terms in
          for column in 0..<columns where random.below(2) == 0 {
            terms.add(within(-2...3), Variable(number: column))
          }
        }
      }
      return model
    }
  }

  private func reference(_ model: Model) throws -> LinearResult {
    var options = SolveOptions()
    options.relaxed = true
    return try GLPKSolver().solve(model, options: options)
  }

  @Test("The dense simplex and GLPK agree, also after columns came and bounds changed, whichever way it goes on")
  func agreement() throws {
    var solved = 0
    for seed in 0..<150 {
      var random = RandomProgram(seed: UInt64(seed))
      var model = random.model(rows: 1 + seed % 7, columns: 2 + seed % 9)
      let program = try WarmProgram(model, solver: GLPKSolver())
      var failure: String?
      for change in 0..<6 {
        let mine = try program.solve(.never(), afterShutting: change % 2 == 1, failure: &failure)
        let other = try reference(model)
        #expect(failure == nil)
        if let mine, other.point == .optimal, let objective = other.objective {
          solved += 1
          #expect(abs(mine.objective - objective) < 1e-6, "seed \(seed), change \(change)")
        } else {
          #expect(mine == nil && other.point != .optimal, "seed \(seed), change \(change)")
        }
        if change % 2 == 0 {
          let column = random.random.below(model.columnCount)
          let low = random.within(0...2)
          let high = low + random.within(0...2)
          try program.setBounds(column, lower: low, upper: high)
          model.setBounds(Variable(number: column), lower: low, upper: high)
        } else {
          let cost = random.within(-5...5)
          let terms = (0..<model.rowCount).map { (row: Row(number: $0), value: random.within(-1...2)) }
          try program.addColumns([NewColumn(upper: 2, cost: cost, terms: terms)])
          let variable = model.addVariable(upper: 2, cost: cost)
          for term in terms { model.addTerm(term.value, variable, to: term.row) }
        }
      }
    }
    #expect(solved > 200)
  }

  @Test("Probing says hardly more than what solving would, and leaves the program as it was")
  func probing() throws {
    var probed = 0
    for seed in 0..<60 {
      var random = RandomProgram(seed: UInt64(seed + 400))
      let model = random.model(rows: 3 + seed % 4, columns: 8)
      let program = try WarmProgram(model, solver: GLPKSolver())
      var failure: String?
      guard let before = try program.solve(.never(), afterShutting: false, failure: &failure) else { continue }
      var changed = model
      let column = Variable(number: random.random.below(8))
      let (low, high) = (model.lowerBound(of: column), model.upperBound(of: column))
      changed.setBounds(column, lower: low, upper: low)
      let found = try program.probe([
        (
          { () throws(ModelProblems) in try program.setBounds(Int(column.index), lower: low, upper: low) },
          { () throws(ModelProblems) in try program.setBounds(Int(column.index), lower: low, upper: high) }
        )
      ])
      if let value = found?.first, let least = try reference(changed).objective,
        try reference(changed).point == .optimal
      {
        probed += 1
        #expect(value <= least + 0.1, "seed \(seed)")
      }
      let after = try program.solve(.never(), afterShutting: true, failure: &failure)
      #expect(after.map { abs($0.objective - before.objective) < 1e-6 } ?? false, "seed \(seed)")
    }
    #expect(probed > 10)
  }
}
