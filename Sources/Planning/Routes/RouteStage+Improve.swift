import Districts
import LinearModel
import RouteSolver
import Routing
import Units

extension RouteStage {
  /// Searches on from an outcome and, with a solver, bounds level 2; stops early where every level is proved.
  ///
  /// Of a time budget a fifth at most goes to the bound; with iterations the bound has a fixed number of nodes.
  public func improve(
    from start: RouteOutcome, solver: (any LinearSolver)?, budget: Budget, seed: UInt64
  ) -> RouteOutcome {
    let before = problem.judge(start.solution).objective
    let bound = solver.flatMap { costBound(before.undelivered, $0, budget) }
    var goal: SupplyObjective?
    if let bound, problem.pins.isEmpty {
      goal = SupplyObjective(brokenPins: 0, undelivered: proofs.undelivered, cost: bound, preference: 0)
    }
    let result = SupplySearch(problem).run(from: start.solution, budget: budget, seed: seed, goal: goal)
    var valid = bound
    if let solver, result.judgement.objective.undelivered < before.undelivered {
      // Fewer plans compete with the better one: their bound may be higher.
      valid = costBound(result.judgement.objective.undelivered, solver, budget) ?? bound
    }
    return outcome(result, costBound: valid, cancelled: budget.deadline.cancellation.isCancelled)
  }

  private func costBound(_ undelivered: Int, _ solver: any LinearSolver, _ budget: Budget) -> Int? {
    guard isNeeded else { return 0 }
    return SupplyBound(problem).cost(
      undelivered: undelivered, solver: solver, deadline: budget.deadline.portion(0.2),
      nodeLimit: budget.iterations == nil ? nil : 2000)
  }
}
