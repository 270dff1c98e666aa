import Districts
import Units

/// A compound's part of the plan, as its map and the table beside it show it.
struct CompoundMap {
  var compound: Compound
  var buildings: [Building]
  /// Open points, each with its letter.
  var points: [(point: OpenPoint, letter: String)]
  var tours: [CartTour]

  func letter(_ point: PointID?) -> String? { points.first { $0.point.point == point }?.letter }
}

extension ReportContext {
  /// A map for each compound that has anything in the plan, and how many have none since all lies in one spot.
  func compoundMaps(_ facts: MapFacts) -> (pages: [String], withoutMap: Int) {
    let maps = district.compounds.compactMap { compoundMap($0, facts) }
    let pages = maps.compactMap { page($0, facts) }
    return (pages, maps.count - pages.count)
  }

  /// Nil where nothing is planned for the compound.
  private func compoundMap(_ compound: Compound, _ facts: MapFacts) -> CompoundMap? {
    let buildings = facts.buildings[compound.id] ?? []
    let asked = Set(buildings.flatMap { facts.batches[$0.id] ?? [] }.compactMap(\.point))
    let points = facts.open.filter { asked.contains($0.point) || facts.points[$0.point]?.compound == compound.id }
    let teams = facts.teams[compound.id] ?? []
    guard !points.isEmpty || !teams.isEmpty || buildings.contains(where: { facts.kind($0) != .idle }) else {
      return nil
    }
    return CompoundMap(
      compound: compound, buildings: buildings, points: points.enumerated().map { ($1, letterName($0)) },
      tours: teams.map { CartTour(team: cartTeams[$0], index: $0, isOneOfSeveral: teams.count > 1, facts) })
  }

  private func page(_ map: CompoundMap, _ facts: MapFacts) -> String? {
    let rows = compoundRows(map, facts)
    let isSmall = rows.count <= Self.mostRowsBeside
    let places = mapPlaces(map, facts)
    let known = places.compactMap(\.coordinate)
    guard var drawing = MapDrawing(known, width: isSmall ? 400 : 700, tallest: isSmall ? 800 : 640, margin: 36) else {
      return nil
    }
    addLines(map, facts, to: &drawing)
    let spots = drawing.addMarks(places)
    addTourNumbers(map.tours, to: &drawing)
    for (spot, places) in spots {
      let names = places.filter { $0.kind != .point && $0.kind != .gate }.map(\.name)
      if !names.isEmpty { drawing.addName(together(names, most: 2), at: spot) }
    }
    let lines = [
      map.buildings.contains { facts.kind($0) == .building } ? "maps.collects" : nil,
      map.tours.contains { !$0.moves.isEmpty } ? "maps.tour" : nil,
    ].compactMap { $0 }
    let notes = leftOut([("maps.unknown", unknownPlaces(places)), ("maps.unnamed", drawing.labels.leftOut)])
    let picture = mapSVG(drawing) + legend(places, lines: lines) + pointList(map) + notes
    return sheet(
      say("maps.compound", ["compound": map.compound.name]),
      element("div", isSmall ? "class=\"beside\"" : "", element("div", "", picture) + compoundTable(rows, isSmall)))
  }

  /// So many rows fit beside a map.
  static let mostRowsBeside = 36

  private func mapPlaces(_ map: CompoundMap, _ facts: MapFacts) -> [MapPlace] {
    let buildings = map.buildings.map { building in
      let letters = pointLetters(building, map, facts).joined()
      let name = shortName(building) + (letters.isEmpty ? "" : " " + letters)
      return facts.place(PlaceID(building.id), name)
    }
    let points = map.points.map { point, letter in
      var place = facts.place(PlaceID(point.point), "")
      place.letter = letter
      return place
    }
    let id = PlaceID(map.compound.id)
    let needsGate = !map.tours.isEmpty || facts.stops.contains(id) || facts.coordinates[id] != nil
    return buildings + (needsGate ? [facts.place(id, map.compound.name)] : []) + points
  }

  private func pointLetters(_ building: Building, _ map: CompoundMap, _ facts: MapFacts) -> [String] {
    let points = Set((facts.batches[building.id] ?? []).compactMap(\.point))
    return map.points.filter { points.contains($0.point.point) }.map(\.letter)
  }

  /// From each building to the points where it collects; each team's tour.
  private func addLines(_ map: CompoundMap, _ facts: MapFacts, to drawing: inout MapDrawing) {
    var legs: [MapLeg] = []
    for building in map.buildings {
      guard let home = building.coordinate.map(drawing.spot) else { continue }
      let points = Set((facts.batches[building.id] ?? []).compactMap(\.point))
      for point in map.points where points.contains(point.point.point) {
        guard let place = facts.points[point.point.point]?.coordinate else { continue }
        let leg = MapLeg(from: home, to: drawing.spot(place))
        if !legs.contains(leg) { legs.append(leg) }
      }
    }
    drawing.addLine(legs, "collects")
    for (index, tour) in map.tours.enumerated() {
      drawing.addArrows(tour.legs(drawing).map(\.leg), "tour tour\(index % 4)")
    }
  }

  private func addTourNumbers(_ tours: [CartTour], to drawing: inout MapDrawing) {
    for (leg, text) in tours.flatMap({ $0.legs(drawing) }) { drawing.addName(text, on: leg, must: true) }
  }

  /// `A 南门 16:00–16:40`, a line a point.
  private func pointList(_ map: CompoundMap) -> String {
    map.points.map { point, letter in
      let text = "\(name(PlaceID(point.point))) \(clockSpan(point.openFrom, point.openTo))"
      return element("p", "class=\"legend\"", element("b", "", letter) + " " + escaped(text))
    }.joined()
  }
}
