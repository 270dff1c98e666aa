import Units
import Districts

/// What was proved of the helpers.
struct HelperProof: Sendable {
  /// Of the effort over plans that leave as little as can be; nil: nothing is known.
  var effort: Int?
  var finished = false
  static let none = HelperProof()
}

/// Bounds of the levels over all parts.
///
/// A part's search gives a bound B on its scaled cost u · M + e · K + f. So u ≥ ⌊B ÷ M⌋, and where u is at most U,
/// e · K + f ≥ B − U · M. In a plan whose level 1 is at most this plan's, a part may be worse than here only by what
/// the other parts could be better: with U that much larger the parts' bounds add up.
struct LevelBounds {
  /// By level.
  private(set) var values: [Int?]
  private let finished: Bool

  init(
    planner: DistributionPlanner, plans: [AreaPlan], costs: [AreaCost], helperPlan: HelperPlan,
    areaProofs: [PartProof], helperProof: HelperProof, lost: Int, fixedPreference: Int
  ) {
    let areas = planner.areas.areas
    let helpersFinished = helperProof.finished || planner.helpers.needs.isEmpty
    finished = areaProofs.allSatisfy(\.finished) && helpersFinished
    values = [nil, nil, nil]
    guard areaProofs.allSatisfy({ $0.bound != nil }) else { return }
    let helperEffort = planner.helpers.needs.isEmpty ? 0 : helperProof.effort
    guard let helperEffort else { return }
    let lowest = zip(areas, areaProofs).map { max(0, ($1.bound ?? 0) / $0.unservedScale) }
    let helperLowest = planner.helpers.leastUnserved
    values[0] = lost + helperLowest + lowest.reduce(0, +)
    // What is left between objective and bound of level 1, which any part might use.
    let room =
      costs.reduce(0) { $0 + $1.unserved } + planner.helpers.unserved(helperPlan) - helperLowest
      - lowest.reduce(0, +)
    var effort = room == 0 ? helperEffort : 0
    var exact = room == 0 && helperEffort >= planner.helpers.effort(helperPlan)
    for (index, area) in areas.enumerated() {
      let rest = (areaProofs[index].bound ?? 0) - (lowest[index] + room) * area.unservedScale
      // Preferences are below one unit of effort.
      effort += max(0, (rest - (area.effortScale - 1)).dividedRoundingUpFromBelow(by: area.effortScale))
      exact = exact && (areaProofs[index].bound ?? 0) >= area.scaled(costs[index])
    }
    values[1] = effort
    values[2] = exact ? fixedPreference + costs.reduce(0) { $0 + $1.preference } : fixedPreference
  }

  /// A level whose bound is met is proved, whatever is left of the tree.
  func evidence(_ level: Int, objective: Int) -> CertifiedLevel.Evidence {
    guard let value = values[level] else { return .none }
    return finished || value >= objective ? .search : .openTree
  }
}

extension Int {
  /// The quotient rounded up, for any dividend and a positive divisor.
  func dividedRoundingUpFromBelow(by divisor: Int) -> Int { -((-self).dividedRoundingDown(by: divisor)) }
}
