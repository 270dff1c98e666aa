import Distribution
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
    if let carrying = plan.carrying { count(carrying, Handovers(district), district) }
    if let routes = plan.routes { count(routes) }
    collected = plan.collections.map { $0.reduce(0) { $0 + $1.packs } }
  }

  private mutating func count(_ carrying: CarryPlan, _ handovers: Handovers, _ district: District) {
    gaps += carrying.gaps.count
    let collecting = Set(zip(handovers.modes, district.buildings).filter { $0.0 == .point }.map { PlaceID($0.1.id) })
    for step in carrying.teams.flatMap(\.steps) where collecting.contains(step.location) {
      householdsServed += step.doors
    }
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
