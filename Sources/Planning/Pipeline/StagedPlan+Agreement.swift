import Distribution
import Districts
import Units

/// Where a later stage cannot do what an earlier one asks, the earlier one moves: hours that are shared, prices of
/// people, and later openings. A round makes a whole plan anew and is kept only where the whole is better; where that
/// takes long, the time is worth more to the stages themselves.
extension StagedPlan {
  private var hasTimeForRound: Bool {
    !deadline.isOver && (deadline.end == nil || round <= Agreement.mostOfTheRest * deadline.secondsLeft)
  }

  /// What follows from another distribution.
  private mutating func planTheRest() throws {
    try compileRoster()
    firstRoster()
    try planRoutes(improving: false)
  }

  // MARK: People

  /// Where points lack people, lets them open one after another with the same people.
  mutating func share() throws {
    guard let before = distribution, !shortKinds.isEmpty, hasTimeForRound else { return }
    let kept = self
    isShared = true
    distribution = shared(before)
    guard distribution?.plan != before.plan else {
      self = kept
      return
    }
    try planTheRest()
    if !hasMoreStaff(than: kept) { self = kept }
  }

  /// While points still lack people, takes those to be dearer, so that compounds choose fewer points and desks, and
  /// shares them anew.
  mutating func raisePrices() throws {
    let kept = self
    var prices = staffPrices
    while let before = distribution, hasTimeForRound, let next = prices.after(short: shortKinds) {
      prices = next
      staffPrices = next
      isShared = true
      steer(from: before)
      guard let priced = distribution, priced.plan != before.plan else { continue }
      guard priced.unserved <= before.unserved else { break }
      try planTheRest()
      if hasMoreStaff(than: kept) { return try raisePrices() }
    }
    self = kept
  }

  /// The kinds of which a point has fewer than it needs.
  private var shortKinds: Set<CadreKind> {
    let gaps = roster?.plan.gaps ?? []
    return Set(
      gaps.compactMap { gap in
        guard gap.what.kind == .duty, gap.what.level == .minimum, gap.what.id.contains("/distribution/open/") else {
          return nil
        }
        return gap.what.seat.flatMap(CadreKind.init)
      })
  }

  /// The hours of points as the people there are can be shared.
  func shared(_ outcome: DistributionOutcome) -> DistributionOutcome {
    guard isShared else { return outcome }
    var shared = outcome
    shared.plan = step(.distribution, "sharing") {
      SharedStaff(district).shared(
        outcome.plan, solver: solver, deadline: budget(upTo: 1).deadline, nodeLimit: Self.sharingNodes)
    }
    return shared
  }

  private static let sharingNodes = 500

  /// Fewer seats missing, and nothing worse before or after.
  private func hasMoreStaff(than other: StagedPlan) -> Bool {
    func levels(_ certificate: Certificate?) -> [Int] { certificate?.levels.prefix(2).map(\.objective) ?? [] }
    let (mine, theirs) = (levels(roster?.certificate), levels(other.roster?.certificate))
    return mine.lexicographicallyPrecedes(theirs)
      && (levels(carrying?.certificate).first ?? 0) <= (levels(other.carrying?.certificate).first ?? 0)
      && (levels(routes?.certificate).first ?? 0) <= (levels(other.routes?.certificate).first ?? 0)
  }

  // MARK: Goods

  /// While packs come too late for a point or a team, lets it begin a slot later.
  mutating func agree() throws {
    for _ in 0..<Agreement.mostRounds {
      guard let before = distribution, let known = routes, hasTimeForRound,
        let next = agreement.after(known.plan, in: district)
      else { return }
      let kept = self
      let isOther = next.delays != agreement.delays
      agreement = next
      if isOther { steer(from: before) }
      try planTheRest()
      guard isBetter(than: kept) else {
        self = kept
        return
      }
    }
  }

  /// More packs in time, and nothing worse at the first levels of distribution and roster.
  private func isBetter(than other: StagedPlan) -> Bool {
    func level(_ certificate: Certificate?, _ index: Int) -> Int {
      certificate.flatMap { index < $0.levels.count ? $0.levels[index].objective : nil } ?? 0
    }
    return level(routes?.certificate, 0) < level(other.routes?.certificate, 0)
      && level(distribution?.certificate, 0) <= level(other.distribution?.certificate, 0)
      && level(carrying?.certificate, 0) <= level(other.carrying?.certificate, 0)
      && level(roster?.certificate, 0) <= level(other.roster?.certificate, 0)
      && level(roster?.certificate, 1) <= level(other.roster?.certificate, 1)
  }

  // MARK: Steered distribution

  /// Distribution with its points opening as agreed and people at their prices; what it costs is told without these.
  private mutating func steer(from before: DistributionOutcome) {
    let delayed = agreement.applied(to: district)
    guard let original = distributionPlanner,
      let planner = try? DistributionPlanner(district: delayed, staffPrices: staffPrices)
    else { return }
    let bounded = unsteered ?? before
    let found = step(.distribution, "first") {
      planner.heuristic(budget: budget(upTo: 0.1), seed: request.seed)
    }
    guard let judged = original.judged(found) else { return }
    unsteered = bounded
    steered = planner
    distribution = shared(judged.certified(by: bounded))
  }

  /// Bounds from the district as it is, the plan from the steered one.
  mutating func improveSteered(_ planner: DistributionPlanner, boundedBy original: DistributionPlanner) {
    guard request.method != .heuristic, let known = distribution else { return }
    distribution = step(.distribution, "improve") {
      let start = unsteered
      let proof = original.exact(from: start, solver: solver, budget: budget(share: 0.2), seed: request.seed)
      let better = planner.exact(from: known, solver: solver, budget: budget(share: 0.2), seed: request.seed)
      return (better.flatMap(original.judged) ?? known).certified(by: proof ?? start)
    }
    distribution = distribution.map(shared)
    tell(.distribution, distribution?.certificate)
  }
}

extension DistributionOutcome {
  fileprivate var unserved: Int { certificate.levels.first?.objective ?? 0 }
}
