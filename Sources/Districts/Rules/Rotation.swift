import Units

/// Groups take turns by service day; people outside the cycle are free.
///
/// x[p,a] = 0 if group(p) ∈ cycle and group(p) ≠ cycle[(day(a) − from) mod |cycle|]
public struct Rotation: Rule {
  public static let id = RuleID.rotation
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] = 0 if group(p) ∈ cycle and group(p) ≠ cycle[(day(a) − from) mod |cycle|]"
  public var cycle: [String] = []
  public var from: CalendarDate? = nil
  public init() {}
}
