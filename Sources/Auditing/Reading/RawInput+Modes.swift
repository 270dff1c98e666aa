import Districts

/// Who is handed goods in which way, and which households come for them (docs/format.md §8, §16).
extension RawInput {
  /// By row of buildings.csv: the households of needs.csv that are alone or isolated, at most the building's. Rows of a
  /// building without a door are one household.
  static func householdsAloneOrIsolated(_ district: District) -> [Int] {
    var doors: [BuildingID: Set<String?>] = [:]
    for need in district.needs where need.kinds.contains(.alone) || need.kinds.contains(.isolated) {
      doors[need.building, default: []].insert(need.door)
    }
    return district.buildings.map { min($0.households.rawValue, doors[$0.id]?.count ?? 0) }
  }

  /// By row of buildings.csv.
  ///
  /// - Parameter alone: households alone or isolated, by row of buildings.csv.
  static func modesOfBuildings(_ district: District, alone: [Int]) -> [Batch.Mode] {
    let managed = Set(district.compounds.filter(\.propertyManagement).map(\.id))
    let pointed = Set(district.points.map(\.compound))
    return zip(district.buildings, alone).map { building, alone in
      let mode: Batch.Mode
      switch building.handover {
      case .property: mode = .property
      case .point: mode = .point
      case .door: mode = .door
      case .auto where building.status == .sealed: mode = .door
      case .auto where managed.contains(building.compound) && !pointed.contains(building.compound): mode = .property
      case .auto: mode = .point
      }
      // Where everybody is brought the goods to the door, nobody comes to a point.
      let nobodyComes = building.households > 0 && alone == building.households.rawValue
      return mode == .point && nobodyComes ? .door : mode
    }
  }

  /// How the building is handed its goods.
  func mode(of building: Building) -> Batch.Mode { buildingIndex[building.id].map { modes[$0] } ?? .point }

  /// Households that are brought their goods to the door: all in mode `door`, else those alone or isolated.
  func householdsAtDoor(_ building: Building) -> Int {
    guard let b = buildingIndex[building.id] else { return 0 }
    return modes[b] == .door ? building.households.rawValue : alone[b]
  }

  /// Households of the building's batches: in mode `point` those that come, else all.
  func householdsInBatches(_ building: Building) -> Int {
    let all = building.households.rawValue
    return mode(of: building) == .point ? all -| householdsAtDoor(building) : all
  }

  /// Elderly households among those of the batches, at most all of these.
  func elderlyInBatches(_ building: Building) -> Int { min(building.elderly.rawValue, householdsInBatches(building)) }
}
