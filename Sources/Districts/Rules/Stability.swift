/// A published plan changes as little as possible.
///
/// weight · |planned △ published|
public struct Stability: Rule {
  public static let id = RuleID.stability
  public static let kind = RuleKind.level3
  public static let maths = "weight · |planned △ published|"
  public var weight: Int = 8
  public init() {}
}
