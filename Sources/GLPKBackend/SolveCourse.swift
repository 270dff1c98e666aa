import CGLPK
import LinearModel
import Units

/// A solve from the given incumbent to the judged result, with a second attempt where the first went wrong.
struct SolveCourse {
  let model: ValidatedModel
  /// Runs GLPK, once.
  let run: (ValidatedModel, SolveOptions) -> LinearResult

  func solve(_ given: SolveOptions) throws(ModelProblems) -> LinearResult {
    var options = given
    if let incumbent = options.incumbent {
      options.incumbent = try model.checkedIncumbent(incumbent, options: options)
    }
    if model.emptyColumn != nil && !options.relaxed { return .refutedByBounds }
    if options.deadline.isOver {
      return LinearResult.late(options.deadline).completed(by: options.incumbent, of: model)
    }
    var result = run(model, options)
    if result.stop == .finished && result.point == .unknown { result = decideUnbounded(result, options) }
    result = polished(result, options).judged(by: model, options: options)
    if case .failed = result.stop, !options.deadline.isOver { result = again(after: result, options) }
    return result.completed(by: options.incumbent, of: model)
  }

  /// GLPK's whole numbers are whole within a tolerance, and its other columns lean on that: where rounding breaks a
  /// row, the others are worked out anew. A point that gets worse by that was no optimum.
  private func polished(_ first: LinearResult, _ options: SolveOptions) -> LinearResult {
    guard !options.relaxed, model.hasIntegers, !first.values.isEmpty else { return first }
    var values = first.values
    for j in values.indices where model.columnKind[j] == .integer { values[j].round() }
    if model.worstViolation(of: values) == nil { return first }
    var search = SolveOptions()
    search.deadline = options.deadline
    search.relaxed = true
    let rest = GLPKSolver.runOnce(model.fixingIntegers(at: values), search)
    var result = first
    guard rest.point == .optimal, let objective = rest.objective, let before = first.objective else {
      (result.stop, result.point) = (.failed("rounding to whole numbers breaks a row"), .unknown)
      (result.objective, result.values) = (nil, [])
      return result
    }
    (result.values, result.objective) = (rest.values, objective)
    if first.point == .optimal && objective > before + 1e-6 * (1 + abs(before)) {
      (result.stop, result.point) = (.failed("rounding to whole numbers costs \(objective - before)"), .feasible)
      result.bound = nil
    }
    return result
  }

  /// More cautious: the primal simplex for linear programs, no cuts for mixed ones, from the best point so far.
  private func again(after first: LinearResult, _ options: SolveOptions) -> LinearResult {
    var careful = options
    careful.lpMethod = .primal
    careful.presolve = false
    careful.cuts = []
    careful.branching = .driebeckTomlin
    if first.point == .feasible && model.hasIntegers { careful.incumbent = first.values }
    let run = GLPKSolver.runOnce(model, careful, integerTolerance: 1e-9)
    var second = polished(run, careful).judged(by: model, options: careful)
    second.iterations += first.iterations
    second.nodes += first.nodes
    if case .failed = second.stop { return first }
    return second
  }

  /// The relaxation has no lower limit. With rational data the mixed program then has none either, unless it has no
  /// point at all (Meyer, "On the existence of optimal solutions to integer and mixed-integer programming problems",
  /// 1974); a search without costs tells.
  private func decideUnbounded(_ first: LinearResult, _ options: SolveOptions) -> LinearResult {
    var search = options
    search.onIncumbent = nil
    search.incumbent = nil
    let free = GLPKSolver.runOnce(model.withoutCosts(), search)
    var result = first
    result.stop = free.stop
    switch free.point {
    case .optimal, .feasible:
      let ray = GLPKSolver.runOnce(model, search.with { $0.relaxed = true }).ray
      (result.stop, result.point, result.ray) = (.finished, .unbounded, ray)
    case .infeasible: result.point = .infeasible
    case .unbounded, .unknown: result.point = .unknown
    }
    return result
  }
}

extension SolveOptions {
  func with(_ change: (inout SolveOptions) -> Void) -> SolveOptions {
    var copy = self
    change(&copy)
    return copy
  }
}

extension LinearResult {
  /// A whole-number column has no whole number between its bounds.
  static var refutedByBounds: LinearResult {
    LinearResult(
      stop: .finished, point: .infeasible, raw: RawStatus(returnCode: Int32(LM_EBOUND), status: Int32(LM_UNDEFINED)))
  }

  /// The deadline was over before anything began.
  static func late(_ deadline: Deadline) -> LinearResult {
    LinearResult(
      stop: deadline.cancellation.isCancelled ? .cancelled : .timeLimit, point: .unknown,
      raw: RawStatus(returnCode: Int32(LM_ETMLIM), status: Int32(LM_UNDEFINED)))
  }
}
