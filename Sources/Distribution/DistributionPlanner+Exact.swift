import Districts
import LinearModel
import Units

extension DistributionPlanner {
  /// Branch and bound from a plan, area by area, then the helpers. Without a plan to start from the trees are alone, and
  /// no search helps them; nil where one of them then found nothing.
  ///
  /// An iteration is one box of a tree (with up to 10,000 choices of its assignments), shared among areas by their
  /// buildings.
  public func exact(
    from start: DistributionOutcome?, solver: any LinearSolver, budget: Budget, seed: UInt64
  ) -> DistributionOutcome? {
    let isAlone = start == nil
    if isAlone, budget.deadline.isOver { return nil }
    let own = Budget(deadline: budget.deadline.portion(0.2), iterations: budget.iterations)
    let nothing = (
      areas: areas.areas.map { AreaPlan(empty: $0) },
      helpers: HelperPlan(helper: Array(repeating: -1, count: helpers.needs.count))
    )
    let begin = start.map { read($0.plan) ?? read(heuristic(budget: own, seed: seed).plan) } ?? nothing
    guard let (startPlans, startHelpers) = begin else { return nil }
    var plans = startPlans
    var proofs = areas.areas.map { _ in PartProof.none }

    let helperResult = HelperModel(helpers).solve(
      start: startHelpers, solver: solver, deadline: budget.deadline.portion(0.25), nodeLimit: budget.iterations)

    if isAlone, helpers.unserved(helperResult.plan) > helpers.leastUnserved { return nil }

    // Small areas first: what they leave of their share the larger ones can use.
    let order = areas.areas.indices.sorted { (areas.areas[$0].houses.count, $0) < (areas.areas[$1].houses.count, $1) }
    let total = max(1, areas.areas.reduce(0) { $0 + $1.houses.count })
    var left = total
    for index in order {
      let area = areas.areas[index]
      let share = area.houses.count
      var tree = PointTree(area, start: isAlone ? nil : plans[index], solver: solver)
      let proof = tree.run(
        budget.deadline.portion(Double(share) / Double(max(1, left))),
        nodeLimit: budget.iterations.map { max(1, $0 * share / total) })
      left -= share
      guard tree.hasPlan else { return nil }
      plans[index] = tree.best
      proofs[index] = proof
    }
    let bounded = proofs.allSatisfy { $0.bound != nil } && helperResult.proof.effort != nil
    var result = outcome(
      plans, helperResult.plan, areaProofs: proofs, helperProof: helperResult.proof,
      method: bounded ? .exactAndHeuristic : .heuristic, stop: stopReason(budget))
    if result.certificate.solutionStatus == .optimal { result.certificate.method = .exact }
    return result
  }
}
