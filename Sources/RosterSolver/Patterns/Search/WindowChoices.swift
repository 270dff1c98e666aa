import Units

/// What one person may hold on each day of a window, with its cost and what it adds to the counted totals.
///
/// Of choices that differ in cost alone only the cheapest stays.
struct WindowChoices: ~Copyable {
  let tables: SearchTables
  private let start: Buffer<Int32>
  let slot: Buffer<Int32>
  let letter: Buffer<Int32>
  let cost: Buffer<Int32>
  /// What is added to the first and to the second total, in steps; the block's amount where it is in one that nothing
  /// outside the window holds.
  let first: Buffer<Int32>
  let second: Buffer<Int32>
  let block: Buffer<Int32>
  /// The block that each day of the window is in, −1 for none; one entry more.
  private let interval: Buffer<Int32>

  /// The most that the totals can be, in steps, and their limits: what else the window may add.
  private(set) var mostFirst = 0
  private(set) var mostSecond = 0
  private(set) var lowFirst = 0
  private(set) var highFirst = 0
  private(set) var highSecond = 0
  /// For a window that ends before the horizon: what the first total may be at its end.
  var firstLimits: ClosedRange<Int>?
  var secondLimit: Int?

  // Of one person, before each day and at the end: days on which work is possible; people wanted on what counts for the
  // second total.
  private var limitedPerson = -1
  private let daysGone: Buffer<Int32>
  private let wantedGone: Buffer<Int32>

  private var person = 0
  private var firstTotal = -1
  private var secondTotal = -1
  /// The person's totals without the window.
  let outside: Buffer<Int32>
  private let heldOutside: Buffer<Int32>
  private var firstStep: Int32 = 1
  private var secondStep: Int32 = 1
  var breachWeight = 1000

  init(_ tables: SearchTables) {
    self.tables = tables
    start = Buffer(repeating: 0, count: tables.dayCount + 1)
    interval = Buffer(repeating: -1, count: tables.dayCount + 1)
    daysGone = Buffer(repeating: 0, count: tables.dayCount + 1)
    wantedGone = Buffer(repeating: 0, count: tables.dayCount + 1)
    var most = 1
    for day in 0..<tables.dayCount { most += Int(tables.daySlots[day + 1] - tables.daySlots[day]) + 1 }
    slot = Buffer(repeating: -1, count: most)
    letter = Buffer(repeating: 0, count: most)
    cost = Buffer(repeating: 0, count: most)
    first = Buffer(repeating: 0, count: most)
    second = Buffer(repeating: 0, count: most)
    block = Buffer(repeating: 0, count: most)
    outside = Buffer(repeating: 0, count: tables.totals.count)
    heldOutside = Buffer(repeating: 0, count: tables.totals.blockCount)
  }

  @inline(__always) func range(_ index: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(start[index]), Int(start[index &+ 1])))
  }

  /// The block that the day is in, −1 for none.
  @inline(__always) func interval(_ index: Int) -> Int { Int(interval[index]) }

  @inline(__always) func staysOpen(after index: Int) -> Bool {
    interval[index] >= 0 && interval[index] == interval[index &+ 1]
  }

  /// What the counted totals cost at these values, breaches included.
  func endCost(first: Int, second: Int) -> Int {
    var sum = 0
    if firstTotal >= 0 {
      sum += price(firstTotal, outside[firstTotal] &+ Int32(first) &* firstStep, limits: firstLimits)
    }
    if secondTotal >= 0 { sum += price(secondTotal, outside[secondTotal] &+ Int32(second) &* secondStep, limits: nil) }
    return sum
  }

  private func price(_ total: Int, _ value: Int32, limits: ClosedRange<Int>?) -> Int {
    if let limits {
      let off = max(limits.lowerBound - Int(value), Int(value) - limits.upperBound, 0)
      return off * SearchTotals.breachScale / Int(tables.totals.unit[total]) * breachWeight
    }
    return tables.totals.price(total, value) + tables.totals.breach(total, value) * breachWeight
  }

  mutating func lay(
    _ person: Int, days: Range<Int>, counted: borrowing CountedTotals, price: borrowing Buffer<Int32>,
    shortageUnit: Int, cells: borrowing Buffer<Int32>, filled: borrowing Buffer<Int32>
  ) {
    firstTotal = Int(counted.first[person])
    secondTotal = Int(counted.second[person])
    firstStep = firstTotal >= 0 ? max(1, counted.step[firstTotal]) : 1
    secondStep = secondTotal >= 0 ? max(1, counted.step[secondTotal]) : 1
    count(person, days: days, cells)
    for index in 0..<days.count {
      interval[index] = counted.interval[person * tables.dayCount + days.lowerBound + index]
    }
    interval[days.count] =
      days.upperBound < tables.dayCount ? counted.interval[person * tables.dayCount + days.upperBound] : -1
    mostFirst = 0
    mostSecond = 0
    var next = 0
    for index in 0..<days.count {
      start[index] = Int32(next)
      layDay(days.lowerBound + index, price: price, shortageUnit: shortageUnit, cells, filled, at: &next)
      var ofFirst: Int32 = 0
      var ofSecond: Int32 = 0
      for choice in Int(start[index])..<next {
        ofFirst = max(ofFirst, first[choice])
        ofSecond = max(ofSecond, second[choice] &+ block[choice])
      }
      mostFirst += Int(ofFirst)
      mostSecond += Int(ofSecond)
    }
    start[days.count] = Int32(next)
    setLimits()
  }

  /// Limits in steps that the window adds; without any where a breach cannot be avoided.
  private mutating func setLimits() {
    (lowFirst, highFirst, highSecond) = (0, mostFirst, mostSecond)
    if firstTotal >= 0 {
      let out = Int(outside[firstTotal])
      let high = firstLimits?.upperBound ?? Int(tables.totals.high[firstTotal])
      let low = firstLimits?.lowerBound ?? Int(tables.totals.low[firstTotal])
      if high < Int(Int32.max) { highFirst = min(highFirst, max(0, (high - out) / Int(firstStep))) }
      if low > out { lowFirst = (low - out + Int(firstStep) - 1) / Int(firstStep) }
    }
    if secondTotal >= 0 {
      let high = secondLimit ?? Int(tables.totals.high[secondTotal])
      if high < Int(Int32.max) {
        highSecond = min(highSecond, max(0, (high - Int(outside[secondTotal])) / Int(secondStep)))
      }
    }
    mostFirst = min(mostFirst, highFirst)
    mostSecond = min(mostSecond, highSecond)
  }

  mutating func forgetLeast() { lowFirst = 0 }

  /// For a window that ends with day `last`: the first counted total's limits, in proportion to the days gone on which
  /// the person can work, and the second's, in proportion to the people wanted by then on what counts for it.
  mutating func limit(_ person: Int, counted: borrowing CountedTotals, at last: Int) {
    (firstLimits, secondLimit) = (nil, nil)
    guard last < tables.dayCount else { return }
    if limitedPerson != person { layShares(person, second: Int(counted.second[person])) }
    let total = Int(counted.first[person])
    if total >= 0, daysGone[tables.dayCount] > 0 {
      let unit = Int(tables.totals.unit[total])
      let (gone, all) = (Int(daysGone[last]), Int(daysGone[tables.dayCount]))
      let low = max(0, Int(tables.totals.low[total])) * gone / all - unit / 2
      let high = Int(tables.totals.high[total])
      firstLimits = low...max(low, high == Int(Int32.max) ? high : high * gone / all + unit / 2)
    }
    let other = Int(counted.second[person])
    if other >= 0, tables.totals.high[other] < Int32.max, wantedGone[tables.dayCount] > 0 {
      let (gone, all) = (Int(wantedGone[last]), Int(wantedGone[tables.dayCount]))
      secondLimit = (max(0, Int(tables.totals.high[other])) * gone + all - 1) / all
    }
  }

  /// Fills `daysGone` and `wantedGone`. O(slots × effects).
  private mutating func layShares(_ person: Int, second: Int) {
    limitedPerson = person
    (daysGone[0], wantedGone[0]) = (0, 0)
    for day in 0..<tables.dayCount {
      var (canWork, wanted) = (false, 0)
      for index in tables.choices(person: person, day: day) {
        let slot = Int(tables.choice[index])
        guard slot >= 0 else { continue }
        canWork = true
        if counts(slot, person, second) {
          // One more, so that where nobody is wanted days count.
          wanted += 1 + 16 * Int(max(tables.cover.wanted[slot], tables.cover.target[slot]))
        }
      }
      daysGone[day + 1] = daysGone[day] + (canWork ? 1 : 0)
      wantedGone[day + 1] = Int32(clamping: Int(wantedGone[day]) + wanted)
    }
  }

  private func counts(_ slot: Int, _ person: Int, _ total: Int) -> Bool {
    tables.effects(person: person, slot: slot).contains { index in
      let effect = Int(tables.totals.effects[index].index)
      return (effect >= 0 ? effect : Int(tables.totals.blockTotal[-1 - effect])) == total
    }
  }

  /// The person's totals and blocks without the window.
  mutating func count(_ person: Int, days: Range<Int>, _ cells: borrowing Buffer<Int32>) {
    self.person = person
    for total in Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1]) {
      outside[total] = 0
    }
    for block in Int(tables.totals.personBlocks[person])..<Int(tables.totals.personBlocks[person + 1]) {
      heldOutside[block] = 0
    }
    for day in 0..<tables.dayCount where !days.contains(day) {
      let slot = Int(cells[person * tables.dayCount + day])
      guard slot >= 0 else { continue }
      for index in tables.effects(person: person, slot: slot) {
        let effect = tables.totals.effects[index]
        if effect.index >= 0 {
          outside[Int(effect.index)] &+= effect.amount
        } else {
          let block = Int(-1 - effect.index)
          if heldOutside[block] == 0 {
            outside[Int(tables.totals.blockTotal[block])] &+= tables.totals.blockAmount[block]
          }
          heldOutside[block] &+= 1
        }
      }
    }
  }

  private func layDay(
    _ day: Int, price: borrowing Buffer<Int32>, shortageUnit: Int, _ cells: borrowing Buffer<Int32>,
    _ filled: borrowing Buffer<Int32>, at next: inout Int
  ) {
    let begin = next
    let own = Int(cells[person * tables.dayCount + day])
    for index in tables.choices(person: person, day: day) {
      let slot = Int(tables.choice[index])
      guard tables.allows(person: person, day: day, slot: slot) else { continue }
      var cost = Int(tables.cost(person: person, day: day, slot: slot))
      var added: (first: Int32, second: Int32, block: Int32) = (0, 0, 0)
      if slot >= 0 {
        let filled = filled[slot] &- (slot == own ? 1 : 0)
        if filled >= tables.cover.maximum[slot] { continue }
        cost += tables.cover.step(slot, filled: filled)
        let shortage = tables.cover.shortageStep(slot, filled: filled)
        if shortage != 0 { cost += tables.cover.weighed(shortage, unit: shortageUnit) }
        cost += count(slot, price: price, &added)
      }
      self.slot[next] = Int32(slot)
      letter[next] = Int32(tables.words.likeLetter(tables.letter(slot), of: Int(tables.words.automaton[person])))
      self.cost[next] = Int32(clamping: max(-2_000_000, min(2_000_000, cost)))
      first[next] = added.first
      second[next] = added.second
      block[next] = added.block
      if !isDominated(next, since: begin) { next += 1 }
    }
  }

  /// What the slot adds to the counted totals; returns what it costs in the others.
  private func count(
    _ slot: Int, price: borrowing Buffer<Int32>, _ added: inout (first: Int32, second: Int32, block: Int32)
  ) -> Int {
    var cost = 0
    for index in tables.effects(person: person, slot: slot) {
      let effect = tables.totals.effects[index]
      let number = Int(-1 - effect.index)
      let total = number >= 0 ? Int(tables.totals.blockTotal[number]) : Int(effect.index)
      let amount = number >= 0 ? tables.totals.blockAmount[number] : effect.amount
      if number >= 0, heldOutside[number] > 0 { continue }
      if total == firstTotal {
        added.first &+= amount / firstStep
      } else if total == secondTotal {
        if number >= 0 { added.block = amount / secondStep } else { added.second &+= amount / secondStep }
      } else {
        cost &+= Int(price[total]) &* Int(amount)
      }
    }
    return cost
  }

  /// Whether one like it stands there already; the cheaper of both stays there.
  private func isDominated(_ new: Int, since begin: Int) -> Bool {
    for old in begin..<new
    where letter[old] == letter[new] && first[old] == first[new] && second[old] == second[new]
      && block[old] == block[new]
    {
      if cost[new] < cost[old] {
        cost[old] = cost[new]
        slot[old] = slot[new]
      }
      return true
    }
    return false
  }
}
