/// Every seat class has its target.
///
/// Σ_p x[p,a,s] + under[a,s] ≥ target(s)
public struct TargetCover: Rule {
  public static let id = RuleID.targetCover
  public static let kind = RuleKind.level2
  public static let maths = "Σ_p x[p,a,s] + under[a,s] ≥ target(s)"
  public init() {}
}
