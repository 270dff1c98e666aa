import Districts

/// The independent judge of a plan against the district's raw input (docs/format.md §4, §6–10).
///
/// Naive and in whole numbers; it shares nothing with the code that makes plans.
public struct Audit: Sendable {
  let raw: RawInput
  let sha256: @Sendable (String) -> String

  /// - Parameter sha256: 64 hexadecimal digits of a text's UTF-8 bytes.
  public init(district: District, sha256: @escaping @Sendable (String) -> String) {
    raw = RawInput(district)
    self.sha256 = sha256
  }

  /// Everything that is wrong with a finished plan, its seal and its own verdict included; empty: the plan passes.
  ///
  /// - Parameter bounds: where given, every bound of evidence `multipliers` is recomputed.
  public func judge(_ plan: Plan, bounds: BoundsFile? = nil) -> [Violation] {
    content(plan, bounds: bounds)
  }

  /// What is wrong with a plan before it is sealed: everything but the seal and the plan's own verdict.
  public func content(_ plan: Plan, bounds: BoundsFile? = nil) -> [Violation] {
    roster(of: plan).violations
  }

  public func roster(of plan: Plan) -> RosterCase {
    RosterCase(self, roster: plan.roster, distribution: plan.distribution)
  }
}
