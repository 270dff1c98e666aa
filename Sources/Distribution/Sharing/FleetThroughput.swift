import Districts
import Units

/// About how many packs all vehicles can have brought by a moment: full vehicles, to and fro between their depot and the
/// points. An estimate that steers, never a proof.
struct FleetThroughput: Sendable {
  private struct Runner {
    var from: Moment
    var to: Moment
    var cycle: Int
    var packs: Int
  }
  private let runners: [Runner]

  init(_ district: District, zone: ZoneClock) {
    let depots = Dictionary(district.depots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let travel = WheelTravel.vehicle(district)
    runners = district.vehicles.compactMap { vehicle in
      guard let depot = depots[vehicle.depot] else { return nil }
      let hours = district.hours(vehicle.from, vehicle.to, in: zone)
      let ways = district.points.compactMap {
        travel.seconds(PlaceID(depot.id), depot.coordinate, PlaceID($0.id), $0.coordinate)
      }
      guard !hours.isEmpty, !ways.isEmpty else { return nil }
      let mean = ways.reduce(0, +) / ways.count
      let handling =
        depot.loadFixed + vehicle.unloadFixed
        + Seconds(vehicle.capacityPacks * (depot.loadPerPack.rawValue + vehicle.unloadPerPack.rawValue))
      return Runner(
        from: hours.start, to: hours.end, cycle: max(1, handling.rawValue + 2 * mean), packs: vehicle.capacityPacks)
    }
  }

  /// Nil where nobody drives.
  func packs(by moment: Moment) -> Int? {
    guard !runners.isEmpty else { return nil }
    return runners.reduce(0) { sum, runner in
      let worked = max(0, (min(moment, runner.to) - runner.from).rawValue)
      return sum
        + min(1 << 40, worked / runner.cycle * runner.packs + worked % runner.cycle * runner.packs / runner.cycle)
    }
  }
}
