import Rostering
import Units

/// The problem as the pattern engine sees it, in flat arrays, made once a run and never changed.
///
/// A *cell* is what a person does on a day: 0 for nothing, k for the k-th seat of the day. A *pattern* is one cell a
/// day. Costs are in millionths of a preference point.
final class PatternTables: @unchecked Sendable {
  let problem: RosterProblem
  let weights: LevelWeights
  let dayCount: Int
  let personCount: Int
  let seatCount: Int
  let cover: CoverRows
  let conflicts: Set<RosterProblem.DutyPair>

  /// The seat of cell k of day d: daySeat[dayStart[d] + k − 1].
  let dayStart: [Int]
  let daySeat: Buffer<Int32>
  let seatCell: Buffer<Int32>
  let firstSeat: [Int]
  let seatDuty: Buffer<Int32>
  let seatDay: Buffer<Int32>
  /// The row of the seat's lead, −1 without.
  let seatLeadRow: Buffer<Int32>

  /// Options of a person on a day: optionStart[person × days + day] ..<.
  let optionStart: Buffer<Int32>
  let optionCell: Buffer<Int32>
  let optionSeat: Buffer<Int32>
  let optionMove: Buffer<Int32>
  let optionCost: Buffer<Double>
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

  var rowCount: Int { cover.rowCount }
  /// Of one preference point, in millionths.
  var pointPrice: Double { weights.preference * LevelWeights.scale }

  init(_ problem: RosterProblem) {
    self.problem = problem
    let weights = LevelWeights(problem)
    self.weights = weights
    dayCount = problem.dayCount
    personCount = problem.people.count
    cover = CoverRows(problem, weights: weights)
    conflicts = Set(problem.conflicts)
    let layout = CellLayout(problem)
    seatCount = layout.seatDuty.count
    dayStart = layout.dayStart
    firstSeat = layout.firstSeat
    daySeat = Buffer(layout.daySeat)
    seatCell = Buffer(layout.seatCell)
    seatDuty = Buffer(layout.seatDuty)
    seatDay = Buffer(layout.seatDuty.map { problem.duties[$0].day })
    let leadRow = cover.leadRow
    seatLeadRow = Buffer(layout.seatDuty.map { leadRow[$0] })

    let people = PersonTables(problem, layout: layout, weights: weights)
    shapes = people.shapes
    totals = people.totals
    graphs = people.graphs
    graphOf = people.graphOf
    startNode = people.startNode
    limits = people.limits
    endCost = people.endCost
    personConstant = people.constant
    optionStart = Buffer(people.optionStart)
    optionCell = Buffer(people.optionCell)
    optionSeat = Buffer(people.optionSeat)
    optionMove = Buffer(people.optionMove)
    optionCost = Buffer(repeating: 0, count: people.optionCost.count)
    for (index, cost) in people.optionCost.enumerated() {
      optionCost[index] = Double(cost) * weights.preference * LevelWeights.scale
    }
    mayRest = Buffer(repeating: true, count: max(1, personCount * dayCount))
    mayLead = Buffer(repeating: false, count: personCount)
    for (person, one) in problem.people.enumerated() {
      mayLead[person] = one.mayLead
      for duty in one.fixed { mayRest[person * dayCount + problem.duties[duty].day] = false }
    }
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

  func seat(_ day: Int, cell: Int) -> Int { Int(daySeat[dayStart[day] + cell - 1]) }
}

/// Seats by day.
struct CellLayout {
  var dayStart = [0]
  var daySeat: [Int] = []
  var seatCell: [Int] = []
  var seatDuty: [Int] = []
  /// The first seat of a duty.
  var firstSeat: [Int] = []

  init(_ problem: RosterProblem) {
    for (index, duty) in problem.duties.enumerated() {
      firstSeat.append(seatDuty.count)
      seatDuty += [Int](repeating: index, count: duty.seats.count)
    }
    var byDay = [[Int]](repeating: [], count: problem.dayCount)
    for (seat, duty) in seatDuty.enumerated() { byDay[problem.duties[duty].day].append(seat) }
    seatCell = [Int](repeating: 0, count: seatDuty.count)
    for seats in byDay {
      for (cell, seat) in seats.enumerated() { seatCell[seat] = cell + 1 }
      daySeat += seats
      dayStart.append(daySeat.count)
    }
  }
}
