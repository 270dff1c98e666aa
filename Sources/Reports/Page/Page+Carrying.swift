import Districts
import Units

extension ReportContext {
  /// The teams with carts, compound by compound; nothing where nothing is carried.
  func carryingSection() -> String {
    guard plan.carrying != nil else { return "" }
    let rows = cartTeams.map { team in
      [
        escaped(name(PlaceID(team.compound))), String(team.team), clockSpan(team.from, team.to),
        escaped(teamDuty(team).map { people($0.people.map(\.cadre)) } ?? "–"),
        escaped(visited([team]).map(name).joined(separator: say("punctuation.list"))),
      ] + counts([team])
    }
    let sum = [escaped(say("sheets.total")), grouped(cartTeams.count), "", "", grouped(visited(cartTeams).count)]
    let total = (sum + counts(cartTeams)).map { element("b", "", $0) }
    let head = [
      "page.compound", "page.team", "page.time", "page.people", "page.buildings", "page.packs", "page.doors",
      "page.staff_hours",
    ]
    return section(
      say("page.carrying"),
      element("p", "class=\"soft\"", escaped(say("page.carrying.note")))
        + table(head: head.map { escaped(say($0)) }, rows: rows + [total], numeric: [1, 5, 6, 7]))
  }

  /// Packs, doors, hours of the people with set-up.
  private func counts(_ teams: [CarryTeam]) -> [String] {
    [
      grouped(teams.reduce(0) { $0 + carriedPacks($1) }), grouped(teams.reduce(0) { $0 + carriedDoors($1) }),
      tenthsOfHours(teams.reduce(0) { $0 + staffSeconds($1) }),
    ]
  }

  /// Buildings in the order of the first step there.
  private func visited(_ teams: [CarryTeam]) -> [BuildingID] {
    var seen: Set<BuildingID> = []
    return teams.flatMap(\.steps).filter { $0.type != .load }.map { BuildingID($0.location.text) }
      .filter { seen.insert($0).inserted }
  }
}
