/// A duty that asks for a lead has one.
///
/// Σ_{p may lead} x[p,a] + nolead[a] ≥ 1
public struct OneLead: Rule {
  public static let id = RuleID.oneLead
  public static let kind = RuleKind.level2
  public static let maths = "Σ_{p may lead} x[p,a] + nolead[a] ≥ 1"
  public init() {}
}
