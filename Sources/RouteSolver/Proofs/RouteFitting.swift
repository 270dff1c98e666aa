import Routing

extension RoutingProblem {
  /// Units of the first load dimension that a vehicle holds of what a client in parts gets.
  @inlinable public func fitting(vehicle: Int, client: Int) -> Int {
    let (delivery, capacity) = (clients[client].delivery, vehicles[vehicle].capacity)
    guard let all = delivery.first, all > 0 else { return 0 }
    var fitting = Int.max
    for load in 0..<min(delivery.count, capacity.count) where delivery[load] > 0 {
      fitting = min(fitting, capacity[load] / (delivery[load] / all))
    }
    return fitting
  }

  /// Units of a load dimension that a depot gives in all; nil: as many as are wanted.
  public func stock(depot: Int, load: Int) -> Int? {
    let depot = depots[depot]
    guard depot.stock != nil || !depot.supplies.isEmpty else { return nil }
    let limited = max(depot.stock?.count ?? 0, depot.supplies.map(\.units.count).max() ?? 0)
    guard load < limited else { return nil }
    func entry(_ list: [Int]) -> Int { load < list.count ? list[load] : 0 }
    return entry(depot.stock ?? []) + depot.supplies.reduce(0) { $0 + entry($1.units) }
  }

  /// From when on a depot has the first unit of a load dimension; nil: never.
  public func firstStock(depot: Int, load: Int) -> Int? {
    guard let stock = stock(depot: depot, load: load) else { return -Self.horizon }
    guard stock > 0 else { return nil }
    func entry(_ list: [Int]) -> Int { load < list.count ? list[load] : 0 }
    if entry(depots[depot].stock ?? []) > 0 { return -Self.horizon }
    return depots[depot].supplies.filter { entry($0.units) > 0 }.map(\.ready).min()
  }

  /// Depots at which a vehicle may load: its first, and those where it loads anew.
  public func loadingDepots(vehicle: Int) -> [Int] {
    let vehicle = vehicles[vehicle]
    return vehicle.reloadDepots.contains(vehicle.start) ? vehicle.reloadDepots : [vehicle.start] + vehicle.reloadDepots
  }
}
