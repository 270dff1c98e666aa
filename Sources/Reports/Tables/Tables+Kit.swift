import Districts
import Tabulation
import Units

extension ReportContext {
  /// One row a good that the people of a duty are to have: what comes for them, and what is missing.
  func kitTable() -> SheetTable {
    let short = Dictionary(
      (plan.supply?.shares ?? []).map { ($0.line, $0.asked - $0.given) }, uniquingKeysWith: { first, _ in first })
    let duties = Dictionary((plan.roster?.duties ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = district.kitNeeds(in: zone).map { need -> [SheetCell] in
      let missing = short[need.id] ?? 0
      let duty = duties[need.duty]
      let good = district.goods[need.good].id
      return [
        .text(need.site.text), .text(name(PlaceID(need.site))), .text(duty.map(postName) ?? need.duty.text),
        momentCell(need.start), .number(need.people), .optional(duty.map { people($0.people.map(\.cadre)) }),
        .text(good.text), .text(goodName(good)), .number(need.packs - missing), .number(missing),
        .text(need.duty.text),
      ]
    }
    return sheetTable(
      "kit",
      ["place_id", "site", "post", "from", "people", "names", "good_id", "good", "packs", "missing", "duty"], rows)
  }
}
