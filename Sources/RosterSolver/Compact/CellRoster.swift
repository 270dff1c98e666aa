import Rostering

/// A roster by cells, with the counts that cover needs.
struct CellRoster {
  /// Of each cell, ascending.
  private(set) var options: [[Int]]
  /// One a seat.
  private(set) var filled: [Int]
  /// People on a duty who may lead.
  private(set) var leads: [Int]

  /// Nobody works.
  init(_ tables: CompactTables) {
    options = [[Int]](repeating: [], count: tables.cellCount)
    filled = [Int](repeating: 0, count: tables.roster.seatCount)
    leads = [Int](repeating: 0, count: tables.roster.dutyCount)
  }

  /// Seats that are nobody's option are left out.
  init(_ assignment: RosterAssignment, _ tables: CompactTables) {
    self.init(tables)
    let roster = tables.roster
    var lists = options
    for taken in assignment.seats
    where (0..<roster.personCount).contains(taken.person) && (0..<roster.dutyCount).contains(taken.duty) {
      let seat = Int(roster.seatStart[taken.duty]) + taken.seat
      guard taken.seat >= 0, seat < Int(roster.seatStart[taken.duty + 1]) else { continue }
      let option = roster.option(person: taken.person, seat: seat)
      if option >= 0 { lists[tables.cell(of: option)].append(option) }
    }
    for (cell, list) in lists.enumerated() where !list.isEmpty { set(cell, to: list.sorted(), tables) }
  }

  mutating func set(_ cell: Int, to list: [Int], _ tables: CompactTables) {
    count(options[cell], tables, by: -1)
    options[cell] = list
    count(list, tables, by: 1)
  }

  private mutating func count(_ list: [Int], _ tables: CompactTables, by step: Int) {
    for option in list {
      let entry = Int(tables.roster.optionEntry[option])
      filled[Int(tables.roster.optionSeat[option])] += step
      if tables.roster.mayLead[Int(tables.roster.entryPerson[entry])] {
        leads[Int(tables.roster.entryDuty[entry])] += step
      }
    }
  }

  func holds(_ entry: Int, in cell: Int, _ tables: CompactTables) -> Bool {
    options[cell].contains { Int(tables.roster.optionEntry[$0]) == entry }
  }

  func touches(_ cell: Int, _ duties: Set<Int>, _ tables: CompactTables) -> Bool {
    options[cell].contains { duties.contains(tables.duty($0)) }
  }

  func duties(of person: Int, _ tables: CompactTables) -> Set<Int> {
    Set(tables.cells(of: person).flatMap { options[$0].map(tables.duty) })
  }

  /// One letter a day, as an automaton reads them.
  func letter(_ cell: Int, _ tables: CompactTables) -> Int {
    options[cell].last.map { tables.problem.duties[tables.duty($0)].dayClass } ?? 0
  }

  func assignment(_ tables: CompactTables) -> RosterAssignment {
    var seats: [RosterAssignment.Taken] = []
    for (cell, list) in options.enumerated() {
      for option in list {
        let (duty, seat) = (tables.duty(option), Int(tables.roster.optionSeat[option]))
        seats.append(.init(person: tables.person(cell), duty: duty, seat: seat - Int(tables.roster.seatStart[duty])))
      }
    }
    return RosterAssignment(seats: seats.sorted { ($0.person, $0.duty, $0.seat) < ($1.person, $1.duty, $1.seat) })
  }
}
