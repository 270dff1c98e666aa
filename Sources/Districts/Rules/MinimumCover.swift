/// Every seat class has its minimum.
///
/// Σ_p x[p,a,s] + short[a,s] ≥ minimum(s)
public struct MinimumCover: Rule {
  public static let id = RuleID.minimumCover
  public static let kind = RuleKind.level1
  public static let maths = "Σ_p x[p,a,s] + short[a,s] ≥ minimum(s)"
  public init() {}
}
