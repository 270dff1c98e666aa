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
    guard !demands.isEmpty else { return 0 }
    return SupplyBound(boundInput, prices: task.prices).cost(
      undelivered: undelivered, solver: solver, deadline: budget.deadline.portion(share),
      nodeLimit: budget.iterations == nil ? nil : 2000)
  }
}

extension RouteStage {
  /// What the bound on level 2 is about. Weights that were rounded to add up safely may keep out what truly fits: then
  /// packs alone fill a vehicle.
  private var boundInput: RoutingProblem {
    var problem = task.problem
    guard !loads.isExact else { return problem }
    for index in problem.vehicles.indices {
      problem.vehicles[index].capacity = Array(problem.vehicles[index].capacity.prefix(1))
    }
    return problem
  }
}
