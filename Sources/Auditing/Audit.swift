import Districts

/// The independent judge of a plan against the district's raw input (docs/format.md §4, §6–17).
///
/// Naive and in whole numbers; it shares nothing with the code that makes plans.
public struct Audit: Sendable {
  let raw: RawInput
  let sha256: @Sendable (String) -> String

  /// - Parameter sha256: 64 hexadecimal digits of a text's UTF-8 bytes.
  public init(district: District, sha256: @escaping @Sendable (String) -> String) {
    raw = RawInput(district)
    self.sha256 = sha256
  }

  /// Everything that is wrong with a finished plan, its seal and its own verdict included; empty: the plan passes.
  ///
  /// - Parameter bounds: where given, every bound of evidence `multipliers` is recomputed.
  public func judge(_ plan: Plan, bounds: BoundsFile? = nil) -> [Violation] {
    let content = content(plan)
    let proofs = bounds.map { checkBounds(plan, $0, roster: roster(of: plan)) } ?? []
    return content + checkSeal(plan, content: content) + proofs
  }

  /// What is wrong with a plan before it is sealed: everything but the seal and the plan's own verdict.
  public func content(_ plan: Plan) -> [Violation] {
    let roster = roster(of: plan)
    let supply = supply(of: plan)
    let distribution = distribution(of: plan)
    let carrying = carrying(of: plan)
    let routes = routes(of: plan)
    let certificates = plan.certificates
    return checkDocument(plan)
      + (supply?.violations ?? []) + (distribution?.violations ?? []) + checkCarrying(plan, carrying)
      + roster.violations + (routes?.violations ?? [])
      + checkCertificate(
        certificates.supply, stage: "supply", objective: supply?.objective, floors: supply?.floors ?? [])
      + checkCertificate(
        certificates.distribution, stage: "distribution", objective: distribution?.objective,
        floors: distribution?.floors ?? [])
      + checkCertificate(
        certificates.carrying, stage: "carrying", objective: carrying?.objective, floors: carrying?.floors ?? [])
      + checkCertificate(
        certificates.roster, stage: "roster", objective: plan.roster == nil ? nil : roster.objective,
        floors: plan.roster == nil ? [] : roster.floors)
      + checkCertificate(
        certificates.routes, stage: "routes", objective: routes?.objective, floors: routes?.floors ?? [])
      + checkCollections(plan, routes) + checkPurchases(plan, routes)
      + checkSummary(plan, roster: roster, carrying: carrying, routes: routes) + checkCollected(plan, routes)
      + checkComparison(plan, distribution)
  }

  /// Where there are routes there is what is bought for them, for as much as it says and no cheaper than can be.
  private func checkPurchases(_ plan: Plan, _ routes: RouteCase?) -> [Violation] {
    let certificate = plan.certificates.purchases
    guard let routes, let purchases = plan.purchases else {
      let found = checkCertificate(certificate, stage: "purchases", objective: nil, floors: [])
      guard plan.purchases != nil || routes != nil else { return found }
      let message = routes == nil ? "purchases without routes" : "routes, and nothing is said of what is bought"
      return found + [Violation(rule: .structure, place: "purchases", amount: 1, message: message)]
    }
    let bought = PurchaseCase(routes, purchases: purchases)
    var found = bought.violations
    found += checkCertificate(certificate, stage: "purchases", objective: bought.objective, floors: [0])
    if let bound = certificate?.levels.first?.bound, bound > bought.leastCost {
      found.append(
        Violation(
          rule: .bound, place: "certificates.purchases", amount: bound -| bought.leastCost,
          message: "as many packs could be bought for \(bought.leastCost)"))
    }
    return found
  }

  /// What a plan says of itself once it is judged, before it is sealed.
  public func verdict(on plan: Plan) -> AuditVerdict {
    var verdict = AuditVerdict()
    verdict.violations = content(plan)
    verdict.passed = verdict.violations.isEmpty
    return verdict
  }

  public func roster(of plan: Plan) -> RosterCase {
    RosterCase(self, roster: plan.roster, distribution: plan.distribution, carrying: plan.carrying)
  }

  public func supply(of plan: Plan) -> SupplyCase? { plan.supply.map { SupplyCase(self, supply: $0) } }

  public func distribution(of plan: Plan) -> DistributionCase? {
    plan.distribution.map { DistributionCase(self, distribution: $0, supply: plan.supply) }
  }

  public func routes(of plan: Plan) -> RouteCase? {
    plan.routes.map {
      RouteCase(
        self, routes: $0, distribution: plan.distribution, carrying: plan.carrying, roster: plan.roster,
        supply: plan.supply)
    }
  }
}
