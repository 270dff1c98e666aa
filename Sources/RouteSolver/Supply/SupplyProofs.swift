import Routing

/// What is proved of every plan of a problem, without searching: packs that nobody can bring, and why.
///
/// Legs are shortest ways, so nothing rests on the triangle inequality. O(locations² × depots and distinct starts).
public struct SupplyProofs: Sendable {
  public enum Cause: Sendable, Hashable {
    case stock, noVehicle, travel, capacity, curve, hours, trips, pins
  }
  public struct Hopeless: Sendable, Hashable {
    public var packs: Int
    public var cause: Cause
  }
  /// By demand: packs that no plan delivers.
  public private(set) var hopeless: [Hopeless]
  /// By good: packs demanded beyond all stock.
  public private(set) var shortage: [Int]
  /// What no plan's level 1 is below.
  public private(set) var undelivered = 0

  public init(_ problem: SupplyProblem) {
    let reach = Reach(problem)
    var forbidden: Set<[Int]> = []
    for pin in problem.pins where !pin.must && pin.cost == nil { forbidden.insert([pin.vehicle, pin.demand]) }
    hopeless = problem.demands.indices.map { Self.hopeless($0, problem, reach, forbidden) }
    shortage = problem.goods.indices.map { good in
      let wanted = problem.demands.filter { $0.good == good }.reduce(0) { $0 + $1.packs }
      let there = problem.depots.reduce(0) { sum, depot in
        sum + depot.stock.filter { $0.good == good }.reduce(0) { $0 + $1.packs }
      }
      return max(0, wanted - there)
    }
    for good in problem.goods.indices {
      let own = problem.demands.indices.filter { problem.demands[$0].good == good }
        .sorted { (problem.demands[$0].weight, $0) < (problem.demands[$1].weight, $1) }
      var more = shortage[good] - own.reduce(0) { $0 + hopeless[$1].packs }
      for demand in own {
        let extra = max(0, min(more, problem.demands[demand].packs - hopeless[demand].packs))
        more -= extra
        undelivered += (hopeless[demand].packs + extra) * problem.demands[demand].weight
      }
    }
  }

  /// Whether the vehicle could bring one pack in time if it had nothing else to do, and what stands in the way.
  public static func obstacle(vehicle: Int, demand: Int, _ problem: SupplyProblem) -> Cause? {
    switch earliest(vehicle, problem.demands[demand], problem, Reach(problem)) {
    case .failure(let cause): return cause.cause
    case .success(let moment): return moment > (problem.demands[demand].curve.last?.by ?? .min) ? .curve : nil
    }
  }

  private struct Refusal: Error {
    var cause: Cause
  }

  /// Ways, and from when on each depot has the first pack of each good.
  private struct Reach {
    let ways: ShortestWays
    let ready: [[Int?]]
    init(_ problem: SupplyProblem) {
      ways = ShortestWays(problem)
      ready = problem.depots.map { depot in
        problem.goods.indices.map { good in
          depot.stock.filter { $0.good == good && $0.packs > 0 }.map(\.ready).min()
        }
      }
    }
  }

  private static func hopeless(
    _ index: Int, _ problem: SupplyProblem, _ reach: Reach, _ forbidden: Set<[Int]>
  ) -> Hopeless {
    let demand = problem.demands[index]
    var soonest = Int.max
    var cause = Cause.noVehicle
    for vehicle in problem.vehicles.indices {
      if !forbidden.isEmpty, forbidden.contains([vehicle, index]) {
        if cause == .noVehicle { cause = .pins }
        continue
      }
      switch earliest(vehicle, demand, problem, reach) {
      case .success(let moment): soonest = min(soonest, moment)
      case .failure(let refusal): cause = refusal.cause
      }
    }
    guard soonest < .max else { return Hopeless(packs: demand.packs, cause: cause) }
    return Hopeless(packs: demand.curve.last { $0.by < soonest }?.packs ?? 0, cause: .curve)
  }

  /// The earliest departure after bringing one pack.
  private static func earliest(
    _ index: Int, _ demand: SupplyProblem.Demand, _ problem: SupplyProblem, _ reach: Reach
  ) -> Result<Int, Refusal> {
    let vehicle = problem.vehicles[index]
    guard problem.capacity(of: vehicle, good: demand.good) > 0, vehicle.maximumTrips != 0 else {
      return .failure(Refusal(cause: vehicle.maximumTrips == 0 ? .trips : .capacity))
    }
    var best: Int?
    var cause = Cause.stock
    let ways = reach.ways
    for (number, depot) in problem.depots.enumerated() {
      guard let ready = reach.ready[number][demand.good] else { continue }
      let there = ways.fromStart(index, depot.location)
      let onward = ways.fromDepot(number, demand.location)
      let home = ways.toEnd(index, demand.location)
      guard max(there, onward, home) < Int(SupplyProblem.unreachable) else {
        if cause == .stock { cause = .travel }
        continue
      }
      let service = max(vehicle.from + there, depot.open, ready)
      let loaded = service + depot.loadFixed + depot.loadPerPack
      let departure = loaded + onward + vehicle.unloadFixed + vehicle.unloadPerPack
      cause = .hours
      guard loaded <= depot.close, departure + home <= vehicle.to else { continue }
      best = min(best ?? departure, departure)
    }
    return best.map { .success($0) } ?? .failure(Refusal(cause: cause))
  }
}
