import Districts

extension Audit {
  /// Whether a plan must say how goods are carried: it has a distribution, and something is to be carried.
  private func asksForCarrying(_ plan: Plan) -> Bool {
    plan.distribution != nil && raw.carried(raw.orders(plan.supply)).contains(where: \.isAny)
  }

  public func carrying(of plan: Plan) -> CarryCase? {
    guard let carrying = plan.carrying, let distribution = plan.distribution, asksForCarrying(plan) else { return nil }
    return CarryCase(self, carrying: carrying, distribution: distribution, supply: plan.supply)
  }

  /// Carrying stands where something is to be carried, and nowhere else.
  func checkCarrying(_ plan: Plan, _ carrying: CarryCase?) -> [Violation] {
    if let carrying { return carrying.violations }
    let asked = asksForCarrying(plan)
    guard asked || plan.carrying != nil else { return [] }
    let message = asked ? "nothing is said of how goods are carried" : "carrying where nothing is to be carried"
    return [Violation(rule: .structure, place: "carrying", amount: 1, message: message)]
  }
}
