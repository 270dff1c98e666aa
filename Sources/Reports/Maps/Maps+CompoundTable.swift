import Districts
import Units

extension ReportContext {
  /// Building, where or how, when: a row a batch at a point and a row a team that comes; a building that nobody comes to
  /// has how its goods are handed over.
  func compoundRows(_ map: CompoundMap, _ facts: MapFacts) -> [[String]] {
    map.buildings.flatMap { building -> [[String]] in
      let batches = facts.batches[building.id] ?? []
      let visits = visitRows(building, map)
      let rows = batches.compactMap { batch -> [String]? in
        guard batch.mode == .point else {
          return visits.isEmpty ? [shortName(building), say("mode.\(batch.mode.rawValue)"), "–"] : nil
        }
        let isPart = batch.staircases.count < building.staircases
        let values = ["building": shortName(building), "staircases": staircases(batch.staircases)]
        let span = batch.from.flatMap { from in batch.to.map { clockSpan(from, $0) } }
        return [
          isPart ? say("maps.staircases", values) : shortName(building), map.letter(batch.point) ?? "–", span ?? "–",
        ]
      }
      return rows + visits
    }
  }

  /// One for each team, in the order of time, from its first visit to its last.
  private func visitRows(_ building: Building, _ map: CompoundMap) -> [[String]] {
    let visits = carryVisits.visits[building.id] ?? []
    var seen: Set<Int> = []
    return visits.compactMap { visit in
      guard let tour = map.tours.first(where: { $0.index == visit.team }), seen.insert(visit.team).inserted else {
        return nil
      }
      let own = visits.filter { $0.team == visit.team }
      var unique: Set<String> = []
      let numbers = own.compactMap { tour.numbers[$0.index] }.filter { unique.insert($0).inserted }
      let team = say("maps.team", ["team": String(tour.team.team)])
      return [
        shortName(building), numbers.isEmpty ? team : "\(team) (\(numbers.joined(separator: ", ")))",
        told(own).map { clockSpan($0.from, $0.to) } ?? "–",
      ]
    }
  }

  func compoundTable(_ rows: [[String]], _ isSmall: Bool) -> String {
    let head = ["page.building", "maps.where", "page.time"].map { escaped(say($0)) }
    return element(
      "div", isSmall ? "" : "class=\"halves\"", table(head: head, rows: rows.map { $0.map(escaped) }, numeric: [2]))
  }
}
