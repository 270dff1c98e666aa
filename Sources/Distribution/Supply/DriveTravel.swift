import Districts
import Units

/// Seconds of a vehicle's way: travel.csv where it has the pair, else coordinates; nil where neither tells.
struct DriveTravel {
  private struct Pair: Hashable {
    var from: PlaceID
    var to: PlaceID
  }
  private var known: [Pair: Int] = [:]
  private let mode: TravelMode

  init(_ district: District) {
    mode = district.travel.vehicle
    for row in district.travelRows where row.mode == .vehicle {
      let pair = Pair(from: row.from, to: row.to)
      if known[pair] == nil { known[pair] = row.seconds.rawValue }
    }
  }

  func seconds(_ from: PlaceID, _ start: Coordinate?, _ to: PlaceID, _ end: Coordinate?) -> Int? {
    if let row = known[Pair(from: from, to: to)] { return row }
    guard let start, let end else { return nil }
    let metres = start.metres(to: end, detourPercent: mode.detourPercent).rawValue
    return (metres * 3600).dividedRoundingUp(by: max(1, mode.metresPerHour))
  }
}
