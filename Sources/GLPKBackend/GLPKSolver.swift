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
    return try solve(valid, options: options)
  }

  func solve(_ model: ValidatedModel, options: SolveOptions) throws(ModelProblems) -> LinearResult {
    var options = options
    if let given = options.incumbent { options.incumbent = try model.checkedIncumbent(given, options: options) }
    let isMixed = !options.relaxed && model.hasIntegers
    if model.emptyColumn != nil {
      return LinearResult(
        stop: .finished, point: .infeasible, raw: RawStatus(returnCode: Int32(LM_EBOUND), status: Int32(LM_UNDEFINED)))
    }
    let job = SolveJob(model, options: options)
    let result: LinearResult
    let started = SolverThread.start {
      lm_solve_once(&job.change, &job.settings, &job.outcome)
      job.done.signal()
    }
    if !started {
      result = LinearResult(
        stop: .failed("no thread left"), point: .unknown, raw: RawStatus(returnCode: 0, status: Int32(LM_UNDEFINED)))
    } else {
      job.done.wait()
      result = job.result(options: options, isMixed: isMixed)
    }
    return result.completed(by: options.incumbent, of: model)
  }

  public func makeSession(_ model: Model) throws(ModelProblems) -> any LinearSession {
    throw ModelProblems(problems: ["not yet"])
  }
}

extension ValidatedModel {
  /// The given point with whole-number columns exactly whole.
  func checkedIncumbent(_ given: [Double], options: SolveOptions) throws(ModelProblems) -> [Double] {
    if let worst = worstViolation(of: given, relaxed: options.relaxed) {
      throw ModelProblems(problems: ["the given incumbent breaks \(worst.what) by \(worst.amount)"])
    }
    var point = given
    if !options.relaxed {
      for j in point.indices where columnKind[j] == .integer { point[j].round() }
    }
    return point
  }
}

extension LinearResult {
  /// A run that ended without a point, or with a worse one, still has the point that it was given.
  func completed(by incumbent: [Double]?, of model: ValidatedModel) -> LinearResult {
    guard let incumbent, point == .unknown || point == .feasible else { return self }
    let given = model.objective(of: incumbent)
    if let objective, objective <= given { return self }
    var result = self
    result.point = .feasible
    result.objective = given
    result.values = incumbent
    if let bound { result.bound = min(bound, given) }
    return result
  }
}
