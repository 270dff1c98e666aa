import Glibc
import Units

/// The place in WGS 84 of what a Chinese map tool shows as `shown`.
///
/// GCJ-02 shifts a WGS 84 place by a fixed, smooth formula; its inverse is found by fixed-point iteration, which
/// shrinks the error by some 1,000 a round. BD-09 turns GCJ-02 by a small spiral.
/// Source: "Restrictions on geographic data in China", Wikipedia (the published reconstruction of both formulae).
func wgs84(_ shown: Coordinate, from system: CoordinateSystem) -> Coordinate {
  switch system {
  case .wgs84: shown
  case .gcj02: wgs84(fromGCJ02: shown)
  case .bd09: wgs84(fromGCJ02: gcj02(fromBD09: shown))
  }
}

func wgs84(fromGCJ02 shown: Coordinate) -> Coordinate {
  guard isShifted(shown) else { return shown }
  var place = shown
  for _ in 0..<8 {
    let shift = gcj02Shift(at: place)
    place = Coordinate(latitude: shown.latitude - shift.latitude, longitude: shown.longitude - shift.longitude)
  }
  return place
}

func gcj02(fromWGS84 place: Coordinate) -> Coordinate {
  guard isShifted(place) else { return place }
  let shift = gcj02Shift(at: place)
  return Coordinate(latitude: place.latitude + shift.latitude, longitude: place.longitude + shift.longitude)
}

func gcj02(fromBD09 shown: Coordinate) -> Coordinate {
  let x = shown.longitude - 0.0065
  let y = shown.latitude - 0.006
  let spiral = Double.pi * 3000 / 180
  let radius = (x * x + y * y).squareRoot() - 0.00002 * sin(y * spiral)
  let angle = atan2(y, x) - 0.000003 * cos(x * spiral)
  return Coordinate(latitude: radius * sin(angle), longitude: radius * cos(angle))
}

/// The shift applies inside a box around China only.
private func isShifted(_ place: Coordinate) -> Bool {
  (0.8293...55.8271).contains(place.latitude) && (72.004...137.8347).contains(place.longitude)
}

/// What GCJ-02 adds to a WGS 84 place, in degrees, on the ellipsoid of Krasovsky (1940).
private func gcj02Shift(at place: Coordinate) -> Coordinate {
  let axis = 6_378_245.0
  let squaredEccentricity = 0.00669342162296594323
  let (x, y) = (place.longitude - 105, place.latitude - 35)
  let waves = (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)) * 2 / 3
  var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot() + waves
  north += (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi)) * 2 / 3
  north += (160 * sin(y / 12 * .pi) + 320 * sin(y * .pi / 30)) * 2 / 3
  var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot() + waves
  east += (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi)) * 2 / 3
  east += (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi)) * 2 / 3
  let latitude = place.latitude / 180 * .pi
  let magic = 1 - squaredEccentricity * sin(latitude) * sin(latitude)
  let root = magic.squareRoot()
  return Coordinate(
    latitude: north * 180 / (axis * (1 - squaredEccentricity) / (magic * root) * .pi),
    longitude: east * 180 / (axis / root * cos(latitude) * .pi))
}
