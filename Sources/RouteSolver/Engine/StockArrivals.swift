import Routing

/// From when on so much stock has come in, by depot and load dimension.
struct StockArrivals: Sendable {
  private struct Step {
    var ready: Int
    /// In all.
    var units: Int
  }
  private let steps: [[Step]]
  private let isLimited: [Bool]

  init(_ problem: RoutingProblem, loads: Int) {
    var steps: [[Step]] = []
    var isLimited: [Bool] = []
    for depot in problem.depots {
      let named = max(depot.stock?.count ?? 0, depot.supplies.map(\.units.count).max() ?? 0)
      for load in 0..<loads {
        func entry(_ list: [Int]) -> Int { load < list.count ? list[load] : 0 }
        var all = entry(depot.stock ?? [])
        var own = [Step(ready: -RoutingProblem.horizon, units: all)]
        for supply in depot.supplies.sorted(by: { $0.ready < $1.ready }) {
          all += entry(supply.units)
          own.append(Step(ready: supply.ready, units: all))
        }
        steps.append(own)
        isLimited.append(load < named && (depot.stock != nil || !depot.supplies.isEmpty))
      }
    }
    self.steps = steps
    self.isLimited = isLimited
  }

  /// When so many units in all have come in; never where they do not.
  func ready(_ cell: Int, _ units: Int) -> Int {
    guard isLimited[cell] else { return -RoutingProblem.horizon }
    for step in steps[cell] where step.units >= units { return step.ready }
    return EngineFacts.never
  }
}
