import Rostering
import Units

/// One person's set as a column.
struct SetColumn: Sendable, Hashable {
  var person: Int
  /// Ascending.
  var options: [Int32]

  init(person: Int, options: [Int32]) {
    self.person = person
    self.options = options.sorted()
  }
}

extension SetSpace {
  /// c(person, set): everything at level 3 that depends on this person alone, with the price of duties that the
  /// person's buddy cannot share.
  func cost(of column: SetColumn) -> Int {
    let totals = tables.problem.people[column.person].totals.count
    let first = Int(tables.totals.start[column.person])
    var values = (0..<totals).map { Int(tables.totals.base[first + $0]) }
    let firstWish = Int(tables.totals.wishStart[column.person])
    var granted = [Bool](repeating: false, count: Int(tables.totals.wishStart[column.person + 1]) - firstWish)
    var cost = 0
    for option in column.options {
      let entry = Int(tables.optionEntry[Int(option)])
      cost += Int(tables.optionCost[Int(option)])
      for index in tables.totals.ofEntry.range(entry) {
        values[Int(tables.totals.ofEntry.item[index]) - first] += Int(tables.totals.amount[index])
      }
      for index in tables.totals.wishesOfEntry.range(entry) {
        granted[Int(tables.totals.wishesOfEntry.item[index]) - firstWish] = true
      }
      for index in pairRowsOfEntry.range(entry) {
        let row = pairRows[Int(pairRowsOfEntry.item[index])]
        if !row.isShared { cost += row.cost }
      }
    }
    for total in 0..<totals { cost += tables.totals.cost(of: first + total, at: values[total]) }
    for wish in granted.indices where !granted[wish] { cost += Int(tables.totals.wishCost[firstWish + wish]) }
    let run = Int(tables.runBefore[column.person]) + 1
    return cost + (!column.options.isEmpty && run > tables.softRun ? tables.runCost : 0)
  }

  /// The places of the set, each once, as sites.
  func sites(of column: SetColumn) -> [Int] {
    var found: [Int] = []
    for option in column.options {
      for index in sitesOfEntry.range(Int(tables.optionEntry[Int(option)])) {
        let site = Int(sitesOfEntry.item[index])
        if !found.contains(site) { found.append(site) }
      }
    }
    return found
  }

  /// A roster's sets, one a person.
  func columns(of assignment: RosterAssignment) -> [SetColumn] {
    var columns = (0..<tables.personCount).map { SetColumn(person: $0, options: []) }
    for taken in assignment.seats {
      let option = tables.option(person: taken.person, seat: Int(tables.seatStart[taken.duty]) + taken.seat)
      if option >= 0 { columns[taken.person].options.append(Int32(truncatingIfNeeded: option)) }
    }
    return columns.map { SetColumn(person: $0.person, options: $0.options) }
  }

  /// The roster of one set a person.
  func assignment(of columns: [SetColumn]) -> RosterAssignment {
    var options = columns.flatMap { $0.options.map(Int.init) }
    options.sort()
    return RosterAssignment(
      seats: options.map { option in
        let entry = Int(tables.optionEntry[option])
        let duty = Int(tables.entryDuty[entry])
        return RosterAssignment.Taken(
          person: Int(tables.entryPerson[entry]), duty: duty,
          seat: Int(tables.optionSeat[option]) - Int(tables.seatStart[duty]))
      })
  }
}
