/// Multipliers of the master's rows, in units of 1 / scale: whatever they are, they give a bound.
struct RoutePrices: Sendable {
  /// By row, not below 0; and by client, the price of its row.
  var rows: [Int]
  var clients: [Int]
  /// By kind, not above 0: what a route of it must cost less than to count.
  var kinds: [Int]
  /// What each counting of a cut costs, above 0.
  var cuts: [(cut: SubsetRowCut, penalty: Int)] = []
}

/// A route of the relaxation: it may visit a client more than once.
struct PricedRoute: Sendable, Hashable {
  var kind: Int
  var clients: [Int]
  /// As the relaxation counts it.
  var cost: Int
}
