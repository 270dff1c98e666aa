import Districts

/// The least cost of one person's pattern, a set of duties for each service day, over every pattern that breaks no
/// hard rule.
///
/// A dynamic programme over the days: of all beginnings of patterns that the days to come cannot tell apart only the
/// cheapest is kept. A first pass that keeps few beginnings gives a cost that no beginning may pass in the second.
/// Complexity: O(days · (sets of a day · what the days before can exclude + beginnings · kinds of sets)).
struct PatternMinimum {
  /// What the days to come need to know of a beginning.
  private struct State: Hashable {
    /// What it excludes: a number of `ExcludedSets`.
    var excluded = 0
    /// Service days in a row up to the last.
    var run = 0
    /// Minutes since the last day whose number seven divides; 0 where the weekly limit is out of reach.
    var week = 0
    /// Of the horizon; 0 where fairness does not ask for them.
    var minutes = 0
    var nights = 0
    /// Desired pieces met that duties of the days to come could meet too.
    var met: UInt64 = 0
  }

  private let prices: PersonPrices
  private let conflicts: DutyConflicts
  private let dailyLimit: Int
  private let limits: PatternLimits
  private var days: [DaySets.Day] = []
  private var exclusion: [Int] = []
  private var excludedSets: ExcludedSets
  /// By day and what the days before exclude.
  private var tables: [[Int: [(kind: DaySets.Kind, cost: Int128)]]]
  /// By day: pieces that no later duty can meet, though duties of several days could.
  private var closing: [UInt64] = []
  /// By day: of the days after it, the least that duties cost and the most minutes and nights.
  private var rest: [(cost: Int128, minutes: Int, nights: Int)] = []
  private let countsHours: Bool
  private let countsNights: Bool
  /// Missed pieces that no duty meets.
  private var base: Int128

  /// Beginnings that the first pass keeps of a day.
  static let few = 200

  init(
    _ p: Int, in relaxation: RosterRelaxation, shares: (hours: [Int], nights: [Int]), published: Set<Int>,
    conflicts: DutyConflicts
  ) {
    let roster = relaxation.roster
    prices = PersonPrices(p, in: relaxation, shares: shares, published: published)
    self.conflicts = conflicts
    dailyLimit = roster.dailyLimit(p)
    limits = PatternLimits(p, in: roster)
    excludedSets = ExcludedSets(words: conflicts.words)
    tables = [[Int: [(kind: DaySets.Kind, cost: Int128)]]](repeating: [:], count: roster.raw.time.days)
    countsHours = prices.whole.scale > 0 && prices.whole.hoursWeight != 0
    countsNights = prices.whole.scale > 0 && prices.whole.nightsWeight != 0
    base = prices.base
    readDays(roster.raw.time.days)
    readExclusion()
    readRest()
  }

  /// The minimum; nil where the pinned duties alone break a rule.
  mutating func value() -> Int128? {
    // A weight below nothing would make the days to come cheaper than their duties alone.
    let bounded =
      prices.whole.hoursWeight >= 0 && prices.whole.nightsWeight >= 0 && prices.whole.wish >= 0
      && prices.whole.restDay >= 0
    let ceiling = bounded ? least(keeping: Self.few, below: nil) : nil
    let found = least(keeping: nil, below: ceiling)
    guard let ceiling, let found else { return found ?? ceiling }
    return min(ceiling, found)
  }

  private mutating func least(keeping few: Int?, below ceiling: Int128?) -> Int128? {
    var layer: [State: Int128] = [State(run: limits.runBefore): base]
    for day in days.indices {
      var next: [State: Int128] = [:]
      for (state, cost) in layer {
        for option in options(day, after: state.excluded) {
          guard let (reached, price) = step(state, option.kind, day) else { continue }
          let sum = cost + option.cost + price
          if let ceiling, sum + outlook(reached, day) >= ceiling { continue }
          if let known = next[reached], known <= sum { continue }
          next[reached] = sum
        }
      }
      layer = next
      if let few, layer.count > few {
        let order = layer.map { (state: $0.key, cost: $0.value, outlook: $0.value + outlook($0.key, day)) }
          .sorted { $0.outlook < $1.outlook }
        layer = Dictionary(uniqueKeysWithValues: order.prefix(few).map { ($0.state, $0.cost) })
      }
    }
    return layer.map { $0.value + prices.whole.fairness(minutes: $0.key.minutes, nights: $0.key.nights) }.min()
  }

  /// The state that a day's set leads to and what the day costs beyond its duties; nil where a rule refuses it.
  private func step(_ state: State, _ kind: DaySets.Kind, _ day: Int) -> (State, Int128)? {
    var next = State(excluded: kind.excluded)
    var price: Int128 = 0
    if kind.serves {
      next.run = state.run + 1
      guard next.run <= limits.longestRun else { return nil }
      if next.run > 5 { price += prices.whole.restDay }
    }
    next.week = (day % 7 == 0 ? 0 : state.week) +| kind.minutes
    guard limits.allows(week: next.week, on: day) else { return nil }
    if !limits.matters(week: next.week, after: day) { next.week = 0 }
    next.run = limits.relevant(run: next.run, after: day)
    if countsHours { next.minutes = state.minutes +| kind.minutes }
    if countsNights { next.nights = state.nights + kind.nights }
    let met = state.met | kind.met
    price += prices.whole.wish * Int128((closing[day] & ~met).nonzeroBitCount)
    next.met = met & ~closing[day]
    return (next, price)
  }

  /// The least that the days to come and fairness can cost.
  private func outlook(_ state: State, _ day: Int) -> Int128 {
    rest[day].cost
      + prices.whole.leastFairness(
        minutes: state.minutes, nights: state.nights, mostMinutes: rest[day].minutes, mostNights: rest[day].nights)
  }

  private mutating func options(_ day: Int, after before: Int) -> [(kind: DaySets.Kind, cost: Int128)] {
    if let known = tables[day][before] { return known }
    let kinds = DaySets.kinds(
      days[day], after: before, prices: prices, conflicts: conflicts, exclusion: exclusion,
      excludedSets: &excludedSets, limit: dailyLimit)
    tables[day][before] = kinds
    return kinds
  }
}

extension PatternMinimum {
  private mutating func readDays(_ count: Int) {
    let candidates = prices.candidates
    var meets = [UInt64](repeating: 0, count: count)
    for candidate in candidates { meets[candidate.day] |= candidate.meets }
    for day in 0..<count {
      let others = meets.indices.reduce(0) { $1 == day ? $0 : $0 | meets[$1] }
      let later = meets[(day + 1)...].reduce(0, |)
      let own = candidates.indices.filter { candidates[$0].day == day }
      // Two pinned duties go together, whatever any rule says; nothing else goes against one of them.
      let open = own.filter { i in
        i >= prices.fixedCount
          && candidates[..<prices.fixedCount].allSatisfy { fixed in
            !conflicts.holds(min(candidates[i].duty, fixed.duty), max(candidates[i].duty, fixed.duty))
          }
      }
      days.append(
        DaySets.Day(
          number: day, fixed: own.filter { $0 < prices.fixedCount }, open: open, ownPieces: meets[day] & ~others,
          sharedPieces: meets[day] & others))
      closing.append(meets[day] & others & ~later)
    }
    let missed = prices.pieces - meets.reduce(0, |).nonzeroBitCount
    base += prices.whole.wish * Int128(missed)
  }

  private mutating func readExclusion() {
    var open = [UInt64](repeating: 0, count: conflicts.words)
    for day in days { for i in day.open { open.insert(prices.candidates[i].duty) } }
    for candidate in prices.candidates {
      let later = zip(open, conflicts.after[candidate.day]).map { $0 & $1 }
      exclusion.append(excludedSets.number(of: conflicts.excluded(by: candidate.duty, among: later)))
    }
  }

  private mutating func readRest() {
    var sum: (cost: Int128, minutes: Int, nights: Int) = (0, 0, 0)
    for day in days.indices.reversed() {
      rest.append(sum)
      let kinds = options(day, after: 0)
      sum.cost += kinds.map(\.cost).min() ?? 0
      sum.minutes = sum.minutes +| (kinds.map(\.kind.minutes).max() ?? 0)
      sum.nights += kinds.map(\.kind.nights).max() ?? 0
    }
    rest.reverse()
  }
}
