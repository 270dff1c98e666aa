/// Buddies share their duties.
///
/// weight · |x[p,a] − x[q,a]|
public struct Buddies: Rule {
  public static let id = RuleID.buddies
  public static let kind = RuleKind.level3
  public static let maths = "weight · |x[p,a] − x[q,a]|"
  public var weight: Int = 15
  public init() {}
}
