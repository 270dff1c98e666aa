import Units

public struct DistributionPlan: Codable, Sendable, Hashable {
  /// The points that open, in the order of points.csv.
  public var points: [OpenPoint]
  /// By building in the order of buildings.csv, then by time.
  public var batches: [Batch]
  /// In the order of cadres.csv.
  public var helpers: [Helper]
  public var gaps: [Gap]
  public init(points: [OpenPoint] = [], batches: [Batch] = [], helpers: [Helper] = [], gaps: [Gap] = []) {
    self.points = points
    self.batches = batches
    self.helpers = helpers
    self.gaps = gaps
  }
}

/// A point that opens, with the span from its first to the end of its last slot in use.
public struct OpenPoint: Codable, Sendable, Hashable {
  public var point: PointID
  public var desks: Int
  public var openFrom: LocalMoment
  public var openTo: LocalMoment
  enum CodingKeys: String, CodingKey {
    case point, desks
    case openFrom = "open_from"
    case openTo = "open_to"
  }
  public init(point: PointID, desks: Int, openFrom: LocalMoment, openTo: LocalMoment) {
    self.point = point
    self.desks = desks
    self.openFrom = openFrom
    self.openTo = openTo
  }
}

/// Some staircases of one building, served together.
public struct Batch: Codable, Sendable, Hashable {
  public var building: BuildingID
  /// From 1, ascending.
  public var staircases: [Int]
  public var mode: Mode
  /// With mode `point`: where, and the slot. Without: nil.
  public var point: PointID?
  public var from: LocalMoment?
  public var to: LocalMoment?
  public var households: Int
  /// Of all goods.
  public var packs: Int
  public enum Mode: String, Codable, Sendable { case point, property, door }
  public init(
    building: BuildingID, staircases: [Int], mode: Mode, point: PointID? = nil, from: LocalMoment? = nil,
    to: LocalMoment? = nil, households: Int, packs: Int
  ) {
    self.building = building
    self.staircases = staircases
    self.mode = mode
    self.point = point
    self.from = from
    self.to = to
    self.households = households
    self.packs = packs
  }
}

/// Who looks after which households with needs.
public struct Helper: Codable, Sendable, Hashable {
  public var cadre: CadreID
  /// In the order of needs.csv.
  public var needs: [NeedID]
  public init(cadre: CadreID, needs: [NeedID]) {
    self.cadre = cadre
    self.needs = needs
  }
}
