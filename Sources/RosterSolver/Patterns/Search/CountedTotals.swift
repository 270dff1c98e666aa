import Units

/// Which two totals of each person a `PersonProgram` counts exactly; the others only have prices there.
///
/// The first is of amounts alone, best one with a least value; the second may have blocks, as long as no day is between
/// the ends of two of them.
struct CountedTotals: ~Copyable {
  /// −1 where there is none.
  let first: Buffer<Int32>
  let second: Buffer<Int32>
  /// Of each total: what all its amounts are multiples of.
  let step: Buffer<Int32>
  /// [person × dayCount + day]: the second total's block that the day is in; −1 for none.
  let interval: Buffer<Int32>
  /// The first and the last day of each block.
  private let blockFirst: Buffer<Int32>
  private let blockLast: Buffer<Int32>

  init(_ tables: SearchTables) {
    first = Buffer(repeating: -1, count: tables.personCount)
    second = Buffer(repeating: -1, count: tables.personCount)
    step = Buffer(repeating: 0, count: tables.totals.count)
    interval = Buffer(repeating: -1, count: tables.personCount * tables.dayCount)
    blockFirst = Buffer(repeating: Int32.max, count: tables.totals.blockCount)
    blockLast = Buffer(repeating: -1, count: tables.totals.blockCount)
    let slots = Buffer<Int32>(repeating: 0, count: tables.totals.count)
    let hasBlocks = Buffer<Bool>(repeating: false, count: tables.totals.count)
    for person in 0..<tables.personCount {
      for slot in 0..<tables.slotCount {
        for index in tables.effects(person: person, slot: slot) {
          let effect = tables.totals.effects[index]
          let block = Int(-1 - effect.index)
          let total = block >= 0 ? Int(tables.totals.blockTotal[block]) : Int(effect.index)
          let amount = block >= 0 ? tables.totals.blockAmount[block] : effect.amount
          slots[total] += 1
          step[total] = Int32(CountedTotals.gcd(Int(step[total]), Int(amount)))
          guard block >= 0 else { continue }
          hasBlocks[total] = true
          blockFirst[block] = min(blockFirst[block], tables.slotDay[slot])
          blockLast[block] = max(blockLast[block], tables.slotDay[slot])
        }
      }
      choose(for: person, tables, slots: slots, hasBlocks: hasBlocks)
    }
  }

  private func choose(
    for person: Int, _ tables: SearchTables, slots: borrowing Buffer<Int32>, hasBlocks: borrowing Buffer<Bool>
  ) {
    let own = Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1])
    var bestWorth = -1
    for total in own where !hasBlocks[total] && step[total] > 0 {
      let worth = Int(slots[total]) * (tables.totals.low[total] > 0 ? 4 : tables.totals.cost[total] >= 0 ? 2 : 1)
      if worth > bestWorth { (bestWorth, first[person]) = (worth, Int32(total)) }
    }
    bestWorth = -1
    for total in own where total != Int(first[person]) && step[total] > 0 {
      guard !hasBlocks[total] || layIntervals(of: total, person, tables) else { continue }
      let worth = Int(slots[total]) * (tables.totals.low[total] > 0 ? 4 : hasBlocks[total] ? 2 : 1)
      if worth > bestWorth { (bestWorth, second[person]) = (worth, Int32(total)) }
    }
    for cell in (person * tables.dayCount)..<((person + 1) * tables.dayCount) { interval[cell] = -1 }
    if second[person] >= 0, hasBlocks[Int(second[person])] {
      _ = layIntervals(of: Int(second[person]), person, tables)
    }
  }

  /// Fills the person's `interval`; false where a day is between the ends of two blocks.
  private func layIntervals(of total: Int, _ person: Int, _ tables: SearchTables) -> Bool {
    let cells = person * tables.dayCount
    for cell in cells..<(cells + tables.dayCount) { interval[cell] = -1 }
    for block in Int(tables.totals.personBlocks[person])..<Int(tables.totals.personBlocks[person + 1])
    where Int(tables.totals.blockTotal[block]) == total {
      guard blockFirst[block] <= blockLast[block] else { continue }
      for day in blockFirst[block]...blockLast[block] {
        if interval[cells + Int(day)] >= 0 { return false }
        interval[cells + Int(day)] = Int32(block)
      }
    }
    return true
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
}
