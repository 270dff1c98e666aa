/// A seat is taken only by a person with all its skills and one of its kinds.
///
/// x[p,a,s] = 0 unless skills(s) ⊆ skills(p) and kind(p) ∈ kinds(s)
public struct Qualification: Rule {
  public static let id = RuleID.qualification
  public static let kind = RuleKind.hard
  public static let maths = "x[p,a,s] = 0 unless skills(s) ⊆ skills(p) and kind(p) ∈ kinds(s)"
  public init() {}
}
