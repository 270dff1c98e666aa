import Districts
import RouteSolver
import Routing
import Units

extension RouteStage {
  /// The plan and its certificate. `costBound` is a lower bound on level 2 over all plans whose level 1 is at most this
  /// one's.
  func outcome(_ result: RouteSearch.Result, costBound: Int?, cancelled: Bool) -> RouteOutcome {
    let verdict = result.verdict
    let plan = RoutePlan(routes: verdict.solution.routes.map(route), unassigned: gaps(verdict))
    return RouteOutcome(
      plan: plan, certificate: certificate(result, costBound: costBound, cancelled: cancelled),
      solution: verdict.solution)
  }

  private func moment(_ seconds: Int) -> LocalMoment {
    let origin = zone.moment(district.planDate, district.serviceDayStart)
    return LocalMoment(origin + Seconds(seconds), in: zone)
  }

  private func route(_ route: RoutingSolution.Route) -> VehicleRoute {
    let member = fleet.members[route.vehicle]
    let vehicle = district.vehicles[member.row]
    let needRows = Dictionary(
      district.needs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var onBoard = Array(repeating: 0, count: district.goods.count)
    let start = moment(route.start)
    var steps = [
      RouteStep(
        type: .start, location: PlaceID(vehicle.depot), arrival: start, service: start, departure: start, load: [:])
    ]
    for (number, stop) in route.stops.enumerated() {
      let location: PlaceID
      let type: RouteStep.StepType
      var service = stop.begin
      var job: String?
      var named: [NeedID] = []
      switch stop.action {
      case .load(let depot):
        (location, type) = (PlaceID(district.depots[depot].id), .load)
        for stop in route.stops[(number + 1)...].prefix(while: { $0.action.client != nil }) {
          guard case .deliver(let demand, let packs) = stop.action else { continue }
          onBoard[demands[demand].good] += packs
          if demands[demand].source != nil { named.append(NeedID(demands[demand].id)) }
        }
        named.sort { needRows[$0] ?? 0 < needRows[$1] ?? 0 }
      case .deliver(let demand, let packs):
        (location, type, job) = (demands[demand].place, .deliver, demands[demand].id)
        onBoard[demands[demand].good] -= packs
        // Every step has its own fixed time, also where the vehicle has not moved since the last.
        service = stop.departure - vehicle.unloadFixed.rawValue - vehicle.unloadPerPack.rawValue * packs
      case .visit, .rest: continue
      }
      var load: [String: Int] = [:]
      for good in onBoard.indices where onBoard[good] > 0 { load[district.goods[good].id.text] = onBoard[good] }
      steps.append(
        RouteStep(
          type: type, location: location, job: job, arrival: moment(stop.arrival), service: moment(service),
          departure: moment(stop.departure), load: load, needs: named.isEmpty ? nil : named))
    }
    let end = moment(route.end)
    steps.append(
      RouteStep(
        type: .end, location: PlaceID(vehicle.endDepot), arrival: end, service: end, departure: end, load: [:]))
    return VehicleRoute(
      vehicle: vehicle.id, driver: member.driver, loaders: member.loaders, metres: task.metres(of: route),
      cost: task.costs(of: route).all, steps: steps)
  }

  private func certificate(_ result: RouteSearch.Result, costBound: Int?, cancelled: Bool) -> Certificate {
    let objective = result.verdict.objective
    let costs = result.verdict.solution.routes.reduce(RouteTask.Costs()) { $0 + task.costs(of: $1) }
    let preference = objective.preference + pins.lostPreference
    let cost = objective.cost
    // A plan that costs nothing is proved without any search.
    let bound = cost == 0 ? 0 : costBound
    func evidence(_ value: Int, _ bound: Int?) -> CertifiedLevel.Evidence { bound == value ? .search : .openTree }
    var levels = [
      CertifiedLevel(
        name: .undelivered, objective: objective.undelivered, bound: proofs.unserved,
        floor: proofs.shortage.dropFirst(loads.dimension(good: 0)).reduce(0, +),
        boundEvidence: evidence(objective.undelivered, proofs.unserved)),
      CertifiedLevel(name: .cost, objective: cost, bound: bound, floor: 0, boundEvidence: evidence(cost, bound)),
    ]
    if pins.hasPreference {
      levels.append(
        CertifiedLevel(
          name: .preference, objective: preference, bound: pins.lostPreference, floor: 0,
          boundEvidence: evidence(preference, pins.lostPreference)))
    }
    let proved = levels.allSatisfy { $0.optimalityGap == 0 }
    let stop: Certificate.StopReason
    switch result.stop {
    case _ where proved: stop = .proved
    case .iterationLimit: stop = .iterationLimit
    case .timeLimit, .interrupted: stop = cancelled ? .interrupted : .timeLimit
    }
    return Certificate(
      levels: levels, solutionStatus: proved ? .optimal : .feasible, stopReason: stop,
      method: proved ? .exact : costBound == nil ? .heuristic : .exactAndHeuristic,
      breakdown: [
        RuleID.undelivered.rawValue: objective.undelivered, RuleID.fixedCost.rawValue: costs.fixed,
        RuleID.distanceCost.rawValue: costs.distance, RuleID.timeCost.rawValue: costs.time,
        RuleID.pins.rawValue: preference,
      ])
  }
}
