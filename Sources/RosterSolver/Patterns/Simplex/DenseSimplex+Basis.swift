import Rostering

extension DenseSimplex {
  /// Makes the variable basic at the place, whatever was there; `direction` holds the inverse times its column.
  /// O(entries of `direction` × entries of the place's row).
  func pivot(_ variable: Int, at place: Int) {
    let count = rowCount
    let pivot = direction[place]
    let own = inverse.base + place * count
    let factor = 1 / pivot
    for row in 0..<count { own[row] *= factor }
    let filled = filled.base
    var length = 0
    for row in 0..<count where own[row] != 0 {
      filled[length] = Int32(truncatingIfNeeded: row)
      length &+= 1
    }
    let isSparse = length * 3 < count
    for other in 0..<count where other != place {
      let amount = direction.base[other]
      if amount == 0 { continue }
      let line = inverse.base + other * count
      if isSparse {
        for index in 0..<length {
          let row = Int(filled[index])
          line[row] -= amount * own[row]
        }
      } else {
        for row in 0..<count { line[row] -= amount * own[row] }
      }
    }
    head[place] = Int32(truncatingIfNeeded: variable)
    status[variable] = Status.basic
    pivotsSinceInversion += 1
  }

  /// Fills `direction` with the inverse times a variable's column.
  func setDirection(_ variable: Int) {
    let count = rowCount
    let (inverse, direction) = (inverse.base, direction.base)
    if variable < count {
      for place in 0..<count { direction[place] = -inverse[place &* count &+ variable] }
      return
    }
    for place in 0..<count {
      let sum = product(variable &- count, inverse + place &* count)
      direction[place] = abs(sum) < 1e-12 ? 0 : sum
    }
  }

  /// What the basic variables are worth given the nonbasic ones. O(rows² + terms).
  func setValues() {
    let count = rowCount
    var load = [Double](repeating: 0, count: count)
    for variable in 0..<variableCount where status[variable] != Status.basic {
      let rest = restingValue(variable)
      if rest == 0 { continue }
      if variable < count {
        load[variable] -= rest
        continue
      }
      let column = variable - count
      for term in Int(columnStart[column])..<Int(columnStart[column + 1]) {
        load[Int(termRow[term])] += termValue[term] * rest
      }
    }
    for place in 0..<count {
      let line = inverse.base + place * count
      var sum = 0.0
      for row in 0..<count where load[row] != 0 { sum += line[row] * load[row] }
      value[place] = -sum
    }
    areReducedKnown = false
  }

  /// The inverse anew from the basis: logicals first, then columns one after another, each at its largest entry left.
  /// A column that depends on the others rests, and a logical stays. O(rows² × basic columns).
  func invert() {
    let count = rowCount
    var columns = (0..<count).map { Int(head[$0]) }.filter { $0 >= count }
    columns.sort { (terms($0), $0) < (terms($1), $1) }
    let before = (0..<count).map { status[$0] }
    for row in 0..<count {
      for other in 0..<count { inverse[row * count + other] = 0 }
      inverse[row * count + row] = -1
      head[row] = Int32(row)
      status[row] = Status.basic
    }
    var isTaken = before.map { $0 == Status.basic }
    for column in columns {
      setDirection(column)
      var best = -1
      for place in 0..<count where !isTaken[place] {
        if best < 0 || abs(direction[place]) > abs(direction[best]) { best = place }
      }
      if best >= 0, abs(direction[best]) > DenseSimplex.smallestPivot {
        pivot(column, at: best)
        status[best] = before[best]
        isTaken[best] = true
      } else {
        rest(column)
      }
    }
    pivotsSinceInversion = 0
    setValues()
  }

  private func terms(_ variable: Int) -> Int {
    Int(columnStart[variable - rowCount + 1] - columnStart[variable - rowCount])
  }

  /// Nonbasic, at a bound that is there.
  private func rest(_ variable: Int) {
    status[variable] = DenseSimplex.resting(lower[variable], upper[variable])
  }

  /// Columns that are basic, with the place, and those that rest at their upper bounds.
  func basis() -> (basic: [(row: Int, column: Int)], upper: [Int]) {
    var basic: [(row: Int, column: Int)] = []
    for place in 0..<rowCount where Int(head[place]) >= rowCount { basic.append((place, Int(head[place]) - rowCount)) }
    let upper = (0..<columnCount).filter { status[rowCount + $0] == Status.upper }
    return (basic, upper)
  }

  /// Makes columns basic in place of logicals: a start near a known solution. `upper`: columns that rest there.
  func begin(basic: [(row: Int, column: Int)], upper: [Int]) {
    for column in upper where status[rowCount + column] == Status.lower { status[rowCount + column] = Status.upper }
    for (row, column) in basic where head[row] == row && status[rowCount + column] != Status.basic {
      setDirection(rowCount + column)
      guard abs(direction[row]) > 1e-6 else { continue }
      rest(row)
      pivot(rowCount + column, at: row)
    }
    setValues()
  }
}
