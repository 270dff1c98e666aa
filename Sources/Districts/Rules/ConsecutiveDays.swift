/// A person serves at most `days` service days in a row, ledger included.
///
/// no run of more than `days` service days with a duty holds a planned one
public struct ConsecutiveDays: Rule {
  public static let id = RuleID.consecutiveDays
  public static let kind = RuleKind.hard
  public static let maths = "no run of more than `days` service days with a duty holds a planned one"
  public var days: Int = 6
  public init() {}
}
