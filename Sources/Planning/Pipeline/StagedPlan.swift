import Distribution
import Districts
import LinearModel
import Units

/// The stages' best outcomes so far, each made for the ones before it.
struct StagedPlan: Sendable {
  let request: PlanRequest
  let solver: any LinearSolver
  let deadline: Deadline
  let listener: ProgressListener
  let clock: StageClock

  /// What later stages plan: the district in which everybody asks for what they are given, without the packs that
  /// somebody collects.
  let district: District
  let supply: SupplyOutcome?
  let aside: SetAside
  var distribution: DistributionOutcome?
  private(set) var carrying: CarryOutcome?
  var roster: RosterOutcome?
  var routes: RouteOutcome?

  let distributionPlanner: DistributionPlanner?
  /// Compiled for the distribution as it is now.
  private(set) var rosterStage: RosterStage?
  /// What of each row of stock may be bought; as much as there is once routes could not do with less.
  private var limits: PurchaseLimits
  private var buysFreely = false
  /// Goods may come to points before their people, once routes could not do without.
  private var unloadsEarly = false
  /// Points' hours are moved so that they share people.
  var isShared = false
  /// What the routes asked of distribution, and the prices of people of whom points have too few; the planner that
  /// follows both.
  var agreement = Agreement()
  var staffPrices = StaffPrices()
  var steered: DistributionPlanner?
  /// Seconds that the first whole plan took.
  private(set) var round = 0.0
  /// The first distribution of the district as it is, for its bounds.
  var unsteered: DistributionOutcome?

  init(
    request: PlanRequest, solver: any LinearSolver, deadline: Deadline, listener: ProgressListener
  ) throws(FrozenConflict) {
    self.request = request
    self.solver = solver
    self.deadline = deadline
    self.listener = listener
    clock = StageClock(deadline.clock)
    let (outcome, supplied) = StagedPlan.supplied(request, clock, listener)
    supply = outcome
    aside = SetAside(supplied)
    district = aside.applied(to: supplied)
    limits = PurchaseLimits(all: district)
    let needed = request.stages.contains(.distribution) && !district.points.isEmpty
    distributionPlanner = needed ? try DistributionPlanner(district: district) : nil
  }

  private static func supplied(
    _ request: PlanRequest, _ clock: StageClock, _ listener: ProgressListener
  ) -> (SupplyOutcome?, District) {
    let planner = SupplyPlanner(district: request.district)
    guard request.stages.contains(.supply), planner.isNeeded else { return (nil, request.district) }
    listener.tell(PlanProgress(event: .began(.supply), seconds: clock.seconds))
    let outcome = clock.time(.supply, "first") { planner.plan() }
    listener.tell(PlanProgress(event: .found(.supply, outcome.certificate), seconds: clock.seconds))
    return (outcome, planner.supplied(outcome.plan))
  }

  /// A whole plan from search alone, with a small share of the time each.
  mutating func first() throws {
    let begun = deadline.clock.seconds
    if request.method != .exact, let planner = distributionPlanner {
      distribution = step(.distribution, "first") {
        planner.heuristic(from: request.start?.distribution, budget: budget(upTo: 0.1), seed: request.seed)
      }
      tell(.distribution, distribution?.certificate)
    }
    try compileRoster()
    // By `exact` there is no plan before the solver has one.
    guard request.method != .exact else { return }
    firstRoster()
    try planRoutes(improving: false)
    round = deadline.clock.seconds - begun
    try share()
    try raisePrices()
    try agree()
  }

  /// Each stage in turn, better and proved.
  mutating func improve() throws {
    let first = self
    try improveDistribution()
    if let improved = distribution, improved.plan != first.distribution?.plan {
      if let known = first.distribution, deadline.secondsLeft <= round {
        // Other points need other people and routes: without time for them the first whole plan is the better one.
        self = first
        distribution = known.certified(by: improved)
        return
      }
      try compileRoster()
      if request.method != .exact { firstRoster() }
    }
    guard !hasTwoThreads else { return try improveRosterAndRoutes() }
    let hasRoutes = request.stages.contains(.routes) && !district.vehicles.isEmpty
    try take(improvedRoster(share: hasRoutes ? 0.7 : 0.97))
    try planRoutes(improving: true)
  }

  private mutating func improveDistribution() throws {
    guard let planner = distributionPlanner else { return }
    if let steered { return improveSteered(steered, boundedBy: planner) }
    let known = distribution
    let improved = step(.distribution, "improve") { () -> DistributionOutcome? in
      switch request.method {
      case .heuristic: planner.heuristic(from: known?.plan, budget: budget(share: 0.2), seed: request.seed)
      case .exact, .auto: planner.exact(from: known, solver: solver, budget: budget(share: 0.35), seed: request.seed)
      }
    }
    distribution = (improved ?? known).map(shared)
    guard distribution != nil else { throw PlanFailure.nothingFound(.distribution) }
    tell(.distribution, distribution?.certificate)
  }

  // MARK: Carrying

  /// The teams with carts for the distribution as it is.
  private mutating func planCarrying() {
    let agreed = agreement.applied(to: district)
    guard let plan = distribution?.plan, let stage = CarryStage(district: agreed, distribution: plan) else {
      carrying = nil
      return
    }
    carrying = step(.carrying, "first") { stage.plan(budget: budget(upTo: 1), seed: request.seed) }
    tell(.carrying, carrying?.certificate)
  }

  // MARK: Roster

  mutating func compileRoster() throws(FrozenConflict) {
    planCarrying()
    guard request.stages.contains(.roster) else { return }
    let stage = try RosterStage(
      district: district, distribution: distribution?.plan, carrying: carrying?.plan)
    rosterStage = stage.isEmpty ? nil : stage
  }

  mutating func firstRoster() {
    guard let stage = rosterStage else { return }
    roster = step(.roster, "first") {
      let budget = budget(upTo: 0.3)
      guard let start = request.start?.roster else { return stage.heuristic(budget: budget, seed: request.seed) }
      return stage.heuristic(from: start, budget: budget, seed: request.seed)
    }
    tell(.roster, roster?.certificate)
  }

  /// From the roster as it is; nil where there is nothing to roster, or nothing better than no roster.
  func improvedRoster(share: Double, isSearchedBeside: Bool = false) -> RosterOutcome? {
    guard let stage = rosterStage else { return nil }
    // Laying the problem out for the search would end after the time.
    let isLate = !deadline.cancellation.isCancelled && deadline.secondsLeft <= clock.longest(.roster, "first")
    guard roster == nil || !isLate else { return nil }
    let budget = budget(share: share)
    let improved = step(.roster, "improve") { () -> RosterOutcome? in
      switch request.method {
      case .heuristic: stage.heuristic(from: roster, budget: budget, seed: request.seed, onBetter: tellBetter)
      case .exact, .auto:
        stage.exact(
          from: roster, isSearchedBeside: isSearchedBeside, solver: solver, budget: budget, seed: request.seed,
          onBetter: tellBetter)
      }
    }
    tell(.roster, (improved ?? roster)?.certificate)
    return improved
  }

  mutating func take(_ improved: RosterOutcome?) throws {
    roster = improved ?? roster
    guard roster != nil || rosterStage == nil else { throw PlanFailure.nothingFound(.roster) }
  }

  // MARK: Routes

  /// The routes that distribution and roster ask for and make possible; nil where none are to be planned.
  mutating func routeStage() throws(RouteStageError) -> RouteStage? {
    guard request.stages.contains(.routes) else { return nil }
    limits =
      buysFreely
      ? PurchaseLimits(all: district)
      : PurchaseLimits(
        district,
        needs: RouteStage.packNeeds(
          of: district, distribution: distribution?.plan, carrying: carrying?.plan))
    return try RouteStage(
      district: limits.applied(to: district), distribution: distribution?.plan, carrying: carrying?.plan,
      roster: roster?.plan,
      assumeCrews: !request.stages.contains(.roster), waitsForStaff: !unloadsEarly)
  }

  /// What is bought for the routes as they are, and for those who collect.
  var purchases: Purchases? { routes.map { Purchases($0.plan, in: district, limits: limits, aside: aside) } }

  /// Where packs stay behind that would come if they might come to points before the people, or if any stock might be
  /// bought, they may: but not before the search has had more time to bring them all the same.
  mutating func loosen(_ known: RouteOutcome) throws(RouteStageError) -> RouteOutcome {
    let early = district.points.isEmpty ? known : try loosen(known, \.unloadsEarly)
    return limits == PurchaseLimits(all: district) ? early : try loosen(early, \.buysFreely)
  }

  private mutating func loosen(
    _ known: RouteOutcome, _ isLoose: WritableKeyPath<StagedPlan, Bool>
  ) throws(RouteStageError) -> RouteOutcome {
    func undelivered(_ outcome: RouteOutcome) -> Int { outcome.certificate.levels[0].objective }
    guard undelivered(known) > 0, !self[keyPath: isLoose] else { return known }
    func search(_ stage: RouteStage, _ budget: Budget, _ seed: UInt64) -> RouteOutcome {
      step(.routes, "first") { stage.heuristic(budget: budget, seed: seed) }
    }
    self[keyPath: isLoose] = true
    let free = try routeStage().map { search($0, budget(upTo: 0.2), request.seed) }
    self[keyPath: isLoose] = false
    guard let limited = try routeStage(), let free, undelivered(free) < undelivered(known) else { return known }
    let longer = search(limited, budget(share: 0.1), request.seed &+ 1)
    guard undelivered(free) < undelivered(longer) else { return longer }
    self[keyPath: isLoose] = true
    _ = try routeStage()
    return free
  }

  mutating func planRoutes(improving: Bool) throws(RouteStageError) {
    guard let known = try routeStage(), known.isNeeded else { return }
    let start = try loosen(
      step(.routes, "first") {
        known.heuristic(
          from: routes?.plan ?? request.start?.routes, budget: budget(upTo: 0.2), seed: request.seed)
      })
    routes = start
    if improving, let stage = try routeStage() {
      routes = step(.routes, "improve") {
        stage.improve(
          from: start, solver: solver, budget: budget(share: 0.97), threads: hasTwoThreads ? request.threads : 1,
          seed: request.seed)
      }
    }
    tell(.routes, routes?.certificate)
  }

  // MARK: Time

  func budget(share: Double) -> Budget {
    Budget(deadline: deadline.portion(share), iterations: request.iterations)
  }

  /// At most `seconds`, and at most a tenth of what is left.
  func budget(upTo seconds: Double) -> Budget {
    guard deadline.end != nil else { return Budget(deadline: deadline, iterations: request.iterations) }
    return Budget(deadline: deadline.portion(min(0.1, seconds / max(1e-9, deadline.secondsLeft))))
  }

  // MARK: Progress

  func step<Result>(_ stage: PlanStage, _ name: String, _ work: () throws -> Result) rethrows -> Result {
    listener.tell(PlanProgress(event: .began(stage), seconds: deadline.clock.seconds))
    return try clock.time(stage, name, work)
  }

  func tell(_ stage: PlanStage, _ certificate: Certificate?) {
    guard let certificate else { return }
    listener.tell(PlanProgress(event: .found(stage, certificate), seconds: deadline.clock.seconds))
  }

  /// A better roster within a step.
  private func tellBetter(_ outcome: () -> RosterOutcome) {
    guard listener.wantsBetter() else { return }
    let levels = outcome().certificate.levels
    listener.tell(PlanProgress(event: .better(.roster, levels), seconds: deadline.clock.seconds))
  }
}
