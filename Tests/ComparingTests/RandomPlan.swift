import Districts
import Units

/// Small plans drawn at random, with everything that a difference looks at.
struct RandomPlan {
  var random: SeededRandom
  private let zone = ZoneClock.utc
  private let date = CalendarDate(dayNumber: 18_993)

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func plan() -> Plan {
    var plan = Plan(
      district: PlannedDistrict(name: "D", digest: "0", date: date, days: 1),
      run: PlanRun(seed: 1, threads: 1, method: "auto", versions: .init(lastmetre: "0", glpk: "0")))
    plan.roster = RosterPlan(duties: (0..<6).map { duty($0) })
    plan.distribution = DistributionPlan(batches: (0..<4).flatMap { batches($0) }, helpers: helpers())
    plan.routes = RoutePlan(routes: (0..<3).filter { _ in random.below(4) > 0 }.map { route($0) })
    plan.certificates.roster = certificate()
    plan.summary.people = 9
    plan.summary.metres = random.below(9000)
    plan.summary.lastServed = moment(1000 + random.below(600))
    return plan
  }

  private func moment(_ minute: Int) -> LocalMoment {
    LocalMoment(zone.moment(date, ClockTime(minutes: minute)), in: zone)
  }

  private mutating func duty(_ number: Int) -> PlannedDuty {
    let from = 60 * (6 + random.below(10))
    var duty = PlannedDuty(
      id: DutyID("S\(number)/p/\(random.below(9))/d"), site: PlaceID("S\(number % 3)"), post: "p",
      from: moment(from), to: moment(from + 60 * (1 + random.below(8))), exposure: 0,
      seats: [PlannedSeat(seat: "any", minimum: 2, target: 3, maximum: 3)])
    for person in 0..<9 where random.below(4) == 0 {
      duty.people.append(PlannedPerson(cadre: CadreID("C\(person)"), seat: "any", lead: random.below(3) == 0))
    }
    return duty
  }

  private mutating func batches(_ building: Int) -> [Batch] {
    (1...2).map { stair in
      let from = 960 + 20 * random.below(4)
      return Batch(
        building: BuildingID("B\(building)"), staircases: [stair], mode: .point, point: PointID("P\(random.below(2))"),
        from: moment(from), to: moment(from + 20), households: 10, packs: 10)
    }
  }

  private mutating func helpers() -> [Helper] {
    (0..<2).map { Helper(cadre: CadreID("C\($0)"), needs: random.below(2) == 0 ? [NeedID("N\($0)")] : []) }
  }

  private mutating func route(_ number: Int) -> VehicleRoute {
    let stops = (0..<3).map { stop in
      RouteStep(
        type: .deliver, location: PlaceID("B\(random.below(4))"), job: "B:G", arrival: moment(480),
        service: moment(480 + 30 * stop), departure: moment(500 + 30 * stop), load: [:])
    }
    return VehicleRoute(
      vehicle: VehicleID("V\(number)"), driver: CadreID("C\(random.below(9))"), loaders: [], metres: 1, cost: 1,
      steps: stops)
  }

  private mutating func certificate() -> Certificate {
    let levels = [CertifiedLevel.LevelName.minimum, .target, .preference].map { name in
      let objective = random.below(3)
      return CertifiedLevel(
        name: name, objective: objective, bound: random.below(objective + 1), floor: 0, boundEvidence: .search)
    }
    return Certificate(
      levels: levels, solutionStatus: .feasible, stopReason: .timeLimit, method: .heuristic,
      breakdown: ["minimumCover": levels[0].objective, "wishes": levels[2].objective])
  }

  /// The same plan, listed in another order and numbered anew.
  mutating func reordered(_ plan: Plan) -> Plan {
    var other = plan
    other.roster?.duties = shuffled(plan.roster?.duties ?? []).enumerated().map { number, duty in
      var duty = duty
      duty.id = DutyID("\(duty.site)/p/again\(number)/d")
      duty.people = shuffled(duty.people)
      return duty
    }
    other.distribution?.batches = shuffled(plan.distribution?.batches ?? [])
    other.distribution?.helpers = shuffled(plan.distribution?.helpers ?? [])
    other.routes?.routes = shuffled(plan.routes?.routes ?? [])
    return other
  }

  private mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var items = items
    for last in items.indices.dropFirst().reversed() { items.swapAt(last, random.below(last + 1)) }
    return items
  }
}
