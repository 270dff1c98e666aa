import Rostering
import Units

/// One person's set of compatible duties on one day, with the part of level 3 that only this day decides.
struct DaySet: Sendable {
  var person: Int
  var day: Int
  /// Ascending.
  var options: [Int]
  var cost: Int
}

/// All sets of all people on all days, and which totals and wishes reach across days.
struct DaySets {
  private(set) var sets: [DaySet] = []
  /// One a total of `TotalTables`, one a wish: whether it concerns more than one day (then it needs rows of its own).
  private(set) var totalCrosses: [Bool]
  private(set) var wishCrosses: [Bool]
  private let totalDay: [Int]
  private let wishDay: [Int]

  /// Nil where there are more than `most`.
  init?(_ tables: RosterTables, most: Int) {
    var totalDays = [Int](repeating: -1, count: tables.totals.base.count)
    var wishDays = [Int](repeating: -1, count: tables.totals.wishCost.count)
    totalCrosses = [Bool](repeating: false, count: totalDays.count)
    wishCrosses = [Bool](repeating: false, count: wishDays.count)
    for entry in 0..<tables.entryCount {
      let day = Int(tables.dutyDay[Int(tables.entryDuty[entry])])
      for index in tables.totals.ofEntry.range(entry) {
        let total = Int(tables.totals.ofEntry.item[index])
        if totalDays[total] >= 0, totalDays[total] != day { totalCrosses[total] = true }
        totalDays[total] = day
      }
      for index in tables.totals.wishesOfEntry.range(entry) {
        let wish = Int(tables.totals.wishesOfEntry.item[index])
        if wishDays[wish] >= 0, wishDays[wish] != day { wishCrosses[wish] = true }
        wishDays[wish] = day
      }
    }
    // What no duty touches is decided anywhere: say, on the first day.
    totalDay = totalDays.map { max(0, $0) }
    wishDay = wishDays.map { max(0, $0) }
    for person in 0..<tables.personCount {
      for day in 0..<tables.dayCount {
        let entries = tables.entries(of: person).filter { Int(tables.dutyDay[Int(tables.entryDuty[$0])]) == day }
        var chosen: [Int] = []
        guard collect(entries[...], &chosen, person: person, day: day, tables, most: most) else { return nil }
      }
    }
  }

  private mutating func collect(
    _ rest: ArraySlice<Int>, _ chosen: inout [Int], person: Int, day: Int, _ tables: RosterTables, most: Int
  ) -> Bool {
    guard let entry = rest.first else {
      guard sets.count < most else { return false }
      sets.append(
        DaySet(person: person, day: day, options: chosen, cost: cost(chosen, person: person, day: day, tables)))
      return true
    }
    let duty = Int(tables.entryDuty[entry])
    let isFree = !chosen.contains {
      tables.conflicts[duty, Int(tables.entryDuty[Int(tables.optionEntry[$0])])]
    }
    if isFree, fits(chosen, entry, tables) {
      for option in tables.options(of: entry) {
        chosen.append(option)
        guard collect(rest.dropFirst(), &chosen, person: person, day: day, tables, most: most) else { return false }
        chosen.removeLast()
      }
    }
    return tables.entryIsFixed[entry]
      || collect(rest.dropFirst(), &chosen, person: person, day: day, tables, most: most)
  }

  /// Sum of a total over options.
  static func sum(of total: Int, over options: [Int], _ tables: RosterTables) -> Int {
    var sum = 0
    for option in options {
      for index in tables.totals.ofEntry.range(Int(tables.optionEntry[option]))
      where Int(tables.totals.ofEntry.item[index]) == total {
        sum += Int(tables.totals.amount[index])
      }
    }
    return sum
  }

  private func fits(_ chosen: [Int], _ entry: Int, _ tables: RosterTables) -> Bool {
    for index in tables.totals.ofEntry.range(entry) {
      let total = Int(tables.totals.ofEntry.item[index])
      guard tables.totals.maximum[total] != Int32.max else { continue }
      let sum = DaySets.sum(of: total, over: chosen, tables) + Int(tables.totals.amount[index])
      if Int(tables.totals.base[total]) + sum > Int(tables.totals.maximum[total]) { return false }
    }
    return true
  }

  private func cost(_ options: [Int], person: Int, day: Int, _ tables: RosterTables) -> Int {
    var cost = options.reduce(0) { $0 + Int(tables.optionCost[$1]) }
    for total in Int(tables.totals.start[person])..<Int(tables.totals.start[person + 1])
    where !totalCrosses[total] && totalDay[total] == day {
      let value = Int(tables.totals.base[total]) + DaySets.sum(of: total, over: options, tables)
      cost += tables.totals.cost(of: total, at: value)
    }
    for wish in Int(tables.totals.wishStart[person])..<Int(tables.totals.wishStart[person + 1])
    where !wishCrosses[wish] && wishDay[wish] == day && !DaySets.grants(options, wish, tables) {
      cost += Int(tables.totals.wishCost[wish])
    }
    return cost
  }

  static func grants(_ options: [Int], _ wish: Int, _ tables: RosterTables) -> Bool {
    options.contains { option in
      tables.totals.wishesOfEntry.range(Int(tables.optionEntry[option])).contains {
        Int(tables.totals.wishesOfEntry.item[$0]) == wish
      }
    }
  }
}
