import Rostering
import Units

/// What each row of cover costs at every number of people: a convex function a row, in millionths.
///
/// Rows 0 ..< seats are the seats; then one row for each duty that asks for a lead, of the people who may lead.
struct CoverRows: ~Copyable {
  let rowCount: Int
  /// Of values kept for one row: people + 2.
  let stride: Int
  private let values: Buffer<Double>
  /// The row of a duty's lead, −1 without one.
  let leadRow: [Int]

  /// By row; a lead's row has none.
  let maximum: [Int]

  /// What each person above a seat's maximum costs while a roster is still being mended.
  static let forbidden = 1e14

  init(_ problem: RosterProblem, weights: LevelWeights) {
    let seats = problem.duties.flatMap(\.seats)
    var leads: [Int] = []
    var rows = seats.count
    for duty in problem.duties {
      leads.append(duty.asksForLead ? rows : -1)
      if duty.asksForLead { rows += 1 }
    }
    rowCount = rows
    leadRow = leads
    maximum = seats.map(\.maximum) + [Int](repeating: Int.max, count: rows - seats.count)
    stride = problem.people.count + 2
    values = Buffer(repeating: 0, count: rows * stride)
    for (row, seat) in seats.enumerated() {
      for count in 0..<stride { values[row * stride + count] = CoverRows.value(of: seat, count, weights) }
    }
    for (duty, one) in problem.duties.enumerated() where one.asksForLead {
      values[leads[duty] * stride] = Double(one.leadWeight) * weights.target * LevelWeights.scale
    }
  }

  private static func value(of seat: RosterProblem.Seat, _ count: Int, _ weights: LevelWeights) -> Double {
    if count > seat.maximum { return forbidden * Double(count - seat.maximum) }
    let below = Double(seat.weight)
    var sum = below * weights.minimum * Double(max(0, seat.minimum - count))
    sum += below * weights.target * Double(max(0, seat.target - count))
    sum += Double(seat.underCost) * weights.preference * Double(max(0, seat.wanted - count))
    sum += Double(seat.overCost) * weights.preference * Double(max(0, count - seat.wanted))
    return sum * LevelWeights.scale
  }

  @inline(__always) func value(_ row: Int, _ count: Int) -> Double { values[row &* stride &+ count] }

  /// What one more costs. `count` ≤ people.
  @inline(__always) func step(_ row: Int, _ count: Int) -> Double {
    let index = row &* stride &+ count
    return values[index &+ 1] - values[index]
  }
}
