/// People serve near their home.
///
/// weight · min(20, ⌈max(0, metres(p,a) − 1000) / 500⌉) · x[p,a]
public struct NearHome: Rule {
  public static let id = RuleID.nearHome
  public static let kind = RuleKind.level3
  public static let maths = "weight · min(20, ⌈max(0, metres(p,a) − 1000) / 500⌉) · x[p,a]"
  public var weight: Int = 1
  public init() {}
}
