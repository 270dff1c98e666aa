import Auditing
import Districts
import Units

extension SmallTown {
  static func audit(_ district: District = district()) -> Audit { Audit(district: district, sha256: hash) }

  /// The whole plan, certified and sealed.
  static func plan(_ audit: Audit = audit()) throws -> Plan {
    var run = PlanRun(seed: 7, threads: 1, method: "auto", versions: .init(lastmetre: "1.0", glpk: "5.0"))
    run.iterations = 500
    run.timeLimitMilliseconds = 30_000
    var plan = Plan(
      district: PlannedDistrict(name: "Small Town", digest: "0123456789abcdef", date: Sample.date, days: 1), run: run)
    plan.distribution = distribution
    plan.carrying = carrying
    plan.roster = roster(audit)
    plan.routes = routes
    // Loads of 59 and 30 packs at two yuan.
    plan.purchases = [
      Purchase(row: 1, depot: DepotID("W1"), good: GoodID("veg"), packs: 89, most: 100, cost: 17_800)
    ]
    plan.comparison = comparison
    // A, B, C, D, E are on duty; seats 2 + 2 + 2 of which 5 are filled; one is missing to minimum and target.
    plan.summary.people = 5
    plan.summary.onDuty = 5
    plan.summary.seats = 6
    plan.summary.seatsFilled = 5
    plan.summary.missingMinimum = 0
    plan.summary.missingTarget = 1
    plan.summary.households = 82
    plan.summary.householdsServed = 82
    plan.summary.lastServed = at("17:00")
    plan.summary.points = 1
    plan.summary.batches = 4
    plan.summary.routes = 1
    plan.summary.trips = 2
    plan.summary.metres = 14_000
    plan.summary.packs = 54 + 5 + 30
    plan.summary.gaps = 4
    plan.certificates.distribution = certificate(
      [(.unserved, 27, 27, 0), (.effort, 101_180, 90_000, 0)],
      [
        // N4 of priority 2: 27. 5 × 2 people × (1,800 + 3,600 + 900) s = 63,000.
        "unservedHouseholds": 0, "unservedNeeds": 27, "staffTime": 63_000,
        // (40 + 5 elderly) × 210 s + 12 × 80 s = 9,450 + 960 = 10,410; 3 × (200 + 210) = 1,230; N3 had C.
        "walking": 10_410, "helperWalking": 1230, "changedHelper": 600, "pins": 0,
      ])
    return try finished(plan, audit)
  }

  static func certificate(
    _ levels: [(CertifiedLevel.LevelName, objective: Int, bound: Int?, floor: Int)], _ breakdown: [String: Int]
  ) -> Certificate {
    let certified = levels.map {
      CertifiedLevel(name: $0.0, objective: $0.objective, bound: $0.bound, floor: $0.floor, boundEvidence: .search)
    }
    let closed = certified.allSatisfy { $0.optimalityGap == 0 }
    return Certificate(
      levels: certified, solutionStatus: closed ? .optimal : .feasible, stopReason: closed ? .proved : .timeLimit,
      method: .exactAndHeuristic, breakdown: breakdown)
  }

  private static func finished(_ plan: Plan, _ audit: Audit) throws -> Plan {
    var plan = plan
    plan.certificates.distribution?.levels[1] = CertifiedLevel(
      name: .effort, objective: 75_240, bound: 75_000, floor: 0, boundEvidence: .openTree)
    // 9 × (30 packs + 30 doors).
    plan.certificates.carrying = certificate(
      [(.uncarried, 540, 540, 0), (.effort, 0, 0, 0)], ["uncarried": 540, "carryTime": 0])
    // 7 packs × 81; the cost of the route.
    plan.certificates.routes = certificate(
      [(.undelivered, 567, 567, 0), (.cost, 7067, nil, 0)],
      ["undelivered": 567, "fixedCost": 1000, "distanceCost": 2800, "timeCost": 3267, "pins": 0])
    plan.certificates.purchases = certificate([(.purchase, 17_800, 17_800, 0)], ["purchaseCost": 17_800])
    let roster = audit.roster(of: plan)
    let floors = roster.floors
    plan.certificates.roster = certificate(
      zip(roster.objective.levels, floors).map { ($0.name, $0.amount, $0.amount, $1) }, roster.objective.breakdown)
    return try sealed(plan)
  }

  static func sealed(_ plan: Plan) throws -> Plan {
    var plan = plan
    plan.audit.passed = true
    plan.seal = hash(try plan.canonicalText())
    return plan
  }
}
