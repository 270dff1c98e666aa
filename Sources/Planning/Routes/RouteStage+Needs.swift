import Distribution
import Districts
import Units

extension RouteStage {
  /// What the routes of a district are asked for, whoever drives them.
  static func packNeeds(of district: District, distribution: DistributionPlan?, carrying: CarryPlan? = nil)
    -> [PackNeed]
  {
    guard let zone = ZoneClock(identifier: district.timeZone) else { return [] }
    return RouteDemands(district: district, zone: zone, carrying: carrying).all(distribution).map { demand in
      PackNeed(
        good: demand.good, place: demand.place, coordinate: demand.coordinate, source: demand.source,
        steps: demand.curve.map { ($0.by, $0.packs) })
    }
  }
}
