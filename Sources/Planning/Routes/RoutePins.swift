import Districts
import RouteSolver
import Routing
import Units

/// Route pins of pins.csv, sorted out: those the search keeps, those that cannot hold, those that only cost.
struct RoutePins: Sendable {
  /// A `who` or `who_order` pin that is refused from the start.
  struct Refused: Sendable {
    /// Row of pins.csv.
    var row: Int
    var rule: RuleID
  }
  /// In the problem's indices; `rows` has the row of pins.csv of each.
  private(set) var compiled: [SupplyProblem.Pin] = []
  private(set) var rows: [Int] = []
  private(set) var refused: [Refused] = []
  /// Cost at level 3 of `prefer` pins that cannot hold whatever the plan.
  private(set) var lostPreference = 0
  /// Whether there is a level 3.
  private(set) var hasPreference = false
  static let preferenceCost = 8

  private struct Pair: Hashable {
    var vehicle: Int
    var demand: Int
  }

  init(
    district: District, demands: [RouteDemand], fleet: RouteFleet, problem: SupplyProblem
  ) throws(FrozenConflict) {
    let demandOf = DemandLookup(district: district, demands: demands)
    let members = Dictionary(
      fleet.members.enumerated().map { (district.vehicles[$1.row].id, $0) }, uniquingKeysWith: { first, _ in first })
    var settled: [Pair: (row: Int, must: Bool)] = [:]
    // Frozen rows first, then in the order of the file.
    let routeRows = district.pins.indices.filter {
      if case .route = district.pins[$0].target { true } else { false }
    }
    let ordered =
      routeRows.filter { district.pins[$0].level == .frozen } + routeRows.filter { district.pins[$0].level != .frozen }
    for row in ordered {
      let pin = district.pins[row]
      guard case .route(let vehicle, let job) = pin.target else { continue }
      hasPreference = hasPreference || pin.level == .prefer
      guard let member = members[vehicle], let demand = demandOf.index(job) else {
        // Nobody drives it, or nothing is to be brought there: must_not holds, must does not.
        if pin.must { try refuse(row, members[vehicle] == nil ? .crewOnDuty : .pins, pin.level) }
        continue
      }
      let pair = Pair(vehicle: member, demand: demand)
      if pin.level == .prefer {
        keep(row, pair, pin.must, cost: Self.preferenceCost)
      } else if let earlier = settled[pair] {
        guard earlier.must != pin.must else { continue }
        if pin.level == .frozen {
          throw FrozenConflict(pins: [earlier.row, row].sorted(), rules: [.pins], irreducible: true)
        }
        refused.append(Refused(row: row, rule: .pins))
      } else {
        if pin.must, let cause = SupplyProofs.obstacle(vehicle: member, demand: demand, problem) {
          try refuse(row, cause.rule, pin.level)
          continue
        }
        settled[pair] = (row, pin.must)
        keep(row, pair, pin.must, cost: nil)
      }
    }
  }

  private mutating func keep(_ row: Int, _ pair: Pair, _ must: Bool, cost: Int?) {
    compiled.append(.init(vehicle: pair.vehicle, demand: pair.demand, must: must, cost: cost))
    rows.append(row)
  }

  private mutating func refuse(_ row: Int, _ rule: RuleID, _ level: PinLevel) throws(FrozenConflict) {
    switch level {
    case .frozen: throw FrozenConflict(pins: [row], rules: [rule], irreducible: true)
    case .who, .whoOrder: refused.append(Refused(row: row, rule: rule))
    case .prefer: lostPreference += Self.preferenceCost
    }
  }

  /// Tries to serve the frozen pins alone; a conflict where even that fails.
  ///
  /// Each alone can hold (`obstacle`), so one or none needs no trial. A search cannot prove a contradiction, but a plan
  /// that breaks a frozen pin would be none.
  func conflictFound(in problem: SupplyProblem, district: District) -> FrozenConflict? {
    let frozen = compiled.indices.filter { district.pins[rows[$0]].level == .frozen && compiled[$0].must }
    guard frozen.count > 1 else { return nil }
    var reduced = problem
    reduced.pins = compiled.indices.filter { district.pins[rows[$0]].level == .frozen }.map { compiled[$0] }
    let wanted = Set(frozen.map { compiled[$0].demand })
    for demand in reduced.demands.indices where !wanted.contains(demand) { reduced.demands[demand].curve = [] }
    let goal = SupplyObjective(brokenPins: 0, undelivered: .max, cost: .max, preference: .max)
    let result = SupplySearch(reduced).run(
      from: nil, budget: Budget(deadline: .never(), iterations: 200 * frozen.count), seed: 1, goal: goal)
    guard result.judgement.objective.brokenPins > 0 else { return nil }
    return FrozenConflict(pins: frozen.map { rows[$0] }.sorted(), rules: [.vehicleHours], irreducible: false)
  }
}

/// Finds the demand that a pin's order means.
private struct DemandLookup {
  private var byID: [String: Int]
  private var orders: [String: Order]

  init(district: District, demands: [RouteDemand]) {
    byID = Dictionary(demands.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    orders = Dictionary(district.orders.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func index(_ job: String) -> Int? {
    guard let order = orders[job] else { return nil }
    if case .building(let building) = order.destination { return byID["\(building):\(order.good)"] }
    return byID[job]
  }
}

extension SupplyProofs.Cause {
  var rule: RuleID {
    switch self {
    case .stock: .depotStock
    case .noVehicle: .crewOnDuty
    case .travel: .travelTime
    case .capacity: .vehicleCapacity
    case .curve: .needCurve
    case .hours: .vehicleHours
    case .trips: .tripLimit
    case .pins: .pins
    }
  }
}
