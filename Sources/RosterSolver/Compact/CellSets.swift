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
    let cell: Int
    let entries: [Int]
    var chosen: [Int] = []
    var found: [CellSet] = []
    private var leaves = 0

    init(tables: CompactTables, cell: Int, entries: [Int]) {
      self.tables = tables
      self.cell = cell
      self.entries = entries
    }

    private var person: Int { tables.person(cell) }

    /// False where there are too many.
    mutating func collect(from index: Int) -> Bool {
      guard index < entries.count else {
        leaves += 1
        if keepsMinima { found.append(CellSet(options: chosen, cost: cost)) }
        return leaves <= tables.mostSets
      }
      let (entry, roster) = (entries[index], tables.roster)
      if mayAdd(entry) {
        for option in roster.options(of: entry) {
          chosen.append(option)
          let fits = !isOverMaximum(entry)
          if fits, !collect(from: index + 1) { return false }
          chosen.removeLast()
          if !fits { break }
        }
      }
      return roster.entryIsFixed[entry] || collect(from: index + 1)
    }

    /// Who follows an automaton has one duty a day.
    private func mayAdd(_ entry: Int) -> Bool {
      if chosen.isEmpty { return true }
      if tables.problem.people[person].sequence != nil { return false }
      let duty = Int(tables.roster.entryDuty[entry])
      return !chosen.contains { tables.roster.conflicts[duty, tables.duty($0)] }
    }

    private func isOverMaximum(_ entry: Int) -> Bool {
      func isOver(_ total: Int) -> Bool {
        guard let maximum = tables.totals[total].maximum else { return false }
        let sum = tables.amount(of: total, in: chosen)
        return sum > 0 && tables.totals[total].base + sum > maximum
      }
      let roster = tables.roster
      return roster.totals.ofEntry.range(entry).contains { isOver(Int(roster.totals.ofEntry.item[$0])) }
        || tables.blocksOfEntry.range(entry).contains { isOver(tables.blockTotal[Int(tables.blocksOfEntry.item[$0])]) }
    }

    /// Totals that this day alone decides.
    private var ownTotals: [Int] {
      (tables.totalStart[person]..<tables.totalStart[person + 1]).filter {
        tables.dayOfTotal[$0] == tables.day(cell)
      }
    }

    private var keepsMinima: Bool {
      ownTotals.allSatisfy { total in
        guard let minimum = tables.totals[total].minimum else { return true }
        return tables.totals[total].base + tables.amount(of: total, in: chosen) >= minimum
      }
    }

    private var cost: Int {
      var cost = chosen.reduce(0) { $0 + Int(tables.roster.optionCost[$1]) }
      for total in ownTotals {
        guard let price = tables.totals[total].cost else { continue }
        cost += price.cost(of: tables.totals[total].base + tables.amount(of: total, in: chosen))
      }
      for wish in tables.wishStart[person]..<tables.wishStart[person + 1]
      where tables.dayOfWish[wish] == tables.day(cell) && !tables.grants(chosen, wish) {
        cost += tables.wishes[wish].cost
      }
      return cost
    }
  }
}
