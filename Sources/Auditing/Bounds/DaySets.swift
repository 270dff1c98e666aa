/// One person's sets of duties on one service day, of each kind only the cheapest.
///
/// Two sets are of one kind where the days after cannot tell them apart. Depth first over pairwise compatible duties
/// within the person's minutes of a day. Complexity: O(sets).
struct DaySets {
  /// What the other days need to know of a set.
  struct Kind: Hashable {
    var minutes = 0
    var nights = 0
    var serves = false
    /// What it and the days before exclude of the days after: a number of `ExcludedSets`.
    var excluded = 0
    /// Desired pieces met that duties of other days could meet too.
    var met: UInt64 = 0
  }

  struct Day {
    var number: Int
    /// Indices of candidates.
    var fixed: [Int]
    var open: [Int]
    /// Desired pieces that only duties of this day meet, and those that duties of other days meet too.
    var ownPieces: UInt64
    var sharedPieces: UInt64
  }

  private let prices: PersonPrices
  private let conflicts: DutyConflicts
  private let day: Day
  private let limit: Int
  /// By candidate: what it excludes of the days after.
  private let exclusion: [Int]
  private var excludedSets: ExcludedSets
  private var used: [Int]
  private var lists: [[Int]] = []
  private var least: [Kind: Int128] = [:]

  /// - Parameter limit: of the minutes of a day.
  init(
    _ day: Day, prices: PersonPrices, conflicts: DutyConflicts, exclusion: [Int], excludedSets: ExcludedSets, limit: Int
  ) {
    self.day = day
    self.prices = prices
    self.conflicts = conflicts
    self.exclusion = exclusion
    self.excludedSets = excludedSets
    self.limit = limit
    used = [Int](repeating: 0, count: prices.placeCosts.count)
  }

  /// - Parameter before: what the days before exclude.
  static func kinds(
    _ day: Day, after before: Int, prices: PersonPrices, conflicts: DutyConflicts, exclusion: [Int],
    excludedSets: inout ExcludedSets, limit: Int
  ) -> [(kind: Kind, cost: Int128)] {
    var sets = DaySets(
      day, prices: prices, conflicts: conflicts, exclusion: exclusion, excludedSets: excludedSets, limit: limit)
    sets.enumerate(after: before)
    excludedSets = sets.excludedSets
    // What is left of earlier exclusions once the day is over.
    var result: [Kind: Int128] = [:]
    for (kind, cost) in sets.least {
      var kind = kind
      kind.excluded = excludedSets.cut(
        excludedSets.union(before, kind.excluded), to: conflicts.after[day.number])
      if let known = result[kind], known <= cost { continue }
      result[kind] = cost
    }
    return result.map { ($0.key, $0.value) }
  }

  private mutating func enumerate(after before: Int) {
    let excluded = excludedSets[before]
    var kind = Kind()
    var cost: Int128 = 0
    var met: UInt64 = 0
    for i in day.fixed {
      let candidate = prices.candidates[i]
      cost += candidate.cost + enter(candidate.place)
      met |= candidate.meets
      add(i, to: &kind)
    }
    guard day.fixed.isEmpty || kind.minutes <= limit else { return }
    lists = [day.open.filter { !excluded.has(prices.candidates[$0].duty) }]
    descend(0, kind, met: met, cost: cost)
  }

  private mutating func add(_ i: Int, to kind: inout Kind) {
    kind.minutes += prices.candidates[i].minutes
    kind.nights += prices.candidates[i].nights
    kind.serves = true
    kind.excluded = excludedSets.union(kind.excluded, exclusion[i])
  }

  private mutating func enter(_ place: Int) -> Int128 {
    used[place] += 1
    return used[place] == 1 ? prices.placeCosts[place] : 0
  }

  private mutating func descend(_ depth: Int, _ kind: Kind, met: UInt64, cost: Int128) {
    var noted = kind
    noted.met = met & day.sharedPieces
    let whole = cost + prices.whole.wish * Int128((day.ownPieces & ~met).nonzeroBitCount)
    if least[noted].map({ whole < $0 }) ?? true { least[noted] = whole }
    if lists.count == depth + 1 { lists.append([]) }
    for at in lists[depth].indices {
      let i = lists[depth][at]
      let candidate = prices.candidates[i]
      guard kind.minutes +| candidate.minutes <= limit else { continue }
      var next = kind
      add(i, to: &next)
      lists[depth + 1].removeAll(keepingCapacity: true)
      for later in lists[depth][(at + 1)...] {
        let other = prices.candidates[later]
        if next.minutes +| other.minutes <= limit, !conflicts.holds(candidate.duty, other.duty) {
          lists[depth + 1].append(later)
        }
      }
      descend(
        depth + 1, next, met: met | candidate.meets, cost: cost + candidate.cost + enter(candidate.place))
      used[candidate.place] -= 1
    }
  }
}
