import Districts
import Units

/// Something that has a mark on a printed map.
struct MapPlace: Sendable, Hashable {
  /// In the order in which marks are drawn, the last on top.
  enum Kind: String, Sendable, CaseIterable {
    /// A building that nothing is planned for, one that collects at a point, and one that goods are brought to.
    case idle, building, brought
    case site
    /// The compound's own place, where goods for it are unloaded.
    case gate
    /// A point that opens.
    case point
    case depot

    var weight: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }
  var kind: Kind
  var id: PlaceID
  /// As it stands beside the mark.
  var name: String
  /// On a compound's map a point bears a letter instead of a name.
  var letter: String?
  /// Nil: nobody knows; the place is counted in a line below the map.
  var coordinate: Coordinate?
}

/// A place on the paper, in whole units of about a quarter of a millimetre: what is closer than that is one spot.
struct MapSpot: Sendable, Hashable {
  var x: Int
  var y: Int

  func length(to other: MapSpot) -> Double {
    let (east, south) = (Double(other.x - x), Double(other.y - y))
    return (east * east + south * south).squareRoot()
  }
}

/// From one spot to another; with a direction or without one.
struct MapLeg: Sendable, Hashable {
  var from: MapSpot
  var to: MapSpot

  var length: Double { from.length(to: to) }

  /// A spot on the leg, `share` of the way from its beginning.
  func spot(at share: Double) -> MapSpot {
    MapSpot(
      x: from.x + Int((Double(to.x - from.x) * share).rounded()),
      y: from.y + Int((Double(to.y - from.y) * share).rounded()))
  }

  /// The same whichever way it is gone.
  var undirected: MapLeg {
    (from.x, from.y) <= (to.x, to.y) ? self : MapLeg(from: to, to: from)
  }
}
