import Districts
import RouteSolver
import Units

/// The vehicles that can be used: with a crew, and a span in which to drive.
struct RouteFleet: Sendable {
  struct Member: Sendable {
    /// Row of vehicles.csv.
    var row: Int
    var from: Moment
    var to: Moment
    var driver: CadreID?
    var loaders: [CadreID]
  }
  var members: [Member] = []
  /// Vehicles whose span would do, but whose crew is not complete.
  var withoutCrew = 0
  /// Vehicles whose span is empty, crew or not.
  var neverOpen = 0
  /// Every vehicle's three costs are zero: metres are the cost.
  var countsMetres: Bool

  init(district: District, zone: ZoneClock, roster: RosterPlan?, assumeCrews: Bool) {
    countsMetres = district.vehicles.allSatisfy {
      $0.fixedCost == 0 && $0.costPerKilometre == 0 && $0.costPerHour == 0
    }
    let duties = Dictionary((roster?.duties ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (row, vehicle) in district.vehicles.enumerated() {
      let hours = district.hours(vehicle.from, vehicle.to, in: zone)
      guard !hours.isEmpty else {
        neverOpen += 1
        continue
      }
      var member = Member(row: row, from: hours.start, to: hours.end, driver: nil, loaders: [])
      if !assumeCrews {
        let id = DutyID(
          site: PlaceID(vehicle.id), post: "crew", shift: "run", date: district.planDate.description)
        let people = duties[id]?.people ?? []
        let drivers = people.filter { $0.seat == "driver" }
        let loaders = people.filter { $0.seat == "loader" }
        guard let driver = drivers.first, loaders.count >= vehicle.loaders else {
          withoutCrew += 1
          continue
        }
        member.driver = driver.cadre
        member.loaders = loaders.map(\.cadre)
      }
      members.append(member)
    }
  }

  /// By member; metres count as costs where nothing else does.
  func prices(_ district: District) -> [JourneyPrice] {
    members.map { member in
      let row = district.vehicles[member.row]
      return JourneyPrice(
        fixed: row.fixedCost, perKilometre: countsMetres ? 1000 : row.costPerKilometre, perHour: row.costPerHour)
    }
  }
}
