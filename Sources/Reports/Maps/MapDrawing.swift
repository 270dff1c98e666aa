import Units
import Wording

/// One map on paper: lines below, marks on them, words on top.
struct MapDrawing {
  private let map: MapProjection
  private var lines = ""
  private var outlines: [MapPlace.Kind: String] = [:]
  private var letters = ""
  private(set) var labels: MapLabels
  /// Of each spot: how far its marks reach.
  private var radius: [MapSpot: Int] = [:]

  /// Nil where all that is known lies in one spot: there is nothing to draw then.
  init?(_ places: [Coordinate], width: Double, tallest: Double, margin: Double = 30) {
    guard let first = places.first, places.contains(where: { $0 != first }),
      let map = MapProjection(places, width: width, margin: margin, tallest: tallest)
    else { return nil }
    self.map = map
    labels = MapLabels(width: Int(map.width), height: Int(map.height.rounded(.up)))
    guard Set(places.map(spot)).count > 1 else { return nil }
    labels.block(.init(left: 0, top: labels.height - 26, right: Int(map.width / 6) + 60, bottom: labels.height))
    labels.block(.init(left: labels.width - 24, top: 0, right: labels.width, bottom: 36))
  }

  func spot(_ place: Coordinate) -> MapSpot {
    MapSpot(x: Int(map.x(place).rounded()), y: Int(map.y(place).rounded()))
  }

  // MARK: Lines

  mutating func addLine(_ legs: [MapLeg], _ style: String) {
    let outline = legs.filter { $0.from != $0.to }.map(\.outline).joined()
    if !outline.isEmpty { lines += "<path class=\"\(style)\" d=\"\(outline)\"/>" }
  }

  /// Lines that say which way they are gone.
  mutating func addArrows(_ legs: [MapLeg], _ style: String) {
    addLine(legs, style)
    let heads = legs.map(\.arrowhead).joined()
    if !heads.isEmpty { lines += "<path class=\"head\" d=\"\(heads)\"/>" }
  }

  // MARK: Marks

  /// Marks of one spot stand side by side, one for each kind; answers the spots in the order of their first places.
  @discardableResult mutating func addMarks(_ places: [MapPlace]) -> [(spot: MapSpot, places: [MapPlace])] {
    let spots = bySpot(places)
    for (spot, places) in spots {
      var right = spot.x
      var seen: Set<String> = []
      for place in places.sorted(by: { $0.kind.weight > $1.kind.weight })
      where seen.insert(place.kind.rawValue + (place.letter ?? "")).inserted {
        let own = place.kind.radius(hasLetter: place.letter != nil)
        if seen.count > 1 { right += own }
        addMark(place, at: MapSpot(x: right, y: spot.y))
        radius[spot] = max(radius[spot] ?? 0, right + own - spot.x)
        right += own + 1
      }
    }
    return spots
  }

  private mutating func addMark(_ place: MapPlace, at spot: MapSpot) {
    outlines[place.kind, default: ""] += place.kind.outline(spot, hasLetter: place.letter != nil)
    labels.block(spot, radius: place.kind.radius(hasLetter: place.letter != nil))
    guard let letter = place.letter else { return }
    letters += "<text x=\"\(spot.x)\" y=\"\(spot.y + 4)\">\(escaped(letter))</text>"
  }

  private func bySpot(_ places: [MapPlace]) -> [(spot: MapSpot, places: [MapPlace])] {
    var order: [MapSpot] = []
    var together: [MapSpot: [MapPlace]] = [:]
    for place in places {
      guard let coordinate = place.coordinate else { continue }
      let spot = spot(coordinate)
      if together[spot] == nil { order.append(spot) }
      together[spot, default: []].append(place)
    }
    return order.map { ($0, together[$0] ?? []) }
  }

  // MARK: Words

  mutating func addName(_ text: String, at spot: MapSpot, must: Bool = false) {
    labels.place(text, beside: spot, radius: radius[spot] ?? 2, must: must)
  }
  @discardableResult mutating func addName(_ text: String, on leg: MapLeg, must: Bool = false) -> Bool {
    labels.place(text, on: leg, must: must)
  }

  // MARK: The whole

  func svg(north: String) -> String {
    let marks = MapPlace.Kind.allCases.compactMap { kind in
      outlines[kind].map { "<path class=\"\(kind.rawValue)\" d=\"\($0)\"/>" }
    }.joined()
    let words = labels.labels.map {
      "<text x=\"\($0.box.left + 1)\" y=\"\($0.box.bottom - 2)\">\(escaped($0.text))</text>"
    }.joined()
    return "<svg class=\"map\" viewBox=\"0 0 \(labels.width) \(labels.height)\" role=\"img\">"
      + "<rect class=\"frame\" width=\"\(labels.width)\" height=\"\(labels.height)\"/>" + lines + marks
      + (letters.isEmpty ? "" : element("g", "class=\"letters\"", letters))
      + (words.isEmpty ? "" : element("g", "class=\"words\"", words)) + map.scaleBar + northArrow(north) + "</svg>"
  }

  private func northArrow(_ word: String) -> String {
    let x = labels.width - 13
    return "<path class=\"head\" d=\"M\(x) 5l5 14l-5-4l-5 4z\"/>"
      + "<g class=\"letters dark\"><text x=\"\(x)\" y=\"30\">\(escaped(word))</text></g>"
  }
}
