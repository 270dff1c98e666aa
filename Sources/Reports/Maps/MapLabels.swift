import Wording

/// Where words stand on a map: none on another, none on a mark, none over the edge.
struct MapLabels: Sendable {
  /// What a word or a mark covers.
  struct Box: Sendable, Hashable {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int

    /// Square units that both cover.
    func overlap(_ other: Box) -> Int {
      max(0, min(right, other.right) - max(left, other.left)) * max(0, min(bottom, other.bottom) - max(top, other.top))
    }
  }

  struct Label: Sendable, Hashable {
    var text: String
    var box: Box
  }

  let width: Int
  let height: Int
  private(set) var labels: [Label] = []
  /// Names that found no room.
  private(set) var leftOut = 0
  private var marks: [Box] = []

  init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  /// Keeps words off a mark.
  mutating func block(_ box: Box) { marks.append(box) }
  mutating func block(_ spot: MapSpot, radius: Int) {
    block(Box(left: spot.x - radius, top: spot.y - radius, right: spot.x + radius, bottom: spot.y + radius))
  }

  /// Beside a mark, on the side where there is room; where there is none the name is left out, but `must` be drawn
  /// where it covers least.
  @discardableResult mutating func place(_ text: String, beside spot: MapSpot, radius: Int, must: Bool = false) -> Bool
  {
    let rings = must ? [radius + 1, radius + 12, radius + 24] : [radius + 1]
    return place(text, in: rings.flatMap { Self.around(spot, $0, text) }, must: must)
  }

  /// On a leg, near its middle if there is room.
  @discardableResult mutating func place(_ text: String, on leg: MapLeg, must: Bool = false) -> Bool {
    let shares = [0.45, 0.35, 0.55, 0.25, 0.75, 0.65, 0.15, 0.85]
    return place(text, in: shares.map { Self.centred(leg.spot(at: $0), text) }, must: must)
  }

  private mutating func place(_ text: String, in boxes: [Box], must: Bool) -> Bool {
    var best: (box: Box, cover: Int)?
    for box in boxes {
      let cover = cover(box)
      if cover == 0 {
        labels.append(Label(text: text, box: box))
        return true
      }
      if cover < best?.cover ?? Int.max { best = (box, cover) }
    }
    guard must, let best else {
      leftOut += 1
      return false
    }
    labels.append(Label(text: text, box: best.box))
    return true
  }

  /// Square units of words, marks and the world outside that a box would cover.
  private func cover(_ box: Box) -> Int {
    let inside = box.overlap(Box(left: 1, top: 1, right: width - 1, bottom: height - 1))
    let outside = (box.right - box.left) * (box.bottom - box.top) - inside
    return marks.reduce(labels.reduce(outside) { $0 + $1.box.overlap(box) }) { $0 + $1.overlap(box) }
  }

  static let textHeight = 11

  private static func textWidth(_ text: String) -> Int { (text.columns * 13 + 1) / 2 + 2 }

  private static func centred(_ spot: MapSpot, _ text: String) -> Box {
    box(text, left: spot.x - textWidth(text) / 2, top: spot.y - textHeight / 2)
  }

  private static func box(_ text: String, left: Int, top: Int) -> Box {
    Box(left: left, top: top, right: left + textWidth(text), bottom: top + textHeight)
  }

  /// Right, left, above, below, then the corners.
  private static func around(_ spot: MapSpot, _ away: Int, _ text: String) -> [Box] {
    let (wide, high) = (textWidth(text), textHeight)
    let (middleX, middleY) = (spot.x - wide / 2, spot.y - high / 2)
    let (right, left) = (spot.x + away, spot.x - away - wide)
    let (above, below) = (spot.y - away - high, spot.y + away)
    return [
      (right, middleY), (left, middleY), (middleX, above), (middleX, below),
      (right - 3, above + 3), (right - 3, below - 3), (left + 3, above + 3), (left + 3, below - 3),
    ].map { box(text, left: $0.0, top: $0.1) }
  }
}
