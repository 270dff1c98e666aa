import Rostering

/// What can be done on a day, numbered. Cell 0 is nothing; then comes each seat of the day by itself; then every set of
/// several seats that somebody may hold together.
struct CellLayout {
  /// Cell k of day d is at dayStart[d] + k − 1 of what is kept by cell.
  private(set) var dayStart = [0]
  /// The seats of a cell: cellSeat[cellStart[c] ..< cellStart[c + 1]], ascending.
  private(set) var cellStart = [0]
  private(set) var cellSeat: [Int] = []
  /// The duties of a cell, whatever the seats: an index of `items`.
  private(set) var itemOfCell: [Int] = []
  private(set) var seatDuty: [Int] = []
  /// The cell that is the seat alone.
  private(set) var seatCell: [Int] = []
  /// The first seat of a duty.
  private(set) var firstSeat: [Int] = []
  /// The duties of each item, ascending; items of day d: itemStart[d] ..< itemStart[d + 1].
  private(set) var items: [[Int]] = []
  private(set) var itemStart = [0]
  /// Cells of several seats that a person may hold on a day: setCell[setStart[person × days + day] ..<].
  private(set) var setStart: [Int] = [0]
  private(set) var setCell: [Int32] = []

  /// Cells of one day beyond which they do not fit into what is kept of them.
  static let mostCells = 32_000
  /// Sets of all people together.
  static let mostSets = 8_000_000

  /// Nil where there are too many sets.
  init?(_ problem: RosterProblem) {
    var firstSeat: [Int] = []
    var seats = 0
    for duty in problem.duties {
      firstSeat.append(seats)
      seats += duty.seats.count
    }
    guard let sets = SeatSets(problem, firstSeat: firstSeat) else { return nil }
    self.init(problem, sets: sets)
    guard (0..<problem.dayCount).allSatisfy({ dayStart[$0 + 1] - dayStart[$0] <= CellLayout.mostCells }) else {
      return nil
    }
  }

  /// One duty a day at most.
  init(withoutSets problem: RosterProblem) { self.init(problem, sets: SeatSets(none: problem)) }

  private init(_ problem: RosterProblem, sets: SeatSets) {
    for (index, duty) in problem.duties.enumerated() {
      firstSeat.append(seatDuty.count)
      seatDuty += [Int](repeating: index, count: duty.seats.count)
    }
    setStart = sets.start
    setCell = [Int32](repeating: 0, count: sets.number.count)
    seatCell = [Int](repeating: 0, count: seatDuty.count)
    var seatsByDay = [[Int]](repeating: [], count: problem.dayCount)
    for (seat, duty) in seatDuty.enumerated() { seatsByDay[problem.duties[duty].day].append(seat) }
    var dutiesByDay = [[Int]](repeating: [], count: problem.dayCount)
    for (index, duty) in problem.duties.enumerated() { dutiesByDay[duty.day].append(index) }
    var cellOfSet = [[Int32]](repeating: [], count: problem.dayCount)
    for day in 0..<problem.dayCount {
      var itemOf: [[Int]: Int] = [:]
      for duty in dutiesByDay[day] {
        itemOf[[duty]] = items.count
        items.append([duty])
      }
      for (cell, seat) in seatsByDay[day].enumerated() {
        seatCell[seat] = cell + 1
        add([seat], item: itemOf[[seatDuty[seat]]] ?? 0)
      }
      for seats in sets.byDay[day] {
        let duties = seats.map { seatDuty[$0] }
        let item = itemOf[duties] ?? items.count
        if item == items.count {
          itemOf[duties] = item
          items.append(duties)
        }
        add(seats, item: item)
        cellOfSet[day].append(Int32(itemOfCell.count - dayStart[day]))
      }
      dayStart.append(itemOfCell.count)
      itemStart.append(items.count)
    }
    for person in problem.people.indices {
      for day in 0..<problem.dayCount {
        let index = person * problem.dayCount + day
        for place in setStart[index]..<setStart[index + 1] { setCell[place] = cellOfSet[day][Int(sets.number[place])] }
      }
    }
  }

  private mutating func add(_ seats: [Int], item: Int) {
    cellSeat += seats
    cellStart.append(cellSeat.count)
    itemOfCell.append(item)
  }

  /// The place of a cell that is not 0 in what is kept by cell.
  func index(_ day: Int, cell: Int) -> Int { dayStart[day] + cell - 1 }
  /// By day.
  func cellsOfSeveralSeats() -> [[[Int]: Int]] {
    (0..<(dayStart.count - 1)).map { day in
      var cells: [[Int]: Int] = [:]
      for index in dayStart[day]..<dayStart[day + 1] where cellStart[index + 1] - cellStart[index] > 1 {
        cells[Array(seats(index))] = index - dayStart[day] + 1
      }
      return cells
    }
  }

  func seats(_ index: Int) -> ArraySlice<Int> { cellSeat[cellStart[index]..<cellStart[index + 1]] }
}

/// The sets of two or more seats that each person may hold on a day, by themselves: pairwise compatible, one seat a
/// duty, within the person's limits.
struct SeatSets {
  /// Distinct sets of a day, each ascending.
  private(set) var byDay: [[[Int]]]
  /// Of a person on a day: number[start[person × days + day] ..<], indices in `byDay[day]`.
  private(set) var start = [0]
  private(set) var number: [Int32] = []

  private struct Entry {
    /// Among the duties of the day.
    var position: Int
    var seat: Int
  }

  init(none problem: RosterProblem) {
    byDay = [[[Int]]](repeating: [], count: problem.dayCount)
    start = [Int](repeating: 0, count: problem.people.count * problem.dayCount + 1)
  }

  /// Nil where there are too many. O(people × sets of a person).
  init?(_ problem: RosterProblem, firstSeat: [Int]) {
    byDay = [[[Int]]](repeating: [], count: problem.dayCount)
    let days = (0..<problem.dayCount).map { DutyCompatibility(problem, day: $0) }
    guard days.contains(where: \.hasCompatible) else {
      start = [Int](repeating: 0, count: problem.people.count * problem.dayCount + 1)
      return
    }
    var known = [[[Int]: Int32]](repeating: [:], count: problem.dayCount)
    var position = [Int](repeating: 0, count: problem.duties.count)
    for day in days { for (index, duty) in day.duties.enumerated() { position[duty] = index } }
    for person in problem.people {
      var entries = [[Entry]](repeating: [], count: problem.dayCount)
      if person.sequence == nil {
        for option in person.options {
          let day = problem.duties[option.duty].day
          guard days[day].hasCompatible else { continue }
          entries[day].append(Entry(position: position[option.duty], seat: firstSeat[option.duty] + option.seat))
        }
      }
      for day in 0..<problem.dayCount {
        if entries[day].count > 1 {
          let limits = DayLimits(person, duties: days[day].duties)
          SeatSets.extend(entries[day], days[day], limits) { seats in
            if known[day][seats] == nil {
              known[day][seats] = Int32(byDay[day].count)
              byDay[day].append(seats)
            }
            number.append(known[day][seats] ?? 0)
            return number.count <= CellLayout.mostSets && byDay[day].count <= CellLayout.mostCells
          }
        }
        start.append(number.count)
      }
      guard number.count <= CellLayout.mostSets, byDay.allSatisfy({ $0.count <= CellLayout.mostCells }) else {
        return nil
      }
    }
  }

  /// Depth first; `take` returns false to end it.
  private static func extend(
    _ entries: [Entry], _ day: DutyCompatibility, _ limits: DayLimits, take: ([Int]) -> Bool
  ) {
    var chosen: [Entry] = []
    var isOver = false
    func descend(_ open: [Entry]) {
      for (index, entry) in open.enumerated() where !isOver {
        chosen.append(entry)
        if limits.allow(chosen.map(\.position)) {
          if chosen.count > 1, !take(chosen.map(\.seat)) { isOver = true }
          let rest = open[(index + 1)...].filter { day.areCompatible(entry.position, $0.position) }
          if !rest.isEmpty { descend(rest) }
        }
        chosen.removeLast()
      }
    }
    descend(entries)
  }
}

/// Which duties of a day may be held together.
private struct DutyCompatibility {
  let duties: [Int]
  let hasCompatible: Bool
  private let excluded: [Bool]

  init(_ problem: RosterProblem, day: Int) {
    let duties = problem.duties.indices.filter { problem.duties[$0].day == day }
    var excluded = [Bool](repeating: false, count: duties.count * duties.count)
    var position: [Int: Int] = [:]
    for (index, duty) in duties.enumerated() {
      position[duty] = index
      excluded[index * duties.count + index] = true
    }
    for pair in problem.conflicts {
      guard let a = position[pair.first], let b = position[pair.second] else { continue }
      excluded[a * duties.count + b] = true
      excluded[b * duties.count + a] = true
    }
    self.duties = duties
    self.excluded = excluded
    hasCompatible = excluded.contains(false)
  }

  func areCompatible(_ a: Int, _ b: Int) -> Bool { !excluded[a * duties.count + b] }
}

/// A person's maxima as far as the duties of one day can break them.
private struct DayLimits {
  private var room: [Int] = []
  private var amount: [[Int]] = []

  init(_ person: RosterProblem.Person, duties: [Int]) {
    guard let first = duties.first, let last = duties.last else { return }
    var position: [Int: Int] = [:]
    for (index, duty) in duties.enumerated() { position[duty] = index }
    for total in person.totals {
      guard let maximum = total.maximum else { continue }
      var amounts = [Int](repeating: 0, count: duties.count)
      for one in total.amounts where one.duty >= first && one.duty <= last {
        if let index = position[one.duty] { amounts[index] = one.amount }
      }
      room.append(max(0, maximum - total.base))
      amount.append(amounts)
    }
  }

  func allow(_ positions: [Int]) -> Bool {
    for index in room.indices {
      var sum = 0
      for position in positions { sum += amount[index][position] }
      if sum > room[index] { return false }
    }
    return true
  }
}
