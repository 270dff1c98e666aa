import Districts
import Units

/// The places of duties, numbered in order of first use, with the ways between them and from people's homes.
struct RosterPlaces: Sendable {
  let ids: [PlaceID]
  /// Seconds from place a to place b at a × count + b; 0 for a place to itself and where nothing is known.
  let travel: [Int32]
  /// The longest of them.
  let longest: Int
  private let coordinates: [Coordinate?]
  private let footRows: [Way: Metres]
  private let footDetour: Int

  private struct Way: Hashable {
    var from: PlaceID
    var to: PlaceID
  }

  init(ids: [PlaceID], district: District) {
    self.ids = ids
    var known: [PlaceID: Coordinate] = [:]
    for compound in district.compounds { known[PlaceID(compound.id)] = compound.coordinate }
    for site in district.sites { known[PlaceID(site.id)] = site.coordinate }
    for point in district.points { known[PlaceID(point.id)] = point.coordinate }
    for depot in district.depots { known[PlaceID(depot.id)] = depot.coordinate }
    let coordinates = ids.map { known[$0] }
    self.coordinates = coordinates
    footDetour = district.travel.foot.detourPercent
    var foot: [Way: TravelRow] = [:]
    var vehicle: [Way: TravelRow] = [:]
    for row in district.travelRows {
      switch row.mode {
      case .foot: foot[Way(from: row.from, to: row.to)] = row
      case .vehicle: vehicle[Way(from: row.from, to: row.to)] = row
      case .cart: break
      }
    }
    footRows = foot.mapValues(\.metres)

    func way(
      _ a: Int, _ b: Int, _ rows: [Way: TravelRow], _ mode: TravelMode
    ) -> (metres: Int, seconds: Int)? {
      if !rows.isEmpty, let row = rows[Way(from: ids[a], to: ids[b])] {
        return (row.metres.rawValue, row.seconds.rawValue)
      }
      guard let from = coordinates[a], let to = coordinates[b] else { return nil }
      let metres = from.metres(to: to, detourPercent: mode.detourPercent).rawValue
      return (metres, (metres * 3600).dividedRoundingUp(by: mode.metresPerHour))
    }
    var travel = [Int32](repeating: 0, count: ids.count * ids.count)
    var longest = 0
    for a in ids.indices {
      for b in ids.indices where a != b {
        let onFoot = way(a, b, foot, district.travel.foot)
        let seconds: Int
        if let onFoot, onFoot.metres <= 1500 {
          seconds = onFoot.seconds
        } else {
          seconds = way(a, b, vehicle, district.travel.vehicle)?.seconds ?? onFoot?.seconds ?? 0
        }
        travel[a * ids.count + b] = Int32(clamping: seconds)
        longest = max(longest, seconds)
      }
    }
    self.travel = travel
    self.longest = longest
  }

  func seconds(from a: Int, to b: Int) -> Int { Int(travel[a * ids.count + b]) }

  /// Metres on foot from a person's home to every place; nil where not known.
  func metresFromHome(of cadre: Cadre, home: Coordinate?) -> [Int?] {
    ids.indices.map { place in
      if !footRows.isEmpty {
        if let metres = footRows[Way(from: PlaceID(cadre.id), to: ids[place])] { return metres.rawValue }
        if let compound = cadre.homeCompound,
          let metres = footRows[Way(from: PlaceID(compound), to: ids[place])]
        {
          return metres.rawValue
        }
      }
      guard let home, let there = coordinates[place] else { return nil }
      return home.metres(to: there, detourPercent: footDetour).rawValue
    }
  }
}
