import Districts
import Units

/// What each sharer should come to, in minutes and in nights: past and planned work, shared by available minutes.
struct FairShares: Sendable {
  /// By person; nil for those who take no share.
  let minutes: [Int?]
  let nights: [Int?]

  init(people: [RosterPerson], duties: [RosterDuty], facts: [DutyFact]) {
    var pool = people.reduce(0) { $0 + $1.pastMinutes }
    var nightPool = people.reduce(0) { $0 + $1.pastNights }
    for (duty, fact) in zip(duties, facts) {
      let target = duty.seats.reduce(0) { $0 + $1.target }
      pool += target * fact.minutes
      if fact.isNight { nightPool += target }
    }
    minutes = FairShares.shared(pool, among: people)
    nights = FairShares.shared(nightPool, among: people)
  }

  /// Shares in proportion to available minutes by largest remainder, ties by id.
  ///
  /// Source: Hamilton's method; Balinski and Young, "Fair Representation" (1982).
  private static func shared(_ pool: Int, among people: [RosterPerson]) -> [Int?] {
    var shares = [Int?](repeating: nil, count: people.count)
    let sharers = people.indices.filter { people[$0].shares }
    let total = sharers.reduce(0) { $0 + people[$1].availableMinutes }
    guard total > 0 else { return shares }
    struct Remainder {
      var person: Int
      var amount: Int
    }
    var left = pool
    var remainders: [Remainder] = []
    for person in sharers {
      let (high, low) = pool.multipliedFullWidth(by: people[person].availableMinutes)
      let (share, remainder) = total.dividingFullWidth((high, low))
      shares[person] = share
      left -= share
      remainders.append(Remainder(person: person, amount: remainder))
    }
    remainders.sort {
      ($1.amount, people[$0.person].cadre.id) < ($0.amount, people[$1.person].cadre.id)
    }
    for remainder in remainders.prefix(left) { shares[remainder.person] = (shares[remainder.person] ?? 0) + 1 }
    return shares
  }
}
