import Rostering

extension DenseSimplex {
  /// Dual simplex steps: after bounds changed at an optimum, until every basic variable is inside its bounds, nothing
  /// can bring it there, or there were `mostSteps`. Reduced costs of the wrong sign count as 0; the primal mends them.
  func restore(mostSteps: Int, isOver: () -> Bool) -> Int {
    for place in 0..<rowCount { side[place] = 0 }
    setReduced()
    var steps = 0
    while steps < mostSteps {
      if steps % 32 == 31, isOver() { break }
      if pivotsSinceInversion >= DenseSimplex.pivotsPerInversion {
        invert()
        for place in 0..<rowCount { side[place] = 0 }
        setReduced()
      }
      let place = farthestOutside()
      guard place >= 0 else { break }
      steps += 1
      guard dualStep(place) else { break }
    }
    areReducedKnown = !setSides()
    return steps
  }

  private func farthestOutside() -> Int {
    var best = (place: -1, distance: DenseSimplex.feasibility)
    for place in 0..<rowCount {
      let variable = Int(head[place])
      let distance = max(lower[variable] - value[place], value[place] - upper[variable])
      if distance > best.distance { best = (place, distance) }
    }
    return best.place
  }

  private func dualStep(_ place: Int) -> Bool {
    let leaving = Int(head[place])
    let isBelow = value[place] < lower[leaving]
    setPivotRow(place)
    let entering = entering(isBelow: isBelow)
    guard entering >= 0 else { return false }
    setDirection(entering)
    let entry = direction[place]
    guard abs(entry) > DenseSimplex.smallestPivot else { return false }
    let length = (value[place] - (isBelow ? lower[leaving] : upper[leaving])) / entry
    for other in 0..<rowCount where direction[other] != 0 { value[other] -= length * direction[other] }
    let enteringValue = restingValue(entering) + length
    updateReduced(entering, leaving, place, entry, reduced[entering])
    pivot(entering, at: place)
    status[leaving] = isBelow ? Status.lower : Status.upper
    value[place] = enteringValue
    return true
  }

  /// The nonbasic variable whose reduced cost is used up first; of nearly equal ones that with the largest entry.
  private func entering(isBelow: Bool) -> Int {
    let (status, reduced, entries, lower, upper) = (
      status.base, reduced.base, pivotRow.base, lower.base, upper.base
    )
    let slack = optimality
    var most = Double.infinity
    func speed(_ variable: Int) -> Double {
      let state = status[variable]
      if state == Status.basic { return 0 }
      let entry = isBelow ? -entries[variable] : entries[variable]
      if abs(entry) <= DenseSimplex.smallestPivot || lower[variable] == upper[variable] { return 0 }
      if lower[variable] == -.infinity && upper[variable] == .infinity { return abs(entry) }
      return state == Status.lower ? max(0, entry) : max(0, -entry)
    }
    for variable in 0..<variableCount {
      let speed = speed(variable)
      if speed > 0 { most = min(most, (abs(reduced[variable]) + slack) / speed) }
    }
    var best = (variable: -1, speed: 0.0)
    for variable in 0..<variableCount {
      let speed = speed(variable)
      if speed > best.speed, abs(reduced[variable]) <= most * speed { best = (variable, speed) }
    }
    return best.variable
  }

  /// All that a solve changes, to come back to.
  struct Snapshot: ~Copyable {
    fileprivate var head: GrowingBuffer<Int32>
    fileprivate var value: GrowingBuffer<Double>
    fileprivate var inverse: GrowingBuffer<Double>
    fileprivate var status: GrowingBuffer<Int8>
    fileprivate var pivots: Int
  }

  /// O(rows² + columns).
  func snapshot() -> Snapshot {
    Snapshot(
      head: head.copy(), value: value.copy(), inverse: inverse.copy(), status: status.copy(),
      pivots: pivotsSinceInversion)
  }

  /// Of a time since which no column was added.
  func restore(_ snapshot: borrowing Snapshot) {
    head.take(snapshot.head)
    value.take(snapshot.value)
    inverse.take(snapshot.inverse)
    status.take(snapshot.status)
    pivotsSinceInversion = snapshot.pivots
    areReducedKnown = false
  }
}
