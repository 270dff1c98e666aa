/// Minutes of the last 14 service days and of the plan are shared by availability.
///
/// weight · steps(|past(p) + Σ minutes(a) · x[p,a] − target(p)| / 30)
public struct FairHours: Rule {
  public static let id = RuleID.fairHours
  public static let kind = RuleKind.level3
  public static let maths = "weight · steps(|past(p) + Σ minutes(a) · x[p,a] − target(p)| / 30)"
  public var weight: Int = 2
  public init() {}
}
