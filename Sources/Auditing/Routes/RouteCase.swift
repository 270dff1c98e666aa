import Districts
import Units

/// A plan's routes beside the demands, vehicles and depots of the raw input, ready to be judged.
public struct RouteCase: Sendable {
  let raw: RawInput
  let plan: RoutePlan
  let demands: [RouteDemand]
  let demandIndex: [String: Int]
  /// Of each route of the plan; nil where the vehicle is unknown.
  let vehicles: [Vehicle?]
  let depots: [DepotID: Depot]
  /// What is collected, and what of stock.csv that leaves.
  let aside: [AuditedCollection]
  let stock: [StockRow]
  /// By demand: what is delivered, and when.
  let deliveries: [[(at: Int, packs: Int)]]
  /// Who holds the crew duties; nil without a roster stage.
  let roster: RosterCase?
  let steps: [[Stop]]

  /// A step, with what it brings on board (positive) or takes off.
  struct Stop: Sendable {
    var step: RouteStep
    /// By good, in the order of goods.csv.
    var change: [Int]
    var onBoard: [Int]
    var taken: Int { change.map { Swift.max(0, $0) }.saturatedSum }
    var given: Int { change.map { $0 < 0 ? 0 -| $0 : 0 }.saturatedSum }
  }

  public init(
    _ audit: Audit, routes: RoutePlan, distribution: DistributionPlan?, carrying: CarryPlan? = nil,
    roster: RosterPlan?, supply: SupplyPlan? = nil
  ) {
    let raw = audit.raw
    self.raw = raw
    plan = routes
    demands = raw.demands(distribution, carrying, supply)
    aside = raw.collecting(supply)
    stock = Self.rest(of: raw.district.stock, without: aside)
    let index = Dictionary(zip(demands.map(\.id), demands.indices), uniquingKeysWith: { first, _ in first })
    demandIndex = index
    let byID = Dictionary(raw.district.vehicles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    vehicles = routes.routes.map { byID[$0.vehicle] }
    depots = Dictionary(raw.district.depots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.roster = roster.map { RosterCase(audit, roster: $0, distribution: distribution, carrying: carrying) }
    steps = routes.routes.map { route in
      var before = [Int](repeating: 0, count: raw.district.goods.count)
      return route.steps.map { step in
        let now = raw.district.goods.map { step.load[$0.id.text] ?? 0 }
        defer { before = now }
        return Stop(step: step, change: zip(now, before).map { $0 -| $1 }, onBoard: now)
      }
    }
    var deliveries = [[(at: Int, packs: Int)]](repeating: [], count: demands.count)
    for stop in steps.joined() where stop.step.type == .deliver {
      guard let job = stop.step.job, let d = index[job] else { continue }
      let packs = 0 -| stop.change[demands[d].good]
      deliveries[d].append((stop.step.departure.moment.seconds, max(0, packs)))
    }
    self.deliveries = deliveries
  }

  /// Packs missing: the largest shortfall against the curve.
  func missing(_ d: Int) -> Int {
    demands[d].curve.map { need in
      max(0, need.packs -| deliveries[d].filter { $0.at <= need.by }.map(\.packs).saturatedSum)
    }.max() ?? 0
  }

  func violation(_ rule: RuleID, _ place: String, _ amount: Int = 1, _ message: String) -> Violation {
    Violation(rule: rule, place: place, amount: amount, message: message)
  }

  /// `V1#3`: a step of a vehicle's route, from 0.
  func place(_ route: Int, _ step: Int) -> String { "\(plan.routes[route].vehicle)#\(step)" }

  /// Every step with its route and place in it.
  var everyStop: [(route: Int, index: Int, stop: Stop)] {
    steps.indices.flatMap { r in steps[r].indices.map { (r, $0, steps[r][$0]) } }
  }

  /// Trips begin with a load that follows start or a delivery.
  func trips(_ route: Int) -> Int {
    let kinds = plan.routes[route].steps.map(\.type)
    return zip(kinds, kinds.dropFirst()).count { $0 != .load && $1 == .load }
  }

  /// Metres and the seconds from start to end of a route, by the way of its steps.
  func length(_ route: Int) -> (metres: Int, seconds: Int) {
    let steps = plan.routes[route].steps
    let metres = zip(steps, steps.dropFirst()).map { a, b in
      raw.way(raw.spot(a.location), raw.spot(b.location), .vehicle)?.metres ?? 0
    }.saturatedSum
    guard let first = steps.first, let last = steps.last else { return (metres, 0) }
    return (metres, last.arrival.moment.seconds -| first.departure.moment.seconds)
  }
}
