import Formats

extension DistrictChanger {
  mutating func scale(_ quantity: Quantity, by factor: Factor, within name: ObjectName?) {
    var scope: KnownObject?
    if let name {
      scope = find(name, among: quantity.scopes)
      if scope == nil { return }
    }
    guard !factor.isOne else { return }
    switch quantity {
    case .households: scaleHouseholds(factor, scope)
    case .orders: scaleOrders(factor, scope)
    case .stock: scaleStock(factor, scope)
    case .minutes: scaleMinutes(factor, scope)
    }
  }

  private func isWithin(_ scope: KnownObject?, _ sheet: TableSheet, _ row: Int, _ columns: [ObjectKind: String])
    -> Bool
  {
    guard let scope else { return true }
    return columns[scope.kind].map { sheet[row, $0] == scope.id } ?? false
  }

  /// Rounding keeps their order: never more households of the elderly than households.
  private mutating func scaleHouseholds(_ factor: Factor, _ scope: KnownObject?) {
    var sheet = sheet(.buildings)
    for row in sheet.indices where isWithin(scope, sheet, row, [.building: "id", .compound: "compound"]) {
      for column in ["households", "residents", "elderly"] {
        if let count = Int(sheet[row, column]) { sheet.set(row, column, String(factor.scaled(count))) }
      }
    }
    keep(sheet)
  }

  private mutating func scaleStock(_ factor: Factor, _ scope: KnownObject?) {
    var sheet = sheet(.stock)
    for row in sheet.indices where isWithin(scope, sheet, row, [.depot: "depot", .good: "good"]) {
      if let packs = Int(sheet[row, "packs"]) { sheet.set(row, "packs", String(factor.scaled(packs))) }
    }
    keep(sheet)
  }

  /// At the desks, and where all of the district is meant at the doors.
  private mutating func scaleMinutes(_ factor: Factor, _ scope: KnownObject?) {
    let column = "households_per_desk_hour"
    var sheet = sheet(.points)
    for row in sheet.indices where isWithin(scope, sheet, row, [.point: "id", .compound: "compound"]) {
      if let rate = Int(sheet[row, column]) { sheet.set(row, column, String(max(1, factor.unscaled(rate)))) }
    }
    keep(sheet)
    guard scope == nil else { return }
    let seconds = settings.carrying.perDoor.rawValue
    set(["carrying", "seconds_per_door"], to: .word(String(factor.scaled(seconds))))
  }
}

extension Quantity {
  /// What it can be scaled within.
  var scopes: [ObjectKind] {
    switch self {
    case .households: [.building, .compound]
    case .orders: [.building, .compound, .site, .good]
    case .stock: [.depot, .good]
    case .minutes: [.point, .compound]
    }
  }
}
