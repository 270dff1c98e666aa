import Rostering
import Synchronization
import Units

/// What the threads of a run share: the best roster, the bound, and whether the end is reached.
final class PatternBoard: Sendable {
  private struct State {
    var best: RosterAnswer?
    var bound = -Double.infinity
    var proof: PatternProof?
    var failure: String?
    var impossible: Int?
  }
  private let state = Mutex(State())
  private let weights: LevelWeights
  let budget: Budget
  private let onBetter: @Sendable (RosterAnswer) -> Void

  init(weights: LevelWeights, budget: Budget, onBetter: @escaping @Sendable (RosterAnswer) -> Void) {
    self.weights = weights
    self.budget = budget
    self.onBetter = onBetter
  }

  var best: RosterAnswer? { state.withLock { $0.best } }
  /// In millionths, weighted by level; infinite without a roster.
  var value: Double { state.withLock { $0.best.map { weights.value($0.objective) * LevelWeights.scale } ?? .infinity } }
  var objective: RosterObjective? { state.withLock { $0.best?.objective } }

  /// Takes over a roster without violations if it is better.
  @discardableResult
  func offer(
    _ objective: RosterObjective, by method: RosterMethod, _ assignment: () -> RosterAssignment
  ) -> Bool {
    state.withLock { state in
      if let best = state.best, best.objective <= objective { return false }
      var answer = RosterAnswer(assignment: assignment(), objective: objective, method: method)
      answer.bounds = bounds(of: objective, state.bound)
      state.best = answer
      onBetter(answer)
      return true
    }
  }

  /// A bound on the weighted sum of all levels, in millionths. Where it says more of the best roster by whole points,
  /// that is told like a better roster.
  func raise(_ bound: Double) {
    state.withLock { state in
      guard bound > state.bound else { return }
      state.bound = bound
      guard var best = state.best else { return }
      let known = best.bounds
      best.bounds = bounds(of: best.objective, bound)
      guard best.bounds != known else { return }
      state.best = best
      onBetter(best)
    }
  }
  /// The same, with the prices of all rows that prove it.
  func raise(_ bound: Double, prices: [Double]) {
    raise(bound)
    state.withLock { state in
      if bound > state.proof?.bound ?? -.infinity { state.proof = PatternProof(bound: bound, prices: prices) }
    }
  }
  var bound: Double { state.withLock { $0.bound } }
  var proof: PatternProof? { state.withLock { $0.proof } }

  func fail(_ text: String) { state.withLock { $0.failure = text } }
  func isImpossible(for person: Int) { state.withLock { $0.impossible = $0.impossible ?? person } }

  /// Somebody without any pattern.
  var impossible: Int? { state.withLock { $0.impossible } }

  var isProved: Bool {
    state.withLock { state in
      guard let best = state.best else { return false }
      return PatternGeneration.roundedUp(state.bound) >= weights.value(best.objective)
    }
  }

  var isOver: Bool {
    budget.deadline.isOver || state.withLock { $0.impossible != nil } || isProved
  }

  /// Levels 1 and 2 are never below 0; level 3 where they are at most this answer's.
  private func bounds(of objective: RosterObjective, _ bound: Double) -> [RosterBound] {
    var bounds: [RosterBound] = [
      objective.minimum == 0 ? .zero : .none, objective.target == 0 ? .zero : .none, .none,
    ]
    if bound > -.infinity {
      let above = Double(objective.minimum) * weights.minimum + Double(objective.target) * weights.target
      let value = Int(PatternGeneration.roundedUp(bound) - above)
      let isReached = value >= objective.preference
      bounds[2] = RosterBound(value: min(value, objective.preference), evidence: isReached ? .search : .openTree)
    }
    return bounds
  }

  /// The bound on level 3 with its multipliers, where the prices that are known prove as much as the bound.
  func withMultipliers(_ answer: RosterAnswer, _ tables: PatternTables) -> RosterAnswer {
    let (bound, proof) = state.withLock { ($0.bound, $0.proof) }
    guard let proof, let value = answer.bounds[2].value,
      PatternGeneration.roundedUp(proof.bound)
        >= min(PatternGeneration.roundedUp(bound), weights.value(answer.objective)),
      let rows = proof.multipliers(tables)
    else { return answer }
    var answer = answer
    answer.bounds[2] = RosterBound(value: value, evidence: .multipliers, multipliers: rows)
    return answer
  }

  /// The answer at the end; `otherwise` where no roster keeps all rules.
  func answer(otherwise: () -> RosterAnswer) -> RosterAnswer {
    let (best, bound, failure, impossible) = state.withLock { ($0.best, $0.bound, $0.failure, $0.impossible) }
    var answer = best ?? otherwise()
    if best != nil { answer.bounds = bounds(of: answer.objective, bound) }
    if let impossible {
      answer.stop = .noPattern(person: impossible)
    } else if answer.isProved {
      answer.stop = .proved
    } else if budget.deadline.cancellation.isCancelled {
      answer.stop = .interrupted
    } else if budget.deadline.isOver {
      answer.stop = .timeLimit
    } else {
      answer.stop = failure.map { .failed($0) } ?? .iterationLimit
    }
    return answer
  }
}
