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

/// Packs bought of one row of stock.csv: as many as are loaded or collected (docs/format.md §12).
public struct Purchase: Codable, Sendable, Hashable {
  /// From 1, the header not counted.
  public var row: Int
  public var depot: DepotID
  public var good: GoodID
  public var packs: Int
  /// The routes were planned with so many packs of the row at most, beside those that are collected.
  public var most: Int
  /// In fen.
  public var cost: Int
  public init(row: Int, depot: DepotID, good: GoodID, packs: Int, most: Int, cost: Int) {
    self.row = row
    self.depot = depot
    self.good = good
    self.packs = packs
    self.most = most
    self.cost = cost
  }
}
