import Districts
import Testing
import Units
import Wording

@testable import Reports

/// The district with carts and with places: a gate, buildings in a row, two of them in one spot.
extension Fixture {
  static func north(_ metres: Double, east: Double = 0) -> Coordinate {
    Coordinate(latitude: 34.25 + metres / 111_195, longitude: 108.95 + east / 91_900)
  }

  static func mappedDistrict() throws -> District {
    var district = try carriedDistrict()
    district.compounds[0].coordinate = north(-150)
    district.buildings[0].coordinate = north(0, east: -120)
    district.buildings[1].coordinate = north(60)
    district.buildings[2].coordinate = north(60)
    var site = Site(id: SiteID("S1"), name: "西门岗")
    site.coordinate = north(20, east: -260)
    district.sites = [site, Site(id: SiteID("S2"), name: "流动岗")]
    return district
  }

  static func mapped(_ language: Language, _ change: (inout District, inout Plan) throws -> Void = { _, _ in }) throws
    -> ReportContext
  {
    var (district, plan) = (try mappedDistrict(), try carriedPlan())
    try change(&district, &plan)
    return try #require(ReportContext(district: district, plan: plan, language: language))
  }

  /// A compound of so many buildings on a grid, all called to its point.
  static func large(_ count: Int, _ language: Language) throws -> ReportContext {
    try mapped(language) { district, plan in
      district.buildings = (0..<count).map { index in
        var house = Building(id: BuildingID("B\(index)"), compound: CompoundID("K1"), households: 30)
        (house.name, house.coordinate) = ("\(index)号楼", north(Double(index / 15) * 40, east: Double(index % 15) * 40))
        return house
      }
      let batch = try #require(plan.distribution?.batches.first)
      plan.distribution?.batches = district.buildings.map {
        var own = batch
        (own.building, own.staircases) = ($0.id, [1])
        return own
      }
      plan.carrying = nil
    }
  }
}

extension ReportContext {
  /// Titles and content of the maps' pages.
  var mapPages: [String] {
    let facts = MapFacts(self)
    let compounds = compoundMaps(facts)
    return districtMap(facts, withoutMap: compounds.withoutMap) + compounds.pages
  }
}
