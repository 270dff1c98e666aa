import CGLPK
import LinearModel
import Units

/// What a session knows in Swift: the model, what GLPK's copy of it looks like, and the last basis.
struct SessionState {
  var model: Model
  /// As GLPK holds it; nil: it holds nothing.
  private var sent: ValidatedModel?
  private var basis: Basis?
  /// The last solve ended at an optimal basis, and only columns and costs have changed since: it is primal feasible.
  private var isPrimalFeasible = false
  private var thread: SessionThread?

  struct Basis {
    var rows: [Int32]
    var columns: [Int32]
  }

  init(model: Model) { self.model = model }

  mutating func solve(_ options: SolveOptions) throws(ModelProblems) -> LinearResult {
    let valid = try model.validated(relaxed: options.relaxed)
    // The course may run more than once; `self` cannot be changed from inside its closure, a box can.
    let box = Box(self)
    let course = SolveCourse(model: valid) { model, options in box.state.run(model, options) }
    defer { self = box.state }
    return try course.solve(options)
  }

  private final class Box {
    var state: SessionState
    init(_ state: SessionState) { self.state = state }
  }

  private mutating func run(_ valid: ValidatedModel, _ options: SolveOptions) -> LinearResult {
    var options = options
    if options.lpMethod == .dual && isWarmForPrimal(valid) { options.lpMethod = .primal }
    let job = SolveJob(change: valid, from: sent, basis: sent == nil ? basis : nil, options: options)
    guard let thread = thread ?? SessionThread() else { return .noThread }
    self.thread = thread
    thread.submit(job)
    guard job.wait() else {
      // The thread ends when it comes back; the next solve begins on a new one.
      thread.close()
      forget()
      return job.abandonedResult()
    }
    let result = job.result()
    let didJump = Int(job.outcome.jumped) != LM_NOT_JUMPED
    if !didJump && job.outcome.has_basis != 0 { basis = job.basis }
    // After branch and cut the basis is that of some node: the saved one is better.
    sent = didJump || Int(job.outcome.stage) == LM_STAGE_TREE ? nil : valid
    if Int(job.outcome.stage) == LM_STAGE_TREE && !didJump { thread.close(); self.thread = nil }
    isPrimalFeasible = result.point == .optimal && sent != nil
    return result
  }

  private func isWarmForPrimal(_ valid: ValidatedModel) -> Bool {
    guard isPrimalFeasible, let sent, sent.rowCount == valid.rowCount else { return false }
    return sent.rowLower == valid.rowLower && sent.rowUpper == valid.rowUpper
      && valid.columnLower.starts(with: sent.columnLower) && valid.columnUpper.starts(with: sent.columnUpper)
  }

  private mutating func forget() {
    thread = nil
    sent = nil
    isPrimalFeasible = false
  }

  mutating func close() {
    thread?.close()
    forget()
  }
}
