import Districts
import Units

extension ReportContext {
  /// By depot: what is collected there, by whom and when, with a line to sign on.
  func collectionLists() -> [String] {
    let collections = plan.collections ?? []
    return district.depots.compactMap { depot in
      let own = collections.filter { $0.depot == depot.id }
      guard !own.isEmpty else { return nil }
      let rows = own.map { collectionCells($0) + ["<span class=\"sign\"></span>"] }
      let head = ["page.order", "page.collector", "page.good", "page.packs", "page.time", "sheets.signature"]
      return sheet(
        say("sheets.collection", ["depot": depot.name]),
        table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [3])
          + element("p", "", escaped(say("sheets.total") + ": " + collectedText(own))))
    }
  }

  private func collectedText(_ collections: [PlannedCollection]) -> String {
    var packs: [GoodID: Int] = [:]
    for collection in collections { packs[collection.good, default: 0] += collection.packs }
    return packsText(district.goods.map { (good: $0.id.text, count: packs[$0.id] ?? 0) })
  }

  /// Order, who collects, good, packs, from and by when.
  func collectionCells(_ collection: PlannedCollection) -> [String] {
    [
      escaped(collection.order.text), escaped(lineName(collection.order.text)),
      escaped(goodNames[collection.good.text] ?? collection.good.text), grouped(collection.packs),
      clockSpan(collection.from, collection.by),
    ]
  }
}
