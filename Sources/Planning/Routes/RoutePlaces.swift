import Districts
import Routing
import Units

/// Depots and destinations as dense indices, with what a vehicle needs from each to each.
struct RoutePlaces: Sendable {
  private(set) var ids: [PlaceID] = []
  private(set) var index: [PlaceID: Int] = [:]
  private(set) var metres: [Int32] = []
  private(set) var seconds: [Int32] = []
  private var coordinates: [Coordinate?] = []

  /// O(places²).
  init(district: District, demands: [RouteDemand]) {
    for depot in district.depots { add(PlaceID(depot.id), depot.coordinate) }
    for demand in demands { add(demand.place, demand.coordinate) }
    measure(district.travel.vehicle)
    let count = ids.count
    for row in district.travelRows where row.mode == .vehicle {
      guard let from = index[row.from], let to = index[row.to], from != to else { continue }
      metres[from * count + to] = Self.clipped(row.metres.rawValue)
      seconds[from * count + to] = Self.clipped(row.seconds.rawValue)
    }
  }

  private mutating func add(_ id: PlaceID, _ coordinate: Coordinate?) {
    guard index[id] == nil else { return }
    index[id] = ids.count
    ids.append(id)
    coordinates.append(coordinate)
  }

  private mutating func measure(_ mode: TravelMode) {
    let count = ids.count
    metres = Array(repeating: Travel.unreachable, count: count * count)
    seconds = metres
    for a in 0..<count {
      metres[a * count + a] = 0
      seconds[a * count + a] = 0
      guard let from = coordinates[a] else { continue }
      for b in 0..<count where b != a {
        guard let to = coordinates[b] else { continue }
        let way = from.metres(to: to, detourPercent: mode.detourPercent).rawValue
        metres[a * count + b] = Self.clipped(way)
        seconds[a * count + b] = Self.clipped((way * 3600).dividedRoundingUp(by: max(1, mode.metresPerHour)))
      }
    }
  }

  /// What no plan can drive is as good as no way.
  private static func clipped(_ value: Int) -> Int32 {
    value < 0 ? 0 : value > Int(Travel.longest) ? Travel.unreachable : Int32(value)
  }

  /// The ways between a list of places, in which a place may stand several times. O(list²).
  func travel(_ list: [Int]) -> Travel {
    var distances: [Int32] = []
    var durations: [Int32] = []
    distances.reserveCapacity(list.count * list.count)
    durations.reserveCapacity(list.count * list.count)
    for from in list {
      for to in list {
        let (way, time) = (metres[from * ids.count + to], seconds[from * ids.count + to])
        let isWay = max(way, time) < Travel.unreachable
        distances.append(isWay ? way : Travel.unreachable)
        durations.append(isWay ? time : Travel.unreachable)
      }
    }
    return Travel(count: list.count, distances: distances, durations: durations)
  }
}
