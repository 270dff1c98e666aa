import Rostering
import Units

/// Sorts people's options into kinds and lists the combinations.
final class KindBuilder {
  private let space: SetSpace
  private let tables: RosterTables
  /// Whether some duty of one clique goes with some duty of another.
  private let cliquesMix: [Bool]
  private(set) var kindStart = [0]
  private(set) var itemStart = [0]
  private(set) var items: [Int32] = []
  private(set) var comboStart = [0]
  private(set) var comboCost: [Int] = []
  private(set) var comboKind: [Int] = []
  // The person at work.
  private var kinds: [Kind] = []
  private var values: [Int] = []
  private var granted: [Int] = []
  private var limit = 0
  private var combos: [(cost: Int, kinds: [Int])] = []

  private struct Kind {
    var clique: Int
    /// An entry that stands for all.
    var entry: Int
    var options: [Int32]
    var isFixed: Bool
  }

  init(_ space: SetSpace) {
    self.space = space
    tables = space.tables
    let count = space.cliqueCount
    var mix = [Bool](repeating: false, count: count * count)
    for a in 0..<space.tables.dutyCount {
      for b in 0..<space.tables.dutyCount where a != b && !space.tables.conflicts[a, b] {
        mix[Int(space.cliqueOfDuty[a]) * count + Int(space.cliqueOfDuty[b])] = true
      }
    }
    cliquesMix = mix
  }

  /// False where the person does not fit.
  func add(_ person: Int, mostKinds: Int, mostCombos: Int) -> Bool {
    let run = Int(tables.runBefore[person]) + 1
    kinds = []
    for entry in tables.entries(of: person) {
      if tables.entryIsFixed[entry] || run <= tables.longestRun { sort(entry) }
    }
    guard kinds.count <= mostKinds else { return false }
    let first = Int(tables.totals.start[person])
    values = (first..<Int(tables.totals.start[person + 1])).map { Int(tables.totals.base[$0]) }
    let wishes = Int(tables.totals.wishStart[person])..<Int(tables.totals.wishStart[person + 1])
    granted = [Int](repeating: 0, count: wishes.count)
    combos = []
    limit = mostCombos
    let fixed = kinds.indices.filter { kinds[$0].isFixed }
    guard fixed.count <= KindTables.mostTogether, areCompatible(fixed) else { return false }
    for kind in fixed { count(kinds[kind].entry, person, by: 1) }
    guard extend(fixed, from: 0, person, runCost: run > tables.softRun ? tables.runCost : 0) else { return false }
    let from = kindStart[kindStart.count - 1]
    for kind in kinds {
      items += kind.options
      itemStart.append(items.count)
    }
    kindStart.append(from + kinds.count)
    for combo in combos.sorted(by: { ($0.kinds.count, $0.cost) < ($1.kinds.count, $1.cost) }) {
      comboCost.append(combo.cost)
      for place in 0..<KindTables.mostTogether {
        comboKind.append(place < combo.kinds.count ? from + combo.kinds[place] : -1)
      }
    }
    comboStart.append(comboCost.count)
    return true
  }

  private func areCompatible(_ some: [Int]) -> Bool {
    some.allSatisfy { one in
      some.allSatisfy { other in
        one == other
          || !tables.conflicts[Int(tables.entryDuty[kinds[one].entry]), Int(tables.entryDuty[kinds[other].entry])]
      }
    }
  }

  private func sort(_ entry: Int) {
    let clique = Int(space.cliqueOfDuty[Int(tables.entryDuty[entry])])
    let options = tables.options(of: entry).map { Int32(truncatingIfNeeded: $0) }
    // Mostly the same as the one before, or as one of a few.
    let isFixed = tables.entryIsFixed[entry]
    let known = kinds.lastIndex { !$0.isFixed && $0.clique == clique && counts($0.entry, asMuchAs: entry) }
    if let known, !isFixed {
      kinds[known].options += options
    } else {
      kinds.append(Kind(clique: clique, entry: entry, options: options, isFixed: isFixed))
    }
  }

  /// Whether two entries of one person add the same to the same totals and grant the same wishes.
  private func counts(_ one: Int, asMuchAs other: Int) -> Bool {
    let (a, b) = (tables.totals.ofEntry.range(one), tables.totals.ofEntry.range(other))
    guard a.count == b.count else { return false }
    for (x, y) in zip(a, b)
    where tables.totals.ofEntry.item[x] != tables.totals.ofEntry.item[y]
      || tables.totals.amount[x] != tables.totals.amount[y]
    { return false }
    let (c, d) = (tables.totals.wishesOfEntry.range(one), tables.totals.wishesOfEntry.range(other))
    guard c.count == d.count else { return false }
    for (x, y) in zip(c, d) where tables.totals.wishesOfEntry.item[x] != tables.totals.wishesOfEntry.item[y] {
      return false
    }
    return true
  }

  /// Records the combination, then tries every further kind; false where there are too many or too long ones.
  private func extend(_ chosen: [Int], from start: Int, _ person: Int, runCost: Int) -> Bool {
    combos.append((cost(person) + (chosen.isEmpty ? 0 : runCost), chosen))
    guard combos.count <= limit else { return false }
    for next in start..<kinds.count
    where !kinds[next].isFixed && chosen.allSatisfy({ mixes($0, next) }) && fits(kinds[next].entry, person) {
      if chosen.count == KindTables.mostTogether { return false }
      count(kinds[next].entry, person, by: 1)
      let isWithin = extend(chosen + [next], from: next + 1, person, runCost: runCost)
      count(kinds[next].entry, person, by: -1)
      guard isWithin else { return false }
    }
    return true
  }

  private func mixes(_ one: Int, _ other: Int) -> Bool {
    cliquesMix[kinds[one].clique * space.cliqueCount + kinds[other].clique]
  }

  private func fits(_ entry: Int, _ person: Int) -> Bool {
    let first = Int(tables.totals.start[person])
    return tables.totals.ofEntry.range(entry).allSatisfy { index in
      let total = Int(tables.totals.ofEntry.item[index])
      let most = tables.totals.maximum[total]
      return most == Int32.max || values[total - first] + Int(tables.totals.amount[index]) <= Int(most)
    }
  }

  private func count(_ entry: Int, _ person: Int, by sign: Int) {
    let first = Int(tables.totals.start[person])
    for index in tables.totals.ofEntry.range(entry) {
      values[Int(tables.totals.ofEntry.item[index]) - first] += sign * Int(tables.totals.amount[index])
    }
    let firstWish = Int(tables.totals.wishStart[person])
    for index in tables.totals.wishesOfEntry.range(entry) {
      granted[Int(tables.totals.wishesOfEntry.item[index]) - firstWish] += sign
    }
  }

  private func cost(_ person: Int) -> Int {
    let first = Int(tables.totals.start[person])
    let firstWish = Int(tables.totals.wishStart[person])
    var sum = 0
    for (index, value) in values.enumerated() { sum += tables.totals.cost(of: first + index, at: value) }
    for (index, count) in granted.enumerated() where count == 0 {
      sum += Int(tables.totals.wishCost[firstWish + index])
    }
    return sum
  }
}
