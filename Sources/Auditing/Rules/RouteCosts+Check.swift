import Districts

/// The parts of the levels of routes (docs/format.md §9).
extension RouteCase {
  /// Packs missing × 81 … 1 by priority.
  var undelivered: Int {
    demands.indices.map { missing($0) *| weight(ofPriority: demands[$0].priority) }.saturatedSum
  }

  /// Whether no vehicle of the district costs anything: then metres count.
  var metresAreCost: Bool {
    raw.district.vehicles.allSatisfy { $0.fixedCost == 0 && $0.costPerKilometre == 0 && $0.costPerHour == 0 }
  }

  /// Fixed, for the metres, for the time: of one route.
  func costs(_ route: Int) -> (fixed: Int, distance: Int, time: Int) {
    guard let vehicle = vehicles[route] else { return (0, 0, 0) }
    let (metres, seconds) = length(route)
    if metresAreCost { return (0, metres, 0) }
    return (
      vehicle.fixedCost, (metres *| vehicle.costPerKilometre).sharedUp(by: 1000),
      (seconds *| vehicle.costPerHour).sharedUp(by: 3600)
    )
  }
}
