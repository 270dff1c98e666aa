import Districts

extension RouteCase {
  /// stock.csv without the packs that are set aside for those who collect them.
  static func rest(of stock: [StockRow], without aside: [AuditedCollection]) -> [StockRow] {
    var rest = stock
    for collection in aside {
      for (row, packs) in collection.rows { rest[row].packs -= packs }
    }
    return rest
  }

  /// Packs set aside of a row of stock.csv, from 0.
  func collected(ofRow row: Int) -> Int { aside.map { $0.rows[row] ?? 0 }.saturatedSum }

  /// Orders that find too little where they are collected, for one reason that is proven.
  func checkCollectedGaps() -> [Violation] {
    let short = aside.filter { $0.missing > 0 }
    return plan.unassigned.compactMap { gap -> Violation? in
      guard gap.what.kind == .packs, let due = short.first(where: { $0.order.id.text == gap.what.id }) else {
        return nil
      }
      let reasons = [Gap.Reason(rule: due.cause.rawValue, count: due.missing, standing: .proven)]
      guard gap.reasons != reasons else { return nil }
      return violation(
        .reasons, "routes.unassigned.\(gap.id)", "packs to be collected are missing under \(due.cause.rawValue)")
    }
  }
}
