import Routing

/// What is proved of every plan of a problem of clients in parts, without searching: units that nobody can bring, and
/// why.
///
/// Legs are shortest ways, so nothing rests on the triangle inequality. O(locations² × depots + clients × vehicles ×
/// depots).
public struct RouteProofs: Sendable {
  public enum Cause: Sendable, Hashable {
    case stock, noVehicle, travel, capacity, curve, hours, trips, pins
  }
  public struct Hopeless: Sendable, Hashable {
    public var units: Int
    public var cause: Cause
  }
  /// By client: units of the first load dimension that no plan brings.
  public private(set) var hopeless: [Hopeless]
  /// By load dimension: units asked for beyond all stock.
  public private(set) var shortage: [Int]
  /// Weights of units left out that no plan is below.
  public private(set) var unserved = 0

  public init(_ problem: RoutingProblem) {
    let reach = Reach(problem)
    let forbidden = Set(problem.bonds.filter { !$0.must }.map { Pair(vehicle: $0.vehicle, client: $0.client) })
    hopeless = problem.clients.indices.map { Self.hopeless($0, problem, reach, forbidden) }
    let loads = problem.loadCount
    shortage = (0..<loads).map { load in
      let wanted = problem.clients.reduce(0) { $0 + Self.entry($1.delivery, load) }
      var there = 0
      for depot in problem.depots.indices {
        guard let stock = problem.stock(depot: depot, load: load) else { return 0 }
        there += stock
      }
      return max(0, wanted - there)
    }
    unserved = countUnserved(problem)
  }

  private static func entry(_ list: [Int], _ load: Int) -> Int { load < list.count ? list[load] : 0 }

  /// Hopeless units, and those that a shortage adds, at the least weights first. A shortage counts in a dimension that
  /// is the last of everybody who gets any of it (a good's own), where a unit is a unit of the first dimension.
  private func countUnserved(_ problem: RoutingProblem) -> Int {
    var unserved = 0
    for (index, client) in problem.clients.enumerated() { unserved += hopeless[index].units * client.weight }
    for load in shortage.indices where shortage[load] > 0 {
      let users = problem.clients.indices.filter { Self.entry(problem.clients[$0].delivery, load) > 0 }
      let isOwn = users.allSatisfy { user in
        let delivery = problem.clients[user].delivery
        return delivery.lastIndex { $0 > 0 } == load && delivery[load] == delivery[0]
      }
      guard isOwn else { continue }
      var more = shortage[load] - users.reduce(0) { $0 + hopeless[$1].units }
      for client in users.sorted(by: { (problem.clients[$0].weight, $0) < (problem.clients[$1].weight, $1) }) {
        let extra = max(0, min(more, problem.clients[client].delivery[0] - hopeless[client].units))
        more -= extra
        unserved += extra * problem.clients[client].weight
      }
    }
    return unserved
  }

  /// Whether the vehicle could bring one unit in time if it had nothing else to do, and what stands in the way.
  public static func obstacle(vehicle: Int, client: Int, _ problem: RoutingProblem) -> Cause? {
    switch earliest(vehicle, client, problem, Reach(problem)) {
    case .failure(let refusal): return refusal.cause
    case .success(let moment): return moment > problem.clients[client].needs.last?.by ?? .max ? .curve : nil
    }
  }

  private struct Pair: Hashable {
    var vehicle: Int
    var client: Int
  }

  private struct Refusal: Error {
    var cause: Cause
  }

  /// Ways, and from when on each depot has the first unit of each load dimension.
  private struct Reach {
    let ways: DepotWays
    let ready: [[Int?]]
    let depots: [[Int]]
    init(_ problem: RoutingProblem) {
      ways = DepotWays(problem)
      ready = problem.depots.indices.map { depot in
        (0..<problem.loadCount).map { problem.firstStock(depot: depot, load: $0) }
      }
      depots = problem.vehicles.indices.map { problem.loadingDepots(vehicle: $0) }
    }

    /// When the first unit for a client is there; nil: never.
    func ready(_ depot: Int, for client: RoutingProblem.Client) -> Int? {
      var latest = -RoutingProblem.horizon
      for (load, units) in client.delivery.enumerated() where units > 0 {
        guard let moment = ready[depot][load] else { return nil }
        latest = max(latest, moment)
      }
      return latest
    }
  }

  private static func hopeless(
    _ index: Int, _ problem: RoutingProblem, _ reach: Reach, _ forbidden: Set<Pair>
  ) -> Hopeless {
    let client = problem.clients[index]
    var soonest = Int.max
    var cause = Cause.noVehicle
    for vehicle in problem.vehicles.indices {
      if !forbidden.isEmpty, forbidden.contains(Pair(vehicle: vehicle, client: index)) {
        if cause == .noVehicle { cause = .pins }
        continue
      }
      switch earliest(vehicle, index, problem, reach) {
      case .success(let moment): soonest = min(soonest, moment)
      case .failure(let refusal): cause = refusal.cause
      }
    }
    guard soonest < .max else { return Hopeless(units: client.delivery.first ?? 0, cause: cause) }
    return Hopeless(units: client.needs.last { $0.by < soonest }?.units ?? 0, cause: .curve)
  }

  /// The earliest departure after bringing one unit.
  private static func earliest(
    _ index: Int, _ client: Int, _ problem: RoutingProblem, _ reach: Reach
  ) -> Result<Int, Refusal> {
    let vehicle = problem.vehicles[index]
    guard vehicle.count > 0 else { return .failure(Refusal(cause: .trips)) }
    guard problem.fitting(vehicle: index, client: client) > 0 else { return .failure(Refusal(cause: .capacity)) }
    let wanted = problem.clients[client]
    var best: Int?
    var cause = Cause.stock
    for depot in reach.depots[index] {
      guard let ready = reach.ready(depot, for: wanted) else { continue }
      let there = reach.ways.from(depot: vehicle.start, problem.depots[depot].location)
      let onward = reach.ways.from(depot: depot, wanted.location)
      let home = reach.ways.to(depot: vehicle.end, wanted.location)
      guard max(there, onward, home) < Int(Travel.unreachable) else {
        if cause == .stock { cause = .travel }
        continue
      }
      let begin = max(vehicle.shift.from + there, problem.depots[depot].hours.from, ready)
      let loaded = begin + problem.depots[depot].loadFixed + problem.depots[depot].loadPerUnit
      let opens = wanted.windows.first?.from ?? -RoutingProblem.horizon
      let departure = max(loaded + onward, opens) + vehicle.stopTime + vehicle.timePerUnit
      cause = .hours
      guard loaded <= problem.depots[depot].hours.to, departure + home <= vehicle.shift.to else { continue }
      best = min(best ?? departure, departure)
    }
    return best.map { .success($0) } ?? .failure(Refusal(cause: cause))
  }
}
