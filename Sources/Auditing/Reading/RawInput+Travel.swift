import Districts
import Units

/// An end of a way: something with an id and perhaps a position.
struct Spot: Sendable {
  /// The first id that travel.csv knows counts.
  var ids: [String]
  var coordinate: Coordinate?
}

extension RawInput {
  func spot(_ id: PlaceID) -> Spot { Spot(ids: [id.text], coordinate: places[id.text] ?? nil) }

  /// A cadre's home: own coordinates, else the home compound's.
  func home(of cadre: Cadre) -> Spot {
    let compound = cadre.homeCompound.map(\.text)
    let coordinate = cadre.coordinate ?? compound.flatMap { places[$0] ?? nil }
    return Spot(ids: [cadre.id.text] + (compound.map { [$0] } ?? []), coordinate: coordinate)
  }

  /// Metres and seconds of the way; nil where neither travel.csv nor coordinates tell.
  ///
  /// Metres = ⌈haversine × detour ÷ 100⌉, seconds = ⌈metres × 3,600 ÷ metres per hour⌉ (docs/format.md §2).
  func way(_ from: Spot, _ to: Spot, _ mode: TravelModeName) -> (metres: Int, seconds: Int)? {
    if from.ids.first == to.ids.first { return (0, 0) }
    if !travel.isEmpty {
      for start in from.ids {
        for end in to.ids {
          if let row = travel[Way(from: start, to: end, mode: mode)] {
            return (row.metres.rawValue, row.seconds.rawValue)
          }
        }
      }
    }
    guard let start = from.coordinate, let end = to.coordinate else { return nil }
    let settings =
      switch mode {
      case .foot: district.travel.foot
      case .cart: district.travel.cart
      case .vehicle: district.travel.vehicle
      }
    let metres = start.metres(to: end, detourPercent: settings.detourPercent).rawValue
    return (metres, (metres *| 3600).sharedUp(by: settings.metresPerHour))
  }

  func footSeconds(_ from: Spot, _ to: Spot) -> Int { way(from, to, .foot)?.seconds ?? 0 }

  /// Between two duties: on foot up to 1,500 foot metres, else by vehicle; where only one is known, by that.
  func secondsBetween(_ a: AuditedDuty, _ b: AuditedDuty) -> Int {
    let (start, end) = (
      Spot(ids: [a.site.text], coordinate: a.coordinate), Spot(ids: [b.site.text], coordinate: b.coordinate)
    )
    let vehicle = way(start, end, .vehicle)
    guard let foot = way(start, end, .foot) else { return vehicle?.seconds ?? 0 }
    return foot.metres <= 1500 ? foot.seconds : (vehicle ?? foot).seconds
  }
}
