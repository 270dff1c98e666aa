/// After a duty a person has only duties of the same exposure or higher for `days` days, ledger included.
///
/// x[p,a] + x[p,b] ≤ 1 if b after a, day(b) − day(a) ≤ days and exposure(b) < exposure(a)
public struct ExposureMix: Rule {
  public static let id = RuleID.exposureMix
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] + x[p,b] ≤ 1 if b after a, day(b) − day(a) ≤ days and exposure(b) < exposure(a)"
  public var days: Int = 0
  public init() {}
}
