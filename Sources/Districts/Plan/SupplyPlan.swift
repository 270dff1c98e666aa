/// Who gets less than asked because stock is short (docs/format.md §11).
public struct SupplyPlan: Codable, Sendable, Hashable {
  /// What is short, in the order of the lines; every other line is given what it asks.
  public var shares: [SupplyShare]
  public var gaps: [Gap]
  public init(shares: [SupplyShare] = [], gaps: [Gap] = []) {
    self.shares = shares
    self.gaps = gaps
  }
}

/// A line that is given fewer packs than it asks.
public struct SupplyShare: Codable, Sendable, Hashable {
  /// `BUILDING:GOOD`, or the id of an order to a compound or a site.
  public var line: String
  public var good: GoodID
  public var priority: Int
  public var asked: Int
  public var given: Int
  public init(line: String, good: GoodID, priority: Int, asked: Int, given: Int) {
    self.line = line
    self.good = good
    self.priority = priority
    self.asked = asked
    self.given = given
  }
}
