import Districts
import LinearModel
import Units

/// A distribution plan and what is known of how good it is.
public struct DistributionOutcome: Sendable {
  public var plan: DistributionPlan
  public var certificate: Certificate
  public init(plan: DistributionPlan, certificate: Certificate) {
    self.plan = plan
    self.certificate = certificate
  }
}

/// Plans where and when every building collects, and who looks after households with needs (docs/format.md §8).
///
/// The district falls into areas that share no point; each is solved for itself, helpers apart from them. Levels add
/// up over the parts.
public struct DistributionPlanner: Sendable {
  /// With the households that come to points; what they ask for is counted in `asked`.
  let district: District
  let asked: District
  let choices: PointChoices
  let pins: BatchPins
  let areas: Areas
  let helpers: HelperProblem

  /// With `staffPrices` points' people cost more than they do, so that plans with fewer of them come first; what such
  /// plans really cost says `judged` of a planner without.
  /// - Throws: `FrozenConflict` where frozen batch pins contradict hard rules or each other.
  public init(district: District, staffPrices: StaffPrices = StaffPrices()) throws(FrozenConflict) {
    asked = district
    let district = Handovers(district).collecting(district)
    self.district = district
    choices = PointChoices(district, staffPrices: staffPrices)
    pins = try BatchPins(choices)
    areas = Areas(choices, pins)
    helpers = HelperProblem(choices)
  }

  /// A district without points has no distribution stage.
  public var isNeeded: Bool { !district.points.isEmpty }

  /// A plan by construction and local search, with no bound.
  ///
  /// An iteration is one round of taking out and putting back, shared among areas by their buildings. A first plan is
  /// there even when the deadline has passed already.
  /// - Parameter start: a plan to go on from, maybe of another district: as far as it holds here.
  public func heuristic(from start: DistributionPlan? = nil, budget: Budget, seed: UInt64) -> DistributionOutcome {
    var random = SeededRandom(seed: seed)
    let total = max(1, areas.areas.reduce(0) { $0 + $1.houses.count })
    var left = total
    var plans: [AreaPlan] = []
    for area in areas.areas {
      let share = area.houses.count
      let rounds = budget.iterations.map { $0 * share / total } ?? min(4000, 20 * share)
      var search = AreaHeuristic(area: area, random: SeededRandom(seed: random.next()))
      let known = start.flatMap { plan(of: area, in: $0) }
      let portion = budget.deadline.portion(Double(share) / Double(max(1, left)))
      plans.append(area.better(known, search.run(portion, rounds: rounds, start: known?.setup)))
      left -= share
    }
    var helperSearch = HelperHeuristic(helpers)
    let helperPlan = helpers.better(start.flatMap(helperPlan), helperSearch.run(budget.deadline))
    return outcome(
      plans, helperPlan, areaProofs: areas.areas.map { _ in .none }, helperProof: .none, method: .heuristic,
      stop: stopReason(budget))
  }

  /// A plan that was found elsewhere, at its cost here and with no bound; nil where it is no plan of this district.
  public func judged(_ outcome: DistributionOutcome) -> DistributionOutcome? {
    guard let (plans, helpers) = read(outcome.plan) else { return nil }
    return self.outcome(
      plans, helpers, areaProofs: plans.map { _ in .none }, helperProof: .none, method: outcome.certificate.method,
      stop: outcome.certificate.stopReason == .proved ? .iterationLimit : outcome.certificate.stopReason)
  }

  func stopReason(_ budget: Budget) -> Certificate.StopReason {
    if budget.deadline.cancellation.isCancelled { return .interrupted }
    return budget.iterations != nil || !budget.deadline.isOver ? .iterationLimit : .timeLimit
  }
}
