import Units

/// A person serves at most `minutes` in a service day; the person’s own limit wins.
///
/// Σ_{a on d} minutes(a) · x[p,a] ≤ minutes
public struct DailyMaximum: Rule {
  public static let id = RuleID.dailyMaximum
  public static let kind = RuleKind.hard
  public static let maths = "Σ_{a on d} minutes(a) · x[p,a] ≤ minutes"
  public var minutes: Minutes = 720
  public init() {}
}
