import Rostering
import Units

/// Raises the bound of level 3 by moving one multiplier a seat, and one a duty that asks for a lead, with buddies and
/// sending units at what costs nothing: so few rows, and so quick a search, that a step is a matter of milliseconds for
/// thousands of people.
///
/// Thousands of people first in rounds (`settle`), fewer with all seats of a span moving together; then each seat by
/// itself. Levels 1 and 2 must be held at 0. A seat's two rows are one multiplier of either sign: `targetCover` where
/// positive, `maximumCover` where negative.
/// Sources: Held, Wolfe and Crowder, "Validation of subgradient optimization" (1974); Camerini, Fratta and Maffioli,
/// "On improving relaxation methods by modified gradient techniques" (1975).
final class SeatAscent {
  let space: SetSpace
  private let bounding: LagrangianBound
  let search: KindSearch
  private let base: Int128
  // Of seats, then of duties that ask for a lead, in millionths.
  let rowCount: Int
  let net: Buffer<Double>
  let best: Buffer<Double>
  let slack: Buffer<Double>
  let direction: Buffer<Double>
  /// Rows of one span; lists of rows.
  private let spans: Lists
  private let filled: Buffer<Int32>
  private let leads: Buffer<Int32>
  /// scale · L of the best multipliers.
  private(set) var value: Int128?

  init(_ kinds: KindTables, bounding: LagrangianBound) {
    space = kinds.space
    self.bounding = bounding
    search = KindSearch(kinds)
    let tables = space.tables
    base = bounding.constantPart(space.oneSided)
    rowCount = tables.seatCount + tables.dutyCount
    net = Buffer(repeating: 0, count: rowCount)
    best = Buffer(repeating: 0, count: rowCount)
    slack = Buffer(repeating: 0, count: rowCount)
    direction = Buffer(repeating: 0, count: rowCount)
    filled = Buffer(repeating: 0, count: tables.seatCount)
    leads = Buffer(repeating: 0, count: tables.dutyCount)
    spans = SeatAscent.spans(tables)
  }

  private static func spans(_ tables: RosterTables) -> Lists {
    struct Span: Hashable {
      var start: Int
      var end: Int
    }
    var numbers: [Span: Int] = [:]
    var lists: [Int] = []
    for seat in 0..<tables.seatCount {
      let duty = tables.problem.duties[Int(tables.seatDuty[seat])]
      let span = Span(start: duty.start, end: duty.end)
      let number = numbers[span] ?? numbers.count
      numbers[span] = number
      lists.append(number)
    }
    return Lists(count: numbers.count, lists: lists, items: Array(0..<tables.seatCount))
  }

  /// The best multipliers after at most `steps` more; `value` is what they prove.
  ///
  /// - Parameter target: of a roster, the better the surer the steps.
  /// - Parameter inRounds: rounds come first; without them all seats of a span move together first.
  func run(steps: Int, target: Int, inRounds: Bool, deadline: Deadline) -> Multipliers {
    if value == nil {
      if inRounds {
        settle(rounds: min(SeatAscent.rounds, steps / 4), deadline: deadline)
      } else {
        climb(steps: steps / 4, target: target, bySpan: true, from: 1, deadline: deadline)
      }
    }
    climb(
      steps: steps, target: target, bySpan: false, from: inRounds ? SeatAscent.nearLambda : 1, deadline: deadline)
    for row in 0..<rowCount { net[row] = best[row] }
    return multipliers
  }

  /// λ of the first step where rounds have brought the multipliers near.
  private static let nearLambda = 0.03

  private func climb(steps: Int, target: Int, bySpan: Bool, from first: Double, deadline: Deadline) {
    let goal = Double(target) * Double(RosterMultiplier.scale)
    var lambda = first
    var idle = 0
    for row in 0..<rowCount { net[row] = best[row] }
    for step in 0..<steps {
      if deadline.isOver { return }
      let now = evaluate()
      if value.map({ now > $0 }) ?? true {
        let gained = value.map { Double(now - $0) } ?? .infinity
        keep(now)
        if gained > 1e-4 * (goal - Double(now)) { idle = 0 }
        if LagrangianBound.roundedUp(now) >= target { return }
      }
      idle += 1
      if idle > 12 {
        lambda *= 0.7
        idle = 0
        for row in 0..<rowCount { net[row] = best[row] }
        if lambda < 1e-3 { return }
        continue
      }
      findSlack(bySpan: bySpan)
      let share = step == 0 ? 1.0 : 0.5
      var norm = 0.0
      for row in 0..<rowCount {
        direction[row] = share * slack[row] + (1 - share) * direction[row]
        norm += direction[row] * direction[row]
      }
      guard norm > 1e-9 else { return }
      let length = lambda * max(1e5, goal - Double(now)) / norm
      move(by: length)
    }
  }

  /// Takes the multipliers as they are over where they prove more than any before.
  func keep(_ now: Int128) {
    if let value, value >= now { return }
    value = now
    for row in 0..<rowCount { best[row] = net[row] }
  }

  func move(by length: Double) {
    let tables = space.tables
    let most = Double(Multipliers.largest)
    for seat in 0..<tables.seatCount {
      let moved = (net[seat] + length * direction[seat]).rounded()
      net[seat] = max(-most, min(tables.seatWeight[seat] > 0 ? most : 0, moved))
    }
    for duty in 0..<tables.dutyCount where tables.dutyLeadWeight[duty] > 0 {
      let row = tables.seatCount + duty
      net[row] = max(0, min(most, (net[row] + length * direction[row]).rounded()))
    }
  }

  /// scale · L of `net`; leaves everybody's cheapest sets in `search`.
  func evaluate() -> Int128 {
    let tables = space.tables
    var sum = base
    for seat in 0..<tables.seatCount {
      let worth = Int(net[seat])
      sum += Int128(worth) * Int128(worth > 0 ? tables.seatTarget[seat] : tables.seatMaximum[seat])
    }
    setPrices(net)
    for duty in 0..<tables.dutyCount { sum += Int128(Int(net[tables.seatCount + duty])) }
    return sum + search.run()
  }

  func setPrices(_ net: borrowing Buffer<Double>) {
    let tables = space.tables
    for seat in 0..<tables.seatCount {
      let worth = Int(net[seat])
      search.price[seat] = -worth
      search.price[tables.seatCount + seat] = -worth - Int(net[tables.seatCount + Int(tables.seatDuty[seat])])
    }
  }

  /// The best multipliers as prices.
  func takePrices() { setPrices(best) }

  /// b − a · v at everybody's cheapest sets.
  private func findSlack(bySpan: Bool) {
    let tables = space.tables
    for seat in 0..<tables.seatCount { filled[seat] = 0 }
    for duty in 0..<tables.dutyCount { leads[duty] = 0 }
    for person in 0..<tables.personCount {
      let line = person &* KindTables.mostTogether
      for place in 0..<KindTables.mostTogether where search.chosen[line &+ place] >= 0 {
        let seat = Int(search.kinds.seat[Int(search.chosen[line &+ place])])
        filled[seat] &+= 1
        if tables.mayLead[person] { leads[Int(tables.seatDuty[seat])] &+= 1 }
      }
    }
    for seat in 0..<tables.seatCount {
      let below = tables.seatTarget[seat] - filled[seat]
      let above = tables.seatMaximum[seat] - filled[seat]
      let pull = net[seat] > 0 ? below : net[seat] < 0 ? above : max(below, min(above, 0))
      slack[seat] = Double(tables.seatWeight[seat] > 0 ? pull : min(0, above))
    }
    for duty in 0..<tables.dutyCount {
      slack[tables.seatCount + duty] = tables.dutyLeadWeight[duty] > 0 ? Double(1 - leads[duty]) : 0
    }
    guard bySpan else { return }
    for span in 0..<spans.start.count - 1 {
      var sum = 0.0
      for index in spans.range(span) { sum += slack[Int(spans.item[index])] }
      for index in spans.range(span) { slack[Int(spans.item[index])] = sum / Double(spans.range(span).count) }
    }
    for duty in 0..<tables.dutyCount { slack[tables.seatCount + duty] = 0 }
  }

  private var multipliers: Multipliers {
    let tables = space.tables
    var u = space.oneSided
    // Buddies who are searched together need no rows.
    for (index, row) in space.pairRows.enumerated() where search.joint.isJoint(row.pair) {
      u.plus[index] = 0
      u.minus[index] = 0
    }
    for seat in 0..<tables.seatCount {
      u.target[seat] = max(0, Int(net[seat]))
      u.maximum[seat] = max(0, -Int(net[seat]))
    }
    for duty in 0..<tables.dutyCount { u.lead[duty] = Int(net[tables.seatCount + duty]) }
    return bounding.completed(u)
  }
}
