import CGLPK
import LinearModel
import Units

/// GLPK behind `LinearSolver`: each solve on a thread of its own, in one call into C that can neither abort the
/// process nor leave anything behind.
public struct GLPKSolver: LinearSolver {
  public init() {}

  public var nameAndVersion: String { "GLPK \(String(cString: lm_version()))" }

  public func solve(_ model: Model, options: SolveOptions) throws(ModelProblems) -> LinearResult {
    let valid = try model.validated(relaxed: options.relaxed)
    return try SolveCourse(model: valid, run: Self.runOnce).solve(options)
  }

  public func makeSession(_ model: Model) throws(ModelProblems) -> any LinearSession {
    try GLPKSession(model)
  }

  /// Without any judgement.
  static func runOnce(_ model: ValidatedModel, _ options: SolveOptions) -> LinearResult {
    runOnce(model, options, integerTolerance: SolveJob.integerTolerance)
  }

  static func runOnce(
    _ model: ValidatedModel, _ options: SolveOptions, integerTolerance: Double
  ) -> LinearResult {
    let job = SolveJob(model, options: options)
    job.settings.integer_tolerance = integerTolerance
    let isStarted = SolverThread.start {
      lm_solve_once(&job.change, &job.settings, &job.outcome)
      job.done.signal()
    }
    guard isStarted else { return .noThread }
    return job.wait() ? job.result() : job.abandonedResult()
  }
}

extension LinearResult {
  static var noThread: LinearResult {
    LinearResult(
      stop: .failed("the system has no thread left"), point: .unknown,
      raw: RawStatus(returnCode: Int32(LM_OK), status: Int32(LM_UNDEFINED)))
  }
}
