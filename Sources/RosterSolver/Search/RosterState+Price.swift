import Rostering
import Units

/// What a change would cost, and whether the hard rules let it be; pure.
extension RosterState {
  struct Price {
    var cover: Int
    var preference: Int
  }

  /// The change of the objective if the option were taken. O(totals + wishes + mates + places + run).
  func price(ofAdding option: Int) -> Price {
    let entry = Int(tables.optionEntry[option])
    let person = Int(tables.entryPerson[entry])
    let duty = Int(tables.entryDuty[entry])
    let seat = Int(tables.optionSeat[option])
    var cover = 0
    if filled[seat] < tables.seatTarget[seat] {
      let weight = Int(tables.seatWeight[seat])
      cover = filled[seat] < tables.seatMinimum[seat] ? -weight &* (tables.coverScale &+ 1) : -weight
    }
    if leads[duty] == 0, tables.mayLead[person] { cover &-= Int(tables.dutyLeadWeight[duty]) }

    var preference = Int(tables.optionCost[option])
    for index in tables.totals.ofEntry.range(entry) {
      let total = Int(tables.totals.ofEntry.item[index])
      guard tables.totals.step[total] > 0 else { continue }
      let value = Int(totalValue[total])
      preference &+= tables.totals.cost(of: total, at: value &+ Int(tables.totals.amount[index]))
      preference &-= tables.totals.cost(of: total, at: value)
    }
    for index in tables.totals.wishesOfEntry.range(entry) {
      let wish = Int(tables.totals.wishesOfEntry.item[index])
      if wishCount[wish] == 0 { preference &-= Int(tables.totals.wishCost[wish]) }
    }
    if tables.runCost > 0 { preference &+= tables.runCost &* runPrice(person: person, day: Int(tables.dutyDay[duty])) }
    for index in tables.together.mates.range(person) {
      let mate = Int(tables.together.mates.item[index])
      let mateEntry = tables.entry(person: mate, duty: duty)
      let cost = Int(tables.together.mateCost[index])
      preference &+= mateEntry >= 0 && held[mateEntry] >= 0 ? -cost : cost
    }
    for index in tables.together.placesOfEntry.range(entry) {
      let place = Int(tables.together.placesOfEntry.item[index])
      let group = Int(tables.together.placeGroup[place])
      if placeCount[place] == 0,
        openPlaces[group] &+ opened(before: index, entry: entry, group: group)
          >= tables.together.allowed[group]
      {
        preference &+= Int(tables.together.cost[group])
      }
    }
    return Price(cover: cover, preference: preference)
  }

  /// Places of the same group that earlier places of this entry open.
  @inline(__always) private func opened(before index: Int, entry: Int, group: Int) -> Int32 {
    var count: Int32 = 0
    for earlier in Int(tables.together.placesOfEntry.start[entry])..<index {
      let place = Int(tables.together.placesOfEntry.item[earlier])
      if Int(tables.together.placeGroup[place]) == group, placeCount[place] == 0 { count &+= 1 }
    }
    return count
  }

  /// Days worked in a row just before and just after `day`, the ledger's included before day 0.
  private func neighbours(person: Int, day: Int) -> (before: Int, ledger: Int, after: Int) {
    let first = person &* tables.dayCount
    var before = 0
    while before < day, dayCount[first &+ day &- 1 &- before] > 0 { before &+= 1 }
    let ledger = before == day ? Int(tables.runBefore[person]) : 0
    var after = 0
    while day &+ after &+ 1 < tables.dayCount, dayCount[first &+ day &+ 1 &+ after] > 0 { after &+= 1 }
    return (before, ledger, after)
  }

  /// How many more days are paid for as beyond the soft run once `day` is worked.
  private func runPrice(person: Int, day: Int) -> Int {
    guard dayCount[person &* tables.dayCount &+ day] == 0 else { return 0 }
    let (before, ledger, after) = neighbours(person: person, day: day)
    let free = max(tables.softRun, ledger)
    let joined = max(0, ledger &+ before &+ 1 &+ after &- free)
    return joined &- max(0, ledger &+ before &- free) &- max(0, after &- tables.softRun)
  }

  /// No hard rule refuses the option as things stand.
  func mayAdd(_ option: Int) -> Bool {
    let entry = Int(tables.optionEntry[option])
    let seat = Int(tables.optionSeat[option])
    guard held[entry] < 0, filled[seat] < tables.seatMaximum[seat] else { return false }
    let person = Int(tables.entryPerson[entry])
    let duty = Int(tables.entryDuty[entry])
    var other = Int(firstHeld[person])
    while other >= 0 {
      if tables.conflicts[duty, Int(tables.entryDuty[other])] { return false }
      other = Int(nextHeld[other])
    }
    return fitsTotals(entry) && fitsRun(entry)
  }

  func fitsTotals(_ entry: Int) -> Bool {
    for index in tables.totals.ofEntry.range(entry) {
      let total = Int(tables.totals.ofEntry.item[index])
      if Int(totalValue[total]) &+ Int(tables.totals.amount[index]) > Int(tables.totals.maximum[total]),
        tables.totals.maximum[total] != Int32.max
      {
        return false
      }
    }
    return true
  }

  func fitsRun(_ entry: Int) -> Bool {
    guard tables.longestRun != Int.max else { return true }
    let person = Int(tables.entryPerson[entry])
    let day = Int(tables.dutyDay[Int(tables.entryDuty[entry])])
    guard dayCount[person &* tables.dayCount &+ day] == 0 else { return true }
    let (before, ledger, after) = neighbours(person: person, day: day)
    return ledger &+ before &+ 1 &+ after <= tables.longestRun
  }

  /// Ascending. O(held seats · log).
  var heldEntries: [Int] { (0..<heldCount).map { Int(heldList[$0]) }.sorted() }

  /// The roster by person, then duty.
  var assignment: RosterAssignment {
    var seats: [RosterAssignment.Taken] = []
    for entry in heldEntries {
      let seat = Int(tables.optionSeat[Int(held[entry])])
      let duty = Int(tables.entryDuty[entry])
      seats.append(.init(person: Int(tables.entryPerson[entry]), duty: duty, seat: seat - Int(tables.seatStart[duty])))
    }
    return RosterAssignment(seats: seats)
  }
}
