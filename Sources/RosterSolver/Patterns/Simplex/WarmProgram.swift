import LinearModel
import Units

/// A linear program that columns are added to, solved again and again: by the dense simplex where the rows are few, by
/// the linear solver's session where they are many or the dense simplex gave up.
final class WarmProgram {
  private var model: Model
  private let solver: any LinearSolver
  private var dense: DenseSimplex?
  private var session: (any LinearSession)?

  /// With more, steps over the whole inverse cost more than sparse ones (docs/rostering.md).
  static let mostDenseRows = 320

  struct Solution {
    var objective: Double
    /// By column.
    var values: [Double]
    /// By row: what the optimum changes by for one unit of the row's bound.
    var duals: [Double]
  }

  private let mostDenseRows: Int

  init(
    _ model: Model, solver: any LinearSolver, mostDenseRows: Int = WarmProgram.mostDenseRows
  ) throws(ModelProblems) {
    self.model = model
    self.solver = solver
    self.mostDenseRows = mostDenseRows
    try begin()
  }

  var rowCount: Int { model.rowCount }

  /// The solver of the model as it is, from no basis.
  private func begin() throws(ModelProblems) {
    let sound = try model.validated(relaxed: true)
    guard sound.rowCount <= mostDenseRows, sound.emptyColumn == nil else {
      session = try solver.makeSession(model)
      return
    }
    let simplex = DenseSimplex(rows: zip(sound.rowLower, sound.rowUpper).map { (lower: $0, upper: $1) })
    var terms = [[(row: Int, value: Double)]](repeating: [], count: sound.columnCount)
    for row in 0..<sound.rowCount {
      for term in sound.rowStart[row]..<sound.rowStart[row + 1] {
        terms[Int(sound.column[term])].append((row, sound.value[term]))
      }
    }
    for column in 0..<sound.columnCount {
      simplex.addColumn(
        lower: sound.columnLower[column], upper: sound.columnUpper[column], cost: sound.cost[column],
        terms: terms[column])
    }
    dense = simplex
  }

  func addColumns(_ columns: [NewColumn]) throws(ModelProblems) {
    if let session { _ = try session.addColumns(columns) }
    for column in columns {
      let variable = model.addVariable(lower: column.lower, upper: column.upper, cost: column.cost)
      for term in column.terms { model.addTerm(term.value, variable, to: term.row) }
      dense?.addColumn(
        lower: column.lower, upper: column.upper, cost: column.cost,
        terms: column.terms.lazy.map { (row: Int($0.row.index), value: $0.value) })
    }
  }

  struct NewRow {
    var lower: Double
    var upper: Double
    var terms: [(column: Int, value: Double)]
  }

  /// The basis stays, with the new rows' logicals in it.
  func addRows(_ rows: [NewRow]) throws(ModelProblems) {
    let basis = dense?.basis()
    for row in rows {
      if let session {
        _ = try session.addRow(
          "", lower: row.lower, upper: row.upper, terms: row.terms.map { (Variable(number: $0.column), $0.value) })
      }
      _ = model.addRow(lower: row.lower, upper: row.upper) { terms in
        for term in row.terms { terms.add(term.value, Variable(number: term.column)) }
      }
    }
    guard let basis else { return }
    dense = nil
    try begin()
    dense?.begin(basic: basis.basic, upper: basis.upper)
  }

  func setBounds(_ column: Int, lower: Double, upper: Double) throws(ModelProblems) {
    model.setBounds(Variable(number: column), lower: lower, upper: upper)
    try session?.setBounds(Variable(number: column), lower: lower, upper: upper)
    if let dense { dense.setBounds(dense.rowCount + column, lower: lower, upper: upper) }
  }

  func setRow(_ row: Int, lower: Double, upper: Double) throws(ModelProblems) {
    model.setBounds(Row(number: row), lower: lower, upper: upper)
    try session?.setBounds(Row(number: row), lower: lower, upper: upper)
    dense?.setBounds(row, lower: lower, upper: upper)
  }

  func setCost(_ column: Int, _ cost: Double) throws(ModelProblems) {
    model.setCost(Variable(number: column), cost)
    try session?.setCost(Variable(number: column), cost)
    if let dense { dense.setCost(dense.rowCount + column, cost) }
  }

  /// Makes columns basic in rows, and others rest at their upper bounds, where the dense simplex solves.
  func begin(basic: [(row: Int, column: Int)], upper: [Int]) { dense?.begin(basic: basic, upper: upper) }

  /// Nil where it was not solved to the end; `failure` in the solver's words where it gave up.
  func solve(_ deadline: Deadline, afterShutting: Bool, failure: inout String?) throws(ModelProblems) -> Solution? {
    if let dense {
      let (end, _) = dense.solve(
        mostSteps: 2000 + 20 * dense.rowCount, fromOutside: afterShutting, isOver: { deadline.isOver })
      switch end {
      case .optimal:
        let (values, objective) = dense.values()
        return Solution(
          objective: objective, values: Array(values[dense.rowCount...]),
          duals: (0..<dense.rowCount).map { dense.price[$0] })
      case .infeasible, .stopped: return nil
      case .unbounded, .failed:
        self.dense = nil
        session = try solver.makeSession(model)
      }
    }
    guard let session else { return nil }
    var options = SolveOptions()
    options.deadline = deadline
    options.iterationLimit = Int(Int32.max) / 2
    options.relaxed = true
    options.lpMethod = afterShutting ? .dual : .primal
    let result = try session.solve(options: options)
    guard result.point == .optimal, let objective = result.objective, result.duals.count >= model.rowCount else {
      if case .failed(let text) = result.stop { failure = text }
      return nil
    }
    return Solution(objective: objective, values: result.values, duals: result.duals)
  }

  /// About what the objective rises to at least after each change, by a few steps; all is then as before. Where the
  /// dense simplex solves; nil elsewhere.
  func probe(
    _ changes: [(change: () throws(ModelProblems) -> Void, back: () throws(ModelProblems) -> Void)]
  ) throws(ModelProblems) -> [Double]? {
    guard let dense else { return nil }
    let snapshot = dense.snapshot()
    var objectives: [Double] = []
    for one in changes {
      try one.change()
      _ = dense.restore(mostSteps: WarmProgram.probeSteps, isOver: { false })
      objectives.append(dense.dualObjective())
      try one.back()
      dense.restore(snapshot)
    }
    return objectives
  }

  static let probeSteps = 30

  func close() {
    session?.close()
    session = nil
    dense = nil
  }

  deinit { session?.close() }
}
