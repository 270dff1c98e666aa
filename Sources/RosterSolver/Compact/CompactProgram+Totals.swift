import LinearModel
import Rostering
import Units

/// Sums over a person's days: limits and prices of those that no single cell's sets decide.
extension CompactProgram {
  mutating func addTotals() {
    for person in people {
      let range = tables.totalStart[person]..<tables.totalStart[person + 1]
      guard !range.isEmpty else { continue }
      var sums = [CompactSum](repeating: CompactSum(), count: range.count)
      for cell in tables.cells(of: person) { addAmounts(of: cell, to: &sums, from: range.lowerBound) }
      addBlocks(of: person, to: &sums, from: range.lowerBound)
      for total in range where !isDecided(total, person) {
        let sum = sums[total - range.lowerBound]
        addLimits(of: total, person, sum)
        if isPriced, isWhole || !sum.terms.isEmpty, let cost = tables.totals[total].cost, cost.weight > 0 {
          addSteps(of: total, person, cost, sum)
        }
      }
    }
  }

  /// Limits and costs are in the sets of a single cell.
  private func isDecided(_ total: Int, _ person: Int) -> Bool {
    let day = tables.dayOfTotal[total]
    guard day >= 0 else { return false }
    switch columns[person * tables.dayCount + day] {
    case .items?: return false
    default: return true
    }
  }

  private func addAmounts(of cell: Int, to sums: inout [CompactSum], from first: Int) {
    switch columns[cell] {
    case .sets(let sets, let column)?:
      for (number, set) in sets.enumerated() {
        let variable = Variable(number: column + number)
        tables.forEachAmount(in: set.options) { sums[$0 - first].add($1, variable) }
      }
    case .items(let options, let column)?:
      for (number, option) in options.enumerated() {
        let entry = Int(tables.roster.optionEntry[option])
        for index in tables.roster.totals.ofEntry.range(entry) {
          let total = Int(tables.roster.totals.ofEntry.item[index])
          sums[total - first].add(Int(tables.roster.totals.amount[index]), Variable(number: column + number))
        }
      }
    case nil:
      if freedom[cell] == .fixed {
        tables.forEachAmount(in: roster.options[cell]) { sums[$0 - first].constant += $1 }
      }
    }
  }

  /// Blocks that several cells may touch, or one whose duties are columns by themselves.
  private mutating func addBlocks(of person: Int, to sums: inout [CompactSum], from first: Int) {
    var blocks = Set<Int>()
    for cell in tables.cells(of: person) {
      for entry in tables.entries[cell] {
        for index in tables.blocksOfEntry.range(entry) { blocks.insert(Int(tables.blocksOfEntry.item[index])) }
      }
    }
    for block in blocks.sorted() {
      let total = tables.blockTotal[block]
      if let sum = touched(block) { sums[total - first] = sums[total - first] + tables.blockAmount[block] * sum }
    }
  }

  /// 1 where the person has any duty of the block; nil where the sets of its one cell say it already.
  private mutating func touched(_ block: Int) -> CompactSum? {
    let entries = tables.entriesOfBlock[block]
    let duties = Set(entries.map { Int(tables.roster.entryDuty[$0]) })
    let days = Set(duties.map { Int(tables.roster.dutyDay[$0]) }).sorted()
    let base = (entries.first.map { Int(tables.roster.entryPerson[$0]) } ?? 0) * tables.dayCount
    if days.count == 1 {
      if case .items? = columns[base + days[0]] { return touches(base + days[0], duties) }
      return nil
    }
    let parts = days.map { touches(base + $0, duties) }
    if parts.contains(where: { $0.constant > 0 }) { return CompactSum(1) }
    let free = parts.filter { !$0.terms.isEmpty }
    guard free.count > 1 else { return free.first ?? CompactSum() }
    let column = extra(upper: 1, cost: 0) { reading in
      days.contains { reading.roster.touches(base + $0, duties, reading.tables) } ? 1 : 0
    }
    for part in free { put("block[\(block)]", lower: 0, CompactSum(column) - part) }
    put("blockOnly[\(block)]", upper: 0, CompactSum(column) - free.reduce(CompactSum(), +))
    return CompactSum(column)
  }

  private mutating func addLimits(of total: Int, _ person: Int, _ sum: CompactSum) {
    let one = tables.totals[total]
    let ahead = isOpen ? potential(of: total, person) : 0
    if let maximum = one.maximum {
      // A ledger above the maximum breaks nothing by itself.
      let room = max(0, maximum - one.base)
      put("total[\(total)]", upper: isOpen ? share(room, of: total, person) : room, sum)
    }
    if let minimum = one.minimum, minimum > one.base {
      put("totalLeast[\(total)]", lower: minimum - one.base - ahead, sum)
    }
  }

  /// step · Σ y ≥ value − target − slack and ≥ target − value, y whole, a piece a price.
  private mutating func addSteps(
    of total: Int, _ person: Int, _ cost: RosterProblem.StepCost, _ sum: CompactSum
  ) {
    var steps = CompactSum()
    var done = 0
    let base = tables.totals[total].base
    for (index, price) in cost.prices.enumerated() {
      let (from, isLast) = (done, index + 1 == cost.prices.count)
      let upTo = isLast ? Int.max : price.upTo
      let piece = extra(
        upper: isLast ? nil : upTo - from, cost: price.price * cost.weight * goal.weights[2], isInteger: true
      ) { reading in
        let value = reading.value(of: total, person)
        let distance = max(cost.target - value, value - cost.target - cost.slack, 0)
        return max(0, min(distance.dividedRoundingUp(by: cost.step), upTo) - from)
      }
      steps.add(cost.step, piece)
      done = upTo
    }
    let ahead = isOpen ? potential(of: total, person) : 0
    put("above[\(total)]", lower: base - cost.target - cost.slack, steps - sum)
    put("below[\(total)]", lower: cost.target - base - ahead, steps + sum)
  }

  // MARK: Days that are left out

  /// At most so much can the cells that are left out still add.
  private func potential(of total: Int, _ person: Int) -> Int {
    var amount = 0
    for cell in tables.cells(of: person) where freedom[cell] == .open {
      for entry in tables.entries[cell] {
        for index in tables.roster.totals.ofEntry.range(entry)
        where Int(tables.roster.totals.ofEntry.item[index]) == total {
          amount += Int(tables.roster.totals.amount[index])
        }
      }
    }
    for (block, owner) in tables.blockTotal.enumerated() where owner == total {
      let cells = tables.entriesOfBlock[block].map { person * tables.dayCount + tables.day(of: $0) }
      if cells.contains(where: { freedom[$0] == .open }) { amount += tables.blockAmount[block] }
    }
    return amount
  }

  /// A limit's share by days, a little loose.
  private func share(_ room: Int, of total: Int, _ person: Int) -> Int {
    let cells = tables.cells(of: person)
    let left = cells.count { freedom[$0] == .open }
    let one = tables.totals[total]
    let largest = max(one.amounts.map(\.amount).max() ?? 0, one.blocks.map(\.amount).max() ?? 0)
    return min(room, (room * (cells.count - left)).dividedRoundingUp(by: max(1, cells.count)) + largest)
  }
}
