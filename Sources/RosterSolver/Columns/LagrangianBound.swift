import Rostering
import Units

/// The bound of a level from multipliers, in whole numbers: docs/bounds.md.
///
/// L(u) = Σ over people of the least value of a set + Σ over extra variables of the lesser end + Σ u · b.
/// Source: Geoffrion, "Lagrangean relaxation for integer programming" (1974).
struct LagrangianBound {
  let space: SetSpace
  let level: Int
  let objective: RosterObjective

  /// scale · L(u) without the people's part.
  func constantPart(_ u: Multipliers) -> Int128 {
    let tables = space.tables
    let scale = RosterMultiplier.scale
    var sum = level == 2 ? Int128(tables.problem.constant) * Int128(scale) : 0
    func extra(_ cost: Int, upTo most: Int) { sum += Int128(min(0, cost)) * Int128(most) }
    for seat in 0..<tables.seatCount {
      let weight = Int(tables.seatWeight[seat])
      let (minimum, target) = (Int(tables.seatMinimum[seat]), Int(tables.seatTarget[seat]))
      sum += Int128(u.minimum[seat]) * Int128(minimum) + Int128(u.target[seat]) * Int128(target)
      sum -= Int128(u.maximum[seat]) * Int128(tables.seatMaximum[seat])
      extra(priceOfLevel(0, u) * weight - u.minimum[seat], upTo: minimum)
      extra(priceOfLevel(1, u) * weight - u.target[seat], upTo: target)
    }
    for (duty, one) in tables.problem.duties.enumerated() where one.asksForLead {
      sum += Int128(u.lead[duty])
      extra(priceOfLevel(1, u) * one.leadWeight - u.lead[duty], upTo: 1)
    }
    for lower in 0..<level { sum -= Int128(u.levels[lower]) * Int128(objective[lower]) }
    guard level == 2 else { return sum }
    for (index, row) in space.pairRows.enumerated() {
      extra(row.cost * scale - u.plus[index] - u.minus[index], upTo: 1)
    }
    var openPrice = [Int](repeating: 0, count: tables.together.placeGroup.count)
    for (group, one) in tables.problem.groups.enumerated() {
      sum -= Int128(u.spread[group]) * Int128(one.allowed)
      extra(one.cost * scale - u.spread[group], upTo: one.places.count)
      for place in Int(tables.together.placeStart[group])..<Int(tables.together.placeStart[group + 1]) {
        openPrice[place] = u.spread[group]
      }
    }
    for site in 0..<space.siteCount { openPrice[space.sitePlace[site]] -= u.site[site] }
    for price in openPrice { extra(price, upTo: 1) }
    return sum
  }

  /// What a unit of a level costs in L: the objective itself, or the row that holds it.
  private func priceOfLevel(_ number: Int, _ u: Multipliers) -> Int {
    if number == level { return RosterMultiplier.scale }
    return number < level ? u.levels[number] : 0
  }

  /// ⌈value ÷ scale⌉.
  static func roundedUp(_ value: Int128) -> Int {
    let scale = Int128(RosterMultiplier.scale)
    let quotient = value / scale
    return Int(clamping: value > quotient * scale ? quotient + 1 : quotient)
  }

  /// scale · L(u), by the least set of every person.
  func exact(_ u: Multipliers, _ search: inout SetSearch) -> (value: Int128, least: [Int]) {
    let prices = Prices(space, u, level: level)
    var sum = constantPart(u)
    var least: [Int] = []
    for person in 0..<space.tables.personCount {
      search.cheapest(of: person, prices, below: Int.max, capacity: 1)
      let value = search.found.first?.value ?? 0
      least.append(value)
      sum += Int128(value)
    }
    return (sum, least)
  }

  /// Where the level before is held at 0, its row's multiplier costs nothing: as high as makes its extra variables
  /// worthless.
  func completed(_ multipliers: Multipliers) -> Multipliers {
    var u = multipliers
    let tables = space.tables
    for seat in 0..<tables.seatCount {
      let weight = Int(tables.seatWeight[seat])
      if level > 0, objective.minimum == 0, u.minimum[seat] > 0, weight > 0 {
        u.levels[0] = max(u.levels[0], u.minimum[seat].dividedRoundingUp(by: weight))
      }
      if level > 1, objective.target == 0, u.target[seat] > 0, weight > 0 {
        u.levels[1] = max(u.levels[1], u.target[seat].dividedRoundingUp(by: weight))
      }
    }
    if level > 1, objective.target == 0 {
      for (duty, one) in tables.problem.duties.enumerated() where one.asksForLead && one.leadWeight > 0 {
        u.levels[1] = max(u.levels[1], u.lead[duty].dividedRoundingUp(by: one.leadWeight))
      }
    }
    return u
  }

  /// The rows whose multiplier is not 0, in the order of `RosterRow`.
  func named(_ u: Multipliers) -> [RosterMultiplier] {
    let tables = space.tables
    var rows: [RosterMultiplier] = []
    func put(_ value: Int, _ row: RosterRow) { if value != 0 { rows.append(RosterMultiplier(row: row, value: value)) } }
    func seats(_ values: [Int], _ name: (Int, Int) -> RosterRow) {
      for seat in 0..<tables.seatCount {
        let duty = Int(tables.seatDuty[seat])
        put(values[seat], name(duty, seat - Int(tables.seatStart[duty])))
      }
    }
    seats(u.minimum) { .minimumCover(duty: $0, seat: $1) }
    seats(u.target) { .targetCover(duty: $0, seat: $1) }
    seats(u.maximum) { .maximumCover(duty: $0, seat: $1) }
    for duty in 0..<tables.dutyCount { put(u.lead[duty], .oneLead(duty: duty)) }
    for (index, row) in space.pairRows.enumerated() { put(u.plus[index], .buddiesPlus(pair: row.pair, duty: row.duty)) }
    for (index, row) in space.pairRows.enumerated() {
      put(u.minus[index], .buddiesMinus(pair: row.pair, duty: row.duty))
    }
    for site in 0..<space.siteCount {
      let place = space.sitePlace[site]
      let group = Int(tables.together.placeGroup[place])
      let row = RosterRow.unitSite(
        group: group, place: place - Int(tables.together.placeStart[group]), person: space.sitePerson[site])
      put(u.site[site], row)
    }
    for group in 0..<u.spread.count { put(u.spread[group], .unitSpread(group: group)) }
    for number in 0..<2 { put(u.levels[number], .level(number + 1)) }
    return rows
  }
}
