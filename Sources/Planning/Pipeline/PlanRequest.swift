import Districts
import Units

/// The stages of a plan, in the order in which they are planned. Carrying follows distribution and is never asked for
/// alone.
public enum PlanStage: String, Sendable, CaseIterable { case supply, distribution, carrying, roster, routes }

/// `heuristic`: search alone; `exact`: branch and bound alone; `auto`: both, each helping the other.
public enum PlanMethod: String, Sendable, CaseIterable { case auto, exact, heuristic }

/// What to plan, and how much work it may take.
public struct PlanRequest: Sendable {
  public var district: District
  public var stages: [PlanStage] = PlanStage.allCases
  public var method = PlanMethod.auto
  public var seed: UInt64 = 1
  public var threads = 1
  /// Instead of a time limit: the same work, and so the same plan, on every run.
  public var iterations: Int?
  /// As asked for; the deadline that follows from it is handed over apart, since it began before the district was read.
  public var timeLimitMilliseconds: Int?
  public var versions: PlanRun.Versions
  /// A plan to go on from, maybe of another district: every stage takes of it what holds here.
  public var start: Plan?

  public init(district: District, versions: PlanRun.Versions) {
    self.district = district
    self.versions = versions
  }
}

/// Judges a finished plan against the district's raw input; no violations: passed.
public protocol PlanJudge: Sendable {
  func violations(of plan: Plan, bounds: BoundsFile) -> [Violation]
}

/// How the work goes on, for people who wait.
public struct PlanProgress: Sendable {
  public enum Event: Sendable {
    case began(PlanStage)
    /// A better plan of the stage, whose step goes on; only where each better one is asked for.
    case better(PlanStage, [CertifiedLevel])
    /// The outcome of a step.
    case found(PlanStage, Certificate)
    /// The whole plan is with the judge.
    case judging
  }
  public var event: Event
  /// Of the request's clock.
  public var seconds: Double
}

/// Who wants to know how the work goes on; calls may come from several threads at once.
public struct ProgressListener: Sendable {
  public var tell: @Sendable (PlanProgress) -> Void
  /// Whether to tell of a better plan within a step, asked at each; never: only of each step's outcome.
  public var wantsBetter: @Sendable () -> Bool
  public init(
    wantsBetter: @escaping @Sendable () -> Bool = { false }, tell: @escaping @Sendable (PlanProgress) -> Void
  ) {
    self.wantsBetter = wantsBetter
    self.tell = tell
  }
  public static let none = ProgressListener { _ in }
}

/// When a stage began and ended, in seconds of the request's clock.
public struct StageTiming: Sendable, Hashable {
  public var stage: String
  public var step: String
  public var from: Double
  public var to: Double
}

/// A plan with what stands behind it.
public struct PlanOutcome: Sendable {
  public var plan: Plan
  public var bounds: BoundsFile
  public var timings: [StageTiming]
  /// Seconds of the clock: when there was a first whole plan, when the search ended, when the audit ended.
  public var firstPlan: Double
  public var planned: Double
  public var audited: Double
}

/// Why there is no plan.
public enum PlanFailure: Error, Sendable {
  /// Frozen pins contradict hard rules or each other.
  case frozenConflict(FrozenConflict)
  /// `exact` found nothing in time for this stage.
  case nothingFound(PlanStage)
  /// The audit refuses the plan: an error of ours, never of the district.
  case refused([Violation], Plan)
  case unwritable(String)
}
