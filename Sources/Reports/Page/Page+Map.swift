import Districts
import Units

extension ReportContext {
  /// Who collects where, close up; then the routes between depots and points.
  func mapSection() -> String {
    [compoundMap(), routeMap()].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Names of so many places can be told apart; more show theirs where the pointer is.
  private static let mostLabels = 60

  private func compoundMap() -> String {
    guard let distribution = plan.distribution else { return "" }
    let open = distribution.points.map(\.point)
    let buildings = district.buildings.filter { $0.coordinate != nil }
    let candidates = district.points
    let places = buildings.compactMap(\.coordinate) + candidates.map(\.coordinate)
    guard let map = MapProjection(places, width: 1040) else { return "" }
    let pointPlace = Dictionary(candidates.map { ($0.id, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
    var collects: [BuildingID: PointID] = [:]
    for batch in distribution.batches { collects[batch.building] = batch.point }
    var lines = ""
    var marks = ""
    for building in buildings {
      guard let place = building.coordinate else { continue }
      let point = collects[building.id]
      let fill = point.map(pointColour) ?? "#9aa3ad"
      if let point, let target = pointPlace[point] {
        lines += line(map, place, target, "stroke=\"\(fill)\" stroke-opacity=\"0.35\"")
      }
      marks += square(map, place, fill, title: "\(name(building.id)) · \(building.households)")
      if buildings.count <= 120 { marks += label(map, place, building.name ?? building.id.text, soft: true) }
    }
    for point in candidates {
      let isOpen = open.contains(point.id)
      let disc = self.disc(map, point.coordinate, isOpen ? pointColour(point.id) : "#c8ced6", isOpen ? 9 : 6)
      let label = name(PlaceID(point.id))
      if candidates.count > Self.mostLabels {
        marks += element("g", "", element("title", "", escaped(label)) + disc)
      } else {
        marks += disc + self.label(map, point.coordinate, label, soft: !isOpen, lift: 13)
      }
    }
    let legend =
      "■ \(say("page.map.building"))  ● \(say("page.map.point"))"
    return section(say("page.map.compound"), svg(map, lines + marks) + element("p", "class=\"soft\"", escaped(legend)))
  }

  private func routeMap() -> String {
    guard let routes = plan.routes, !routes.routes.isEmpty else { return "" }
    let places = coordinates()
    let used = routes.routes.flatMap { $0.steps.compactMap { places[$0.location] } }
    guard let map = MapProjection(used, width: 1040, margin: 60, tallest: 560) else { return "" }
    var lines = ""
    var legend: [String] = []
    for (index, route) in routes.routes.enumerated() {
      let stops = route.steps.compactMap { places[$0.location] }
      // Vehicles on the same road are drawn side by side.
      let shift = Double(index) * 2.4 - Double(routes.routes.count - 1) * 1.2
      let path = stops.enumerated().map { position, stop in
        "\(position == 0 ? "M" : "L")\(svgNumber(map.x(stop) + shift)) \(svgNumber(map.y(stop) + shift))"
      }.joined()
      lines +=
        "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour(index))\" stroke-width=\"1.8\" stroke-opacity=\"0.8\"/>"
      legend.append(
        element("span", "style=\"color:\(colour(index))\"", "━ ") + escaped(route.vehicle.text))
    }
    var marks = ""
    var seen: Set<PlaceID> = []
    let depots = Set(district.depots.map { PlaceID($0.id) })
    let placesServed = Set(routes.routes.flatMap { $0.steps.map(\.location) }).count
    for step in routes.routes.flatMap(\.steps) where seen.insert(step.location).inserted {
      guard let place = places[step.location] else { continue }
      let isDepot = depots.contains(step.location)
      let label = name(step.location)
      let mark = isDepot ? square(map, place, "#1c2430", title: label, size: 12) : disc(map, place, "#c2571a", 5)
      if isDepot || placesServed <= Self.mostLabels {
        marks += mark + self.label(map, place, label, soft: !isDepot, lift: 11)
      } else {
        marks += element("g", "", element("title", "", escaped(label)) + mark)
      }
    }
    return section(
      say("page.map.routes"),
      svg(map, lines + marks)
        + element("p", "class=\"soft\"", "■ \(escaped(say("page.map.depot")))  " + legend.joined(separator: "  ")))
  }

  private func svg(_ map: MapProjection, _ content: String) -> String {
    "<svg viewBox=\"0 0 \(svgNumber(map.width)) \(svgNumber(map.height))\" role=\"img\">"
      + "<rect width=\"100%\" height=\"100%\" fill=\"#fafbfc\"/>\(content)\(map.scaleBar)</svg>"
  }
  private func line(_ map: MapProjection, _ a: Coordinate, _ b: Coordinate, _ style: String) -> String {
    "<path d=\"M\(svgNumber(map.x(a))) \(svgNumber(map.y(a)))L\(svgNumber(map.x(b))) \(svgNumber(map.y(b)))\" \(style)/>"
  }
  private func square(_ map: MapProjection, _ place: Coordinate, _ fill: String, title: String, size: Double = 9)
    -> String
  {
    "<rect x=\"\(svgNumber(map.x(place) - size / 2))\" y=\"\(svgNumber(map.y(place) - size / 2))\" "
      + "width=\"\(svgNumber(size))\" height=\"\(svgNumber(size))\" fill=\"\(fill)\"><title>\(escaped(title))</title></rect>"
  }
  private func disc(_ map: MapProjection, _ place: Coordinate, _ fill: String, _ radius: Double) -> String {
    "<circle cx=\"\(svgNumber(map.x(place)))\" cy=\"\(svgNumber(map.y(place)))\" r=\"\(svgNumber(radius))\" "
      + "fill=\"\(fill)\" stroke=\"#fff\" stroke-width=\"1.5\"/>"
  }
  private func label(_ map: MapProjection, _ place: Coordinate, _ text: String, soft: Bool, lift: Double = 7) -> String
  {
    "<text class=\"\(soft ? "soft" : "name")\" x=\"\(svgNumber(map.x(place)))\" y=\"\(svgNumber(map.y(place) - lift))\" "
      + "text-anchor=\"middle\">\(escaped(text))</text>"
  }
}
