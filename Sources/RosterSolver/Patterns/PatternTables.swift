import Rostering
import Units

/// The problem as the pattern engine sees it, in flat arrays, made once a run and never changed.
///
/// A *cell* is what a person does on a day: 0 for nothing, then a seat, or several of compatible duties (`CellLayout`).
/// A *pattern* is one cell a day. Costs are in millionths of a preference point.
final class PatternTables: @unchecked Sendable {
  let problem: RosterProblem
  let weights: LevelWeights
  let dayCount: Int
  let personCount: Int
  let seatCount: Int
  let cover: CoverRows
  let conflicts: Set<RosterProblem.DutyPair>

  let links: LinkTables
  /// The seats of cell k of day d: cellSeat[cellStart[c] ..< cellStart[c + 1]] for c = dayStart[d] + k − 1.
  let dayStart: [Int]
  let cellStart: Buffer<Int32>
  let cellSeat: Buffer<Int32>
  /// The cell of each set of several seats of a day.
  private let cellOfSeats: [[[Int]: Int]]
  let seatCell: Buffer<Int32>
  let firstSeat: [Int]
  let seatDuty: Buffer<Int32>
  let seatDay: Buffer<Int32>
  /// The row of the seat's lead, −1 without.
  let seatLeadRow: Buffer<Int32>

  /// Options of a person on a day: optionStart[person × days + day] ..<.
  let optionStart: Buffer<Int32>
  let optionCell: Buffer<Int32>
  let optionMove: Buffer<Int32>
  let optionCost: Buffer<Double>
  /// The same in preference points.
  let optionPoints: Buffer<Int>
  /// A person's day may be free: it has no duty that must be held.
  let mayRest: Buffer<Bool>
  let mayLead: Buffer<Bool>

  let shapes: TotalShapes
  let totals: [[PersonTotal]]
  let graphs: [PatternGraph]
  let graphOf: [Int]
  let startNode: [Int]
  let limits: [PersonLimits]
  /// What ending in a node of the last layer costs: endCost[person][node].
  let endCost: [[Double]]
  /// In preference points: wishes that no duty grants yet.
  let personConstant: [Int]
  /// Of everybody the first who is the same to the model.
  private(set) var alike: [Int] = []

  /// Rows of cover, then those of links.
  var rowCount: Int { links.rowCount }
  /// Of one preference point, in millionths.
  var pointPrice: Double { weights.preference * LevelWeights.scale }

  /// - Parameter weights: of the levels; nil: each counts for more than what comes after it can be worth.
  init(_ problem: RosterProblem, weights: LevelWeights? = nil) {
    self.problem = problem
    let weights = weights ?? LevelWeights(problem)
    self.weights = weights
    dayCount = problem.dayCount
    personCount = problem.people.count
    cover = CoverRows(problem, weights: weights)
    conflicts = Set(problem.conflicts)
    links = LinkTables(problem, firstRow: cover.rowCount)
    let layout = CellLayout(problem) ?? CellLayout(withoutSets: problem)
    seatCount = layout.seatDuty.count
    dayStart = layout.dayStart
    firstSeat = layout.firstSeat
    cellStart = Buffer(layout.cellStart)
    cellSeat = Buffer(layout.cellSeat)
    cellOfSeats = layout.cellsOfSeveralSeats()
    seatCell = Buffer(layout.seatCell)
    seatDuty = Buffer(layout.seatDuty)
    seatDay = Buffer(layout.seatDuty.map { problem.duties[$0].day })
    let leadRow = cover.leadRow
    seatLeadRow = Buffer(layout.seatDuty.map { leadRow[$0] })

    let people = PersonTables(problem, layout: layout, links: links, weights: weights)
    shapes = people.shapes
    totals = people.totals
    graphs = people.graphs
    graphOf = people.graphOf
    startNode = people.startNode
    limits = people.limits
    endCost = people.endCost
    personConstant = people.constant
    optionStart = Buffer(copying: people.optionStart)
    optionCell = Buffer(copying: people.optionCell)
    optionMove = Buffer(copying: people.optionMove)
    optionCost = Buffer(repeating: 0, count: people.optionCost.count)
    optionPoints = Buffer(repeating: 0, count: people.optionCost.count)
    for (index, cost) in people.optionCost.enumerated() {
      optionPoints[index] = cost
      optionCost[index] = Double(cost) * weights.preference * LevelWeights.scale
    }
    mayRest = Buffer(repeating: true, count: max(1, personCount * dayCount))
    mayLead = Buffer(repeating: false, count: personCount)
    for (person, one) in problem.people.enumerated() {
      mayLead[person] = one.mayLead
      for duty in one.fixed { mayRest[person * dayCount + problem.duties[duty].day] = false }
    }
    alike = firstAlike()
  }

  @inline(__always) func options(_ person: Int, _ day: Int) -> Range<Int> {
    let index = person &* dayCount &+ day
    return Range(uncheckedBounds: (Int(optionStart[index]), Int(optionStart[index &+ 1])))
  }

  /// The option of a cell that is not 0, or −1. O(options of the day).
  func option(_ person: Int, _ day: Int, cell: Int) -> Int {
    for option in options(person, day) where Int(optionCell[option]) == cell { return option }
    return -1
  }

  /// Where the seats of a cell that is not 0 are in `cellSeat`.
  @inline(__always) func seats(_ day: Int, cell: Int) -> Range<Int> {
    let index = dayStart[day] &+ cell &- 1
    return Range(uncheckedBounds: (Int(cellStart[index]), Int(cellStart[index &+ 1])))
  }

  /// The duties of a cell, ascending.
  func duties(_ day: Int, cell: Int) -> [Int] {
    cell == 0 ? [] : seats(day, cell: cell).map { Int(seatDuty[Int(cellSeat[$0])]) }
  }

  /// The cell of seats of one day, ascending; nil: nobody may hold them together.
  func cell(_ day: Int, seats: [Int]) -> Int? {
    switch seats.count {
    case 0: 0
    case 1: Int(seatCell[seats[0]])
    default: cellOfSeats[day][seats]
    }
  }

  /// The rows of cover that a cell of a person counts in.
  @inline(__always) func forEachCoverRow(_ person: Int, _ day: Int, cell: Int, _ body: (Int) -> Void) {
    for place in seats(day, cell: cell) {
      let seat = Int(cellSeat[place])
      body(seat)
      if mayLead[person], seatLeadRow[seat] >= 0 { body(Int(seatLeadRow[seat])) }
    }
  }

  /// The rows of seats by their duties' span, those of leads too.
  func rowsBySpan() -> [[Int]] {
    struct Span: Hashable {
      var start: Int
      var end: Int
      var isLead: Bool
    }
    var number: [Span: Int] = [:]
    var spans: [[Int]] = []
    func put(_ row: Int, _ duty: Int, isLead: Bool) {
      let one = problem.duties[duty]
      let span = Span(start: one.start, end: one.end, isLead: isLead)
      let index = number[span] ?? spans.count
      if index == spans.count {
        number[span] = index
        spans.append([])
      }
      spans[index].append(row)
    }
    for seat in 0..<seatCount { put(seat, Int(seatDuty[seat]), isLead: false) }
    for (duty, row) in cover.leadRow.enumerated() where row >= 0 { put(row, duty, isLead: true) }
    return spans
  }

  /// How many of these people can be in each row of cover. O(their options).
  func mostCounts(of people: [Int]) -> [Int] {
    var most = [Int](repeating: 0, count: cover.rowCount)
    var lastPerson = [Int32](repeating: -1, count: cover.rowCount)
    for person in people {
      for day in 0..<dayCount {
        for option in options(person, day) {
          forEachCoverRow(person, day, cell: Int(optionCell[option])) { row in
            guard lastPerson[row] != Int32(person) else { return }
            lastPerson[row] = Int32(person)
            most[row] += 1
          }
        }
      }
    }
    return most
  }

  /// The rows that a cell of a person counts in, cover's first; ~r: −1 in row r.
  func rows(_ person: Int, _ day: Int, cell: Int) -> [Int32] {
    guard cell > 0 else { return [] }
    var rows: [Int32] = []
    for place in seats(day, cell: cell) {
      let seat = Int(cellSeat[place])
      rows.append(Int32(seat))
      if mayLead[person], seatLeadRow[seat] >= 0 { rows.append(seatLeadRow[seat]) }
    }
    if !links.isEmpty { rows += links.rows(person * dayCount + day, duties: duties(day, cell: cell)) }
    return rows
  }
}
