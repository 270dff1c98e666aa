import Rostering
import Units

extension DenseSimplex {
  /// Steps until nothing can be gained. `isOver` is asked from time to time.
  /// `fromOutside`: bounds changed at an optimum; the dual simplex goes first.
  func solve(mostSteps: Int, fromOutside: Bool, isOver: () -> Bool) -> (end: End, steps: Int) {
    var steps = fromOutside ? restore(mostSteps: 40 + rowCount / 8, isOver: isOver) : 0
    var idle = 0
    var isChecked = false
    if penalty != leastPenalty {
      penalty = leastPenalty
      areReducedKnown = false
    }
    while steps < mostSteps {
      if steps % 32 == 31, isOver() { return (.stopped, steps) }
      if pivotsSinceInversion >= pivotsPerInversion { invert() }
      let hasTurned = setSides()
      if !areReducedKnown || hasTurned {
        setReduced()
        isChecked = true
      }
      let entering = entering(isIdle: idle > 60)
      guard entering >= 0 else {
        if isChecked {
          guard setSides() || isOutside else { return (.optimal, steps) }
          if penalty > 1e12 { return (.infeasible, steps) }
          penalty *= 1000
        }
        areReducedKnown = false
        continue
      }
      steps += 1
      isChecked = false
      guard let length = step(entering) else { return (.unbounded, steps) }
      idle = length > 1e-9 ? 0 : idle + 1
    }
    return (.failed, steps)
  }

  private var isOutside: Bool { (0..<rowCount).contains { side[$0] != 0 } }

  /// Which basic variables are outside; true when that changed.
  func setSides() -> Bool {
    var hasChanged = false
    for place in 0..<rowCount {
      let variable = Int(head[place])
      let now: Int8 =
        value[place] < lower[variable] - DenseSimplex.feasibility
        ? -1 : value[place] > upper[variable] + DenseSimplex.feasibility ? 1 : 0
      if now != side[place] {
        side[place] = now
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// Prices and reduced costs anew. O(rows² + terms).
  func setReduced() {
    let count = rowCount
    for row in 0..<count { price[row] = 0 }
    let price = price.base
    for place in 0..<count {
      let amount = cost[Int(head[place])] + penalty * Double(side[place])
      if amount == 0 { continue }
      let line = inverse.base + place * count
      for row in 0..<count { price[row] += amount * line[row] }
    }
    for variable in 0..<variableCount where status[variable] != Status.basic {
      reduced[variable] = reducedCost(variable)
    }
    areReducedKnown = true
  }

  /// The nonbasic variable that promises most by its weight, −1: none.
  private func entering(isIdle: Bool) -> Int {
    var best = (variable: -1, score: 0.0)
    let (status, reduced, weight) = (status.base, reduced.base, weight.base)
    let tolerance = optimality
    for variable in 0..<variableCount {
      let state = status[variable]
      if state >= Status.basic { continue }
      let gain = reduced[variable]
      if state == Status.lower ? gain >= -tolerance : state == Status.upper ? gain <= tolerance : abs(gain) <= tolerance
      {
        continue
      }
      var score = gain * gain / weight[variable]
      // After many steps of no length: another order, so that no basis comes back for ever.
      if isIdle { score *= 0.05 + random.unit() }
      if score > best.score { best = (variable, score) }
    }
    return best.variable
  }

  /// One step; its length, nil without an end.
  private func step(_ entering: Int) -> Double? {
    let count = rowCount
    setDirection(entering)
    let gain = reduced[entering]
    let way = gain < 0 ? 1.0 : -1.0
    let own = upper[entering] - lower[entering]
    guard let blocked = blocking(way, own) else { return nil }
    let length = blocked.length
    for place in 0..<count where direction[place] != 0 { value[place] -= way * length * direction[place] }
    guard blocked.place >= 0 else {
      status[entering] = status[entering] == Status.lower ? Status.upper : Status.lower
      return length
    }
    let leaving = Int(head[blocked.place])
    let enteringValue = restingValue(entering) + way * length
    setPivotRow(blocked.place)
    let pivotEntry = direction[blocked.place]
    updateReduced(entering, leaving, blocked.place, pivotEntry, gain)
    pivot(entering, at: blocked.place)
    setResting(leaving, isAtUpper: blocked.isAtUpper)
    value[blocked.place] = enteringValue
    // What left outside its bounds by a hair is put on them: the others know no better.
    if side[blocked.place] != 0 {
      side[blocked.place] = 0
      areReducedKnown = false
    }
    return length
  }

  /// Where a variable rests that left the basis at one of its bounds.
  func setResting(_ variable: Int, isAtUpper: Bool) {
    status[variable] =
      lower[variable] == upper[variable] ? Status.shut : isAtUpper ? Status.upper : Status.lower
  }

  /// The first basic variable that stands in the way, by Harris's two passes; place −1: the variable's own other bound.
  private func blocking(_ way: Double, _ own: Double) -> (place: Int, length: Double, isAtUpper: Bool)? {
    let slack = 1e-9
    var most = Double.infinity
    for place in 0..<rowCount {
      guard let (room, speed, _) = room(place, way) else { continue }
      most = min(most, (room + slack) / speed)
    }
    if own <= most, own < .infinity { return (-1, own, false) }
    guard most < .infinity else { return nil }
    var best = (place: -1, length: 0.0, isAtUpper: false)
    var largest = 0.0
    for place in 0..<rowCount {
      guard let (room, speed, isAtUpper) = room(place, way), room / speed <= most, speed > largest else { continue }
      largest = speed
      best = (place, max(0, room / speed), isAtUpper)
    }
    return best.place >= 0 ? best : nil
  }

  /// How far a basic variable may go, and how fast it does; nil: as far as it likes.
  @inline(__always)
  private func room(_ place: Int, _ way: Double) -> (room: Double, speed: Double, isAtUpper: Bool)? {
    let change = -way * direction[place]
    guard abs(change) > DenseSimplex.smallestPivot else { return nil }
    let variable = Int(head[place])
    if change > 0 {
      if side[place] > 0 { return nil }
      let bound = side[place] < 0 ? lower[variable] : upper[variable]
      return bound < .infinity ? (bound - value[place], change, side[place] == 0) : nil
    }
    if side[place] < 0 { return nil }
    let bound = side[place] > 0 ? upper[variable] : lower[variable]
    return bound > -.infinity ? (value[place] - bound, -change, side[place] > 0) : nil
  }

  /// The row of the place in inverse × A for all nonbasic variables. O(terms).
  func setPivotRow(_ place: Int) {
    let count = rowCount
    let (status, entries) = (status.base, pivotRow.base)
    let line = inverse.base + place * count
    for row in 0..<count { entries[row] = -line[row] }
    for column in 0..<columnCount where status[count &+ column] < Status.basic {
      entries[count &+ column] = product(column, line)
    }
  }

  func updateReduced(_ entering: Int, _ leaving: Int, _ place: Int, _ pivot: Double, _ gain: Double) {
    let (status, reduced, weight, entries) = (status.base, reduced.base, weight.base, pivotRow.base)
    let ratio = gain / pivot
    let own = weight[entering]
    let scale = own / (pivot * pivot)
    for variable in 0..<variableCount where status[variable] < Status.basic {
      let entry = entries[variable]
      if entry == 0 { continue }
      reduced[variable] -= ratio * entry
      weight[variable] = max(weight[variable], entry * entry * scale)
    }
    let line = inverse.base + place * rowCount
    for row in 0..<rowCount { price.base[row] += ratio * line[row] }
    reduced[leaving] = -ratio
    weight[leaving] = max(scale, 1)
    if scale > 1e8 { for variable in 0..<variableCount { weight[variable] = 1 } }
  }
}
