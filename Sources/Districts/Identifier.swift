/// An id as the user wrote it, typed by what it names: `CadreID` and `SiteID` do not mix.
public struct Identifier<Named>: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
  public var description: String { text }
}

/// Anything with a position: compounds, buildings, sites, points, depots and cadres' homes share one space of ids.
public enum Place {}

public typealias PlaceID = Identifier<Place>
public typealias CompoundID = Identifier<Compound>
public typealias BuildingID = Identifier<Building>
public typealias SiteID = Identifier<Site>
public typealias PointID = Identifier<DistributionPoint>
public typealias DepotID = Identifier<Depot>
public typealias CadreID = Identifier<Cadre>
public typealias NeedID = Identifier<Need>
public typealias GoodID = Identifier<Good>
public typealias OrderID = Identifier<Order>
public typealias VehicleID = Identifier<Vehicle>
public typealias ShiftID = Identifier<Shift>
/// `SITE/POST/SHIFT/DATE`.
public typealias DutyID = Identifier<DutyName>
/// The four parts of a duty's id.
public enum DutyName {}

extension Identifier where Named == Place {
  public init<Other>(_ other: Identifier<Other>) { self.init(other.text) }
}

extension Identifier where Named == DutyName {
  public init(site: PlaceID, post: String, shift: String, date: String) {
    self.init("\(site.text)/\(post)/\(shift)/\(date)")
  }
}
