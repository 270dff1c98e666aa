import LinearModel
import Units

extension LinearResult {
  /// The result as it may be handed out: nothing in it is believed that plain arithmetic on the model contradicts.
  ///
  /// Points are checked against every row and bound; multipliers must refute, rays must descend; bounds agree with
  /// points.
  func judged(by model: ValidatedModel, options: SolveOptions) -> LinearResult {
    var result = self
    if !farkas.isEmpty && !(model.refutationMargin(of: farkas) > 0) { result.farkas = [] }
    if !ray.isEmpty && !model.isDescentRay(ray) { result.ray = [] }
    if !(result.bound?.isFinite ?? true) { result.bound = nil }
    if result.bound != nil && point != .optimal && nodes == 0 && duals.count == model.rowCount {
      // A linear program that was stopped: the simplex may have been working on perturbed costs, the multipliers'
      // own bound holds whatever they are.
      let limit = model.lagrangianBound(of: duals).bound
      result.bound = limit.isFinite ? limit : nil
    }
    guard point == .optimal || point == .feasible else { return result }
    if !options.relaxed {
      for j in result.values.indices where model.columnKind[j] == .integer { result.values[j].round() }
    }
    // Ten times the solver's own tolerance, which holds on scaled rows.
    if let worst = model.worstViolation(of: result.values, tolerance: 1e-5, relaxed: options.relaxed) {
      return result.without(
        point: .failed("the point breaks \(worst.what) by \(worst.amount)"))
    }
    let objective = model.objective(of: result.values)
    result.objective = objective
    let isLinear = options.relaxed || !model.hasIntegers
    if point == .optimal && isLinear && !isDualBoundTight(model, objective) {
      result.point = .feasible
      result.stop = .failed("the duals do not support the objective \(objective)")
      result.bound = nil
      return result
    }
    result.settleBound(objective)
    return result
  }

  private mutating func settleBound(_ objective: Double) {
    if point == .optimal { bound = objective }
    guard let known = bound else { return }
    bound = min(known, objective)
    // A gap target can be met exactly.
    if stop == .finished && point == .feasible && objective - min(known, objective) <= 1e-9 * (1 + abs(objective)) {
      point = .optimal
      bound = objective
    }
  }

  private func without(point reason: StopReason) -> LinearResult {
    var result = self
    (result.stop, result.point) = (reason, .unknown)
    (result.objective, result.values) = (nil, [])
    return result
  }

  /// Whether the Lagrangian bound of the duals reaches the objective, as at every optimum of a linear program.
  private func isDualBoundTight(_ model: ValidatedModel, _ objective: Double) -> Bool {
    guard duals.count == model.rowCount else { return true }
    let (bound, size) = model.lagrangianBound(of: duals)
    return objective - bound <= 1e-6 * (1 + abs(objective) + size)
  }

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
