import Rostering
import Units

/// What each number of people on a slot costs: levels 1 and 2 in one number (`shortage`), level 3 in another.
struct CoverTables: ~Copyable {
  let minimum: Buffer<Int32>
  let target: Buffer<Int32>
  let maximum: Buffer<Int32>
  let wanted: Buffer<Int32>
  let weight: Buffer<Int32>
  let under: Buffer<Int32>
  let over: Buffer<Int32>
  /// A unit of level 1 in units of level 2: more than level 2 can be.
  let scale: Int
  /// No slot has a shortage to count.
  let isWithoutShortage: Bool
  /// The highest weight of a slot, at least 1.
  let mostWeight: Int

  init(_ problem: RosterProblem, dutySlots: borrowing Buffer<Int32>, slotCount: Int) {
    minimum = Buffer(repeating: 0, count: slotCount)
    target = Buffer(repeating: 0, count: slotCount)
    maximum = Buffer(repeating: 0, count: slotCount)
    wanted = Buffer(repeating: 0, count: slotCount)
    weight = Buffer(repeating: 0, count: slotCount)
    under = Buffer(repeating: 0, count: slotCount)
    over = Buffer(repeating: 0, count: slotCount)
    // Beyond the number of people all that matters is that nobody reaches it.
    let most = problem.people.count + 1
    var level2 = 0
    for (index, duty) in problem.duties.enumerated() {
      for (number, seat) in duty.seats.enumerated() {
        let slot = Int(dutySlots[index]) + number
        minimum[slot] = Int32(min(seat.minimum, most))
        target[slot] = Int32(min(seat.target, most))
        maximum[slot] = Int32(min(seat.maximum, most))
        wanted[slot] = Int32(min(seat.wanted, most))
        weight[slot] = seat.target > 0 ? Int32(seat.weight) : 0
        under[slot] = Int32(seat.underCost)
        over[slot] = Int32(seat.overCost)
        level2 += seat.weight * seat.target
      }
    }
    scale = level2 + 1
    isWithoutShortage = level2 == 0
    mostWeight = max(1, problem.duties.reduce(0) { max($0, $1.seats.map(\.weight).max() ?? 0) })
  }

  /// What one person more on a slot with `filled` people changes at level 3.
  @inline(__always) func step(_ slot: Int, filled: Int32) -> Int {
    filled < wanted[slot] ? 0 &- Int(under[slot]) : Int(over[slot])
  }

  /// What one person more on a slot with `filled` people changes in the shortage.
  @inline(__always) func shortageStep(_ slot: Int, filled: Int32) -> Int {
    let weight = Int(self.weight[slot])
    return filled >= target[slot] ? 0 : filled < minimum[slot] ? 0 &- weight &* (scale &+ 1) : 0 &- weight
  }

  /// A change of the shortage in points for the search: level 1 four times level 2.
  @inline(__always) func weighed(_ shortage: Int, unit: Int) -> Int {
    let half = scale / 2
    let level1 = shortage >= 0 ? (shortage &+ half) / scale : 0 &- (half &- shortage) / scale
    return (shortage &- level1 &* scale &+ 4 &* level1) &* unit
  }
}
