import Rostering
import Units

/// A set of compatible duties with a seat each, and its value under prices, in millionths.
struct FoundSet: Sendable {
  var value: Int
  /// Numbers of options, fixed duties first.
  var options: [Int32]
}

/// Enumerates one person's sets of compatible duties, depth first, in whole millionths, leaving out branches that
/// cannot come below a limit.
///
/// A branch's lower limit: the value so far with each total's cost replaced by its convex minorant g, plus, for each
/// clique of duties, the best change that one more of its duties could bring now. By convexity no later change is
/// better: g(v' + a) − g(v') ≥ g(v + a) − g(v) for v' ≥ v.
struct SetSearch: ~Copyable {
  private let space: SetSpace
  private let tables: RosterTables
  private let width: Int
  private let deepest: Int
  // The person at work.
  private var person = 0
  private var items = 0
  private let item: Buffer<Int32>
  /// What each item adds to the total with a maximum that leaves the least room.
  private let itemAmount: Buffer<Int32>
  private var tightTotal = -1
  private var fixed: [Int] = []
  private let chosen: Buffer<Int32>
  private var depth = 0
  private let totalValue: Buffer<Int32>
  private let wishCount: Buffer<Int32>
  private let siteCount: Buffer<Int32>
  private var runPrice = 0
  // Scratch, a line a depth.
  private let gain: Buffer<Int>
  /// The best change of each clique by any duty, then, from `small` on, by a duty that takes at most half of the room.
  private let best: Buffer<Int>
  private let small: Int
  private let minorant: Buffer<Int>
  private let curves: MinorantCurves
  private let totalWidth: Int
  // What is asked for.
  private var limit = Int.max
  private var capacity = 1
  private var keepsBest = true

  private(set) var found: [FoundSet] = []
  /// There were more sets below the limit than were asked for.
  private(set) var isCut = false
  private var longestSet = Int.max

  /// When the search of one person may end before its end; what was found is then no minimum. nil: never.
  var deadline: Deadline?
  private(set) var isOver = false
  private var looks = 0
  /// Sets from one look at the clock to the next.
  private static let setsToLook = 4096

  init(_ space: SetSpace) {
    self.space = space
    tables = space.tables
    width =
      (0..<tables.personCount).map { person in
        let entries = space.tables.entries(of: person)
        return entries.isEmpty
          ? 0 : Int(space.tables.optionStart[entries.upperBound] - space.tables.optionStart[entries.lowerBound])
      }.max() ?? 0
    deepest = space.cliqueCount + 2
    item = Buffer(repeating: 0, count: width)
    chosen = Buffer(repeating: 0, count: deepest)
    totalValue = Buffer(repeating: 0, count: tables.totals.base.count)
    for total in 0..<tables.totals.base.count { totalValue[total] = tables.totals.base[total] }
    wishCount = Buffer(repeating: 0, count: tables.totals.wishCost.count)
    siteCount = Buffer(repeating: 0, count: space.siteCount)
    gain = Buffer(repeating: 0, count: width * deepest)
    small = space.cliqueCount * deepest
    best = Buffer(repeating: 0, count: 2 * space.cliqueCount * deepest)
    itemAmount = Buffer(repeating: 0, count: width)
    totalWidth =
      (0..<tables.personCount).map { Int(space.tables.totals.start[$0 + 1] - space.tables.totals.start[$0]) }
      .max() ?? 0
    curves = MinorantCurves(tables)
    minorant = Buffer(repeating: 0, count: totalWidth * deepest)
  }

  /// The sets below `limit` with the smallest values, ascending, at most `capacity`; ties: the first found. Sets have
  /// at most `longest` duties beside the fixed ones.
  mutating func cheapest(
    of person: Int, _ prices: borrowing Prices, below limit: Int, capacity: Int, longest: Int = Int.max
  ) {
    keepsBest = true
    search(person, prices, limit: limit, capacity: capacity, longest: longest)
  }

  /// All sets below `limit` in the order found; `isCut` where there are more than `capacity`.
  mutating func all(of person: Int, _ prices: borrowing Prices, below limit: Int, capacity: Int) {
    keepsBest = false
    search(person, prices, limit: limit, capacity: capacity, longest: Int.max)
  }

  /// The value of one set of the person.
  mutating func value(of options: [Int32], person: Int, _ prices: borrowing Prices) -> Int {
    self.person = person
    depth = 0
    var value = 0
    for option in options { value = take(Int(option), value: value, prices) }
    value &+= ownCosts(prices)
    let run = Int(tables.runBefore[person]) + 1
    if !options.isEmpty, run > tables.softRun, prices.withPreferences {
      value &+= tables.runCost * RosterMultiplier.scale
    }
    for option in options { leave(Int(option)) }
    return value
  }

  private mutating func search(
    _ person: Int, _ prices: borrowing Prices, limit: Int, capacity: Int, longest: Int
  ) {
    self.person = person
    self.limit = limit
    self.capacity = capacity
    found = []
    isCut = false
    isOver = false
    depth = 0
    items = 0
    fixed = []
    let run = Int(tables.runBefore[person]) + 1
    runPrice = run > tables.softRun && prices.withPreferences ? tables.runCost * RosterMultiplier.scale : 0
    findTightTotal()
    for entry in tables.entries(of: person) {
      if tables.entryIsFixed[entry] {
        fixed.append(entry)
      } else if run <= tables.longestRun {
        for option in tables.options(of: entry) {
          item[items] = Int32(truncatingIfNeeded: option)
          itemAmount[items] = tightAmount(entry)
          items += 1
        }
      }
    }
    longestSet = longest == Int.max ? Int.max : fixed.count + longest
    takeFixed(0, value: 0, prices)
  }

  private mutating func findTightTotal() {
    tightTotal = -1
    var room = Int.max
    for total in Int(tables.totals.start[person])..<Int(tables.totals.start[person + 1])
    where tables.totals.maximum[total] != Int32.max {
      // The total with the fewest average duties to its maximum would be better still; hours of the day are it.
      let left = Int(tables.totals.maximum[total]) - Int(tables.totals.base[total])
      if left < room {
        room = left
        tightTotal = total
      }
    }
  }

  private func tightAmount(_ entry: Int) -> Int32 {
    for index in tables.totals.ofEntry.range(entry) where Int(tables.totals.ofEntry.item[index]) == tightTotal {
      return tables.totals.amount[index]
    }
    return 0
  }

  private mutating func takeFixed(_ index: Int, value: Int, _ prices: borrowing Prices) {
    guard index < fixed.count else {
      extend(from: 0, value: value, prices)
      return
    }
    for option in tables.options(of: fixed[index]) where depth < deepest {
      let after = take(option, value: value, prices)
      takeFixed(index + 1, value: after, prices)
      leave(option)
    }
  }

  /// Counts the option in; returns the additive value with it.
  private mutating func take(_ option: Int, value: Int, _ prices: borrowing Prices) -> Int {
    let entry = Int(tables.optionEntry[option])
    var value = value &+ prices.option[option]
    for index in tables.totals.ofEntry.range(entry) {
      totalValue[Int(tables.totals.ofEntry.item[index])] &+= tables.totals.amount[index]
    }
    for index in tables.totals.wishesOfEntry.range(entry) {
      wishCount[Int(tables.totals.wishesOfEntry.item[index])] &+= 1
    }
    for index in space.sitesOfEntry.range(entry) {
      let site = Int(space.sitesOfEntry.item[index])
      if siteCount[site] == 0 { value &+= prices.site[site] }
      siteCount[site] &+= 1
    }
    chosen[depth] = Int32(truncatingIfNeeded: option)
    depth &+= 1
    return value
  }

  private mutating func leave(_ option: Int) {
    let entry = Int(tables.optionEntry[option])
    for index in tables.totals.ofEntry.range(entry) {
      totalValue[Int(tables.totals.ofEntry.item[index])] &-= tables.totals.amount[index]
    }
    for index in tables.totals.wishesOfEntry.range(entry) {
      wishCount[Int(tables.totals.wishesOfEntry.item[index])] &-= 1
    }
    for index in space.sitesOfEntry.range(entry) { siteCount[Int(space.sitesOfEntry.item[index])] &-= 1 }
    depth &-= 1
  }

  private func allows(_ option: Int) -> Bool {
    let entry = Int(tables.optionEntry[option])
    let duty = Int(tables.entryDuty[entry])
    for index in 0..<depth {
      let other = Int(tables.optionEntry[Int(chosen[index])])
      if other == entry || tables.conflicts[duty, Int(tables.entryDuty[other])] { return false }
    }
    for index in tables.totals.ofEntry.range(entry) {
      let total = Int(tables.totals.ofEntry.item[index])
      if tables.totals.maximum[total] != Int32.max,
        Int(totalValue[total]) &+ Int(tables.totals.amount[index]) > Int(tables.totals.maximum[total])
      {
        return false
      }
    }
    return true
  }

  /// Records the set as it stands, then tries every further item from `start` on.
  private mutating func extend(from start: Int, value: Int, _ prices: borrowing Prices) {
    record(value: value &+ ownCosts(prices) &+ (depth > 0 ? runPrice : 0))
    lookAtClock()
    guard !isOver, depth < longestSet, depth &+ 1 < deepest, start < items else { return }
    let line = depth &* width
    let cliques = depth &* space.cliqueCount
    for clique in 0..<space.cliqueCount { best[cliques &+ clique] = 0 }
    for clique in 0..<space.cliqueCount { best[small &+ cliques &+ clique] = 0 }
    let floor = value &+ runPrice &+ prepareMinorants(prices)
    let room = tightTotal >= 0 ? Int(tables.totals.maximum[tightTotal]) &- Int(totalValue[tightTotal]) : Int.max
    var smallest = Int.max
    for index in start..<items {
      let option = Int(item[index])
      guard allows(option) else {
        gain[line &+ index] = Int.max
        continue
      }
      let change = prices.option[option] &+ (prices.withPreferences ? ownGain(option) : 0)
      gain[line &+ index] = change
      let clique = cliques &+ clique(of: option)
      let amount = Int(itemAmount[index])
      if amount < smallest { smallest = amount }
      if change < best[clique] { best[clique] = change }
      if change < best[small &+ clique], amount <= room / 2 { best[small &+ clique] = change }
    }
    for index in start..<items where gain[line &+ index] != Int.max {
      let option = Int(item[index])
      let left = room &- Int(itemAmount[index])
      let further = smallest > 0 ? left / smallest : Int.max
      let change = gain[line &+ index]
      let others = left < room &- room / 2 ? small &+ cliques : cliques
      let rest = most(further, at: others, besides: clique(of: option))
      guard floor &+ change &+ rest < limit else { continue }
      let after = take(option, value: value, prices)
      extend(from: index &+ 1, value: after, prices)
      leave(option)
      if isCut || isOver { return }
    }
  }

  private mutating func lookAtClock() {
    looks &+= 1
    guard looks >= SetSearch.setsToLook, let deadline else { return }
    looks = 0
    isOver = deadline.isOver
  }

  /// The most that `count` further duties could bring: the best changes of as many other cliques, or more.
  @inline(__always)
  private func most(_ count: Int, at line: Int, besides clique: Int) -> Int {
    guard count > 0 else { return 0 }
    var sum = 0
    var least = 0
    for other in 0..<space.cliqueCount where other != clique {
      let change = best[line &+ other]
      sum &+= change
      if change < least { least = change }
    }
    return count < space.cliqueCount ? max(sum, least &* count) : sum
  }

  @inline(__always) private func clique(of option: Int) -> Int {
    Int(space.cliqueOfDuty[Int(tables.entryDuty[Int(tables.optionEntry[option])])])
  }

  /// Costs of totals and of wishes not granted, as things stand.
  private func ownCosts(_ prices: borrowing Prices) -> Int {
    guard prices.withPreferences else { return 0 }
    var cost = 0
    for total in Int(tables.totals.start[person])..<Int(tables.totals.start[person + 1]) {
      cost &+= tables.totals.cost(of: total, at: Int(totalValue[total]))
    }
    for wish in Int(tables.totals.wishStart[person])..<Int(tables.totals.wishStart[person + 1])
    where wishCount[wish] == 0 {
      cost &+= Int(tables.totals.wishCost[wish])
    }
    return cost &* RosterMultiplier.scale
  }

  /// The same with minorants, which are kept for this depth.
  private func prepareMinorants(_ prices: borrowing Prices) -> Int {
    guard prices.withPreferences else { return 0 }
    var sum = 0
    let first = Int(tables.totals.start[person])
    for total in first..<Int(tables.totals.start[person + 1]) {
      let value = curves.value(of: total, at: Int(totalValue[total]), tables)
      minorant[depth &* totalWidth &+ total &- first] = value
      sum &+= value
    }
    for wish in Int(tables.totals.wishStart[person])..<Int(tables.totals.wishStart[person + 1])
    where wishCount[wish] == 0 {
      sum &+= Int(tables.totals.wishCost[wish]) &* RosterMultiplier.scale
    }
    return sum
  }

  /// The most that the option could bring through totals and wishes (rounded to safety: one millionth a total).
  private func ownGain(_ option: Int) -> Int {
    let entry = Int(tables.optionEntry[option])
    let first = Int(tables.totals.start[person])
    var change = 0
    for index in tables.totals.ofEntry.range(entry) {
      let total = Int(tables.totals.ofEntry.item[index])
      guard tables.totals.step[total] > 0 else { continue }
      let after = Int(totalValue[total]) &+ Int(tables.totals.amount[index])
      change &+= curves.value(of: total, at: after, tables) &- 1
      change &-= minorant[depth &* totalWidth &+ total &- first]
    }
    for index in tables.totals.wishesOfEntry.range(entry) {
      let wish = Int(tables.totals.wishesOfEntry.item[index])
      if wishCount[wish] == 0 { change &-= Int(tables.totals.wishCost[wish]) &* RosterMultiplier.scale }
    }
    return change
  }

  private mutating func record(value: Int) {
    guard value < limit else { return }
    let set = FoundSet(value: value, options: (0..<depth).map { chosen[$0] })
    guard keepsBest else {
      if found.count == capacity { isCut = true } else { found.append(set) }
      return
    }
    let position = found.firstIndex { value < $0.value } ?? found.count
    found.insert(set, at: position)
    if found.count > capacity { found.removeLast() }
    if found.count == capacity { limit = found[capacity - 1].value }
  }
}
