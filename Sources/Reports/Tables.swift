import Districts
import Units

/// The plan as CSV for spreadsheets: UTF-8 with a byte order mark, so that Excel shows Chinese.
extension ReportContext {
  /// One row a person on a duty, and one with an empty name for each seat class that lacks people.
  public func rosterCSV() -> String {
    var rows = [
      [
        "csv.date", "csv.site", "csv.post", "csv.from", "csv.to", "csv.seat", "csv.cadre", "csv.name", "csv.lead",
        "csv.missing", "csv.duty",
      ].map { say($0) }
    ]
    for duty in plan.roster?.duties ?? [] {
      let head = [
        serviceDay(duty.from).description, name(duty.site), postName(duty), clock(duty.from), clock(duty.to),
      ]
      for seat in duty.seats {
        let people = duty.people.filter { $0.seat == seat.seat }
        for person in people {
          rows.append(
            head + [
              seatName(seat.seat), person.cadre.text, name(person.cadre), person.lead ? say("word.lead") : "", "",
              duty.id.text,
            ])
        }
        if people.count < seat.target {
          rows.append(
            head + [seatName(seat.seat), "", "", "", String(seat.target - people.count), duty.id.text])
        }
      }
    }
    return csv(rows)
  }

  /// One row a batch, one a helper's household, one a building without service.
  public func distributionCSV() -> String {
    var rows = [
      [
        "csv.building", "csv.staircases", "csv.mode", "csv.point", "csv.from", "csv.to", "csv.households", "csv.packs",
        "csv.helper", "csv.need",
      ].map { say($0) }
    ]
    guard let distribution = plan.distribution else { return csv(rows) }
    for batch in distribution.batches {
      rows.append([
        name(batch.building), batch.staircases.map(String.init).joined(separator: "、"),
        say("mode.\(batch.mode.rawValue)"),
        batch.point.map { name(PlaceID($0)) } ?? "", batch.from.map(clock) ?? "", batch.to.map(clock) ?? "",
        String(batch.households), String(batch.packs), "", "",
      ])
    }
    let needs = Dictionary(district.needs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for helper in distribution.helpers {
      for id in helper.needs {
        guard let need = needs[id] else { continue }
        rows.append([
          name(need.building), "", say("need.\(need.what.rawValue)"), "", "", "", "1", "", name(helper.cadre),
          [id.text, need.door].compactMap { $0 }.joined(separator: " "),
        ])
      }
    }
    for gap in distribution.gaps {
      let place = gap.what.kind == .building ? name(BuildingID(gap.what.id)) : gap.what.id
      rows.append([place, "", say("mode.none"), "", "", "", String(gap.missing), "", "", ""])
    }
    return csv(rows)
  }

  func csv(_ rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where needed; a leading `=`, `+`, `-` or `@` would be taken for a formula and gets an apostrophe.
  private func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@".contains(first) { text = "'" + text }
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
