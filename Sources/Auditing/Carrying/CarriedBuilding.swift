import Districts

/// What of one building is carried (docs/format.md §16).
struct CarriedBuilding: Sendable {
  /// Packs by good, in the order of goods.csv.
  var toEntrance: [Int]
  var toDoors: [Int]
  /// Households that are brought their goods to the door.
  var doors: Int

  var packs: Int { toEntrance.saturatedSum +| toDoors.saturatedSum }
  var isAny: Bool { packs > 0 || doors > 0 }
}

extension RawInput {
  /// By row of buildings.csv: of p packs for h households of whom d are visited, ⌈p × d ÷ h⌉ to the doors; the rest to
  /// the entrance in mode `property`.
  ///
  /// - Parameter orders: what each building is given, by good.
  func carried(_ orders: [[Due]]) -> [CarriedBuilding] {
    district.buildings.enumerated().map { b, building in
      let (all, doors) = (building.households.rawValue, householdsAtDoor(building))
      let packs = orders[b].map { max(0, $0.packs) }
      // What those who come get is rounded down.
      let others = packs.map { all > 0 ? all.dividingFullWidth($0.multipliedFullWidth(by: all - doors)).quotient : $0 }
      let toDoors = zip(packs, others).map { $0 - $1 }
      let rest = zip(packs, toDoors).map { modes[b] == .property ? $0 -| $1 : 0 }
      return CarriedBuilding(toEntrance: rest, toDoors: toDoors, doors: doors)
    }
  }
}
