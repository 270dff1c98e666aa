/// What a plan is worth, and what is wrong with it.
public struct RoutingJudgement: Sendable, Hashable {
  public var objective: RoutingObjective
  /// Clients left out, or not brought all of what they should get.
  public var unserved: [Int]
  /// By client in parts: units of the first load dimension that are missing at the worst moment; 0 for others.
  public var missing: [Int]
  /// Bonds that should hold and do not.
  public var brokenBonds: [Int]
  /// Empty for a valid plan.
  public var faults: [Fault]

  public enum Fault: Sendable, Hashable {
    case unknownIndex(route: Int)
    case visitedTwice(client: Int)
    case groupTwice(group: Int)
    case tooManyVehicles(vehicle: Int)
    case capacity(route: Int, stop: Int)
    case travelTime(route: Int, stop: Int)
    case window(route: Int, stop: Int)
    case service(route: Int, stop: Int)
    case release(route: Int, client: Int)
    case skills(route: Int, stop: Int)
    case reload(route: Int, stop: Int)
    case shift(route: Int)
    case duration(route: Int)
    case distance(route: Int)
    case stops(route: Int)
    case trips(route: Int)
    case rest(route: Int)
    case shipment(Int)
    case stock(depot: Int)
    case docks(depot: Int)
    /// Units brought to a client that comes at once, or a visit without units to one in parts, or more than it gets.
    case parts(client: Int)
    case late(client: Int)
    case bond(Int)
    case fixedRoute(Int)
  }
}
