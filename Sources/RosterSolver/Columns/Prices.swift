import Rostering
import Units

/// What taking an option, and being at a place, is worth under multipliers, in millionths: the terms
/// − u · (coefficient in the row), with the option's own cost at level 3.
struct Prices: ~Copyable {
  let option: Buffer<Int>
  let site: Buffer<Int>
  /// Level 3: the costs of totals, wishes and runs count.
  let withPreferences: Bool

  init(_ space: SetSpace, _ multipliers: Multipliers, level: Int) {
    let tables = space.tables
    withPreferences = level == 2
    option = Buffer(repeating: 0, count: tables.optionCount)
    site = Buffer(repeating: 0, count: space.siteCount)
    for number in 0..<space.siteCount { site[number] = multipliers.site[number] }
    for number in 0..<tables.optionCount {
      let entry = Int(tables.optionEntry[number])
      let seat = Int(tables.optionSeat[number])
      var price = multipliers.maximum[seat] - multipliers.minimum[seat] - multipliers.target[seat]
      if tables.mayLead[Int(tables.entryPerson[entry])] { price -= multipliers.lead[Int(tables.entryDuty[entry])] }
      if withPreferences { price += Int(tables.optionCost[number]) * RosterMultiplier.scale }
      option[number] = price
    }
    guard withPreferences else { return }
    for (index, row) in space.pairRows.enumerated() {
      let difference = multipliers.plus[index] - multipliers.minus[index]
      guard difference != 0 else { continue }
      if row.firstEntry >= 0 {
        for number in tables.options(of: row.firstEntry) { option[number] += difference }
      }
      if row.secondEntry >= 0 {
        for number in tables.options(of: row.secondEntry) { option[number] -= difference }
      }
    }
  }
}
