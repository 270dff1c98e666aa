/// Unfit people serve nothing, people under watch only duties of exposure 0.
///
/// x[p,a] = 0 if health(p) = unfit, or health(p) = watch and exposure(a) > 0
public struct HealthRule: Rule {
  public static let id = RuleID.health
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] = 0 if health(p) = unfit, or health(p) = watch and exposure(a) > 0"
  public init() {}
}
