import Districts
import RosterSolver
import Rostering

/// A roster with what is proved of it.
public struct RosterOutcome: Sendable {
  public var plan: RosterPlan
  public var certificate: Certificate
  /// Behind bounds of evidence `multipliers`.
  public var multipliers: [LevelMultipliers]
  /// As the engine knows it, to go on from.
  let answer: RosterAnswer
}

extension CompiledRoster {
  func outcome(of answer: RosterAnswer, floors: RosterFloors, method: Certificate.Method) -> RosterOutcome {
    let held = HeldDuties(answer.assignment, people: facts.people.count, duties: facts.duties.count)
    let breakdown = RosterBreakdown(held, self)
    let canBeRecomputed = facts.calendar.dayCount <= Self.mostRecomputedDays
    let objectives = [breakdown.minimum, breakdown.target, breakdown.preference]
    let levels = zip([0, 1, 2], [CertifiedLevel.LevelName.minimum, .target, .preference]).map { level, name in
      CertifiedLevel(
        name: name, objective: objectives[level], bound: answer.bounds[level].value,
        floor: [floors.minimum, floors.target, floors.preference][level],
        boundEvidence: answer.bounds[level].evidence.certified(canBeRecomputed: canBeRecomputed))
    }
    let certificate = Certificate(
      levels: levels, solutionStatus: levels.allSatisfy { $0.optimalityGap == 0 } ? .optimal : .feasible,
      stopReason: answer.stop.certified, method: method, breakdown: breakdown.byName)
    return RosterOutcome(
      plan: plan(of: held), certificate: certificate,
      multipliers: canBeRecomputed ? multipliers(of: answer) : [], answer: answer)
  }

  /// Over more days the recomputation asks less of the weekly limit (docs/bounds.md) and could refuse a bound that holds.
  private static let mostRecomputedDays = 7
}

extension RosterEvidence {
  fileprivate func certified(canBeRecomputed: Bool) -> CertifiedLevel.Evidence {
    switch self {
    case .multipliers: canBeRecomputed ? .multipliers : .openTree
    case .search: .search
    case .openTree: .openTree
    case .none: .none
    }
  }
}

extension RosterStop {
  fileprivate var certified: Certificate.StopReason {
    switch self {
    case .proved: .proved
    case .timeLimit: .timeLimit
    case .iterationLimit: .iterationLimit
    case .interrupted: .interrupted
    case .failed, .contradiction, .noPattern: .error
    }
  }
}
