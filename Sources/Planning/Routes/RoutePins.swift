import Distribution
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
  /// Pins that hold before everything else, in the problem's indices; `rows` has the row of pins.csv of each.
  private(set) var bonds: [RoutingProblem.Bond] = []
  private(set) var rows: [Int] = []
  /// `prefer` pins.
  private(set) var wishes: [RouteTask.Wish] = []
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
    district: District, demands: [RouteDemand], fleet: RouteFleet, problem: RoutingProblem
  ) throws(FrozenConflict) {
    // One broken pin outweighs all packs.
    let packs = problem.clients.reduce(0) { $0 + ($1.delivery.first ?? 0) * $1.weight }
    let weight = min(packs + 1, 1 << 31)
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
        wishes.append(
          .init(vehicle: pair.vehicle, client: pair.demand, must: pin.must, cost: Self.preferenceCost))
      } else if let earlier = settled[pair] {
        guard earlier.must != pin.must else { continue }
        if pin.level == .frozen {
          throw FrozenConflict(pins: [earlier.row, row].sorted(), rules: [.pins], irreducible: true)
        }
        refused.append(Refused(row: row, rule: .pins))
      } else {
        if pin.must, let cause = RouteProofs.obstacle(vehicle: member, client: demand, problem) {
          try refuse(row, cause.rule, pin.level)
          continue
        }
        settled[pair] = (row, pin.must)
        bonds.append(.init(vehicle: pair.vehicle, client: pair.demand, must: pin.must, weight: weight))
        rows.append(row)
      }
    }
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
  func conflictFound(in task: RouteTask, district: District) -> FrozenConflict? {
    let isFrozen = bonds.indices.map { district.pins[rows[$0]].level == .frozen }
    let frozen = bonds.indices.filter { isFrozen[$0] && bonds[$0].must }
    guard frozen.count > 1 else { return nil }
    let result = RouteSearch(task.reduced(to: bonds.indices.filter { isFrozen[$0] }.map { bonds[$0] })).run(
      budget: Budget(deadline: .never(), iterations: Self.iterationsForPin * frozen.count), seed: 1
    ) { $0.brokenPins == 0 }
    guard result.verdict.objective.brokenPins > 0 else { return nil }
    return FrozenConflict(pins: frozen.map { rows[$0] }.sorted(), rules: [.vehicleHours], irreducible: false)
  }

  private static let iterationsForPin = 500
}

extension RouteTask {
  /// These bonds, and the clients that somebody must come to by them.
  fileprivate func reduced(to bonds: [RoutingProblem.Bond]) -> RouteTask {
    var reduced = self
    let kept = Set(bonds.filter(\.must).map(\.client)).sorted()
    let index = Dictionary(kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    reduced.problem.clients = kept.map { problem.clients[$0] }
    reduced.problem.bonds = bonds.compactMap { bond in
      index[bond.client].map { .init(vehicle: bond.vehicle, client: $0, must: bond.must, weight: bond.weight) }
    }
    reduced.wishes = []
    return reduced
  }
}

/// Finds the demand that a pin's order means.
private struct DemandLookup {
  private var byID: [String: Int]
  private var orders: [String: Order]
  /// Of buildings whose packs come to the gate.
  private var compounds: [BuildingID: CompoundID] = [:]

  init(district: District, demands: [RouteDemand]) {
    byID = Dictionary(demands.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (mode, building) in zip(Handovers(district).modes, district.buildings) where mode == .property {
      compounds[building.id] = building.compound
    }
    orders = Dictionary(district.orders.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func index(_ job: String) -> Int? {
    // A need's demand has its id; one that brings no good has none.
    guard let order = orders[job] else { return byID[job] }
    if case .building(let building) = order.destination {
      return byID["\(building):\(order.good)"] ?? compounds[building].flatMap { byID["\($0):\(order.good)"] }
    }
    return byID[job]
  }
}

extension RouteProofs.Cause {
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
