import Districts
import Units

/// Where a drawn district lies: a centre, and how long a degree of longitude is there.
///
/// Positions are drawn in whole metres and turned into whole micro-degrees by integer arithmetic, so that the same
/// seed gives the same bytes on every machine.
public struct Location: Sendable, Hashable {
  public var name: String
  /// In millionths of a degree.
  let latitude: Int
  let longitude: Int
  /// Metres in a degree of longitude at the latitude of the centre.
  let metresPerDegreeOfLongitude: Int

  /// Xi'an, the old city's south: cos 34.25° × 111,195 m = 91,913 m.
  public static let xian = Location(
    name: "西安", latitude: 34_250_000, longitude: 108_945_000, metresPerDegreeOfLongitude: 91_913)
  /// Yaodu district of Linfen: cos 36.08° × 111,195 m = 89,866 m.
  public static let linfen = Location(
    name: "临汾尧都", latitude: 36_080_000, longitude: 111_520_000, metresPerDegreeOfLongitude: 89_866)

  static let metresPerDegreeOfLatitude = 111_195

  func coordinate(_ position: Position) -> Coordinate {
    Coordinate(
      latitude: Double(latitude + position.north * 1_000_000 / Location.metresPerDegreeOfLatitude) / 1_000_000,
      longitude: Double(longitude + position.east * 1_000_000 / metresPerDegreeOfLongitude) / 1_000_000)
  }
}

/// Metres east and north of a location's centre.
struct Position: Sendable, Hashable {
  var east: Int
  var north: Int
  static func + (a: Self, b: Self) -> Self { Position(east: a.east + b.east, north: a.north + b.north) }
}
