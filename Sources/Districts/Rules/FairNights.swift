/// Night duties are shared by availability.
///
/// weight · steps(|pastNights(p) + Σ night(a) · x[p,a] − targetNights(p)|)
public struct FairNights: Rule {
  public static let id = RuleID.fairNights
  public static let kind = RuleKind.level3
  public static let maths = "weight · steps(|pastNights(p) + Σ night(a) · x[p,a] − targetNights(p)|)"
  public var weight: Int = 10
  public init() {}
}
