import Districts
import Units

/// How every building is handed its goods, and how many of its households have them brought to the door
/// (docs/format.md §8 and §16).
public struct Handovers: Sendable {
  /// By building.
  public let modes: [Batch.Mode]
  /// By building: its households to whose doors goods are brought; all of them in mode `door`.
  public let atDoor: [Int]

  /// O(buildings + needs + points).
  public init(_ district: District) {
    let managed = Set(district.compounds.lazy.filter(\.propertyManagement).map(\.id))
      .subtracting(district.points.map(\.compound))
    let waiting = Self.waitingDoors(district)
    var modes: [Batch.Mode] = []
    var atDoor: [Int] = []
    for building in district.buildings {
      let households = building.households.rawValue
      let doors = min(waiting[building.id] ?? 0, households)
      let mode = Self.mode(of: building, isManaged: managed.contains(building.compound))
      let isAll = mode == .door || (mode == .point && households > 0 && doors == households)
      modes.append(isAll ? .door : mode)
      atDoor.append(isAll ? households : doors)
    }
    self.modes = modes
    self.atDoor = atDoor
  }

  private static func mode(of building: Building, isManaged: Bool) -> Batch.Mode {
    switch building.handover {
    case .point: .point
    case .door: .door
    case .property: .property
    case .auto: building.status == .sealed ? .door : isManaged ? .property : .point
    }
  }

  /// Doors of people who live alone or are isolated; rows without a door are one household a building.
  private static func waitingDoors(_ district: District) -> [BuildingID: Int] {
    var doors: [BuildingID: Set<String>] = [:]
    for need in district.needs where need.kinds.contains(.alone) || need.kinds.contains(.isolated) {
      doors[need.building, default: []].insert(need.door ?? "")
    }
    return doors.mapValues(\.count)
  }

  /// The district as points see it: buildings in mode `point` have the households that come, and every building says
  /// its mode. Packs must be counted in the district itself.
  public func collecting(_ district: District) -> District {
    var collecting = district
    for index in district.buildings.indices {
      collecting.buildings[index].handover =
        switch modes[index] {
        case .point: .point
        case .property: .property
        case .door: .door
        }
      guard modes[index] == .point, atDoor[index] > 0 else { continue }
      let coming = Households(district.buildings[index].households.rawValue - atDoor[index])
      collecting.buildings[index].households = coming
      collecting.buildings[index].elderly = min(district.buildings[index].elderly, coming)
    }
    return collecting
  }
}
