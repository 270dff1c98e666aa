import Districts
import Units

extension ReportContext {
  /// One vehicle's tour, its stops numbered as in the list; nothing where less than two places are known.
  func routeMap(_ route: VehicleRoute, _ facts: MapFacts) -> String {
    var seen: Set<PlaceID> = []
    let places = route.steps.map(\.location).filter { seen.insert($0).inserted }.map { facts.place($0, name($0)) }
    guard var drawing = MapDrawing(places.compactMap(\.coordinate), width: 700, tallest: 300) else { return "" }
    let stops = route.steps.enumerated().compactMap { index, step in
      facts.coordinates[step.location].map { (number: index + 1, spot: drawing.spot($0)) }
    }
    drawing.addArrows(routeLegs(stops.map(\.spot)), "leg")
    let spots = drawing.addMarks(places).map(\.spot)
    for spot in spots {
      drawing.addName(runs(stops.filter { $0.spot == spot }.map(\.number)), at: spot, must: true)
    }
    return element("div", "class=\"tourmap\"", mapSVG(drawing)) + leftOut([("maps.unknown", unknownPlaces(places))])
  }

  /// Each once, in the order of the tour.
  private func routeLegs(_ spots: [MapSpot]) -> [MapLeg] {
    var seen: Set<MapLeg> = []
    return zip(spots, spots.dropFirst()).map { MapLeg(from: $0, to: $1) }.filter { seen.insert($0).inserted }
  }
}
