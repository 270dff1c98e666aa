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
    PricingEffort(arcs: 8, isExact: false), PricingEffort(arcs: 24, isExact: false),
    PricingEffort(arcs: nil, isExact: true),
  ]
  /// A route is added in a round where at most half of its clients are in so many better ones; measured.
  private static let visitsPerRow = 6
  private static let fewRoutes = 5
  private static let mostPoorRounds = 6
  private var poorRounds = 0
  /// With this share of the time left and nothing proved, walks are asked.
  private static let shareForProof = 0.5
  /// Prices have proved a bound.
  private var isProved = false

  init(_ relaxation: RouteRelaxation, upper: Start?, deadline: Deadline, rounds: Int) {
    self.relaxation = relaxation
    self.deadline = deadline
    start = upper
    mostRounds = rounds
    pricers = relaxation.kinds.map { RoutePricer($0, scale: relaxation.scale) }
  }

  func run(_ solver: any LinearSolver) {
    // A model that the solver refuses, or a solver that fails, ends the run: what is proved stays proved.
    do { try generate(solver) } catch { return }
  }

  private func generate(_ solver: any LinearSolver) throws(ModelProblems) {
    best = 0
    let begin = deadline.secondsLeft
    defer { if !isProved, let master, !deadline.cancellation.isCancelled, rounds > 0 { proveQuickly(master) } }
    let singles = Singles(relaxation)
    let master = try RouteMaster(relaxation, slackPrices: singles.slackPrices, solver: solver)
    self.master = master
    try master.add(singles.routes + (start?.routes ?? []))
    while rounds < mostRounds, !deadline.isOver {
      guard try master.solve(deadline) else { return }
      rounds += 1
      if isTight { return }
      if !isProved && deadline.secondsLeft < begin * Self.shareForProof { proveQuickly(master) }
      let added = try price(master)
      guard let added else { return }
      if added == 0 {
        if try master.raiseSlackPrices() { continue }
        isConverged = true
        guard try addCuts(master) else { return }
      }
    }
  }

  /// Nothing is left between the bound and the plan's cost.
  private var isTight: Bool {
    guard let best, let cost = start?.cost else { return false }
    return relaxation.whole(best) >= cost
  }

  /// Adds routes below the master's prices; nil when time was over, 0 when there are none.
  private func price(_ master: RouteMaster) throws(ModelProblems) -> Int? {
    let out = prices(master)
    smoothing.begin()
    while true {
      let point = smoothing.point(out, relaxation)
      let level = Self.efforts[effort]
      guard let (routes, least) = price(point, level) else { return nil }
      prove(point, least, isExact: level.isExact)
      let added = try add(routes, master)
      if added > 0 {
        chooseEffort(added)
        return added
      }
      if level.isExact {
        if !smoothing.drawBack() { return 0 }
      } else if !smoothing.leave() {
        effort += 1
        smoothing.begin()
      }
    }
  }

  /// A bound from walks at a share of the master's prices: much weaker than that of labels, and soon there.
  ///
  /// The bound is concave in the share: it is halved while that helps, then both neighbours are tried.
  private func proveQuickly(_ master: RouteMaster) {
    let out = prices(master)
    func bound(_ share: Int) -> Int {
      var point = out
      point.rows = out.rows.map { $0 / Self.shares * share }
      point.clients = relaxation.clientPrices(point.rows)
      point.cuts = []
      return least(point).map { relaxation.bound(point, least: $0) } ?? 0
    }
    isProved = true
    effort = Self.efforts.count - 1
    var share = Self.shares
    var reached = bound(share)
    while share > 1, !deadline.isOver {
      let lower = bound(share / 2)
      if lower <= reached && reached > 0 { break }
      (share, reached) = (share / 2, lower)
    }
    for other in [share * 3 / 4, share * 3 / 2] where other > 0 && other < Self.shares && !deadline.isOver {
      reached = max(reached, bound(other))
    }
    best = max(best ?? 0, reached)
  }

  private static let shares = 64

  private func least(_ point: RoutePrices) -> [Int]? {
    var result: [Int] = []
    for pricer in pricers {
      guard let floor = pricer.floor(point) else { return nil }
      result.append(floor)
    }
    return result
  }

  /// Cuts that the master's solution breaks; false when there are none.
  private func addCuts(_ master: RouteMaster) throws(ModelProblems) -> Bool {
    var used: [(clients: [Int], value: Double)] = []
    for (index, value) in master.values.enumerated() where value > 1e-6 {
      used.append((master.routes[index].clients, value))
    }
    let separation = SubsetRowSeparation(used, clients: relaxation.rowOf.count)
    let cuts = separation.cuts(
      without: Set(master.cuts.map(\.members)), room: CutTable.most - master.cutDuals.count { $0 < 0 })
    for cut in cuts { try master.add(cut) }
    effort = 0
    poorRounds = 0
    return !cuts.isEmpty
  }

  /// For the next round: one that brought little asks for more, and several in a row for proof.
  private func chooseEffort(_ added: Int) {
    guard added < max(Self.fewRoutes, relaxation.rows.count / 20) else {
      poorRounds = 0
      effort = max(0, effort - 1)
      return
    }
    poorRounds += 1
    let last = Self.efforts.count - 1
    effort = poorRounds % Self.mostPoorRounds == 0 ? last : min(max(effort, 1), last - 1)
  }

  private func prove(_ point: RoutePrices, _ least: [Int], isExact: Bool) {
    let bound = relaxation.bound(point, least: least)
    if isExact {
      best = max(best ?? 0, bound)
      isProved = true
    }
    smoothing.record(point, bound, isProved: isExact)
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
    let order = worthy.indices.sorted { (worthy[$0].cost, $0) < (worthy[$1].cost, $1) }
    var visits = [Int](repeating: 0, count: relaxation.rows.count)
    var chosen: [PricedRoute] = []
    for index in order {
      let rows = worthy[index].route.clients.map { relaxation.rowOf[$0] }
      guard rows.count(where: { visits[$0] >= Self.visitsPerRow }) * 2 <= rows.count else { continue }
      for row in rows { visits[row] += 1 }
      chosen.append(worthy[index].route)
    }
    return try master.add(chosen)
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
    var prices = RoutePrices(rows: rows, clients: relaxation.clientPrices(rows), kinds: kinds, cuts: cuts)
    prices.trimCuts()
    return prices
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
