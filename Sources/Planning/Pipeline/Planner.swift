import Distribution
import Districts
import LinearModel
import Units

/// Plans a district: who gets what there is, the distribution of it, then the roster that this needs, then the routes
/// that feed it.
///
/// A first whole plan comes from search alone, in well under a second on a district of one group; then each stage in
/// turn is improved, and proved where it can be, on top of the better stages before it. Cancelling, or the deadline,
/// ends every stage at its best so far, so that a whole plan always comes out.
public struct Planner: Sendable {
  let request: PlanRequest
  let solver: any LinearSolver
  let judge: any PlanJudge
  let sha256: @Sendable (String) -> String
  let deadline: Deadline
  let listener: ProgressListener

  public init(
    request: PlanRequest, solver: any LinearSolver, judge: any PlanJudge,
    sha256: @escaping @Sendable (String) -> String, deadline: Deadline,
    listener: ProgressListener = .none
  ) {
    self.request = request
    self.solver = solver
    self.judge = judge
    self.sha256 = sha256
    self.deadline = deadline
    self.listener = listener
  }

  /// - Errors: `PlanFailure`; a plan that the audit refuses is never returned.
  public func plan() throws(PlanFailure) -> PlanOutcome {
    do {
      var stages = try StagedPlan(request: request, solver: solver, deadline: deadline, listener: listener)
      try stages.first()
      let firstPlan = deadline.clock.seconds
      try stages.improve()
      return try sealed(stages, firstPlan: firstPlan)
    } catch let conflict as FrozenConflict {
      throw .frozenConflict(conflict)
    } catch RouteStageError.frozen(let conflict) {
      throw .frozenConflict(conflict)
    } catch let failure as PlanFailure {
      throw failure
    } catch {
      throw .unwritable("\(error)")
    }
  }

  private func sealed(_ stages: StagedPlan, firstPlan: Double) throws -> PlanOutcome {
    let planned = deadline.clock.seconds
    let district = request.district
    var run = PlanRun(
      seed: request.seed, threads: request.threads, method: request.method.rawValue, versions: request.versions)
    run.iterations = request.iterations
    run.timeLimitMilliseconds = request.timeLimitMilliseconds
    var plan = Plan(
      district: PlannedDistrict(
        name: district.name, digest: district.digest, date: district.planDate, days: district.planDays),
      run: run)
    plan.supply = stages.supply?.plan
    plan.certificates.supply = stages.supply?.certificate
    plan.distribution = stages.distribution?.plan
    plan.certificates.distribution = stages.distribution?.certificate
    plan.carrying = stages.carrying?.plan
    plan.certificates.carrying = stages.carrying?.certificate
    plan.roster = stages.roster?.plan
    plan.certificates.roster = stages.roster?.certificate
    if var routes = stages.routes?.plan {
      routes.unassigned += stages.aside.gaps(after: routes.unassigned.count)
      plan.routes = routes
      plan.collections = stages.aside.collections
    }
    plan.certificates.routes = stages.routes?.certificate
    plan.purchases = stages.purchases?.rows
    plan.certificates.purchases = stages.purchases?.certificate
    plan.comparison = plan.distribution.flatMap { DistributionComparison(of: $0, in: district) }
      .map { PlanComparison(distribution: $0) }
    plan.summary = PlanSummary(of: plan, in: district)
    plan.audit.passed = true
    plan.seal = sha256(try plan.canonicalText())
    let bounds = BoundsFile(seal: plan.seal, roster: stages.roster?.multipliers ?? [])
    listener.tell(PlanProgress(event: .judging, seconds: planned))
    let violations = judge.violations(of: plan, bounds: bounds)
    guard violations.isEmpty else { throw PlanFailure.refused(violations, plan) }
    return PlanOutcome(
      plan: plan, bounds: bounds, timings: stages.clock.timings, firstPlan: firstPlan, planned: planned,
      audited: deadline.clock.seconds)
  }
}
