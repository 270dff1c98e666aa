import Districts
import Units

/// The least cost of one person's set of duties, over every set that breaks no hard rule.
///
/// Depth first over pairwise compatible duties within the person's minutes. Complexity: O(sets).
struct PersonMinimum {
  private struct Candidate {
    var duty: Int
    var minutes: Int
    var nights: Int
    var cost: Int128
    /// Index into `placeCosts`.
    var place: Int
    /// Desired pieces that the duty meets.
    var meets: UInt64
  }
  private var candidates: [Candidate] = []
  /// Whether two duties go together, row by row.
  private let together: [Bool]
  private let dutyCount: Int
  private var shortest = Int.max
  private var placeCosts: [Int128] = []
  private var used: [Int]
  private var lists: [[Int]] = []
  private var best: Int128?
  /// The fairness of the minutes and nights asked for last: mostly the same as those asked for next.
  private var fairness = (minutes: -1, nights: -1, cost: 0)
  /// Duties of the set at hand, and what is kept of every set where a buddy asks for more than the least.
  private var chosen: [Int] = []
  private var parts: BuddyParts?
  private let minutesLeft: Int
  private let fixedCount: Int
  private let personal: Personal
  /// What the empty set costs but for fairness and wishes.
  private var base: Int128 = 0

  /// What the set as a whole costs at level 3.
  private struct Personal {
    var scale: Int128
    var past: Int
    var pastNights: Int
    var share: Int
    var nightShare: Int
    var hoursWeight: Int
    var nightsWeight: Int
    var wishCost: Int
    var pieces: Int
    /// Of any duty at all, where the day is the sixth or later of its run.
    var restDay: Int

    func fairness(minutes: Int, nights: Int) -> Int {
      let hours = hoursWeight *| RosterCase.hoursCost(deviation: magnitude(past +| minutes -| share))
      return hours +| nightsWeight *| RosterCase.nightsCost(deviation: magnitude(pastNights +| nights -| nightShare))
    }

    func cost(fairness: Int, met: UInt64, serves: Bool) -> Int128 {
      guard scale > 0 else { return 0 }
      let wished = Int128(wishCost) * Int128(pieces - met.nonzeroBitCount)
      return scale * (Int128(fairness) + wished + (serves ? Int128(restDay) : 0))
    }
  }

  init(_ p: Int, in relaxation: RosterRelaxation, shares: (hours: [Int], nights: [Int]), published: Set<Int>) {
    let roster = relaxation.roster
    let rules = roster.raw.district.rules
    together = relaxation.together
    dutyCount = roster.duties.count
    let scale = relaxation.level == 3 ? relaxation.table.scale : 0
    let person = roster.raw.people[p]
    let pieces = scale > 0 ? Array(roster.desiredPieces(p).prefix(64)) : []
    let fair = roster.shares(p)
    personal = Personal(
      scale: scale, past: person.pastMinutes, pastNights: person.pastNights, share: shares.hours[p],
      nightShare: shares.nights[p], hoursWeight: fair ? rules.fairHours.weight : 0,
      nightsWeight: fair ? rules.fairNights.weight : 0, wishCost: 5 *| rules.wishes.weight, pieces: pieces.count,
      restDay: person.runBefore >= 5 ? rules.restDay.weight : 0)
    minutesLeft = min(roster.dailyLimit(p), roster.weeklyLimit(p) -| person.recentMinutes.saturatedSum)

    let pins = roster.rosterPins.filter { $0.person == p }
    let firm = pins.filter { $0.level != .prefer && roster.holds($0) }
    let musts = Set(firm.filter(\.must).map(\.duty))
    let forbidden = Set(firm.filter { !$0.must }.map(\.duty))
    var places: [String: Int] = [:]
    let able = roster.duties.indices.filter { d in
      musts.contains(d) || (!forbidden.contains(d) && roster.couldServe(p, d))
    }
    for d in able.filter(musts.contains) + able.filter({ !musts.contains($0) }) {
      let duty = roster.duties[d]
      let gains = duty.seats.indices.filter { roster.takes(duty.seats[$0], p) }.map { relaxation.seatGain[d][$0] }
      var cost = 0 - (gains.max() ?? 0)
      if roster.raw.district.cadres[p].mayLead { cost -= relaxation.leadGain[d] }
      cost += relaxation.buddyCost[p][d] ?? 0
      if scale > 0 {
        var points = roster.nearHome(p, d) +| rules.wishes.weight *| roster.undesired(p, d)
        if roster.stabilityCounts {
          points += published.contains(d) ? 0 - rules.stability.weight : rules.stability.weight
        }
        for pin in pins where pin.level == .prefer && pin.duty == d { points += pin.must ? -8 : 8 }
        cost += scale * Int128(points)
      }
      let place = places[duty.site.text] ?? placeCosts.count
      if place == placeCosts.count {
        places[duty.site.text] = place
        placeCosts.append(relaxation.placeCost[p][duty.site.text] ?? 0)
      }
      var meets: UInt64 = 0
      for (i, piece) in pieces.enumerated() where duty.span.overlaps(piece) { meets |= 1 << UInt64(i) }
      candidates.append(
        Candidate(
          duty: d, minutes: duty.minutes, nights: duty.isNight ? 1 : 0, cost: cost, place: place, meets: meets))
    }
    fixedCount = musts.count
    used = [Int](repeating: 0, count: placeCosts.count)
    for candidate in candidates { shortest = min(shortest, candidate.minutes) }
    // Whatever the set: every published duty left out, and every preferred one.
    if scale > 0 {
      let away = roster.stabilityCounts ? rules.stability.weight *| published.count : 0
      base = scale * (Int128(away) + 8 * Int128(pins.count { $0.level == .prefer && $0.must }))
    }
  }

  /// The least by what the set has in common with the buddy's; nil where the pinned duties alone break a rule.
  ///
  /// First the least with every price paid; then the sets that what is shared could still make cheaper.
  mutating func parts(prices: [Int: Int128], shared: Set<Int>) -> BuddyParts? {
    let own = candidates
    for i in candidates.indices { candidates[i].cost += prices[candidates[i].duty] ?? 0 }
    guard let apart = value() else { return nil }
    candidates = own
    best = nil
    chosen = []
    used = [Int](repeating: 0, count: placeCosts.count)
    parts = BuddyParts(prices: prices, shared: shared, apart: apart)
    return value() == nil ? nil : parts
  }

  /// The duties that the person could have.
  var duties: [Int] { candidates.map(\.duty) }

  /// The minimum; nil where the pinned duties alone break a rule.
  mutating func value() -> Int128? {
    var minutes = 0
    var nights = 0
    var met: UInt64 = 0
    var cost = base
    for i in 0..<fixedCount {
      minutes += candidates[i].minutes
      nights += candidates[i].nights
      met |= candidates[i].meets
      cost += candidates[i].cost + enter(candidates[i].place)
      chosen.append(candidates[i].duty)
    }
    guard fixedCount == 0 || minutes <= minutesLeft else { return nil }
    let open = candidates.indices.dropFirst(fixedCount).filter { i in
      (0..<fixedCount).allSatisfy { together[candidates[$0].duty * dutyCount + candidates[i].duty] }
    }
    lists = [Array(open)]
    descend(0, minutes: minutes, nights: nights, met: met, cost: cost, serves: fixedCount > 0)
    return best
  }

  private mutating func enter(_ place: Int) -> Int128 {
    used[place] += 1
    return used[place] == 1 ? placeCosts[place] : 0
  }

  private mutating func descend(_ depth: Int, minutes: Int, nights: Int, met: UInt64, cost: Int128, serves: Bool) {
    if fairness.minutes != minutes || fairness.nights != nights {
      fairness = (minutes, nights, personal.fairness(minutes: minutes, nights: nights))
    }
    let whole = cost + personal.cost(fairness: fairness.cost, met: met, serves: serves)
    if best.map({ whole < $0 }) ?? true { best = whole }
    parts?.note(chosen, cost: whole)
    guard minutes +| shortest <= minutesLeft, !lists[depth].isEmpty else { return }
    if lists.count == depth + 1 { lists.append([]) }
    for at in lists[depth].indices {
      let i = lists[depth][at]
      let candidate = candidates[i]
      let now = minutes + candidate.minutes
      guard now <= minutesLeft else { continue }
      lists[depth + 1].removeAll(keepingCapacity: true)
      if now +| shortest <= minutesLeft {
        let row = candidate.duty * dutyCount
        for later in lists[depth].dropFirst(at + 1)
        where now + candidates[later].minutes <= minutesLeft && together[row + candidates[later].duty] {
          lists[depth + 1].append(later)
        }
      }
      let place = enter(candidate.place)
      chosen.append(candidate.duty)
      descend(
        depth + 1, minutes: now, nights: nights + candidate.nights, met: met | candidate.meets,
        cost: cost + candidate.cost + place, serves: true)
      used[candidate.place] -= 1
      chosen.removeLast()
    }
  }
}
