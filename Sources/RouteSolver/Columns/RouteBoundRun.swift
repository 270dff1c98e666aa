import LinearModel
import Units

/// One run of column generation: solve the master, price, add routes, and keep the best bound that prices have proved.
///
/// Prices are drawn towards those that proved most (`Smoothing`). Cheap pricing comes first; only where it finds
/// nothing the exact one follows, and only that proves bounds.
final class RouteBoundRun {
  struct Start {
    var routes: [PricedRoute]
    /// Nil where the plan is faulty or leaves somebody out.
    var cost: Int?
  }

  let relaxation: RouteRelaxation
  let deadline: Deadline
  private let start: Start?
  private let mostRounds: Int
  private var pricers: [RoutePricer]
  private(set) var master: RouteMaster?
  private var rounds = 0
  private var isConverged = false
  /// In units of 1 / scale.
  private(set) var best: Int?
  private var smoothing = Smoothing()
  private var effort = 0

  /// From the quickest to the exact.
  private static let efforts = [
    PricingEffort(arcs: 8, isExact: false), PricingEffort(arcs: nil, isExact: false),
    PricingEffort(arcs: nil, isExact: true),
  ]
  /// Routes added in a round at most, for each row; measured.
  private static let routesPerRow = 1.0
  private static let leastRoutes = 60

  init(_ relaxation: RouteRelaxation, upper: Start?, deadline: Deadline, rounds: Int) {
    self.relaxation = relaxation
    self.deadline = deadline
    start = upper
    mostRounds = rounds
    pricers = relaxation.kinds.enumerated().map { RoutePricer($1, number: $0, scale: relaxation.scale) }
  }

  func run(_ solver: any LinearSolver) {
    // A model that the solver refuses, or a solver that fails, ends the run: what is proved stays proved.
    do { try generate(solver) } catch { return }
  }

  private func generate(_ solver: any LinearSolver) throws(ModelProblems) {
    best = 0
    let singles = Singles(relaxation)
    let master = try RouteMaster(relaxation, slackPrices: singles.slackPrices, solver: solver)
    self.master = master
    try master.add(singles.routes + (start?.routes ?? []))
    while rounds < mostRounds, !deadline.isOver {
      guard try master.solve(deadline) else { return }
      rounds += 1
      if isTight { return }
      let added = try price(master)
      guard let added else { return }
      if added == 0 {
        if try master.raiseSlackPrices() { continue }
        isConverged = true
        return
      }
    }
  }

  /// Nothing is left between the bound and the master's optimum, or the plan's cost.
  private var isTight: Bool {
    guard let best, let master else { return false }
    let bound = relaxation.whole(best)
    if let cost = start?.cost, bound >= cost { return true }
    return false
  }

  /// Adds routes below the master's prices; nil when time was over, 0 when there are none.
  private func price(_ master: RouteMaster) throws(ModelProblems) -> Int? {
    let out = prices(master)
    smoothing.begin()
    effort = max(0, effort - 1)
    while true {
      let point = smoothing.point(out, relaxation)
      let level = Self.efforts[effort]
      guard let (routes, least) = price(point, level) else { return nil }
      if level.isExact { prove(point, least) }
      let added = try add(routes, master)
      if added > 0 { return added }
      if !level.isExact {
        effort += 1
      } else if !smoothing.drawBack() {
        return 0
      }
    }
  }

  private func prove(_ point: RoutePrices, _ least: [Int]) {
    let bound = relaxation.bound(point, least: least)
    if bound > best ?? .min { best = bound }
    smoothing.record(point, bound)
  }

  /// Of all kinds; nil when time was over.
  private func price(_ point: RoutePrices, _ level: PricingEffort) -> (routes: [PricedRoute], least: [Int])? {
    var routes: [PricedRoute] = []
    var least: [Int] = []
    for (number, pricer) in pricers.enumerated() {
      guard let found = pricer.price(point, below: point.kinds[number], level, deadline) else { return nil }
      least.append(found.least)
      for route in found.routes {
        guard let cost = relaxation.kinds[number].cost(of: route.clients) else { continue }
        routes.append(PricedRoute(kind: number, clients: route.clients, cost: cost))
      }
    }
    return (routes, least)
  }

  /// The best under the master's own duals.
  private func add(_ routes: [PricedRoute], _ master: RouteMaster) throws(ModelProblems) -> Int {
    let tolerance = 1e-9 * Double(relaxation.dearest) + 1e-7
    var seen: Set<PricedRoute> = []
    var worthy: [(cost: Double, route: PricedRoute)] = []
    for route in routes where seen.insert(route).inserted {
      let cost = master.reducedCost(route)
      if cost < -tolerance { worthy.append((cost, route)) }
    }
    let most = max(Self.leastRoutes, Int(Self.routesPerRow * Double(relaxation.rows.count)))
    let order = worthy.indices.sorted { (worthy[$0].cost, $0) < (worthy[$1].cost, $1) }
    return try master.add(order.prefix(most).map { worthy[$0].route })
  }

  /// The master's duals as whole numbers, within what rows may be worth.
  private func prices(_ master: RouteMaster) -> RoutePrices {
    let scale = Double(relaxation.scale)
    let most = relaxation.dearest * RouteRelaxation.dearestPrice * relaxation.scale
    let rows = relaxation.rows.indices.map { row in
      let price = Int((min(max(0, master.rowDuals[row] * scale), Double(most))).rounded(.down))
      return min(price, (relaxation.rows[row].prize ?? .max / 2 / relaxation.scale) * relaxation.scale)
    }
    let kinds = master.kindDuals.map { Int(max(min(0, $0 * scale), -Double(most)).rounded(.up)) }
    let cuts = zip(master.cuts, master.cutDuals).map {
      (cut: $0, penalty: Int(min(max(0, -$1 * scale), Double(most)).rounded(.up)))
    }
    return RoutePrices(rows: rows, clients: relaxation.clientPrices(rows), kinds: kinds, cuts: cuts)
  }

  /// Elementary routes of the master.
  var outcome: RouteColumns.Outcome {
    var routes: [RouteColumns.Route] = []
    if let master {
      for (index, route) in master.routes.enumerated() where Set(route.clients).count == route.clients.count {
        let reduced = index < master.reducedCosts.count ? master.reducedCosts[index] : master.reducedCost(route)
        routes.append(
          RouteColumns.Route(
            vehicle: relaxation.kinds[route.kind].vehicle, clients: route.clients, cost: route.cost,
            reducedCost: reduced))
      }
    }
    let order = routes.indices.sorted { (routes[$0].reducedCost, $0) < (routes[$1].reducedCost, $1) }
    return RouteColumns.Outcome(
      bound: best.map { relaxation.whole($0) }, routes: order.map { routes[$0] }, isConverged: isConverged,
      rounds: rounds)
  }
}
