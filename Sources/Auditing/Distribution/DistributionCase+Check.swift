import Districts

extension DistributionCase {
  public static let rules: [RuleID] = [
    .structure, .servedOnce, .handoverMode, .openingHours, .slotCapacity, .batchSplit, .helperLoad, .pins, .reasons,
  ]

  /// What one rule complains about; nothing for rules that only cost (see `objective`).
  public func check(_ rule: RuleID) -> [Violation] {
    switch rule {
    case .structure: checkStructure()
    case .servedOnce: checkServedOnce()
    case .handoverMode: checkHandoverMode()
    case .openingHours: checkOpeningHours()
    case .slotCapacity: checkSlotCapacity()
    case .batchSplit: checkBatchSplit()
    case .helperLoad: checkHelperLoad()
    case .pins: checkBatchPins()
    case .reasons: checkGaps()
    default: []
    }
  }

  public var violations: [Violation] { Self.rules.flatMap(check) }

  public var objective: StageObjective {
    StageObjective(
      [
        (.unserved, [(.unservedHouseholds, unservedHouseholds), (.unservedNeeds, unservedNeeds)]),
        (
          .effort,
          [
            (.staffTime, staffTime), (.walking, walking), (.helperWalking, helperWalking),
            (.changedHelper, changedHelper),
          ]
        ),
      ], preference: hasPreferences ? batchPinsAmount : nil)
  }

  /// 9 × households of buildings whose largest staircase exceeds every slot of every point they may use; then 0.
  public var floors: [Int] {
    let capacities = raw.district.points.map { point in
      slots(of: point).isEmpty ? 0 : capacity(of: point, desks: point.desks)
    }
    let unserved = raw.district.buildings.map { building -> Int in
      guard raw.mode(of: building) == .point else { return 0 }
      let most = usablePoints(building).map { capacities[$0] }.max() ?? 0
      return (raw.households(of: building).max() ?? 0) > most ? 9 *| raw.householdsInBatches(building) : 0
    }
    return [unserved.saturatedSum, 0] + (hasPreferences ? [0] : [])
  }
}
