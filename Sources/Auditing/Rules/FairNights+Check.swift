import Districts

extension RosterCase {
  /// One night a step: 1, 2, then 4 each.
  static func nightsCost(deviation: Int) -> Int {
    switch deviation {
    case ...0: 0
    case 1: 1
    case 2: 3
    default: 3 +| 4 *| (deviation - 2)
    }
  }

  /// Everybody's nights of the last 14 service days + Σ target over night duties.
  var nightsPool: Int {
    raw.people.map(\.pastNights).saturatedSum
      +| duties.filter(\.isNight).map { duty in duty.seats.map(\.target).saturatedSum }.saturatedSum
  }

  func fairNights(_ p: Int, held: [Int], share: Int) -> Int {
    guard shares(p) else { return 0 }
    let nights = raw.people[p].pastNights + held.reduce(0) { $0 + (duties[$1].isNight ? 1 : 0) }
    return raw.district.rules.fairNights.weight *| Self.nightsCost(deviation: magnitude(nights -| share))
  }

  var fairNightsAmount: Int {
    let targets = sharesOf(pool: nightsPool)
    return held.indices.map { fairNights($0, held: held[$0], share: targets[$0]) }.saturatedSum
  }
}
