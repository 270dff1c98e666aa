import Rostering
import Units

/// One person's set of compatible duties on one day.
struct CellSet {
  /// Ascending.
  var options: [Int]
  /// At level 3: what this day alone decides.
  var cost: Int
}

/// All that a person may do on a day; `list` is nil where that is too much to tell one by one.
struct CellSets {
  /// Sets of one cell beyond which its duties become columns by themselves.
  static let most = 400

  let list: [CellSet]?

  init(_ cell: Int, _ tables: CompactTables) {
    var search = Search(tables: tables, cell: cell, entries: tables.entries[cell])
    list = search.collect(from: 0) ? search.found : nil
  }

  private struct Search {
    let tables: CompactTables
    let person: Int
    let entries: [Int]
    let hasSequence: Bool
    /// Totals and wishes that this day alone decides.
    let ownTotals: [Int]
    let ownWishes: [Int]
    var chosen: [Int] = []
    var found: [CellSet] = []
    private var tried = 0
    /// The index of the last entry that must be held, −1 without one.
    private let lastFixed: Int
    /// Of the person's totals, what the chosen options add; and how many of them are in each block.
    private let first: Int
    private var sums: [Int]
    private var inBlock: [Int: Int] = [:]

    init(tables: CompactTables, cell: Int, entries: [Int]) {
      self.tables = tables
      self.entries = entries
      let (person, day) = (tables.person(cell), tables.day(cell))
      self.person = person
      lastFixed = entries.lastIndex { tables.roster.entryIsFixed[$0] } ?? -1
      hasSequence = tables.problem.people[person].sequence != nil
      first = tables.totalStart[person]
      sums = [Int](repeating: 0, count: tables.totalStart[person + 1] - first)
      ownTotals = (first..<tables.totalStart[person + 1]).filter { tables.dayOfTotal[$0] == day }
      ownWishes = (tables.wishStart[person]..<tables.wishStart[person + 1]).filter { tables.dayOfWish[$0] == day }
    }

    /// The chosen set, and every one that adds entries from the index on; false where there are too many.
    mutating func collect(from start: Int) -> Bool {
      if start > lastFixed {
        tried += 1
        if tried > tables.mostSets { return false }
        if keepsMinima { found.append(CellSet(options: chosen, cost: cost)) }
      }
      for index in start..<entries.count {
        let entry = entries[index]
        if mayAdd(entry), !collect(adding: entry, before: index + 1) { return false }
        if tables.roster.entryIsFixed[entry] { break }
      }
      return true
    }

    private mutating func collect(adding entry: Int, before next: Int) -> Bool {
      count(entry, by: 1)
      if !isOverMaximum(entry) {
        for option in tables.roster.options(of: entry) {
          chosen.append(option)
          if !collect(from: next) { return false }
          chosen.removeLast()
        }
      }
      count(entry, by: -1)
      return true
    }

    /// Who follows an automaton has one duty a day.
    private func mayAdd(_ entry: Int) -> Bool {
      if chosen.isEmpty { return true }
      if hasSequence { return false }
      let duty = Int(tables.roster.entryDuty[entry])
      return !chosen.contains { tables.roster.conflicts[duty, tables.duty($0)] }
    }

    private mutating func count(_ entry: Int, by step: Int) {
      let roster = tables.roster
      for index in roster.totals.ofEntry.range(entry) {
        sums[Int(roster.totals.ofEntry.item[index]) - first] += step * Int(roster.totals.amount[index])
      }
      for index in tables.blocksOfEntry.range(entry) {
        let block = Int(tables.blocksOfEntry.item[index])
        guard tables.dayOfBlock[block] >= 0 else { continue }
        let before = inBlock[block] ?? 0
        inBlock[block] = before + step
        // The first in adds the amount, the last out takes it away.
        if min(before, before + step) == 0 {
          sums[tables.blockTotal[block] - first] += step * tables.blockAmount[block]
        }
      }
    }

    private func isOverMaximum(_ entry: Int) -> Bool {
      let roster = tables.roster
      return roster.totals.ofEntry.range(entry).contains { isOver(Int(roster.totals.ofEntry.item[$0])) }
        || tables.blocksOfEntry.range(entry).contains { isOver(tables.blockTotal[Int(tables.blocksOfEntry.item[$0])]) }
    }

    private func isOver(_ total: Int) -> Bool {
      guard let maximum = tables.totals[total].maximum else { return false }
      return sums[total - first] > 0 && tables.totals[total].base + sums[total - first] > maximum
    }

    private var keepsMinima: Bool {
      ownTotals.allSatisfy { total in
        guard let minimum = tables.totals[total].minimum else { return true }
        return tables.totals[total].base + sums[total - first] >= minimum
      }
    }

    private var cost: Int {
      var cost = chosen.reduce(0) { $0 + Int(tables.roster.optionCost[$1]) }
      for total in ownTotals {
        cost += tables.totals[total].cost?.cost(of: tables.totals[total].base + sums[total - first]) ?? 0
      }
      for wish in ownWishes where !tables.grants(chosen, wish) { cost += tables.wishes[wish].cost }
      return cost
    }
  }
}
