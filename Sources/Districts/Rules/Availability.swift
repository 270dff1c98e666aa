/// A person serves a duty only when present for its whole span.
///
/// x[p,a] = 0 unless span(a) ⊆ presence(p)
public struct Availability: Rule {
  public static let id = RuleID.availability
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a] = 0 unless span(a) ⊆ presence(p)"
  public init() {}
}
