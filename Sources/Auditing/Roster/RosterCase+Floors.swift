import Districts

extension RosterCase {
  /// What no roster can avoid, judged one person and one duty at a time (docs/format.md §7).
  public var floors: [Int] {
    var minimum = 0
    var target = 0
    var minutes = [[Int]](repeating: [], count: raw.people.count)
    var nights = [Int](repeating: 0, count: raw.people.count)
    for p in minutes.indices { minutes[p] = [Int](repeating: 0, count: raw.time.days) }
    for d in duties.indices {
      // Qualification comes after two rules that are cheaper to refuse by, so it is asked for once the rest passed.
      let able = raw.people.indices.filter { p in
        raw.people[p].isPresent(throughout: duties[d].span) && healthRefuses(p, d) == 0 && refusalAlone(p, d) == nil
      }
      for seat in duties[d].seats {
        let count = able.count { takes(seat, $0) }
        minimum = minimum +| max(0, seat.minimum -| count) *| seat.weight
        target = target +| max(0, seat.target -| count) *| seat.weight
      }
      let serving = able.filter { someSeatTakes($0, d) }
      if duties[d].asksForLead, !serving.contains(where: { raw.district.cadres[$0].mayLead }) {
        target = target +| duties[d].leadWeight
      }
      for p in serving {
        minutes[p][duties[d].day] += duties[d].minutes
        if duties[d].isNight { nights[p] += 1 }
      }
    }
    return [minimum, target, fairFloor(minutes: minutes, nights: nights)]
  }

  /// Everybody's least fair costs over what the person could serve at most.
  private func fairFloor(minutes: [[Int]], nights: [Int]) -> Int {
    let (hours, nightShares) = (sharesOf(pool: hoursPool), sharesOf(pool: nightsPool))
    let rules = raw.district.rules
    return raw.people.indices.filter(shares).map { p in
      let most = minutes[p].reduce(0) { $0 + min(dailyLimit(p), $1) }
      let (past, pastNights) = (raw.people[p].pastMinutes, raw.people[p].pastNights)
      let deviation = max(0, past - hours[p], hours[p] -| past -| most)
      let nightDeviation = max(0, pastNights - nightShares[p], nightShares[p] -| pastNights -| nights[p])
      return rules.fairHours.weight *| Self.hoursCost(deviation: deviation)
        +| rules.fairNights.weight *| Self.nightsCost(deviation: nightDeviation)
    }.saturatedSum
  }
}
