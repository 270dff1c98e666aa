import Districts
import Tabulation
import Units

extension ReportContext {
  /// One row an order that is collected at a depot.
  func collectionTable() -> SheetTable {
    let rows = (plan.collections ?? []).map { collection -> [SheetCell] in
      [
        .text(collection.depot.text), .text(name(PlaceID(collection.depot))), .text(collection.order.text),
        .text(lineName(collection.order.text)), .text(collection.good.text), .text(goodName(collection.good)),
        .number(collection.packs), clockCell(collection.from), clockCell(collection.by),
      ]
    }
    return sheetTable(
      "collections", ["supplier_id", "supplier", "order", "collector", "good_id", "good", "packs", "from", "to"], rows)
  }
}
