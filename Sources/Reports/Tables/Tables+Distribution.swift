import Districts
import Tabulation
import Units

extension ReportContext {
  /// One row a batch, one a helper's household, one a building without service.
  func distributionTable() -> SheetTable {
    let titles = [
      "building", "staircases", "mode", "point", "from", "to", "households", "packs", "helper", "need",
    ]
    guard let distribution = plan.distribution else { return sheetTable("distribution", titles, []) }
    var rows = distribution.batches.map { batch -> [SheetCell] in
      [
        .text(name(batch.building)), listCell(batch.staircases), .text(say("mode.\(batch.mode.rawValue)")),
        .optional(batch.point.map { name(PlaceID($0)) }), clockCell(batch.from), clockCell(batch.to),
        .number(batch.households), .number(batch.packs), .empty, .empty,
      ]
    }
    rows += helped(distribution).map { helper, need in
      [
        .text(name(need.building)), .empty, .text(say("need.\(need.what.rawValue)")), .empty, .empty, .empty,
        .number(1), .empty, .text(name(helper)),
        .text([need.id.text, need.door].compactMap { $0 }.joined(separator: " ")),
      ]
    }
    rows += distribution.gaps.map { gap in
      let place = gap.what.kind == .building ? name(BuildingID(gap.what.id)) : gap.what.id
      return [
        .text(place), .empty, .text(say("mode.none")), .empty, .empty, .empty, .number(gap.missing), .empty, .empty,
        .empty,
      ]
    }
    return sheetTable("distribution", titles, rows)
  }

  /// A row a batch, with the text for its chat group in both languages.
  func noticeTable() -> SheetTable {
    let rows = (plan.distribution?.batches ?? []).map { batch -> [SheetCell] in
      let span = noticeSpan(batch)
      return [
        .text(name(batch.building)), listCell(batch.staircases), clockCell(span?.from), clockCell(span?.to),
        .optional(batch.point.map { name(PlaceID($0)) }), .text(notice(batch, in: .chinese)),
        .text(notice(batch, in: .english)),
      ]
    }
    var table = sheetTable("notices", ["building", "staircases", "from", "to", "point"], rows)
    table.titles += ["中文", "English"]
    return table
  }

  /// One row a point: when it opens, for how many, and who serves there.
  func pointTable() -> SheetTable {
    let rows = (plan.distribution?.points ?? []).map { point -> [SheetCell] in
      let place = PlaceID(point.point)
      let called = (plan.distribution?.batches ?? []).filter { $0.point == point.point }
      let staff = [pointDuty(place), sortingDuty(place)].map { $0?.people.map(\.cadre) ?? [] }
      return [
        .text(point.point.text), .text(name(place)), clockCell(point.openFrom), clockCell(point.openTo),
        .number(point.desks), .number(called.reduce(0) { $0 + $1.households }),
        .number(called.reduce(0) { $0 + $1.packs }),
      ] + staff.map { $0.isEmpty ? .empty : .text(people($0)) }
    }
    return sheetTable(
      "points", ["point_id", "point", "from", "to", "desks", "households", "packs", "staff", "sorters"], rows)
  }

  /// Who serves at a point.
  func pointDuty(_ place: PlaceID) -> PlannedDuty? { generatedDuty("distribution", at: place) }
  /// Who sorts packs there before they are called.
  func sortingDuty(_ place: PlaceID) -> PlannedDuty? { generatedDuty("sorting", at: place) }

  private func generatedDuty(_ post: String, at place: PlaceID) -> PlannedDuty? {
    plan.roster?.duties.first { $0.site == place && $0.post == post }
  }

  /// One row a household that somebody looks after.
  func helperTable() -> SheetTable {
    let rows = (plan.distribution.map(helped) ?? []).map { helper, need -> [SheetCell] in
      [
        .text(helper.text), .text(name(helper)), .text(name(need.building)), .optional(need.door),
        .text(say("need.\(need.what.rawValue)")), .text(need.id.text),
      ]
    }
    return sheetTable("helpers", ["cadre", "helper", "building", "door", "what", "need"], rows)
  }

  private func helped(_ distribution: DistributionPlan) -> [(helper: CadreID, need: Need)] {
    let needs = Dictionary(district.needs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return distribution.helpers.flatMap { helper in
      helper.needs.compactMap { id in needs[id].map { (helper.cadre, $0) } }
    }
  }
}
