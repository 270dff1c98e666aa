import Units

/// What one order is handed at the depot where it is collected (docs/format.md §17).
public struct PlannedCollection: Codable, Sendable, Hashable {
  public var order: OrderID
  public var depot: DepotID
  public var good: GoodID
  public var packs: Int
  /// When all packs are there and the depot is open.
  public var from: LocalMoment
  /// When they must have been handed over.
  public var by: LocalMoment
  public init(order: OrderID, depot: DepotID, good: GoodID, packs: Int, from: LocalMoment, by: LocalMoment) {
    self.order = order
    self.depot = depot
    self.good = good
    self.packs = packs
    self.from = from
    self.by = by
  }
}
