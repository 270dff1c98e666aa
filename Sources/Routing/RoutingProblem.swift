import Units

/// A routing problem: who is to be visited by which vehicles, from where, within which limits, and at which prices.
///
/// Everything is a whole number. Distances, moments, durations and loads are in any units, the same throughout; costs
/// are in units of their own. Moments count from any common origin. Clients, depots and kinds of vehicles are named by
/// their index.
///
/// A plan gives vehicles routes. A route leaves the vehicle's start depot, visits clients, may load anew at depots
/// (each load begins a *trip*), and reaches the end depot. What clients get (`delivery`) is on board from the trip's
/// depot on; what they give (`pickup`) stays on board until the trip ends. A vehicle that leaves its start depot for
/// another depot without visiting anybody has loaded nothing: that takes no time and is no trip.
///
/// A client *in parts* may be visited by several vehicles or several times, each bringing some of it.
public struct RoutingProblem: Sendable {
  public var travel: Travel
  public var depots: [Depot]
  public var clients: [Client]
  /// Kinds of vehicles, each with the number there are.
  public var vehicles: [Vehicle]
  public var shipments: [Shipment] = []
  public var groups: [Group] = []
  public var fixedRoutes: [FixedRoute] = []
  public var bonds: [Bond] = []
  public var balance: Balance?

  public init(travel: Travel, depots: [Depot], clients: [Client], vehicles: [Vehicle]) {
    self.travel = travel
    self.depots = depots
    self.clients = clients
    self.vehicles = vehicles
  }

  /// Both ends belong to it.
  public struct Window: Sendable, Hashable {
    public var from: Int
    public var to: Int
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
    public static let always = Window(from: -RoutingProblem.horizon, to: RoutingProblem.horizon)
  }

  public struct Depot: Sendable, Hashable {
    public var location: Int
    /// Vehicles load, leave and come back within these hours.
    public var hours: Window
    /// What loading for one trip takes: a fixed time, and a time for each unit of the first load dimension.
    public var loadFixed = 0
    public var loadPerUnit = 0
    /// What can be brought to clients from here, by load dimension; nil: as much as is wanted.
    public var stock: [Int]?
    /// What comes in later; where there are any, no `stock` means that nothing is there before.
    public var supplies: [Supply] = []
    /// Vehicles that load at the same time; nil: any number.
    public var docks: Int?
    public init(location: Int, hours: Window = .always) {
      self.location = location
      self.hours = hours
    }
  }

  /// So many units, by load dimension, can be loaded from `ready` on.
  public struct Supply: Sendable, Hashable {
    public var ready: Int
    public var units: [Int]
    public init(ready: Int, units: [Int]) {
      self.ready = ready
      self.units = units
    }
  }

  /// So many units of the first load dimension in all have been unloaded when the clock shows `by`.
  public struct Need: Sendable, Hashable {
    public var by: Int
    public var units: Int
    public init(by: Int, units: Int) {
      self.by = by
      self.units = units
    }
  }

  public struct Client: Sendable, Hashable {
    public var location: Int
    /// Brought from a depot, by load dimension; missing entries are 0.
    public var delivery: [Int] = []
    /// Taken to a depot, by load dimension; missing entries are 0.
    public var pickup: [Int] = []
    public var service = 0
    /// Service begins within one of them; ascending and disjoint; none: at any time.
    public var windows: [Window] = []
    /// What it is to get does not leave a depot earlier.
    public var release: Int?
    /// A vehicle must have all of these.
    public var skills = Skills()
    /// Nil: must be visited. Else what leaving it out costs.
    public var prize: Int?
    /// How much worse leaving out this client is than leaving out one of weight 1, where it must be visited.
    public var weight = 1
    /// It may come in parts, and parts of so many units of the first load dimension are fine enough; nil: it comes at
    /// once. Prize and weight are then those of each unit left out, and there is no service time but the vehicle's.
    public var part: Int?
    /// Ascending in both; the last has all units. Where it comes at once, all of it is there by the first.
    public var needs: [Need] = []
    public init(location: Int) { self.location = location }
  }

  public struct Skills: OptionSet, Sendable, Hashable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
  }

  /// A kind of vehicle.
  public struct Vehicle: Sendable, Hashable {
    public var count: Int
    /// By load dimension; missing entries are without limit.
    public var capacity: [Int]
    /// Depots.
    public var start: Int
    public var end: Int
    /// It begins to load not before, and is back not after.
    public var shift = Window.always
    public var fixedCost = 0
    /// By unit of distance, and by unit of time from beginning to load to coming back.
    public var distanceCost = 1
    public var durationCost = 0
    public var overtime: Overtime?
    public var maximumDuration: Int?
    public var maximumDistance: Int?
    /// Clients on a route.
    public var maximumStops: Int?
    /// Depots at which it may load anew, and how many trips there are at most.
    public var reloadDepots: [Int] = []
    public var maximumTrips = 1
    public var skills = Skills()
    /// In the order of time.
    public var breaks: [Break] = []
    /// What a stop takes besides the clients' own service: a fixed time when the vehicle has come from elsewhere, and a
    /// time for each unit of the first load dimension brought or taken.
    public var stopTime = 0
    public var timePerUnit = 0
    public init(count: Int, capacity: [Int], start: Int, end: Int) {
      self.count = count
      self.capacity = capacity
      self.start = start
      self.end = end
    }
  }

  /// Each unit of time beyond `after` costs more.
  public struct Overtime: Sendable, Hashable {
    public var after: Int
    public var cost: Int
    public init(after: Int, cost: Int) {
      self.after = after
      self.cost = cost
    }
  }

  /// A rest that begins within the window, at a stop before or after its service. A vehicle that is back by the
  /// window's end, or leaves after it, does without.
  public struct Break: Sendable, Hashable {
    public var window: Window
    public var duration: Int
    public init(window: Window, duration: Int) {
      self.window = window
      self.duration = duration
    }
  }

  /// Goods from one client to another, by one vehicle, without coming to a depot in between. The loads are those of the
  /// clients: what the first gives is what the second gets.
  public struct Shipment: Sendable, Hashable {
    public var from: Int
    public var to: Int
    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// Clients of which one is visited: places to drop the same thing. Required unless one of them has a prize.
  public struct Group: Sendable, Hashable {
    public var clients: [Int]
    public init(clients: [Int]) { self.clients = clients }
  }

  /// Clients that one vehicle of the kind visits first, in this order, whatever else it does.
  public struct FixedRoute: Sendable, Hashable {
    public var vehicle: Int
    public var clients: [Int]
    /// Nothing may be added.
    public var isWhole: Bool
    public init(vehicle: Int, clients: [Int], isWhole: Bool = false) {
      self.vehicle = vehicle
      self.clients = clients
      self.isWhole = isWhole
    }
  }

  /// A vehicle of the kind visits the client, or brings a part of it (`must`); or none ever does.
  public struct Bond: Sendable, Hashable {
    public var vehicle: Int
    public var client: Int
    public var must: Bool
    /// What a `must` that does not hold weighs among what is unserved; no plan breaks the other.
    public var weight: Int
    public init(vehicle: Int, client: Int, must: Bool, weight: Int = 1) {
      self.vehicle = vehicle
      self.client = client
      self.must = must
      self.weight = weight
    }
  }

  /// Work spread evenly: a used vehicle pays `cost` × (whole and begun `unit`s from leaving to coming back)².
  public struct Balance: Sendable, Hashable {
    public var unit: Int
    public var cost: Int
    public init(unit: Int, cost: Int) {
      self.unit = unit
      self.cost = cost
    }
  }

  /// Moments lie within ± this of the origin.
  public static let horizon = 1 << 40
}

extension RoutingProblem {
  /// Load dimensions: the longest list anywhere.
  public var loadCount: Int {
    max(
      clients.lazy.map { max($0.delivery.count, $0.pickup.count) }.max() ?? 0,
      vehicles.lazy.map(\.capacity.count).max() ?? 0)
  }

  /// Adds a client for each period within a span, to be visited at its beginning or at most `slack` later; their
  /// indices.
  @discardableResult public mutating func addVisits(
    _ client: Client, every period: Int, within span: Window, slack: Int
  ) -> Range<Int> {
    let first = clients.count
    guard period > 0 else { return first..<first }
    var moment = span.from
    while moment <= span.to {
      var visit = client
      visit.windows = [Window(from: moment, to: min(moment + slack, span.to))]
      clients.append(visit)
      moment += period
    }
    return first..<clients.count
  }
}
