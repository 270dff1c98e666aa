import Districts
import Formats
import Synthesis
import Units

/// Draws changes that a district can take.
struct RandomWords {
  var random: SeededRandom
  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[random.below(elements.count)]
  }

  private mutating func factor() -> String { pick(["0", "0.8", "1.1", "2", "35%", "1.000001", "0.001"]) ?? "" }

  /// Nil where the district has nothing of the kind drawn.
  mutating func word(for district: District) -> String? {
    let cadre = pick(district.cadres)
    let day = district.planDate.advanced(by: random.below(district.planDays))
    switch random.below(21) {
    case 0: return cadre.map { "absent=\($0.id)" }
    case 1: return "absent=\(random.below(101))%"
    case 2: return "absent=12.5%:\(pick(CadreKind.allCases)?.rawValue ?? "")"
    case 3: return cadre?.sendingUnit.map { "absent=unit:\($0)@\(day)" }
    case 4: return cadre.map { "release=\($0.id),30%@0\(random.below(10)):30" }
    case 5: return "add=\(pick(CadreKind.allCases)?.rawValue ?? "")*\(1 + random.below(4))"
    case 6: return cadre.map { "add=like:person:\($0.id)*\(1 + random.below(3))" }
    case 7: return place(district).map { "add=\($0)*\(1 + random.below(2))" }
    case 8, 9: return place(district).map { "close=\($0)" }
    case 10: return pick(district.buildings).map { "seal=building:\($0.id)" }
    case 11: return pick(district.compounds).map { "\(random.below(2) == 0 ? "seal" : "unseal")=compound:\($0.id)" }
    case 12: return pick(district.buildings).map { "unseal=building:\($0.id)" }
    case 13: return pick(["households", "orders", "stock"]).map { "scale:\($0)=\(factor())" }
    case 14: return pick(district.compounds).map { "scale:households=\(factor()):compound:\($0.id)" }
    case 15: return pick(district.goods).map { "scale:orders=\(factor()):good:\($0.id)" }
    case 16: return "scale:minutes=\(pick(["0.5", "1.5", "3"]) ?? "")"
    case 17:
      return pick(district.shifts).map { "shift:\($0.id)=\(pick(["+30", "-30", "08:00-12:30", "21:00-05:00"]) ?? "")" }
    case 18: return pick(["fairHours", "nearHome", "buddies", "restDay"]).map { "weight:\($0)=\(random.below(1001))" }
    case 19:
      return pick([
        "rule:minimumRest=720", "rule:rotation=off", "rule:weeklyMaximum=off", "rule:rotation.cycle=A,B",
        "rule:exposureMix.days=2",
      ])
    default: return pick(["set:helpers.most=9", "set:carrying.cart_packs=25", "set:night.from=21:30", "time-limit=2m"])
    }
  }

  private mutating func place(_ district: District) -> String? {
    pick(
      district.points.map { "point:\($0.id)" } + district.vehicles.map { "vehicle:\($0.id)" }
        + district.sites.map { "site:\($0.id)" } + district.depots.map { "depot:\($0.id)" })
  }
}

/// Drawn districts and samples, small enough to be changed often.
func smallDistricts() throws -> [DistrictFiles] {
  let recipes = [
    try DistrictRecipe(households: 388, people: 20, compounds: 1, sites: 2, days: 2, vehicles: 0, seed: 7),
    try DistrictRecipe(households: 100, people: 12, compounds: 4, sites: 3, days: 14, vehicles: 2, depots: 3),
    try DistrictRecipe(households: 600, people: 24, vehicles: 2, seed: 3),
  ]
  return recipes.map { DistrictFiles(drawDistrict($0)) }
    + [Sample.junyi, .taihua, .frozenConflict].map { DistrictFiles($0.files) } + [Town.files]
}
