import Districts
import RouteSolver
import Routing
import Units

/// The third stage: what the points, doors, compounds and sites need, brought by the vehicles that have a crew.
///
/// Docs/format.md §9 is the definition. The stage is conditional on the distribution plan and the roster it is given.
public struct RouteStage: Sendable {
  let district: District
  let zone: ZoneClock
  let task: RouteTask
  let demands: [RouteDemand]
  let loads: RouteLoads
  let fleet: RouteFleet
  let places: RoutePlaces
  let pins: RoutePins
  let proofs: RouteProofs

  /// With `assumeCrews` every vehicle has its crew, and drivers and loaders are left out; else those of the roster.
  /// With `waitsForStaff` nothing is unloaded at a point before its people set up.
  public init(
    district: District, distribution: DistributionPlan?, carrying: CarryPlan? = nil, roster: RosterPlan?,
    assumeCrews: Bool, waitsForStaff: Bool = true
  ) throws(RouteStageError) {
    guard let zone = ZoneClock(identifier: district.timeZone) else { throw .timeZone(district.timeZone) }
    self.district = district
    self.zone = zone
    let origin = zone.moment(district.planDate, district.serviceDayStart)
    demands = RouteDemands(district: district, zone: zone, carrying: carrying, waitsForStaff: waitsForStaff)
      .all(distribution)
    loads = RouteLoads(district: district, demands: demands)
    fleet = RouteFleet(district: district, zone: zone, roster: roster, assumeCrews: assumeCrews)
    places = RoutePlaces(district: district, demands: demands)
    var problem: RoutingProblem
    do {
      problem = try RoutingProblem(
        district: district, zone: zone, origin: origin, demands: demands, loads: loads, fleet: fleet, places: places)
    } catch { throw .defect(error) }
    do { pins = try RoutePins(district: district, demands: demands, fleet: fleet, problem: problem) } catch {
      throw .frozen(error)
    }
    problem.bonds = pins.bonds
    problem.divideForBonds()
    do { try problem.validate() } catch { throw .defect(error) }
    task = RouteTask(problem: problem, prices: fleet.prices(district), wishes: pins.wishes)
    // What nobody can bring is proved of plans that wait for nobody.
    var rules = problem
    for demand in demands.indices where demands[demand].staffFrom != nil { rules.clients[demand].windows = [] }
    proofs = RouteProofs(rules)
    if let conflict = pins.conflictFound(in: task, district: district) { throw .frozen(conflict) }
  }

  /// Whether anything has to be brought anywhere, or be there for whoever collects it.
  public var isNeeded: Bool { !demands.isEmpty || district.orders.contains { $0.collectAt != nil } }

  /// Constructs a plan and improves it until the budget is spent; an iteration is one ruin and rebuild.
  ///
  /// However small the budget, the outcome is a valid plan; what was not placed in time is a gap.
  /// - Parameter start: routes to go on from, maybe of another district: as far as they hold here.
  public func heuristic(from start: RoutePlan? = nil, budget: Budget, seed: UInt64) -> RouteOutcome {
    let result = RouteSearch(task).run(from: start.flatMap(read), budget: budget, seed: seed)
    return outcome(result, costBound: nil, cancelled: budget.deadline.cancellation.isCancelled)
  }
}

extension RouteStage {
  /// Whether the same vehicles have a crew, whoever it is.
  func hasSameFleet(as other: RouteStage) -> Bool { fleet.members.map(\.row) == other.fleet.members.map(\.row) }

  /// Routes planned for the same fleet with these crews.
  func crewed(_ outcome: RouteOutcome) -> RouteOutcome {
    var crewed = outcome
    for index in crewed.plan.routes.indices {
      let vehicle = crewed.plan.routes[index].vehicle
      guard let member = fleet.members.first(where: { district.vehicles[$0.row].id == vehicle }) else { continue }
      crewed.plan.routes[index].driver = member.driver
      crewed.plan.routes[index].loaders = member.loaders
    }
    return crewed
  }
}

/// A route plan, and what is known of it.
public struct RouteOutcome: Sendable {
  public var plan: RoutePlan
  public var certificate: Certificate
  let solution: RoutingSolution

  init(plan: RoutePlan, certificate: Certificate, solution: RoutingSolution) {
    self.plan = plan
    self.certificate = certificate
    self.solution = solution
  }
}

/// Why there is no route stage for a district.
public enum RouteStageError: Error, Sendable, Hashable {
  case frozen(FrozenConflict)
  /// Numbers beyond what can be added up safely.
  case defect(RoutingDefect)
  case timeZone(String)
}
