import Rostering
import Units

/// What rounds need beside the multipliers: one number a row.
private struct RoundRows: ~Copyable {
  /// Of the multipliers during a round.
  let sum: Buffer<Double>
  /// b − a · v of a whole round, and of the one before.
  let slack: Buffer<Double>
  let before: Buffer<Double>
  /// How many times the common step.
  let pace: Buffer<Double>

  init(count: Int) {
    sum = Buffer(repeating: 0, count: count)
    slack = Buffer(repeating: 0, count: count)
    before = Buffer(repeating: 0, count: count)
    pace = Buffer(repeating: 1, count: count)
  }

  func begin() {
    for row in 0..<sum.count {
      sum[row] = 0
      before[row] = slack[row]
      slack[row] = 0
    }
  }

  /// Rows that are pulled the same way round after round move faster.
  func setPace() {
    for row in 0..<pace.count {
      let agrees = slack[row] * before[row]
      if agrees > 0 { pace[row] = min(SeatAscent.fastest, pace[row] * SeatAscent.faster) }
      if agrees < 0 { pace[row] = max(SeatAscent.slowest, pace[row] * SeatAscent.slower) }
    }
  }
}

/// The ascent in rounds: all people in random order, a few at a time, and after every few the multipliers move a little
/// towards what these few leave open.
///
/// Thousands of people to whom a seat is worth much the same would all leave it, or come to it, at one step for all;
/// here the first of them move its price before the others look. A round takes as long as one step of `climb`, and a
/// hundred rounds come closer to the best bound than a thousand steps.
/// Source: Nedić and Bertsekas, "Incremental subgradient methods for nondifferentiable optimization" (2001).
extension SeatAscent {
  /// People who choose under the same prices.
  private static let group = 32
  /// Millionths by which one person on a seat moves its multiplier in the first round, and from round to round.
  private static let firstStep = 2e6
  private static let decay = 0.96
  static let rounds = 120
  /// Rounds from one look at what the multipliers prove to the next.
  private static let roundsToLook = 5
  fileprivate static let faster = 1.2
  fileprivate static let slower = 0.7
  fileprivate static let fastest = 50.0
  fileprivate static let slowest = 0.5

  /// Raises the bound by at most so many rounds from the best multipliers on.
  func settle(rounds: Int, deadline: Deadline) {
    let rows = RoundRows(count: rowCount)
    var random = SeededRandom(seed: 1)
    var parts = parts
    var step = SeatAscent.firstStep
    for row in 0..<rowCount { net[row] = best[row] }
    for round in 1...max(1, rounds) {
      for index in parts.indices { parts.swapAt(index, index + random.below(parts.count - index)) }
      rows.begin()
      guard let groups = goRound(parts, rows, step, deadline) else { return }
      rows.setPace()
      step *= SeatAscent.decay
      guard round % SeatAscent.roundsToLook == 0 || round == rounds else { continue }
      for row in 0..<rowCount {
        direction[row] = net[row]
        net[row] = (rows.sum[row] / Double(groups)).rounded()
      }
      keep(evaluate())
      for row in 0..<rowCount { net[row] = direction[row] }
    }
    for row in 0..<rowCount { direction[row] = 0 }
  }

  /// Those who are searched alone, by number, and pairs, as −1 − pair.
  private var parts: [Int32] {
    let alone = (0..<space.tables.personCount).filter { search.joint.pairOf[$0] < 0 }
    return alone.map { Int32(truncatingIfNeeded: $0) }
      + (0..<search.joint.first.count).map { Int32(truncatingIfNeeded: -1 - $0) }
  }

  /// Everybody once; how many groups there were, nil where time is over before.
  private func goRound(_ parts: [Int32], _ rows: borrowing RoundRows, _ step: Double, _ deadline: Deadline) -> Int? {
    var groups = 0
    var from = 0
    while from < parts.count {
      if deadline.isOver { return nil }
      let end = min(parts.count, from + SeatAscent.group)
      setPrices(net)
      setShare(Double(end - from) / Double(parts.count))
      for index in from..<end { choose(Int(parts[index])) }
      for row in 0..<rowCount {
        rows.slack[row] += slack[row]
        direction[row] = slack[row] * rows.pace[row]
      }
      move(by: step)
      for row in 0..<rowCount { rows.sum[row] += net[row] }
      groups += 1
      from = end
    }
    return max(1, groups)
  }

  /// The share of people who are asked for.
  private func setShare(_ share: Double) {
    let tables = space.tables
    for seat in 0..<tables.seatCount {
      slack[seat] = share * Double(net[seat] < 0 ? tables.seatMaximum[seat] : tables.seatTarget[seat])
    }
    for duty in 0..<tables.dutyCount {
      slack[tables.seatCount + duty] = tables.dutyLeadWeight[duty] > 0 ? share : 0
    }
  }

  /// Takes what one part chooses off the slack.
  private func choose(_ part: Int) {
    guard part < 0 else {
      search.search(part)
      return count(part)
    }
    let pair = -1 - part
    search.searchPair(pair)
    count(Int(search.joint.first[pair]))
    count(Int(search.joint.second[pair]))
  }

  private func count(_ person: Int) {
    let tables = space.tables
    let line = person &* KindTables.mostTogether
    for place in 0..<KindTables.mostTogether where search.chosen[line &+ place] >= 0 {
      let seat = Int(search.kinds.seat[Int(search.chosen[line &+ place])])
      slack[seat] -= 1
      if tables.mayLead[person] { slack[tables.seatCount + Int(tables.seatDuty[seat])] -= 1 }
    }
  }
}
