import Rostering

extension DenseSimplex {
  /// Dual simplex steps: after bounds changed at an optimum, until every basic variable is inside its bounds, nothing
  /// can bring it there, or there were `mostSteps`. Costs are shifted a little meanwhile; the primal mends what that spoils.
  func restore(mostSteps: Int, isOver: () -> Bool) -> Int {
    setShifted()
    var steps = 0
    while steps < mostSteps {
      if steps % 32 == 31, isOver() { break }
      if pivotsSinceInversion >= pivotsPerInversion {
        invert()
        setShifted()
      }
      let place = farthestOutside()
      guard place >= 0 else { break }
      steps += 1
      guard dualStep(place) else { break }
    }
    areReducedKnown = false
    return steps
  }

  /// Reduced costs, shifted to the right sign and apart from 0: where many are 0 the dual simplex would go round.
  private func setShifted() {
    for place in 0..<rowCount { side[place] = 0 }
    setReduced()
    for variable in 0..<variableCount {
      switch status[variable] {
      case Status.lower: reduced[variable] = max(reduced[variable], 0) + DenseSimplex.shift * (0.5 + random.unit())
      case Status.upper: reduced[variable] = min(reduced[variable], 0) - DenseSimplex.shift * (0.5 + random.unit())
      default: break
      }
    }
  }

  /// Of a reduced cost, in the unit of the costs.
  private static let shift = 1e-3

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
    setResting(leaving, isAtUpper: !isBelow)
    value[place] = enteringValue
    return true
  }

  /// The nonbasic variable whose reduced cost is used up first; of nearly equal ones that with the largest entry.
  private func entering(isBelow: Bool) -> Int {
    let (status, reduced, entries, list) = (status.base, reduced.base, pivotRow.base, candidates.base)
    let slack = optimality
    var most = Double.infinity
    var count = 0
    let sign = isBelow ? -1.0 : 1.0
    func speed(_ variable: Int) -> Double {
      let entry = sign * entries[variable]
      let state = status[variable]
      return state == Status.lower ? entry : state == Status.upper ? -entry : abs(entry)
    }
    for variable in 0..<variableCount where status[variable] < Status.basic && entries[variable] != 0 {
      let speed = speed(variable)
      if speed <= DenseSimplex.smallestPivot { continue }
      most = min(most, (abs(reduced[variable]) + slack) / speed)
      list[count] = Int32(truncatingIfNeeded: variable)
      count &+= 1
    }
    var best = (variable: -1, speed: 0.0)
    for index in 0..<count {
      let variable = Int(list[index])
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
