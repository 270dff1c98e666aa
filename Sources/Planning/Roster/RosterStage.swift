import Districts
import LinearModel
import RosterSolver
import Rostering
import Units

/// The roster of a district: compiled once, solved as often as wanted.
public struct RosterStage: Sendable {
  let compiled: CompiledRoster
  let floors: RosterFloors

  /// - Parameter distribution: the points that open need staff; nil: none does.
  /// - Parameter carrying: its teams are duties; nil: there are none.
  public init(
    district: District, distribution: DistributionPlan?, carrying: CarryPlan? = nil
  ) throws(FrozenConflict) {
    compiled = try CompiledRoster(
      facts: RosterFacts(district: district, distribution: distribution, carrying: carrying))
    floors = RosterFloors(compiled)
  }

  /// Whether there is nothing to roster.
  public var isEmpty: Bool { compiled.facts.duties.isEmpty }

  /// The problem as the engine sees it.
  public var problem: RosterProblem { compiled.problem }

  /// A roster to go on from, maybe of another district: as far as it holds here, and filled up.
  public func heuristic(from plan: RosterPlan, budget: Budget, seed: UInt64) -> RosterOutcome {
    let answer = RosterHeuristic(compiled.problem).run(
      budget: budget, seed: seed, incumbent: compiled.assignment(of: plan))
    return outcome(of: answer, method: .heuristic)
  }

  /// A roster that keeps every hard rule, without bounds. `onBetter` is given what works out a better outcome.
  public func heuristic(
    from start: RosterOutcome? = nil, budget: Budget, seed: UInt64, onBetter: (() -> RosterOutcome) -> Void = { _ in }
  ) -> RosterOutcome {
    let answer = RosterHeuristic(compiled.problem).run(
      budget: budget, seed: seed, incumbent: start?.answer.assignment
    ) { answer in
      onBetter { outcome(of: answer, method: .heuristic) }
    }
    return outcome(of: answer, method: .heuristic)
  }

  /// A roster proved as far as the budget allows.
  ///
  /// - Parameter start: a roster to improve on; nil: the solver is alone, and no search helps it.
  /// - Parameter isSearchedBeside: another thread improves the roster meanwhile; this one then proves.
  /// - Returns: nil where the solver, alone, found nothing.
  public func exact(
    from start: RosterOutcome?, isSearchedBeside: Bool = false, solver: any LinearSolver, budget: Budget,
    seed: UInt64, onBetter: (() -> RosterOutcome) -> Void = { _ in }
  ) -> RosterOutcome? {
    let isAlone = start == nil
    if compiled.problem.dayCount > 1, compiled.problem.patternObstacle() == nil {
      return severalDays(
        from: start, isSearchedBeside: isSearchedBeside, solver: solver, budget: budget, seed: seed, onBetter: onBetter)
    }
    let answer = RosterExact(compiled.problem, solver: solver).run(
      from: start?.answer, isAlone: isAlone, isSearchedBeside: isSearchedBeside, budget: budget
    ) { answer in
      onBetter { outcome(of: answer, method: isAlone ? .exact : method(of: answer)) }
    }
    if isAlone, answer.method == .heuristic, !answer.isProved { return nil }
    return outcome(of: answer, method: isAlone ? .exact : method(of: answer))
  }

  /// By whole patterns of days; nil where the solver, alone, found nothing.
  private func severalDays(
    from start: RosterOutcome?, isSearchedBeside: Bool, solver: any LinearSolver, budget: Budget, seed: UInt64,
    onBetter: (() -> RosterOutcome) -> Void
  ) -> RosterOutcome? {
    let isAlone = start == nil
    // One thread works on it: this one.
    nonisolated(unsafe) let report = onBetter
    var answer = withoutActuallyEscaping(report) { report in
      nonisolated(unsafe) let report = report
      return RosterPortfolio(compiled.problem, solver: solver).run(
        from: start?.answer, budget: budget, seed: seed, isSearchedBeside: isSearchedBeside
      ) { better in
        report { outcome(of: better, method: isAlone ? .exact : method(of: better)) }
      }
    }
    let isRoster = compiled.problem.violations(of: answer.assignment).isEmpty
    guard let start else { return isRoster ? outcome(of: answer, method: .exact) : nil }
    if !isRoster || start.answer.objective < answer.objective {
      answer.bounds = answer.bounds(for: start.answer.objective)
      answer.assignment = start.answer.assignment
      answer.objective = start.answer.objective
      answer.method = start.answer.method
    }
    return outcome(of: answer, method: method(of: answer))
  }

  /// The better roster with what is proved of `proved`, as far as that holds for it.
  func better(_ proved: RosterOutcome, _ searched: RosterOutcome) -> RosterOutcome {
    guard searched.answer.objective < proved.answer.objective else { return proved }
    var answer = proved.answer
    answer.bounds = answer.bounds(for: searched.answer.objective)
    answer.assignment = searched.answer.assignment
    answer.objective = searched.answer.objective
    answer.method = .heuristic
    if answer.isProved { answer.stop = .proved }
    return outcome(of: answer, method: method(of: answer))
  }

  private func outcome(of answer: RosterAnswer, method: Certificate.Method) -> RosterOutcome {
    compiled.outcome(of: answer, floors: floors, method: method)
  }

  private func method(of answer: RosterAnswer) -> Certificate.Method {
    let bounded = answer.bounds.contains { $0.value != nil }
    switch answer.method {
    case .heuristic: return bounded ? .exactAndHeuristic : .heuristic
    case .exact: return answer.isProved ? .exact : .exactAndHeuristic
    }
  }
}
