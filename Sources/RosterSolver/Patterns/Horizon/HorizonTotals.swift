import Rostering
import Units

/// The totals as the relaxation counts them: in steps of what all amounts are multiples of.
struct HorizonTotals: ~Copyable {
  /// Of each total: the fewest and the most steps it may come to.
  let low: Buffer<Int32>
  let high: Buffer<Int32>
  let step: Buffer<Int32>
  /// Of each block: on how many days it has something to hold.
  let blockDays: Buffer<Int32>

  /// - Complexity: O(effects of all slots + people × slots).
  init(_ tables: SearchTables, counted: borrowing CountedTotals) {
    let totals = tables.totals.count
    low = Buffer(repeating: 0, count: totals)
    high = Buffer(repeating: 0, count: totals)
    step = Buffer(repeating: 1, count: totals)
    blockDays = Buffer(repeating: 0, count: tables.totals.blockCount)
    let lastDay = Buffer<Int32>(repeating: -1, count: tables.totals.blockCount)
    let ofSlot = Buffer<Int32>(repeating: 0, count: totals)
    let ofDay = Buffer<Int32>(repeating: 0, count: totals)
    for total in 0..<totals { step[total] = max(1, counted.step[total]) }
    for person in 0..<tables.personCount {
      let own = Int(tables.totals.personTotals[person])..<Int(tables.totals.personTotals[person + 1])
      for day in 0..<tables.dayCount {
        for slot in Int(tables.daySlots[day])..<Int(tables.daySlots[day + 1]) {
          for index in tables.effects(person: person, slot: slot) {
            let effect = tables.totals.effects[index]
            if effect.index >= 0 {
              ofSlot[Int(effect.index)] &+= effect.amount
              ofDay[Int(effect.index)] = max(ofDay[Int(effect.index)], ofSlot[Int(effect.index)])
            } else if lastDay[Int(-1 - effect.index)] != Int32(day) {
              lastDay[Int(-1 - effect.index)] = Int32(day)
              blockDays[Int(-1 - effect.index)] += 1
            }
          }
          for index in tables.effects(person: person, slot: slot) {
            let effect = tables.totals.effects[index]
            if effect.index >= 0 { ofSlot[Int(effect.index)] = 0 }
          }
        }
        for total in own {
          high[total] = Int32(clamping: Int(high[total]) + Int(ofDay[total] / step[total]))
          ofDay[total] = 0
        }
      }
    }
    for block in 0..<tables.totals.blockCount {
      let total = Int(tables.totals.blockTotal[block])
      high[total] = Int32(clamping: Int(high[total]) + Int(tables.totals.blockAmount[block] / step[total]))
    }
    for total in 0..<totals {
      if tables.totals.high[total] < Int32.max {
        high[total] = min(high[total], max(0, tables.totals.high[total]) / step[total])
      }
      if tables.totals.low[total] > 0 {
        low[total] = Int32((Int(tables.totals.low[total]) + Int(step[total]) - 1) / Int(step[total]))
      }
      high[total] = max(high[total], low[total])
    }
  }
}
