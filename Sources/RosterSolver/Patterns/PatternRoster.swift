import Rostering

/// A pattern a person, and what they come to together.
struct PatternRoster: Sendable {
  /// cells[person]: one cell a day; empty for a person without a pattern yet.
  private(set) var cells: [[UInt16]]
  /// Of each pattern at level 3.
  private(set) var costs: [Int]
  /// People by row of cover; other rows stay 0 here.
  private(set) var counts: [Int32]
  private(set) var missing: Int
  /// People above the seats' maxima.
  private(set) var excess = 0
  /// Of cover, in millionths.
  private var coverValue: Double
  private var ownCost = 0
  private(set) var links: LinkCounts

  /// Everybody has a pattern, and no seat has too many.
  var isComplete: Bool { missing == 0 && excess == 0 }

  init(_ tables: PatternTables) {
    cells = [[UInt16]](repeating: [], count: tables.personCount)
    costs = [Int](repeating: 0, count: tables.personCount)
    counts = [Int32](repeating: 0, count: tables.rowCount)
    missing = tables.personCount
    links = LinkCounts(tables.links)
    coverValue = (0..<tables.cover.rowCount).reduce(0) { $0 + tables.cover.value($1, 0) }
  }

  /// In millionths, weighted by level.
  func value(_ tables: PatternTables) -> Double {
    coverValue + Double(ownCost + links.cost + tables.problem.constant) * tables.weights.preference * LevelWeights.scale
  }

  mutating func put(_ pattern: [UInt16], cost: Int, of person: Int, _ tables: PatternTables) {
    if cells[person].isEmpty { missing -= 1 }
    cells[person] = pattern
    costs[person] = cost
    ownCost += cost
    count(person, 1, tables)
  }

  mutating func remove(_ person: Int, _ tables: PatternTables) {
    guard !cells[person].isEmpty else { return }
    count(person, -1, tables)
    ownCost -= costs[person]
    costs[person] = 0
    cells[person] = []
    missing += 1
  }

  private mutating func count(_ person: Int, _ change: Int32, _ tables: PatternTables) {
    for day in 0..<tables.dayCount where cells[person][day] > 0 {
      for row in tables.rows(person, day, cell: Int(cells[person][day])) {
        if row < 0 || row >= tables.cover.rowCount {
          links.shift(row, by: change, tables.links)
        } else {
          shift(Int(row), change, tables)
        }
      }
    }
  }

  private mutating func shift(_ row: Int, _ change: Int32, _ tables: PatternTables) {
    let before = Int(counts[row])
    counts[row] += change
    if max(before, Int(counts[row])) > tables.cover.maximum[row] { excess += Int(change) }
    coverValue += tables.cover.value(row, before + Int(change)) - tables.cover.value(row, before)
  }

  func assignment(_ tables: PatternTables) -> RosterAssignment {
    var taken: [RosterAssignment.Taken] = []
    for (person, pattern) in cells.enumerated() where !pattern.isEmpty {
      var own: [RosterAssignment.Taken] = []
      for day in 0..<tables.dayCount where pattern[day] > 0 {
        for place in tables.seats(day, cell: Int(pattern[day])) {
          let seat = Int(tables.cellSeat[place])
          let duty = Int(tables.seatDuty[seat])
          own.append(.init(person: person, duty: duty, seat: seat - tables.firstSeat[duty]))
        }
      }
      taken += own.sorted { $0.duty < $1.duty }
    }
    return RosterAssignment(seats: taken)
  }

  /// Takes over the people whose part of the roster breaks no rule of theirs.
  init(_ assignment: RosterAssignment, _ tables: PatternTables) {
    self.init(tables)
    var seats = [[[Int]]](
      repeating: [[Int]](repeating: [], count: tables.dayCount), count: tables.personCount)
    for taken in assignment.seats where seats.indices.contains(taken.person) {
      guard tables.problem.duties.indices.contains(taken.duty),
        tables.problem.duties[taken.duty].seats.indices.contains(taken.seat)
      else { continue }
      let seat = tables.firstSeat[taken.duty] + taken.seat
      seats[taken.person][Int(tables.seatDay[seat])].append(seat)
    }
    for (person, days) in seats.enumerated() {
      let cells = days.enumerated().map { day, seats in tables.cell(day, seats: seats.sorted()) }
      let pattern = cells.compactMap { $0.map { UInt16($0) } }
      guard pattern.count == tables.dayCount, let cost = tables.cost(person, pattern) else { continue }
      put(pattern, cost: cost, of: person, tables)
      if excess > 0 { remove(person, tables) }
    }
  }

  func objective(_ tables: PatternTables) -> RosterObjective {
    var objective = RosterObjective(minimum: 0, target: 0, preference: ownCost + links.cost + tables.problem.constant)
    var row = 0
    for duty in tables.problem.duties {
      for seat in duty.seats {
        let count = Int(counts[row])
        objective.minimum += seat.weight * max(0, seat.minimum - count)
        objective.target += seat.weight * max(0, seat.target - count)
        objective.preference +=
          seat.underCost * max(0, seat.wanted - count) + seat.overCost * max(0, count - seat.wanted)
        row += 1
      }
    }
    for (duty, one) in tables.problem.duties.enumerated() where one.asksForLead {
      if counts[tables.cover.leadRow[duty]] == 0 { objective.target += one.leadWeight }
    }
    return objective
  }
}
