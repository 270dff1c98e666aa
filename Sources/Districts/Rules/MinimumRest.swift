import Units

/// Between the duties of one service day and those of the next a person rests at least `minutes`.
///
/// x[p,a] + x[p,b] ≤ 1 if day(b) = day(a) + 1 and start(b) − end(a) < minutes
public struct MinimumRest: Rule {
  public static let id = RuleID.minimumRest
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] + x[p,b] ≤ 1 if day(b) = day(a) + 1 and start(b) − end(a) < minutes"
  public var minutes: Minutes = 600
  public init() {}
}
