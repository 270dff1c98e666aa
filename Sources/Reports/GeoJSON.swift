import Districts
import Foundation
import Units

/// RFC 7946: one line a route, one point a stop, depot, point and building.
struct FeatureCollection: Encodable {
  var type = "FeatureCollection"
  var features: [Feature]
}

struct Feature: Encodable {
  var type = "Feature"
  var geometry: Geometry
  var properties: [String: String]
}

enum Geometry: Encodable {
  case point(Coordinate)
  case line([Coordinate])
  enum CodingKeys: String, CodingKey { case type, coordinates }
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .point(let place):
      try container.encode("Point", forKey: .type)
      try container.encode([place.longitude, place.latitude], forKey: .coordinates)
    case .line(let places):
      try container.encode("LineString", forKey: .type)
      try container.encode(places.map { [$0.longitude, $0.latitude] }, forKey: .coordinates)
    }
  }
}

extension ReportContext {
  /// Where anything lies that has a position in the district, by its id.
  func coordinates() -> [PlaceID: Coordinate] {
    var found: [PlaceID: Coordinate] = [:]
    for compound in district.compounds { found[PlaceID(compound.id)] = compound.coordinate }
    for building in district.buildings { found[PlaceID(building.id)] = building.coordinate }
    for site in district.sites { found[PlaceID(site.id)] = site.coordinate }
    for point in district.points { found[PlaceID(point.id)] = point.coordinate }
    for depot in district.depots { found[PlaceID(depot.id)] = depot.coordinate }
    return found
  }

  /// `routes.geojson`: straight lines between stops, in WGS 84.
  public func routesGeoJSON() throws -> String {
    let places = coordinates()
    var features: [Feature] = []
    for route in plan.routes?.routes ?? [] {
      let line = route.steps.compactMap { places[$0.location] }
      if line.count > 1 {
        features.append(
          Feature(
            geometry: .line(line),
            properties: [
              "vehicle": route.vehicle.text, "driver": route.driver.map { name($0) } ?? "",
              "metres": String(route.metres), "kind": "route",
            ]))
      }
      for (index, step) in route.steps.enumerated() {
        guard let place = places[step.location] else { continue }
        features.append(
          Feature(
            geometry: .point(place),
            properties: [
              "vehicle": route.vehicle.text, "kind": step.type.rawValue, "step": String(index + 1),
              "location": step.location.text, "name": name(step.location), "arrival": step.arrival.text,
              "departure": step.departure.text,
            ]))
      }
    }
    return try prettyJSON(FeatureCollection(features: features))
  }
}
