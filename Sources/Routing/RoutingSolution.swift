/// Which vehicle visits whom when.
public struct RoutingSolution: Sendable, Hashable {
  /// Ascending by kind of vehicle.
  public var routes: [Route]
  public init(routes: [Route] = []) { self.routes = routes }

  public struct Route: Sendable, Hashable {
    /// Index of the kind.
    public var vehicle: Int
    /// When it begins to load at its start depot, and when it reaches its end depot.
    public var start: Int
    public var end: Int
    public var stops: [Stop]
    public init(vehicle: Int, start: Int, end: Int, stops: [Stop]) {
      self.vehicle = vehicle
      self.start = start
      self.end = end
      self.stops = stops
    }
  }

  public struct Stop: Sendable, Hashable {
    public var action: Action
    public var arrival: Int
    /// When service, loading or rest begins and ends; between `departure` and the next arrival the vehicle drives.
    public var begin: Int
    public var departure: Int
    public init(action: Action, arrival: Int, begin: Int, departure: Int) {
      self.action = action
      self.arrival = arrival
      self.begin = begin
      self.departure = departure
    }
  }

  public enum Action: Sendable, Hashable {
    case visit(client: Int)
    /// Brings so many units of the first load dimension to a client in parts.
    case deliver(client: Int, units: Int)
    case load(depot: Int)
    /// A rest before leaving for the next place (it arrives when the last stop was left), or after coming there.
    case rest(break: Int)
  }
}

/// What a plan is worth, level by level; compared from the first on.
public struct RoutingObjective: Sendable, Hashable, Comparable {
  /// Weights of the clients and groups that should be visited and are not, of units not brought, and of bonds broken.
  public var unserved: Int
  /// Vehicles, ways, time, overtime, balance, and prizes left out.
  public var cost: Int
  public init(unserved: Int, cost: Int) {
    self.unserved = unserved
    self.cost = cost
  }
  @inlinable public static func < (a: Self, b: Self) -> Bool {
    a.unserved != b.unserved ? a.unserved < b.unserved : a.cost < b.cost
  }
}
