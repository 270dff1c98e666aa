import Districts
import Units

extension PlanSummary {
  /// Counts a plan's stages (docs/format.md §10).
  init(of plan: Plan, in district: District) {
    self.init()
    people = district.cadres.count
    households = district.buildings.reduce(0) { $0 + $1.households.rawValue }
    gaps += plan.supply?.gaps.count ?? 0
    if let roster = plan.roster { count(roster) }
    if let distribution = plan.distribution { count(distribution) }
    if let routes = plan.routes { count(routes) }
  }

  private mutating func count(_ roster: RosterPlan) {
    var serving: Set<CadreID> = []
    for duty in roster.duties {
      var filled: [String: Int] = [:]
      for person in duty.people {
        filled[person.seat, default: 0] += 1
        serving.insert(person.cadre)
      }
      for seat in duty.seats {
        seats += seat.target
        missingMinimum += max(0, seat.minimum - filled[seat.seat, default: 0])
        missingTarget += max(0, seat.target - filled[seat.seat, default: 0])
      }
      seatsFilled += duty.people.count
    }
    onDuty = serving.count
    gaps += roster.gaps.count
  }

  private mutating func count(_ distribution: DistributionPlan) {
    points = distribution.points.count
    batches = distribution.batches.count
    householdsServed = distribution.batches.reduce(0) { $0 + $1.households }
    lastServed = distribution.batches.compactMap(\.to).max { $0.moment < $1.moment }
    gaps += distribution.gaps.count
  }

  private mutating func count(_ plan: RoutePlan) {
    routes = plan.routes.count
    gaps += plan.unassigned.count
    for route in plan.routes {
      metres += route.metres
      var onBoard = 0
      var before = RouteStep.StepType.start
      for step in route.steps {
        let load = step.load.values.reduce(0, +)
        if step.type == .deliver { packs += onBoard - load }
        if step.type == .load, before != .load { trips += 1 }
        onBoard = load
        before = step.type
      }
    }
  }
}
