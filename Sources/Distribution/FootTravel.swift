import Districts
import Units

/// Walking metres and seconds between places: travel.csv where it has the pair, else coordinates (docs/format.md §2).
struct FootTravel: Sendable {
  private struct Pair: Hashable {
    var from: PlaceID
    var to: PlaceID
  }
  private struct Way {
    var metres: Int
    var seconds: Int
  }
  private let known: [Pair: Way]
  private let mode: TravelMode

  init(_ district: District) {
    mode = district.travel.foot
    var known: [Pair: Way] = [:]
    for row in district.travelRows where row.mode == .foot {
      let pair = Pair(from: row.from, to: row.to)
      if known[pair] == nil { known[pair] = Way(metres: row.metres.rawValue, seconds: row.seconds.rawValue) }
    }
    self.known = known
  }

  /// A place by its ids, the most specific first, and its position; without one, walking takes no time.
  struct End {
    var ids: [PlaceID]
    var coordinate: Coordinate?
  }

  private func way(from: End, to: End) -> Way {
    if !known.isEmpty {
      for start in from.ids {
        for end in to.ids {
          if let way = known[Pair(from: start, to: end)] { return way }
        }
      }
    }
    guard let start = from.coordinate, let end = to.coordinate else { return Way(metres: 0, seconds: 0) }
    let metres = start.metres(to: end, detourPercent: mode.detourPercent).rawValue
    return Way(metres: metres, seconds: (metres * 3600).dividedRoundingUp(by: mode.metresPerHour))
  }

  /// There and back, each direction on its own.
  func returnSeconds(_ a: End, _ b: End) -> Int {
    // As the crow flies it is as far there as back.
    known.isEmpty ? 2 * way(from: a, to: b).seconds : way(from: a, to: b).seconds + way(from: b, to: a).seconds
  }
  func returnMetres(_ a: End, _ b: End) -> Int { way(from: a, to: b).metres + way(from: b, to: a).metres }
}

extension Building {
  var end: FootTravel.End { .init(ids: [PlaceID(id)], coordinate: coordinate) }

  /// Households of each staircase: ⌊h ÷ s⌋, the first h mod s one more.
  var staircaseHouseholds: [Int] { shared(households.rawValue) }

  /// `amount` over the staircases as its households are, ⌊amount × h(s) ÷ h⌋, the rest to the first, one each.
  func sharedLikeHouseholds(_ amount: Int) -> [Int] {
    let parts = staircaseHouseholds
    guard households.rawValue > 0 else { return parts.map { _ in 0 } }
    var shares = parts.map { amount * $0 / households.rawValue }
    var rest = amount - shares.reduce(0, +)
    for index in shares.indices where rest > 0 {
      shares[index] += 1
      rest -= 1
    }
    return shares
  }

  private func shared(_ amount: Int) -> [Int] {
    let count = max(1, staircases)
    return (0..<count).map { amount / count + ($0 < amount % count ? 1 : 0) }
  }
}
