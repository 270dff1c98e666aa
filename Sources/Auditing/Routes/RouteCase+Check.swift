import Districts

extension RouteCase {
  public static let rules: [RuleID] = [
    .structure, .vehicleCapacity, .vehicleHours, .tripLimit, .crewOnDuty, .depotStock, .depotHours, .depotDocks,
    .travelTime, .needCurve, .pins, .reasons,
  ]

  /// What one rule complains about; nothing for rules that only cost (see `objective`).
  public func check(_ rule: RuleID) -> [Violation] {
    switch rule {
    case .structure: checkStructure()
    case .vehicleCapacity: checkVehicleCapacity()
    case .vehicleHours: checkVehicleHours()
    case .tripLimit: checkTripLimit()
    case .crewOnDuty: checkCrewOnDuty()
    case .depotStock: checkDepotStock() + checkPharmacies()
    case .depotHours: checkDepotHours()
    case .depotDocks: checkDepotDocks()
    case .travelTime: checkTravelTime()
    case .needCurve: checkNeedCurve() + checkEarliest()
    case .pins: checkRoutePins()
    case .reasons: checkGaps()
    default: []
    }
  }

  public var violations: [Violation] { Self.rules.flatMap(check) }

  public var objective: StageObjective {
    let parts = plan.routes.indices.map(costs)
    return StageObjective(
      [
        (.undelivered, [(.undelivered, undelivered)]),
        (
          .cost,
          [
            (.fixedCost, parts.map(\.fixed).saturatedSum), (.distanceCost, parts.map(\.distance).saturatedSum),
            (.timeCost, parts.map(\.time).saturatedSum),
          ]
        ),
      ], preference: hasPreferences ? routePinsAmount : nil)
  }

  /// Packs of every good beyond all stock; then 0.
  public var floors: [Int] {
    [raw.district.goods.indices.map(lacking).saturatedSum, 0] + (hasPreferences ? [0] : [])
  }
}
