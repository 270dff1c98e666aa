/// Nobody works more than five service days in a row without cost.
///
/// weight · service days worked beyond 5 in a row
public struct RestDay: Rule {
  public static let id = RuleID.restDay
  public static let kind = RuleKind.level3
  public static let maths = "weight · service days worked beyond 5 in a row"
  public var weight: Int = 20
  public init() {}
}
