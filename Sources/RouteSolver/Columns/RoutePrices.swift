/// Multipliers of the master's rows, in units of 1 / scale: whatever they are, they give a bound.
struct RoutePrices: Sendable {
  /// By row, not below 0; and by client, the price of its row.
  var rows: [Int]
  var clients: [Int]
  /// By kind, not above 0: what a route of it must cost less than to count.
  var kinds: [Int]
  /// What each counting of a cut costs, above 0.
  var cuts: [(cut: SubsetRowCut, penalty: Int)] = []

  /// Without the least penalties where labels cannot hold so many cuts: prices that prove something less.
  mutating func trimCuts() {
    let active = cuts.indices.filter { cuts[$0].penalty > 0 }
    guard active.count > CutTable.most else { return }
    for index in active.sorted(by: { (-cuts[$0].penalty, $0) < (-cuts[$1].penalty, $1) })[CutTable.most...] {
      cuts[index].penalty = 0
    }
  }
}

/// A route of the relaxation: it may visit a client more than once.
struct PricedRoute: Sendable, Hashable {
  var kind: Int
  var clients: [Int]
  /// As the relaxation counts it.
  var cost: Int
}
