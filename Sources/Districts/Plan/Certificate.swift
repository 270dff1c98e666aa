/// What was proved of each stage.
public struct Certificates: Codable, Sendable, Hashable {
  public var supply: Certificate?
  public var distribution: Certificate?
  public var carrying: Certificate?
  public var roster: Certificate?
  public var routes: Certificate?
  public var purchases: Certificate?
  public init() {}

  /// The stages that were planned, in order.
  public var staged: [(stage: String, certificate: Certificate)] {
    [
      ("supply", supply), ("distribution", distribution), ("carrying", carrying), ("roster", roster),
      ("routes", routes), ("purchases", purchases),
    ].compactMap { stage, certificate in certificate.map { (stage, $0) } }
  }
}

public struct Certificate: Codable, Sendable, Hashable {
  public var levels: [CertifiedLevel]
  public var solutionStatus: SolutionStatus
  public var stopReason: StopReason
  public var method: Method
  /// The objective by rule, over all levels: the levels' sums are the objectives.
  public var breakdown: [String: Int]

  /// `optimal`: every level's optimality gap is 0.
  public enum SolutionStatus: String, Codable, Sendable { case optimal, feasible, infeasible, unknown }
  public enum StopReason: String, Codable, Sendable {
    case proved
    case timeLimit = "time_limit"
    case iterationLimit = "iteration_limit"
    case interrupted, error
  }
  public enum Method: String, Codable, Sendable {
    case exact
    case exactAndHeuristic = "exact+heuristic"
    case heuristic
  }
  enum CodingKeys: String, CodingKey {
    case levels
    case solutionStatus = "solution_status"
    case stopReason = "stop_reason"
    case method, breakdown
  }
  public init(
    levels: [CertifiedLevel], solutionStatus: SolutionStatus, stopReason: StopReason, method: Method,
    breakdown: [String: Int]
  ) {
    self.levels = levels
    self.solutionStatus = solutionStatus
    self.stopReason = stopReason
    self.method = method
    self.breakdown = breakdown
  }
}

public struct CertifiedLevel: Codable, Sendable, Hashable {
  public var name: LevelName
  public var objective: Int
  /// Over all plans whose levels before are at most this plan's; nil: not known.
  public var bound: Int?
  /// What no plan can avoid, judged one person and one duty at a time.
  public var floor: Int
  /// (objective − bound) ÷ max(1, objective − floor), rounded up to six decimals; nil without a bound.
  public var optimalityGap: Double?
  public var boundEvidence: Evidence

  public enum LevelName: String, Codable, Sendable {
    case short, uneven
    case unserved, effort
    case uncarried
    case minimum, target, preference
    case undelivered, cost
    case purchase
  }
  public enum Evidence: String, Codable, Sendable {
    case multipliers, search
    case openTree = "open_tree"
    case none
  }
  enum CodingKeys: String, CodingKey {
    case name, objective, bound, floor
    case optimalityGap = "optimality_gap"
    case boundEvidence = "bound_evidence"
  }
  /// Works out the gap; a bound above the objective would be a false claim and is kept for the audit to refuse.
  public init(name: LevelName, objective: Int, bound: Int?, floor: Int, boundEvidence: Evidence) {
    self.name = name
    self.objective = objective
    self.bound = bound
    self.floor = floor
    self.boundEvidence = bound == nil ? .none : boundEvidence
    optimalityGap = bound.map { bound in
      let millionths = ((objective - bound) * 1_000_000)
      let divisor = max(1, objective - floor)
      return Double(millionths <= 0 ? 0 : (millionths + divisor - 1) / divisor) / 1_000_000
    }
  }
}

/// `bounds.json`: the multipliers behind each bound of evidence `multipliers` (docs/bounds.md).
public struct BoundsFile: Codable, Sendable, Hashable {
  public static let schemaName = "lastmetre/bounds/1"
  public var schema = BoundsFile.schemaName
  /// The seal of the plan that these bounds belong to.
  public var seal: String
  public var roster: [LevelMultipliers]
  public init(seal: String, roster: [LevelMultipliers]) {
    self.seal = seal
    self.roster = roster
  }
}

public struct LevelMultipliers: Codable, Sendable, Hashable {
  /// 1, 2 or 3.
  public var level: Int
  /// Multipliers are whole numbers of 1 ÷ scale.
  public var scale: Int
  /// By the row's name (docs/bounds.md); rows left out have 0.
  public var multipliers: [String: Int]
  public init(level: Int, scale: Int, multipliers: [String: Int]) {
    self.level = level
    self.scale = scale
    self.multipliers = multipliers
  }
}
