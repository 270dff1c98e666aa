import Units

public struct RoutePlan: Codable, Sendable, Hashable {
  /// The vehicles that leave, in the order of vehicles.csv.
  public var routes: [VehicleRoute]
  public var unassigned: [Gap]
  public init(routes: [VehicleRoute] = [], unassigned: [Gap] = []) {
    self.routes = routes
    self.unassigned = unassigned
  }
}

public struct VehicleRoute: Codable, Sendable, Hashable {
  public var vehicle: VehicleID
  public var driver: CadreID?
  public var loaders: [CadreID]
  public var metres: Int
  /// In fen, or in metres where no vehicle has any cost (docs/format.md §4.4).
  public var cost: Int
  /// The first is `start`, the last `end`.
  public var steps: [RouteStep]
  public init(
    vehicle: VehicleID, driver: CadreID?, loaders: [CadreID], metres: Int, cost: Int, steps: [RouteStep]
  ) {
    self.vehicle = vehicle
    self.driver = driver
    self.loaders = loaders
    self.metres = metres
    self.cost = cost
    self.steps = steps
  }
}

public struct RouteStep: Codable, Sendable, Hashable {
  public var type: StepType
  /// A depot, point, building, compound or site.
  public var location: PlaceID
  /// With `deliver`: the demand it serves (docs/format.md §4.4).
  public var job: String?
  public var arrival: LocalMoment
  /// When loading or unloading begins; waiting lies between arrival and service.
  public var service: LocalMoment
  public var departure: LocalMoment
  /// On board when leaving: packs by good, zeros left out.
  public var load: [String: Int]
  /// With `load`: the needs, in the order of needs.csv, for which packs are taken from the depot that they name.
  public var needs: [NeedID]?
  public enum StepType: String, Codable, Sendable { case start, load, deliver, pickup, `break`, end }
  public init(
    type: StepType, location: PlaceID, job: String? = nil, arrival: LocalMoment, service: LocalMoment,
    departure: LocalMoment, load: [String: Int], needs: [NeedID]? = nil
  ) {
    self.needs = needs
    self.type = type
    self.location = location
    self.job = job
    self.arrival = arrival
    self.service = service
    self.departure = departure
    self.load = load
  }
}
