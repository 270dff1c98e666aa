import Districts

extension RosterCase {
  /// Fit people with presence: those among whom hours and nights are shared.
  func shares(_ p: Int) -> Bool { raw.district.cadres[p].health == .fit && raw.people[p].availableMinutes > 0 }

  /// Shares of a pool by available minutes: largest remainder, ties by id.
  ///
  /// ⌊pool × available(p) ÷ Σ available⌋, what is left one each to the largest remainders.
  func sharesOf(pool: Int) -> [Int] {
    let sharers = raw.people.indices.filter(shares)
    let total = sharers.map { raw.people[$0].availableMinutes }.saturatedSum
    var result = [Int](repeating: 0, count: raw.people.count)
    guard total > 0, pool > 0 else { return result }
    var remainders: [(person: Int, remainder: Int)] = []
    for p in sharers {
      let product = pool.multipliedFullWidth(by: raw.people[p].availableMinutes)
      let (quotient, remainder) = total.dividingFullWidth((product.high, product.low))
      result[p] = quotient
      remainders.append((p, remainder))
    }
    remainders.sort { a, b in
      a.remainder != b.remainder
        ? a.remainder > b.remainder : raw.district.cadres[a.person].id < raw.district.cadres[b.person].id
    }
    for (p, _) in remainders.prefix(pool - result.saturatedSum) { result[p] += 1 }
    return result
  }

  /// 1 a step for steps 1–8, 2 for 9–16, 4 beyond.
  static func hoursCost(deviation: Int) -> Int {
    let steps = deviation.sharedUp(by: 30)
    return steps +| max(0, steps - 8) +| 2 *| max(0, steps - 16)
  }

  /// Σ of everybody's minutes of the last 14 service days + Σ target × span.
  var hoursPool: Int {
    raw.people.map(\.pastMinutes).saturatedSum
      +| duties.map { duty in duty.seats.map { $0.target *| duty.minutes }.saturatedSum }.saturatedSum
  }

  /// By person: weight × steps of the deviation from the share; 0 for those who do not share.
  func fairHours(_ p: Int, held: [Int], share: Int) -> Int {
    guard shares(p) else { return 0 }
    let minutes = raw.people[p].pastMinutes + held.reduce(0) { $0 + duties[$1].minutes }
    return raw.district.rules.fairHours.weight *| Self.hoursCost(deviation: magnitude(minutes -| share))
  }

  var fairHoursAmount: Int {
    let targets = sharesOf(pool: hoursPool)
    return held.indices.map { fairHours($0, held: held[$0], share: targets[$0]) }.saturatedSum
  }
}
