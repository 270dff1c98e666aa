/// People of one sending unit serve at few sites on a day.
///
/// weight · max(0, sites(u,d) − ⌈fit(u) / 10⌉)
public struct UnitTogether: Rule {
  public static let id = RuleID.unitTogether
  public static let kind = RuleKind.level3
  public static let maths = "weight · max(0, sites(u,d) − ⌈fit(u) / 10⌉)"
  public var weight: Int = 3
  public init() {}
}
