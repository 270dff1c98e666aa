/// Routes to one client each, and prices of leaving rows uncovered that are beyond what covering them alone costs.
struct Singles {
  private(set) var routes: [PricedRoute] = []
  /// By row: the prize, where there is one.
  private(set) var slackPrices: [Int]

  init(_ relaxation: RouteRelaxation) {
    var dearest = [Int](repeating: 0, count: relaxation.rows.count)
    for (number, kind) in relaxation.kinds.enumerated() {
      for arc in kind.starts {
        guard let cost = kind.cost(of: [Int(arc.to)]) else { continue }
        routes.append(PricedRoute(kind: number, clients: [Int(arc.to)], cost: cost))
        let row = relaxation.rowOf[Int(arc.to)]
        dearest[row] = max(dearest[row], cost)
      }
    }
    slackPrices = relaxation.rows.indices.map { row in
      relaxation.rows[row].prize ?? (dearest[row] == 0 ? relaxation.dearest : 2 * dearest[row])
    }
  }
}
