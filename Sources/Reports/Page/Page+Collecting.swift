import Districts

extension ReportContext {
  /// What is collected at which depot, and when; nothing where everything is brought.
  func collectionSection() -> String {
    guard let collections = plan.collections, !collections.isEmpty else { return "" }
    let rows = collections.map { [escaped(name(PlaceID($0.depot)))] + collectionCells($0) }
    let head = ["page.supplier", "page.order", "page.collector", "page.good", "page.packs", "page.time"]
    return section(
      say("page.collections"), table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [4]))
  }
}
