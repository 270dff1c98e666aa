import Districts
import RouteSolver
import Routing
import Units

extension RouteStage {
  /// The plan and its certificate. `costBound` is a lower bound on level 2 over all plans whose level 1 is at most this
  /// one's.
  func outcome(_ result: SupplySearch.Result, costBound: Int?, cancelled: Bool) -> RouteOutcome {
    let plan = RoutePlan(routes: result.solution.routes.map(route), unassigned: gaps(result))
    return RouteOutcome(
      plan: plan, certificate: certificate(result, plan, costBound: costBound, cancelled: cancelled),
      solution: result.solution)
  }

  private func moment(_ seconds: Int) -> LocalMoment {
    let origin = zone.moment(district.planDate, district.serviceDayStart)
    return LocalMoment(origin + Seconds(seconds), in: zone)
  }

  private func route(_ route: SupplySolution.Route) -> VehicleRoute {
    let member = fleet.members[route.vehicle]
    let vehicle = district.vehicles[member.row]
    var onBoard = Array(repeating: 0, count: district.goods.count)
    var place = problem.vehicles[route.vehicle].start
    var metres = 0
    let start = moment(route.start)
    var steps = [
      RouteStep(
        type: .start, location: PlaceID(vehicle.depot), arrival: start, service: start, departure: start, load: [:])
    ]
    for step in route.steps {
      let next: Int
      let type: RouteStep.StepType
      var job: String?
      switch step.action {
      case .load(let depot, let packs):
        (next, type) = (problem.depots[depot].location, .load)
        for good in packs.indices { onBoard[good] += packs[good] }
      case .deliver(let demand, let packs):
        (next, type) = (problem.demands[demand].location, .deliver)
        onBoard[problem.demands[demand].good] -= packs
        job = demands[demand].id
      }
      metres += problem.metres(from: place, to: next)
      place = next
      var load: [String: Int] = [:]
      for good in onBoard.indices where onBoard[good] > 0 { load[district.goods[good].id.text] = onBoard[good] }
      steps.append(
        RouteStep(
          type: type, location: places.ids[next], job: job, arrival: moment(step.arrival),
          service: moment(step.service), departure: moment(step.departure), load: load))
    }
    metres += problem.metres(from: place, to: problem.vehicles[route.vehicle].end)
    let end = moment(route.end)
    steps.append(
      RouteStep(
        type: .end, location: PlaceID(vehicle.endDepot), arrival: end, service: end, departure: end, load: [:]))
    let parts = costs(of: route, metres: metres)
    return VehicleRoute(
      vehicle: vehicle.id, driver: member.driver, loaders: member.loaders, metres: metres,
      cost: parts.fixed + parts.distance + parts.time, steps: steps)
  }

  struct Costs {
    var fixed = 0
    var distance = 0
    var time = 0
  }

  func costs(of route: SupplySolution.Route, metres: Int) -> Costs {
    let vehicle = problem.vehicles[route.vehicle]
    return Costs(
      fixed: vehicle.fixedCost, distance: (metres * vehicle.costPerKilometre).dividedRoundingUp(by: 1000),
      time: ((route.end - route.start) * vehicle.costPerHour).dividedRoundingUp(by: 3600))
  }

  private func certificate(_ result: SupplySearch.Result, _ plan: RoutePlan, costBound: Int?, cancelled: Bool)
    -> Certificate
  {
    let objective = result.judgement.objective
    var costs = Costs()
    for (route, planned) in zip(result.solution.routes, plan.routes) {
      let own = self.costs(of: route, metres: planned.metres)
      costs.fixed += own.fixed
      costs.distance += own.distance
      costs.time += own.time
    }
    let preference = objective.preference + pins.lostPreference
    let cost = objective.cost
    // A plan that costs nothing is proved without any search.
    let bound = cost == 0 ? 0 : costBound
    func evidence(_ value: Int, _ bound: Int?) -> CertifiedLevel.Evidence { bound == value ? .search : .openTree }
    var levels = [
      CertifiedLevel(
        name: .undelivered, objective: objective.undelivered, bound: proofs.undelivered,
        floor: proofs.shortage.reduce(0, +), boundEvidence: evidence(objective.undelivered, proofs.undelivered)),
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
    case .goalReached, .iterationLimit: stop = .iterationLimit
    case .deadline: stop = cancelled ? .interrupted : .timeLimit
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
