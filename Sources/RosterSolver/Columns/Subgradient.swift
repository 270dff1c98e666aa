import Rostering
import Units

/// Raises the bound of a level by moving the multipliers along the rows that everybody's cheapest sets break.
///
/// Steps λ · (incumbent − L) ÷ |d|², d a mixture of this subgradient and the direction before; λ shrinks when the
/// bound stands still. Far cheaper than the linear program where that has thousands of rows, and its multipliers say
/// which rows and sets the program should begin with.
/// Sources: Held, Wolfe and Crowder, "Validation of subgradient optimization" (1974); Camerini, Fratta and Maffioli,
/// "On improving relaxation methods by modified gradient techniques" (1975).
struct Subgradient {
  let owner: OneDaySolver
  let bounding: LagrangianBound
  /// Everybody's cheapest set under the multipliers before: a first limit for the next search.
  private var sets: [[Int32]]
  private let blocks: Blocks?
  private var chosen: [Int]
  private var isFirst = true
  /// Whether the rows of sending units take part.
  private var withSites = true
  /// scale · L of the multipliers that `run` returned last; nil where there was no time to work it out.
  private(set) var value: Int128?

  /// - Parameter blocks: buddies as one subproblem; nil: everybody alone, buddies through their rows.
  init(_ owner: OneDaySolver, bounding: LagrangianBound, blocks: Blocks?) {
    self.owner = owner
    self.bounding = bounding
    self.blocks = blocks
    chosen = [Int](repeating: 0, count: owner.space.tables.personCount)
    sets = owner.space.columns(of: owner.work.best.assignment).map(\.options)
  }

  /// The best multipliers after at most `steps` from `start`.
  mutating func run(
    from start: Multipliers, steps: Int, withSites: Bool = true, deadline: Deadline
  ) -> Multipliers {
    self.withSites = withSites
    var u = start
    var best = start
    var bestValue: Int128?
    var direction = RowVector(owner.space)
    var lambda = 1.0
    var idle = 0
    let target = Double(owner.work.best.objective[bounding.level]) * Double(RosterMultiplier.scale)
    for iteration in 0..<steps {
      if deadline.isOver { break }
      let completed = bounding.completed(u)
      guard let value = evaluate(completed, deadline) else { break }
      if bestValue.map({ value > $0 }) ?? true {
        bestValue = value
        best = completed
        idle = 0
        if LagrangianBound.roundedUp(value) >= owner.work.best.objective[bounding.level] { break }
      } else {
        idle += 1
        if idle >= 20 {
          lambda *= 0.6
          idle = 0
          u = best
        }
      }
      if lambda < 3e-3 { break }
      let gradient = slack(completed)
      direction.mix(gradient, share: iteration == 0 ? 1 : 0.4)
      let norm = direction.squaredNorm
      guard norm > 1e-9 else { break }
      let step = lambda * max(1e5, target - Double(value)) / norm
      direction.move(&u, by: step)
    }
    value = bestValue
    return best
  }

  /// scale · L(u); leaves everybody's cheapest set in `sets`. Nil where time is over before it is known.
  private mutating func evaluate(_ u: Multipliers, _ deadline: Deadline) -> Int128? {
    let prices = Prices(owner.space, u, level: bounding.level)
    var sum = bounding.constantPart(u)
    if let blocks {
      let before = chosen
      sum += blocks.least(prices, withSites: withSites, chosen: &chosen)
      for person in chosen.indices where chosen[person] != before[person] || isFirst {
        sets[person] = blocks.book.options(of: chosen[person])
      }
      isFirst = false
      return sum
    }
    owner.search.deadline = deadline
    defer { owner.search.deadline = nil }
    for person in 0..<owner.space.tables.personCount {
      if deadline.isOver { return nil }
      let known = owner.search.value(of: sets[person], person: person, prices)
      owner.search.cheapest(of: person, prices, below: known + 1, capacity: 1)
      if owner.search.isOver { return nil }
      guard let found = owner.search.found.first else { continue }
      sets[person] = found.options
      sum += Int128(found.value)
    }
    return sum
  }

  /// b − a · v of every row at everybody's cheapest sets and the extra variables' better ends.
  private func slack(_ u: Multipliers) -> RowVector {
    let space = owner.space
    let tables = space.tables
    let problem = tables.problem
    let scale = RosterMultiplier.scale
    let level = bounding.level
    var rows = RowVector(space)
    var filled = [Int](repeating: 0, count: tables.seatCount)
    var leads = [Int](repeating: 0, count: tables.dutyCount)
    var at = [Bool](repeating: false, count: space.siteCount)
    var on = [Bool](repeating: false, count: tables.entryCount)
    for (person, options) in sets.enumerated() {
      for option in options {
        let entry = Int(tables.optionEntry[Int(option)])
        filled[Int(tables.optionSeat[Int(option)])] += 1
        on[entry] = true
        if tables.mayLead[person] { leads[Int(tables.entryDuty[entry])] += 1 }
        for index in space.sitesOfEntry.range(entry) { at[Int(space.sitesOfEntry.item[index])] = true }
      }
    }
    func price(_ number: Int) -> Int { number == level ? scale : number < level ? u.levels[number] : 0 }
    var spent = [0, 0]
    for seat in 0..<tables.seatCount {
      let weight = Int(tables.seatWeight[seat])
      let (minimum, target) = (Int(tables.seatMinimum[seat]), Int(tables.seatTarget[seat]))
      let short = price(0) * weight < u.minimum[seat] ? minimum : 0
      let under = price(1) * weight < u.target[seat] ? target : 0
      spent[0] += weight * short
      spent[1] += weight * under
      if weight > 0 {
        let hardTarget = level == 2 && bounding.objective.target == 0
        if !hardTarget { rows.minimum[seat] = Double(minimum - filled[seat] - short) }
        if level > 0 { rows.target[seat] = Double(target - filled[seat] - under) }
      }
      rows.maximum[seat] = Double(filled[seat] - Int(tables.seatMaximum[seat]))
    }
    for (duty, one) in problem.duties.enumerated() where one.asksForLead && one.leadWeight > 0 && level > 0 {
      let missing = price(1) * one.leadWeight < u.lead[duty] ? 1 : 0
      spent[1] += one.leadWeight * missing
      rows.lead[duty] = Double(1 - leads[duty] - missing)
    }
    for number in 0..<level where bounding.objective[number] > 0 {
      rows.levels[number] = Double(spent[number] - bounding.objective[number])
    }
    guard level == 2 else { return rows }
    for (index, row) in space.pairRows.enumerated() where row.isShared && blocks?.isJoint[row.pair] != true {
      let apart = row.cost * scale < u.plus[index] + u.minus[index] ? 1 : 0
      let (first, second) = (on[row.firstEntry] ? 1 : 0, on[row.secondEntry] ? 1 : 0)
      rows.plus[index] = Double(first - second - apart)
      rows.minus[index] = Double(second - first - apart)
    }
    guard withSites else { return rows }
    var openPrice = [Int](repeating: 0, count: tables.together.placeGroup.count)
    for place in 0..<openPrice.count { openPrice[place] = u.spread[Int(tables.together.placeGroup[place])] }
    for site in 0..<space.siteCount { openPrice[space.sitePlace[site]] -= u.site[site] }
    for site in 0..<space.siteCount {
      rows.site[site] = (at[site] ? 1 : 0) - (openPrice[space.sitePlace[site]] < 0 ? 1 : 0)
    }
    for (group, one) in problem.groups.enumerated() where one.cost > 0 {
      let first = Int(tables.together.placeStart[group])
      let open = (first..<first + one.places.count).count { openPrice[$0] < 0 }
      let over = one.cost * scale < u.spread[group] ? one.places.count : 0
      rows.spread[group] = Double(open - one.allowed - over)
    }
    return rows
  }
}

/// A number for every row of the relaxation.
struct RowVector {
  var minimum: [Double]
  var target: [Double]
  var maximum: [Double]
  var lead: [Double]
  var plus: [Double]
  var minus: [Double]
  var site: [Double]
  var spread: [Double]
  var levels = [0.0, 0.0]

  init(_ space: SetSpace) {
    minimum = [Double](repeating: 0, count: space.tables.seatCount)
    target = minimum
    maximum = minimum
    lead = [Double](repeating: 0, count: space.tables.dutyCount)
    plus = [Double](repeating: 0, count: space.pairRows.count)
    minus = plus
    site = [Double](repeating: 0, count: space.siteCount)
    spread = [Double](repeating: 0, count: space.tables.problem.groups.count)
  }

  private static let parts: [WritableKeyPath<RowVector, [Double]> & Sendable] = [
    \.minimum, \.target, \.maximum, \.lead, \.plus, \.minus, \.site, \.spread, \.levels,
  ]
  private static let multipliers: [WritableKeyPath<Multipliers, [Int]> & Sendable] = [
    \.minimum, \.target, \.maximum, \.lead, \.plus, \.minus, \.site, \.spread, \.levels,
  ]

  /// self = share · other + (1 − share) · self.
  mutating func mix(_ other: RowVector, share: Double) {
    for part in RowVector.parts {
      var mine = self[keyPath: part]
      let theirs = other[keyPath: part]
      for index in mine.indices { mine[index] = share * theirs[index] + (1 - share) * mine[index] }
      self[keyPath: part] = mine
    }
  }

  var squaredNorm: Double {
    RowVector.parts.reduce(0) { $0 + self[keyPath: $1].reduce(0) { $0 + $1 * $1 } }
  }

  /// u = max(0, u + step · self), in whole millionths.
  func move(_ u: inout Multipliers, by step: Double) {
    for (part, multiplier) in zip(RowVector.parts, RowVector.multipliers) {
      let change = self[keyPath: part]
      var values = u[keyPath: multiplier]
      for index in values.indices where change[index] != 0 {
        let moved = Double(values[index]) + (step * change[index]).rounded()
        values[index] = Int(min(Double(Multipliers.largest), max(0, moved)))
      }
      u[keyPath: multiplier] = values
    }
  }
}
