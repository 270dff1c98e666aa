/// A no-night person has no night duty.
///
/// x[p,a] = 0 if noNight(p) and nightMinutes(a) ≥ at_least_minutes
public struct NoNight: Rule {
  public static let id = RuleID.noNight
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] = 0 if noNight(p) and nightMinutes(a) ≥ at_least_minutes"
  public init() {}
}
