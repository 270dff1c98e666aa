import Rostering

/// Where a roster's cost is: by day and by person, and which seats lack people.
struct CostMap {
  private(set) var byDay: [Int]
  private(set) var byPerson: [Int]
  /// Seats with fewer people than some level wants, by day.
  private(set) var lacking: [Set<Int>]

  /// O(seats + people × (days + totals × amounts)).
  init(_ roster: CellRoster, _ tables: CompactTables) {
    byDay = [Int](repeating: 0, count: tables.dayCount)
    byPerson = [Int](repeating: 0, count: tables.problem.people.count)
    lacking = [Set<Int>](repeating: [], count: tables.dayCount)
    addSeats(roster, tables)
    for person in byPerson.indices { addPerson(person, roster, tables) }
  }

  private mutating func addSeats(_ roster: CellRoster, _ tables: CompactTables) {
    var number = 0
    for (index, duty) in tables.problem.duties.enumerated() {
      for seat in duty.seats {
        let filled = roster.filled[number]
        let short = max(0, seat.target - filled)
        let (under, over) = (max(0, seat.wanted - filled), max(0, filled - seat.wanted))
        byDay[duty.day] += short * seat.weight + under * seat.underCost + over * seat.overCost
        if short * seat.weight + under * seat.underCost > 0 { lacking[duty.day].insert(number) }
        number += 1
      }
      if duty.asksForLead, roster.leads[index] == 0 { byDay[duty.day] += duty.leadWeight }
    }
  }

  private mutating func addPerson(_ person: Int, _ roster: CellRoster, _ tables: CompactTables) {
    let one = tables.problem.people[person]
    let held = roster.duties(of: person, tables)
    var cost = 0
    for total in one.totals { cost += total.cost?.cost(of: total.value(over: held)) ?? 0 }
    for wish in one.wishes where !wish.duties.contains(where: held.contains) {
      cost += wish.cost
      if let day = wish.duties.first.map({ tables.problem.duties[$0].day }) { byDay[day] += wish.cost }
    }
    var state = one.startState
    for (day, cell) in tables.cells(of: person).enumerated() {
      var here = roster.options[cell].reduce(0) { $0 + max(0, Int(tables.roster.optionCost[$1])) }
      if let sequence = one.sequence {
        let arc = tables.problem.sequences[sequence].step(state, roster.letter(cell, tables), day)
        here += max(0, arc?.cost ?? 0)
        state = arc?.to ?? state
      }
      byDay[day] += here
      cost += here
    }
    byPerson[person] += cost
  }
}
