import Districts
import LinearModel
import RouteSolver
import Routing
import Units

extension RouteStage {
  /// Searches on from an outcome and, with a solver, bounds level 2; stops early where every level is proved.
  ///
  /// Of a time budget a third at most goes to the bound; with iterations the bound has a fixed number of nodes.
  public func improve(
    from start: RouteOutcome, solver: (any LinearSolver)?, budget: Budget, threads: Int = 1, seed: UInt64
  ) -> RouteOutcome {
    let before = task.verdict(start.solution).objective
    let bound = solver.flatMap { costBound(before.undelivered, $0, budget) }
    let least = proofs.unserved
    let canEnd = task.problem.bonds.isEmpty && task.wishes.isEmpty
    // Where more packs may still come, the bound is worked out again behind the search.
    let share = solver != nil && before.undelivered > least ? 1 - Self.shareOfBound : 1
    let searching = Budget(deadline: budget.deadline.portion(share), iterations: budget.iterations)
    let result = RouteSearch(task).run(from: start.solution, budget: searching, threads: threads, seed: seed) {
      objective in
      guard let bound, canEnd else { return false }
      return objective.undelivered <= least && objective.cost <= bound
    }
    var valid = bound
    if let solver, result.verdict.objective.undelivered < before.undelivered {
      // Fewer plans compete with the better one: their bound may be higher.
      valid = costBound(result.verdict.objective.undelivered, solver, budget, share: 1) ?? bound
    }
    return outcome(result, costBound: valid, cancelled: budget.deadline.cancellation.isCancelled)
  }

  private static let shareOfBound = 0.15

  private func costBound(_ undelivered: Int, _ solver: any LinearSolver, _ budget: Budget, share: Double = 0.2) -> Int?
  {
    guard isNeeded else { return 0 }
    return SupplyBound(boundInput).cost(
      undelivered: undelivered, solver: solver, deadline: budget.deadline.portion(share),
      nodeLimit: budget.iterations == nil ? nil : 2000)
  }
}

extension RouteStage {
  /// What the bound on level 2 is about.
  private var boundInput: SupplyProblem {
    let problem = task.problem
    let goods = district.goods.indices
    let count = problem.travel.count
    var input = SupplyProblem(
      locationCount: count, metres: problem.travel.distances, seconds: problem.travel.durations,
      goods: district.goods.map { .init(grams: $0.grams ?? 0) },
      depots: district.depots.indices.map { row in
        let depot = problem.depots[row]
        return .init(
          location: depot.location, open: depot.hours.from, close: depot.hours.to, docks: depot.docks ?? .max,
          loadFixed: depot.loadFixed, loadPerPack: depot.loadPerUnit,
          stock: goods.compactMap { good in
            let packs = problem.stock(depot: row, load: RouteLoads.dimension(good: good)) ?? 0
            return packs > 0 ? .init(good: good, packs: packs, ready: depot.hours.from) : nil
          })
      },
      demands: problem.clients.indices.map { index in
        let client = problem.clients[index]
        return .init(
          location: client.location, good: demands[index].good, weight: client.weight,
          curve: client.needs.map { .init(by: $0.by, packs: $0.units) })
      }, vehicles: [])
    for (index, vehicle) in problem.vehicles.enumerated() where vehicle.count > 0 {
      var own = SupplyProblem.Vehicle(
        start: problem.depots[vehicle.start].location, end: problem.depots[vehicle.end].location,
        capacityPacks: vehicle.capacity[0], from: vehicle.shift.from, to: vehicle.shift.to)
      let row = district.vehicles[fleet.members[index].row]
      own.capacityGrams = row.capacityGrams
      own.maximumTrips = row.maximumTrips
      own.fixedCost = task.prices[index].fixed
      own.costPerKilometre = task.prices[index].perKilometre
      own.costPerHour = task.prices[index].perHour
      own.unloadFixed = vehicle.stopTime
      own.unloadPerPack = vehicle.timePerUnit
      input.vehicles.append(own)
    }
    return input
  }
}
