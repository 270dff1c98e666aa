/// Frozen pins that contradict hard rules or each other: there is nothing to plan (exit code 3).
public struct FrozenConflict: Error, Sendable, Hashable {
  /// The pins, as rows of pins.csv from 0, and the hard rules that they break together.
  public var pins: [Int]
  public var rules: [RuleID]
  /// True where it was proved that leaving out any one of the pins resolves it.
  public var irreducible: Bool
  public init(pins: [Int], rules: [RuleID], irreducible: Bool) {
    self.pins = pins
    self.rules = rules
    self.irreducible = irreducible
  }
}
