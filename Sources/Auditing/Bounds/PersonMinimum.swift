import Districts
import Units

/// The least cost of one person's set of duties, over every set that breaks no hard rule.
///
/// Depth first over pairwise compatible duties within the person's minutes. Complexity: O(sets).
struct PersonMinimum {
  private let prices: PersonPrices
  private var candidates: [PersonPrices.Candidate]
  /// Whether two duties go together, row by row.
  private let together: [Bool]
  private let dutyCount: Int
  private var shortest = Int.max
  private var used: [Int]
  private var lists: [[Int]] = []
  private var best: Int128?
  /// The fairness of the minutes and nights asked for last: mostly the same as those asked for next.
  private var fairness: (minutes: Int, nights: Int, cost: Int128) = (-1, -1, 0)
  /// Duties of the set at hand, and what is kept of every set where a buddy asks for more than the least.
  private var chosen: [Int] = []
  private var parts: BuddyParts?
  private let minutesLeft: Int
  /// Of any duty at all, where the day is the sixth or later of its run.
  private let restDay: Int128

  init(_ p: Int, in relaxation: RosterRelaxation, shares: (hours: [Int], nights: [Int]), published: Set<Int>) {
    let roster = relaxation.roster
    let person = roster.raw.people[p]
    together = relaxation.together
    dutyCount = roster.duties.count
    prices = PersonPrices(p, in: relaxation, shares: shares, published: published)
    candidates = prices.candidates
    restDay = person.runBefore >= 5 ? prices.whole.restDay : 0
    minutesLeft = min(roster.dailyLimit(p), roster.weeklyLimit(p) -| person.recentMinutes.saturatedSum)
    used = [Int](repeating: 0, count: prices.placeCosts.count)
    for candidate in candidates { shortest = min(shortest, candidate.minutes) }
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
    used = [Int](repeating: 0, count: used.count)
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
    let fixedCount = prices.fixedCount
    var cost = prices.base
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
    return used[place] == 1 ? prices.placeCosts[place] : 0
  }

  private mutating func descend(_ depth: Int, minutes: Int, nights: Int, met: UInt64, cost: Int128, serves: Bool) {
    if fairness.minutes != minutes || fairness.nights != nights {
      fairness = (minutes, nights, prices.whole.fairness(minutes: minutes, nights: nights))
    }
    let whole =
      cost + fairness.cost
      + prices.whole.wish * Int128(prices.pieces - met.nonzeroBitCount) + (serves ? restDay : 0)
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
