import Foundation
import GLPKBackend
import LinearModel
import Synchronization
import Testing
import Units

/// Known ways to make GLPK abort or answer wrongly, through the Swift API.
///
/// Not writable in it, and so without a test: adding or deleting no rows or columns (nothing is deleted, and nothing
/// is added unless there is something), values outside an enumeration, `glp_find_col` without an index (GLPK is given
/// no names), sensitivity analysis without an optimal basis, deleting a problem twice or on another thread (no problem
/// is ever in Swift's hands), the MathProg translator's calls out of order (it is not used).
@Suite("Misuse and bad numbers yield neither an abort nor a false optimum") struct MisuseTests {
  private let solver = GLPKSolver()

  private func refuses(_ change: (inout Model, Variable) -> Void) -> Bool {
    var model = Model()
    let x = model.addVariable("x", upper: 10, cost: 1)
    _ = model.addRow("row", lower: 1) { $0.add(1, x) }
    change(&model, x)
    for presolve in [false, true] {
      var options = SolveOptions()
      options.presolve = presolve
      if (try? solver.solve(model, options: options)) != nil { return false }
    }
    return true
  }

  @Test("an index that the model does not have is refused") func index() {
    #expect(refuses { model, _ in _ = model.addRow { $0.add(1, Variable(number: 7)) } })
    #expect(refuses { model, _ in _ = model.addRow { $0.add(1, Variable(number: -1)) } })
    #expect(refuses { model, x in model.addTerm(1, x, to: Row(number: 3)) })
  }

  @Test("NaN and infinity are refused wherever they stand") func numbers() {
    for bad in [Double.nan, .infinity, -.infinity] {
      #expect(refuses { model, x in _ = model.addRow { $0.add(bad, x) } })
      #expect(refuses { model, x in model.setCost(x, bad) })
      #expect(refuses { model, _ in model.objectiveConstant = bad })
      #expect(refuses { model, x in model.addTerm(bad, x, to: Row(number: 0)) })
    }
    #expect(refuses { model, x in model.setBounds(x, lower: .nan, upper: 1) })
    #expect(refuses { model, x in model.setBounds(x, lower: 0, upper: .nan) })
    #expect(refuses { model, x in model.setBounds(x, lower: .infinity, upper: .infinity) })
    #expect(refuses { model, _ in model.setBounds(Row(number: 0), lower: .nan, upper: .nan) })
    #expect(refuses { model, _ in model.setBounds(Row(number: 0), lower: -.infinity, upper: -.infinity) })
  }

  @Test("crossed bounds are refused") func crossed() {
    #expect(refuses { model, x in model.setBounds(x, lower: 2, upper: 1) })
    #expect(refuses { model, _ in model.setBounds(Row(number: 0), lower: 2, upper: 1) })
  }

  @Test("duplicates are added up: 1·x + 2·x ≥ 6 means x ≥ 2") func duplicates() throws {
    var model = Model()
    let x = model.addVariable(cost: 1)
    _ = model.addRow(lower: 6) {
      $0.add(1, x)
      $0.add(2, x)
    }
    #expect(abs((try solver.solve(model, options: SolveOptions()).objective ?? 0) - 2) < 1e-9)
  }

  @Test("a name of any length is no matter; one with a control character is refused") func names() throws {
    var model = Model()
    let x = model.addVariable(String(repeating: "名", count: 400), cost: 1)
    _ = model.addRow(String(repeating: "r", count: 256), lower: 3) { $0.add(1, x) }
    #expect(try solver.solve(model, options: SolveOptions()).point == .optimal)
    #expect(refuses { model, _ in _ = model.addVariable("a\u{7}b") })
    #expect(refuses { model, _ in _ = model.addRow("a\tb") { _ in } })
  }

  @Test("equal bounds are a fixed column, fractional ones of a whole-number column are rounded inward")
  func bounds() throws {
    var model = Model()
    let x = model.addVariable(lower: 2.5, upper: 2.5, cost: 1)
    let y = model.addVariable(kind: .integer, lower: 0.5, upper: 3.5, cost: 1)
    let z = model.addVariable(kind: .integer, lower: 4, upper: 4, cost: 1)
    _ = model.addRow(lower: 1) { for v in [x, y, z] { $0.add(1, v) } }
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.point == .optimal)
    #expect(result.values == [2.5, 1, 4])
    model.setBounds(y, lower: 0.2, upper: 0.8)
    #expect(try solver.solve(model, options: SolveOptions()).point == .infeasible)
    var relaxed = SolveOptions()
    relaxed.relaxed = true
    #expect(try solver.solve(model, options: relaxed).point == .optimal)
  }

  @Test("no rows, no columns, neither") func empty() throws {
    var model = Model()
    model.objectiveConstant = 3
    #expect(try solver.solve(model, options: SolveOptions()).objective == 3)
    _ = model.addRow(lower: 0, upper: 1) { _ in }
    #expect(try solver.solve(model, options: SolveOptions()).objective == 3)
    let row = model.addRow(lower: 1, upper: 2) { _ in }
    #expect(try solver.solve(model, options: SolveOptions()).point == .infeasible)
    model.setBounds(row, lower: -1, upper: 2)
    for kind in [VariableKind.continuous, .integer] {
      var single = Model()
      _ = single.addVariable(kind: kind, lower: -2, upper: 5, cost: 1)
      #expect(try solver.solve(single, options: SolveOptions()).objective == -2)
      _ = single.addVariable(kind: kind, cost: -1)
      #expect(try solver.solve(single, options: SolveOptions()).point == .unbounded)
    }
  }

  @Test("a mixed program whose relaxation is unbounded: unbounded with a whole point, infeasible without")
  func unboundedMixed() throws {
    var model = Model()
    let x = model.addVariable(kind: .integer, cost: -1)
    let y = model.addVariable(kind: .integer)
    _ = model.addRow(upper: 3) {
      $0.add(1, x)
      $0.add(-1, y)
    }
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.stop == .finished && result.point == .unbounded)
    #expect(try model.validated().isDescentRay(result.ray))
    let z = model.addVariable(kind: .integer, upper: 5)
    _ = model.addRow(lower: 3, upper: 3) { $0.add(2, z) }
    #expect(try solver.solve(model, options: SolveOptions()).point == .infeasible)
  }

  @Test("whatever the magnitudes, an optimum that is claimed keeps every row") func magnitudes() throws {
    for seed in 0..<150 as Range<UInt64> {
      var random = SeededRandom(seed: seed)
      func number() -> Double {
        let digits = Double(random.below(2000)) / 100 - 10
        return digits * [1e-300, 1e-12, 1e-6, 1, 1, 1, 1e6, 1e12, 1e200][random.below(9)]
      }
      var model = Model()
      var (lower, upper, rows) = ([Double](), [Double](), [[Double]]())
      let x = (0..<5).map { _ in
        upper.append(Double(random.below(100)))
        return model.addVariable(
          kind: random.below(2) == 0 ? .integer : .continuous, upper: upper[upper.count - 1], cost: number())
      }
      for _ in 0..<4 {
        rows.append(x.map { _ in number() })
        lower.append(number())
        _ = model.addRow(lower: lower[lower.count - 1]) { row in
          for j in 0..<5 { row.add(rows[rows.count - 1][j], x[j]) }
        }
      }
      var options = SolveOptions()
      options.presolve = seed % 3 == 0
      options.lpMethod = [.dual, .primal, .interior][Int(seed % 3)]
      options.nodeLimit = 500
      let result = try solver.solve(model, options: options)
      guard result.point == .optimal || result.point == .feasible else { continue }
      for i in rows.indices {
        let terms = (0..<5).map { rows[i][$0] * result.values[$0] }
        #expect(terms.reduce(0, +) >= lower[i] - 1e-5 * (1 + terms.reduce(0) { $0 + abs($1) }), "seed \(seed)")
      }
      for j in 0..<5 { #expect(result.values[j] >= -1e-6 && result.values[j] <= upper[j] + 1e-4, "seed \(seed)") }
    }
  }

  /// y ≤ M·b: with b = 5 ÷ M, whole within a tolerance, y = 5 seems free. Truly b = 1 costs 1 and y = 5 earns 5: −4.
  @Test("a switch that is whole only within a tolerance opens nothing", arguments: [1e3, 1e6, 1e7])
  func trickle(size: Double) throws {
    var model = Model()
    let y = model.addVariable("y", upper: 5, cost: -1)
    let b = model.addBinary("b", cost: 1)
    _ = model.addRow("switch", upper: 0) {
      $0.add(1, y)
      $0.add(-size, b)
    }
    let result = try solver.solve(model, options: SolveOptions())
    #expect(result.point == .optimal)
    #expect(abs((result.objective ?? 0) + 4) < 1e-6)
    #expect(result[b] == 1)
  }

  @Test("sessions refuse what models refuse, and stay as they were") func sessions() throws {
    var model = Model()
    let x = model.addVariable(upper: 4, cost: -1)
    let row = model.addRow(upper: 9) { $0.add(1, x) }
    let session = try solver.makeSession(model)
    #expect(throws: ModelProblems.self) { try session.setCost(x, .nan) }
    #expect(throws: ModelProblems.self) { try session.setCost(Variable(number: 4), 1) }
    #expect(throws: ModelProblems.self) { try session.setBounds(x, lower: 3, upper: 2) }
    #expect(throws: ModelProblems.self) { try session.setBounds(row, lower: .nan, upper: 2) }
    #expect(throws: ModelProblems.self) { try session.setBounds(Row(number: 9), lower: 1, upper: 2) }
    #expect(throws: ModelProblems.self) {
      try session.addRow("r", lower: 0, upper: 1, terms: [(Variable(number: 8), 1)])
    }
    #expect(throws: ModelProblems.self) {
      try session.addColumns([NewColumn(cost: 1, terms: [(row, .infinity)])])
    }
    #expect(throws: ModelProblems.self) {
      try session.addColumns([NewColumn(cost: 1, terms: [(Row(number: -1), 1)])])
    }
    #expect(try session.solve(options: SolveOptions()).values == [4])
    session.close()
    session.close()
  }

  @Test("a session may be used and dropped on other threads than the one that made it") func threads() throws {
    var model = Model()
    let x = model.addVariable(upper: 4, cost: -1)
    _ = model.addRow(upper: 3) { $0.add(1, x) }
    let answers = Mutex<[Double]>([])
    let done = DispatchSemaphore(value: 0)
    do {
      let session = try solver.makeSession(model)
      for _ in 0..<8 {
        Thread.detachNewThread {
          let objective = (try? session.solve(options: SolveOptions()))?.objective
          answers.withLock { $0.append(objective ?? .nan) }
          done.signal()
        }
      }
    }
    for _ in 0..<8 { done.wait() }
    #expect(answers.withLock { $0 } == Array(repeating: -3, count: 8))
  }
}
