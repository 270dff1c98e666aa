import CGLPK
import LinearModel
import Synchronization
import Units

/// A model that GLPK keeps warm on a thread of its own.
///
/// The model's truth is here, in Swift, with the last basis; GLPK holds a copy that is brought up to date at each
/// solve. Losing that copy (cancelled in the middle of the simplex, an error, a thread that does not come back in
/// time) costs the next solve a rebuild and nothing else. Calls from several threads take turns.
public final class GLPKSession: LinearSession {
  private let state: Mutex<SessionState>

  init(_ model: Model) throws(ModelProblems) {
    _ = try model.validated(relaxed: true)
    state = Mutex(SessionState(model: model))
  }

  deinit { close() }

  public func solve(options: SolveOptions) throws(ModelProblems) -> LinearResult {
    try state.withLock { (state) throws(ModelProblems) in try state.solve(options) }
  }

  public func addColumns(_ columns: [NewColumn]) throws(ModelProblems) -> Variable {
    try state.withLock { (state) throws(ModelProblems) in try state.addColumns(columns) }
  }

  public func addRow(
    _ name: String, lower: Double, upper: Double, terms: [(Variable, Double)]
  ) throws(ModelProblems) -> Row {
    try state.withLock { (state) throws(ModelProblems) in
      try state.addRow(name, lower: lower, upper: upper, terms: terms)
    }
  }

  public func setBounds(_ variable: Variable, lower: Double, upper: Double) throws(ModelProblems) {
    try state.withLock { (state) throws(ModelProblems) in
      try state.setBounds(variable, lower: lower, upper: upper)
    }
  }

  public func setBounds(_ row: Row, lower: Double, upper: Double) throws(ModelProblems) {
    try state.withLock { (state) throws(ModelProblems) in try state.setBounds(row, lower: lower, upper: upper) }
  }

  public func setCost(_ variable: Variable, _ cost: Double) throws(ModelProblems) {
    try state.withLock { (state) throws(ModelProblems) in try state.setCost(variable, cost) }
  }

  public func close() { state.withLock { $0.close() } }
}
