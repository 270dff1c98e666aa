import Rostering
import Units

/// What compact programs look up of a problem, made once a run.
///
/// A *cell* is a person's day: person × days + day. Totals, blocks and wishes are numbered through all people.
final class CompactTables {
  let roster: RosterTables
  let totals: [RosterProblem.Total]
  let wishes: [RosterProblem.Wish]
  /// The first total, block and wish of each person, and the end.
  let totalStart: [Int]
  let wishStart: [Int]
  /// Entries of each cell, ascending.
  let entries: [[Int]]
  let blockTotal: [Int]
  let blockAmount: [Int]
  let blocksOfEntry: Lists
  let entriesOfBlock: [[Int]]
  /// The day that alone decides a total, a block or a wish; −1: several do.
  let dayOfTotal: [Int]
  let dayOfBlock: [Int]
  let dayOfWish: [Int]
  let rests: [Rest]

  /// Duties of two days that exclude each other: nobody has one of `first` on one and one of `second` on the other.
  struct Rest {
    var days: (Int, Int)
    var first: [Int]
    var second: [Int]
  }

  /// Sets of one cell beyond which its options become columns by themselves.
  let mostSets: Int
  private var known: [CellSets?]
  private var counts: [Int]

  var problem: RosterProblem { roster.problem }
  var dayCount: Int { roster.dayCount }
  var cellCount: Int { entries.count }

  /// O(options + totals × days + conflicts × duties of a day).
  init(_ roster: RosterTables, mostSets: Int = CellSets.most) {
    self.roster = roster
    self.mostSets = mostSets
    let problem = roster.problem
    totals = problem.people.flatMap(\.totals)
    wishes = problem.people.flatMap(\.wishes)
    totalStart = problem.people.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.totals.count) }
    wishStart = problem.people.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.wishes.count) }
    var cells = [[Int]](repeating: [], count: roster.personCount * roster.dayCount)
    for entry in 0..<roster.entryCount {
      let day = Int(roster.dutyDay[Int(roster.entryDuty[entry])])
      cells[Int(roster.entryPerson[entry]) * roster.dayCount + day].append(entry)
    }
    entries = cells
    known = [CellSets?](repeating: nil, count: cells.count)
    counts = [Int](repeating: -1, count: cells.count)

    var days = OneDay(tables: roster, count: totals.count)
    var blockDays = OneDay(tables: roster, count: 0)
    var (ofTotal, amounts, lists): ([Int], [Int], [[Int]]) = ([], [], [])
    var (blocks, items): ([Int], [Int]) = ([], [])
    for (person, one) in problem.people.enumerated() {
      for (number, total) in one.totals.enumerated() {
        for block in total.blocks where block.amount > 0 {
          let mine = block.duties.map { roster.entry(person: person, duty: $0) }.filter { $0 >= 0 }
          blockDays.append()
          for entry in mine {
            blockDays.see(amounts.count, entry)
            days.see(totalStart[person] + number, entry)
          }
          items += mine
          blocks += [Int](repeating: amounts.count, count: mine.count)
          ofTotal.append(totalStart[person] + number)
          amounts.append(block.amount)
          lists.append(mine)
        }
      }
    }
    var wishDays = OneDay(tables: roster, count: wishes.count)
    for entry in 0..<roster.entryCount {
      for index in roster.totals.ofEntry.range(entry) { days.see(Int(roster.totals.ofEntry.item[index]), entry) }
      for index in roster.totals.wishesOfEntry.range(entry) {
        wishDays.see(Int(roster.totals.wishesOfEntry.item[index]), entry)
      }
    }
    (blockTotal, blockAmount, entriesOfBlock) = (ofTotal, amounts, lists)
    blocksOfEntry = Lists(count: roster.entryCount, lists: items, items: blocks)
    (dayOfTotal, dayOfBlock, dayOfWish) = (days.decided, blockDays.decided, wishDays.decided)
    rests = CompactTables.rests(roster)
  }

  /// The sets of a cell; made when first asked for.
  func sets(_ cell: Int) -> CellSets {
    if let sets = known[cell] { return sets }
    let sets = CellSets(cell, self)
    known[cell] = sets
    return sets
  }

  /// About how many columns a cell has: its sets, and where they may lead an automaton. O(sets), after the first time O(1).
  func columnCount(_ cell: Int) -> Int {
    if counts[cell] >= 0 { return counts[cell] }
    let one = problem.people[person(cell)]
    var count = sets(cell).list?.count ?? entries[cell].reduce(0) { $0 + roster.options(of: $1).count }
    if let sequence = one.sequence {
      let automaton = problem.sequences[sequence]
      let letters = Set(entries[cell].map { problem.duties[Int(roster.entryDuty[$0])].dayClass } + [0])
      for state in 0..<automaton.stateCount { count += letters.count { automaton.step(state, $0, day(cell)) != nil } }
    }
    counts[cell] = count
    return count
  }

  func person(_ cell: Int) -> Int { cell / dayCount }
  func day(_ cell: Int) -> Int { cell % dayCount }
  func cells(of person: Int) -> Range<Int> { person * dayCount..<(person + 1) * dayCount }
  /// The columns of all cells together, or some number above `most`.
  func columnCount(upTo most: Int) -> Int {
    var sum = 0
    for cell in 0..<cellCount where sum <= most { sum += columnCount(cell) }
    return sum
  }

  func day(of entry: Int) -> Int { Int(roster.dutyDay[Int(roster.entryDuty[entry])]) }
  func duty(_ option: Int) -> Int { Int(roster.entryDuty[Int(roster.optionEntry[option])]) }
  func cell(of option: Int) -> Int {
    let entry = Int(roster.optionEntry[option])
    return Int(roster.entryPerson[entry]) * dayCount + Int(roster.dutyDay[Int(roster.entryDuty[entry])])
  }

  /// Calls with each total that the options of one cell add to, and how much; blocks over several days left out.
  func forEachAmount(in options: [Int], _ body: (_ total: Int, _ amount: Int) -> Void) {
    var seen: [Int] = []
    for option in options {
      let entry = Int(roster.optionEntry[option])
      for index in roster.totals.ofEntry.range(entry) {
        body(Int(roster.totals.ofEntry.item[index]), Int(roster.totals.amount[index]))
      }
      for index in blocksOfEntry.range(entry) {
        let block = Int(blocksOfEntry.item[index])
        guard dayOfBlock[block] >= 0, !seen.contains(block) else { continue }
        seen.append(block)
        body(blockTotal[block], blockAmount[block])
      }
    }
  }

  func grants(_ options: [Int], _ wish: Int) -> Bool {
    options.contains { option in
      roster.totals.wishesOfEntry.range(Int(roster.optionEntry[option])).contains {
        Int(roster.totals.wishesOfEntry.item[$0]) == wish
      }
    }
  }

  /// All duties of one day whose excluded duties of another day include those of one of them, against these: a clique,
  /// as each day has one set only.
  private static func rests(_ tables: RosterTables) -> [Rest] {
    var pairs = Set<[Int]>()
    for pair in tables.problem.conflicts {
      let (a, b) = (Int(tables.dutyDay[pair.first]), Int(tables.dutyDay[pair.second]))
      if a != b { pairs.insert([a, b]) }
    }
    var byDay = [[Int]](repeating: [], count: tables.dayCount)
    for duty in 0..<tables.dutyCount { byDay[Int(tables.dutyDay[duty])].append(duty) }
    var rests: [Rest] = []
    for pair in pairs.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      let (early, late) = (byDay[pair[0]], byDay[pair[1]])
      var seen = Set<[Int]>()
      for duty in early {
        let excluded = late.filter { tables.conflicts[duty, $0] }
        guard !excluded.isEmpty, seen.insert(excluded).inserted else { continue }
        let alike = early.filter { one in excluded.allSatisfy { tables.conflicts[one, $0] } }
        rests.append(Rest(days: (pair[0], pair[1]), first: alike, second: excluded))
      }
    }
    return rests
  }
}

/// Finds out what a single day decides.
private struct OneDay {
  let tables: RosterTables
  private var day: [Int]

  init(tables: RosterTables, count: Int) {
    self.tables = tables
    day = [Int](repeating: -2, count: count)
  }

  mutating func append() { day.append(-2) }

  mutating func see(_ index: Int, _ entry: Int) {
    let now = Int(tables.dutyDay[Int(tables.entryDuty[entry])])
    day[index] = day[index] == -2 || day[index] == now ? now : -1
  }

  /// What no duty touches is decided anywhere: say, on the first day.
  var decided: [Int] { day.map { $0 == -2 ? 0 : $0 } }
}
