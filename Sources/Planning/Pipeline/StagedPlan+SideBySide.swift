import Units

extension StagedPlan {
  /// Whether a second thread works. A run limited by iterations has one, since its plan must be the same every time.
  var hasTwoThreads: Bool { request.threads > 1 && request.iterations == nil && request.method != .exact }

  /// Roster and routes at the same time: the routes for the crews as they are. Results are taken in the order of the
  /// stages, whichever came first; where the better roster gives other vehicles a crew, the routes are planned again.
  mutating func improveRosterAndRoutes() throws {
    guard let stage = try routeStage(), stage.isNeeded else { return try improveRosterTwice() }
    guard rosterStage != nil else { return try planRoutes(improving: true) }
    let known = routes?.plan ?? request.start?.routes
    let start = try loosen(stage.heuristic(from: known, budget: budget(upTo: 0.2), seed: request.seed))
    guard let begun = try routeStage() else { return }
    let plan = self
    let share = Self.shareSideBySide
    let (roster, routes) = sideBySide({ plan.improvedRoster(share: share) }) {
      plan.step(.routes, "improve") {
        begun.improve(from: start, solver: plan.solver, budget: plan.budget(share: share), seed: plan.request.seed)
      }
    }
    try take(roster)
    guard let now = try routeStage(), now.hasSameFleet(as: begun) else { return try planRoutes(improving: true) }
    self.routes = now.crewed(routes)
    tell(.routes, self.routes?.certificate)
  }

  /// Of the time left; the rest is for routes that must be planned again.
  private static let shareSideBySide = 0.88

  /// A roster without routes beside it: one thread improves and proves, the other goes on searching from another seed
  /// until nothing better can be found.
  private mutating func improveRosterTwice() throws {
    guard let stage = rosterStage else { return }
    let plan = self
    let proved = Cancellation(parent: deadline.cancellation)
    let whole = deadline.portion(0.97)
    let searching = Budget(deadline: Deadline(clock: whole.clock, end: whole.end, cancellation: proved))
    let (improved, searched) = sideBySide({
      let improved = plan.improvedRoster(share: 0.97, isSearchedBeside: true)
      if improved?.certificate.solutionStatus == .optimal { proved.cancel() }
      return improved
    }) {
      stage.heuristic(from: plan.roster, budget: searching, seed: plan.request.seed &+ 1)
    }
    try take(improved.map { stage.better($0, searched) })
    tell(.roster, roster?.certificate)
  }
}
