import Foundation

/// A place on the earth, WGS 84, in degrees.
@frozen public struct Coordinate: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Metres along the great circle on a sphere of 6,371,000 m, times `detourPercent` ÷ 100, rounded up.
  ///
  /// Source: Sinnott, "Virtues of the haversine" (1984).
  public func metres(to other: Coordinate, detourPercent: Int) -> Metres {
    let radians = Double.pi / 180
    let halfLatitude = sin((other.latitude - latitude) * radians / 2)
    let halfLongitude = sin((other.longitude - longitude) * radians / 2)
    let chord =
      halfLatitude * halfLatitude
      + cos(latitude * radians) * cos(other.latitude * radians) * halfLongitude * halfLongitude
    let line = 2 * 6_371_000 * asin(min(1, chord.squareRoot()))
    return Metres(Int((line * Double(detourPercent) / 100).rounded(.up)))
  }
}
