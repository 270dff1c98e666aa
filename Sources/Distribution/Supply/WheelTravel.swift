import Districts
import Units

/// Seconds of a way with a vehicle or a cart: travel.csv where it has the pair, else coordinates; nil where neither
/// tells.
public struct WheelTravel: Sendable {
  private struct Pair: Hashable {
    var from: PlaceID
    var to: PlaceID
  }
  private var known: [Pair: Int] = [:]
  private let mode: TravelMode

  public static func vehicle(_ district: District) -> WheelTravel { .init(district, .vehicle, district.travel.vehicle) }
  public static func cart(_ district: District) -> WheelTravel { .init(district, .cart, district.travel.cart) }

  private init(_ district: District, _ name: TravelModeName, _ mode: TravelMode) {
    self.mode = mode
    for row in district.travelRows where row.mode == name {
      let pair = Pair(from: row.from, to: row.to)
      if known[pair] == nil { known[pair] = row.seconds.rawValue }
    }
  }

  public func seconds(_ from: PlaceID, _ start: Coordinate?, _ to: PlaceID, _ end: Coordinate?) -> Int? {
    if !known.isEmpty, let row = known[Pair(from: from, to: to)] { return row }
    guard let start, let end else { return nil }
    let metres = start.metres(to: end, detourPercent: mode.detourPercent).rawValue
    return (metres * 3600).dividedRoundingUp(by: max(1, mode.metresPerHour))
  }
}
