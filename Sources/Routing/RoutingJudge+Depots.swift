/// What vehicles do at depots together: docks and stock.
extension RoutingJudge {
  /// Loading for a trip that visits somebody.
  struct Loading {
    var depot: Int
    var begin: Int
    var end: Int
    /// By load dimension.
    var units: [Int]
  }

  /// O(loads² at a depot).
  mutating func visitDepots() {
    for (index, depot) in problem.depots.enumerated() {
      let here = loadings.filter { $0.depot == index }
      if let docks = depot.docks {
        for loading in here where loading.end > loading.begin {
          let together = here.count { $0.begin <= loading.begin && loading.begin < $0.end }
          if together > docks { faults.append(.docks(depot: index)) }
        }
      }
      if !keepsStock(depot, here) { faults.append(.stock(depot: index)) }
    }
  }

  private func keepsStock(_ depot: RoutingProblem.Depot, _ loadings: [Loading]) -> Bool {
    guard depot.stock != nil || !depot.supplies.isEmpty else { return true }
    let limited = max(depot.stock?.count ?? 0, depot.supplies.map(\.units.count).max() ?? 0)
    return loadings.allSatisfy { loading in
      (0..<min(limited, loads)).allSatisfy { load in
        let gone = loadings.reduce(0) { $0 + ($1.begin <= loading.begin ? $1.units[load] : 0) }
        let there = depot.supplies.reduce(entry(depot.stock ?? [], load)) {
          $0 + ($1.ready <= loading.begin ? entry($1.units, load) : 0)
        }
        return gone <= there || loading.units[load] == 0
      }
    }
  }
}
