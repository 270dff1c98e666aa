import Units

/// What each vehicle does, step by step; vehicles that stay are left out.
public struct SupplySolution: Sendable, Hashable {
  /// Ascending by vehicle.
  public var routes: [Route]
  public init(routes: [Route] = []) { self.routes = routes }

  public struct Route: Sendable, Hashable {
    public var vehicle: Int
    /// When it leaves its start, and when it reaches its end.
    public var start: Int
    public var end: Int
    public var steps: [Step]
    public init(vehicle: Int, start: Int, end: Int, steps: [Step]) {
      self.vehicle = vehicle
      self.start = start
      self.end = end
      self.steps = steps
    }
  }

  public struct Step: Sendable, Hashable {
    public var action: Action
    public var arrival: Int
    /// When loading or unloading begins.
    public var service: Int
    public var departure: Int
    public init(action: Action, arrival: Int, service: Int, departure: Int) {
      self.action = action
      self.arrival = arrival
      self.service = service
      self.departure = departure
    }
  }

  public enum Action: Sendable, Hashable {
    /// Packs by good, one entry a good of the problem.
    case load(depot: Int, packs: [Int])
    case deliver(demand: Int, packs: Int)
  }
}

/// The objective, level by level; compared from the first on.
public struct SupplyObjective: Sendable, Hashable, Comparable {
  /// Pins without a cost that do not hold: before everything else.
  public var brokenPins: Int
  /// Packs missing × weight.
  public var undelivered: Int
  public var cost: Int
  /// Costs of the pins that do not hold.
  public var preference: Int
  public init(brokenPins: Int, undelivered: Int, cost: Int, preference: Int) {
    self.brokenPins = brokenPins
    self.undelivered = undelivered
    self.cost = cost
    self.preference = preference
  }
  @inlinable public static func < (a: Self, b: Self) -> Bool {
    if a.brokenPins != b.brokenPins { return a.brokenPins < b.brokenPins }
    if a.undelivered != b.undelivered { return a.undelivered < b.undelivered }
    if a.cost != b.cost { return a.cost < b.cost }
    return a.preference < b.preference
  }
}
