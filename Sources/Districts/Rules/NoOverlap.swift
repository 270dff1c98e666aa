/// Duties of a person do not overlap, and the way between them fits in.
///
/// x[p,a] + x[p,b] ≤ 1 if start(b) − end(a) < travel(a,b), a before b
public struct NoOverlap: Rule {
  public static let id = RuleID.noOverlap
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] + x[p,b] ≤ 1 if start(b) − end(a) < travel(a,b), a before b"
  public init() {}
}
