import Districts
import Testing
import Units

@testable import Distribution

@Suite("About how many packs vehicles can have brought by a moment") struct FleetThroughputTests {
  private let zone = ZoneClock.utc

  /// One point, 600 s from the depot, and vehicles that load and unload 100 packs in 300 s each.
  private func district(vehicles: Int) -> District {
    var district = District()
    district.timeZone = "UTC"
    district.planDate = CalendarDate(dayNumber: 18_993)
    let place = Coordinate(latitude: 34, longitude: 109)
    var depot = Depot(id: DepotID("D"), name: "D", coordinate: place)
    depot.loadFixed = 100
    depot.loadPerPack = 2
    district.depots = [depot]
    district.points = [
      DistributionPoint(
        id: PointID("P"), compound: CompoundID("K"), coordinate: place, householdsPerDeskHour: Households(60),
        openFrom: ClockTime(minutes: 960), openTo: ClockTime(minutes: 1200))
    ]
    for (from, to) in [("D", "P"), ("P", "D")] {
      district.travelRows.append(
        TravelRow(from: PlaceID(from), to: PlaceID(to), mode: .vehicle, metres: 1000, seconds: 600))
    }
    for number in 0..<vehicles {
      var vehicle = Vehicle(
        id: VehicleID("V\(number)"), depot: DepotID("D"), capacityPacks: 100, from: ClockTime(minutes: 480),
        to: ClockTime(minutes: 600))
      vehicle.unloadFixed = 100
      vehicle.unloadPerPack = 2
      district.vehicles.append(vehicle)
    }
    return district
  }

  private func brought(_ vehicles: Int, minutes: Int) -> Int? {
    let district = district(vehicles: vehicles)
    let fleet = FleetThroughput(district, zone: zone)
    return fleet.packs(by: zone.moment(district.planDate, ClockTime(minutes: minutes)))
  }

  @Test("a round of half an hour brings one load; nothing before the shift, nothing more after it")
  func rounds() {
    #expect([400, 480, 510, 540, 600, 900].map { brought(1, minutes: $0) } == [0, 0, 100, 200, 400, 400])
  }

  @Test("two vehicles bring twice as much, and none is no limit that could be told")
  func fleets() {
    for minutes in stride(from: 480, through: 620, by: 7) {
      #expect(brought(2, minutes: minutes) == brought(1, minutes: minutes).map { 2 * $0 })
      #expect(brought(1, minutes: minutes) ?? 0 <= brought(1, minutes: minutes + 1) ?? 0)
    }
    #expect(brought(0, minutes: 600) == nil)
  }
}
