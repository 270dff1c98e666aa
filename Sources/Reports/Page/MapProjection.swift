import Foundation
import Units

/// Places on a small piece of the earth as x and y of a picture: equirectangular around the middle latitude.
struct MapProjection {
  let width: Double
  let height: Double
  private let west: Double
  private let north: Double
  private let perDegreeEast: Double
  private let perDegreeNorth: Double
  /// Metres that one unit of the picture stands for.
  let metresPerUnit: Double

  /// Fits all places into `width`, with a margin; nil without places.
  init?(_ places: [Coordinate], width: Double, margin: Double = 34, tallest: Double = 760) {
    guard let south = places.map(\.latitude).min(), let north = places.map(\.latitude).max(),
      let west = places.map(\.longitude).min(), let east = places.map(\.longitude).max()
    else { return nil }
    let metresPerDegree = 6_371_000 * Double.pi / 180
    let shrink = max(0.01, cos((south + north) / 2 * Double.pi / 180))
    let metresWide = max(60, (east - west) * metresPerDegree * shrink)
    let metresHigh = max(60, (north - south) * metresPerDegree)
    let metresPerUnit = max(metresWide / (width - 2 * margin), metresHigh / (tallest - 2 * margin))
    self.width = width
    self.metresPerUnit = metresPerUnit
    height = metresHigh / metresPerUnit + 2 * margin
    perDegreeEast = metresPerDegree * shrink / metresPerUnit
    perDegreeNorth = metresPerDegree / metresPerUnit
    self.west = (west + east) / 2 - width / 2 / perDegreeEast
    self.north = north + margin / perDegreeNorth
  }

  func x(_ place: Coordinate) -> Double { (place.longitude - west) * perDegreeEast }
  func y(_ place: Coordinate) -> Double { (north - place.latitude) * perDegreeNorth }

  /// A round length of about a sixth of the picture: 1, 2 or 5 times a power of ten, in metres.
  var scaleMetres: Double {
    let wished = width / 6 * metresPerUnit
    let power = pow(10, floor(log10(max(1, wished))))
    return [5, 2, 1].map { $0 * power }.first { $0 <= wished } ?? power
  }

  /// A bar with its length, in the lower left corner.
  var scaleBar: String {
    let length = scaleMetres / metresPerUnit
    let label = scaleMetres >= 1000 ? "\(Int(scaleMetres / 1000)) km" : "\(Int(scaleMetres)) m"
    let y = svgNumber(height - 12)
    return "<path d=\"M12 \(svgNumber(height - 17))V\(y)H\(svgNumber(12 + length))V\(svgNumber(height - 17))\" "
      + "fill=\"none\" stroke=\"#5b6675\"/><text class=\"soft\" x=\"\(svgNumber(18 + length))\" y=\"\(y)\">\(label)</text>"
  }
}
