import Units

/// A person serves at most `minutes` in any seven service days that hold a planned duty, ledger included.
///
/// Σ_{a in w} minutes(a) · x[p,a] + ledger(p,w) ≤ minutes for any seven service days w with a planned duty
public struct WeeklyMaximum: Rule {
  public static let id = RuleID.weeklyMaximum
  public static let kind = RuleKind.hard
  public static let maths =
    "Σ_{a in w} minutes(a) · x[p,a] + ledger(p,w) ≤ minutes for any seven service days w with a planned duty"
  public var minutes: Minutes = 3600
  public init() {}
}
