/// Shapes that stay apart in black and white. The glyph is the same shape in a line of text.
extension MapPlace.Kind {
  var glyph: String {
    switch self {
    case .idle: "·"
    case .building: "□"
    case .brought: "■"
    case .site: "◆"
    case .gate: "▲"
    case .point: "●"
    case .depot: "★"
    }
  }

  /// Units from the middle to the edge.
  func radius(hasLetter: Bool) -> Int {
    switch self {
    case .idle: 2
    case .building, .brought: 4
    case .site, .gate: 6
    case .point: hasLetter ? 9 : 6
    case .depot: 8
    }
  }

  /// The outline of one mark, to be joined to those of the same kind.
  func outline(_ spot: MapSpot, hasLetter: Bool = false) -> String {
    let (x, y) = (spot.x, spot.y)
    switch self {
    case .idle: return "M\(x - 1) \(y - 1)h3v3h-3z"
    case .building, .brought: return "M\(x - 4) \(y - 4)h8v8h-8z"
    case .site: return "M\(x) \(y - 6)l6 6l-6 6l-6-6z"
    case .gate: return "M\(x) \(y - 6)l7 11h-14z"
    case .point:
      let r = radius(hasLetter: hasLetter)
      return "M\(x - r) \(y)a\(r) \(r) 0 1 0 \(2 * r) 0a\(r) \(r) 0 1 0-\(2 * r) 0z"
    case .depot: return "M\(x) \(y - 8)l2 5h6l-5 4l2 6l-5-4l-5 4l2-6l-5-4h6z"
    }
  }
}

extension MapLeg {
  /// Without a direction.
  var outline: String { "M\(from.x) \(from.y)L\(to.x) \(to.y)" }

  /// A small triangle a little beyond the middle, pointing where the leg goes; nothing on the shortest legs.
  var arrowhead: String {
    let length = self.length
    guard length >= 14 else { return "" }
    let tip = spot(at: min(0.62, 1 - 6 / length))
    let (east, south) = (Double(to.x - from.x) / length, Double(to.y - from.y) / length)
    func corner(_ side: Double) -> String {
      let x = Double(tip.x) - 8 * east - side * south
      let y = Double(tip.y) - 8 * south + side * east
      return "L\(Int(x.rounded())) \(Int(y.rounded()))"
    }
    return "M\(tip.x) \(tip.y)\(corner(3))\(corner(-3))z"
  }
}
