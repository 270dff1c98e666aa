/// People serve when they wish to.
///
/// weight · (10 · Σ x[p,a] over undesired a + 5 · desired spans left empty)
public struct Wishes: Rule {
  public static let id = RuleID.wishes
  public static let kind = RuleKind.level3
  public static let maths = "weight · (10 · Σ x[p,a] over undesired a + 5 · desired spans left empty)"
  public var weight: Int = 1
  public init() {}
}
