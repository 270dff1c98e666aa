import LinearModel
import Rostering
import Units

/// The restricted master: which known patterns, in which shares, cover best, for some people while the others stay as
/// they are.
///
/// minimise Σ cost·x + Σ slope·y; Σ x = 1 a person; Σ x − Σ y = 0 a row of cover, where the y are the steps of the
/// row's convex function above what the others give.
final class PatternMaster {
  let tables: PatternTables
  let pool: PatternPool
  let people: [Int]
  /// What the others count in each row of cover.
  let base: [Int32]
  /// What does not depend on these people, in millionths.
  let constant: Double

  private var session: (any LinearSession)?
  private var personRow: [Row?]
  private var coverRow: [Row?]
  private(set) var mostCount: [Int]
  /// The pattern of each column that has one; columns before the first are steps.
  private(set) var pattern: [Int32] = []
  private let firstColumn: Int
  private(set) var columnsOf: [[Int]]
  private var isIn: [Bool] = []
  private var links: MasterLinks
  private var isOpen: [Bool] = []

  // Of the last solve.
  private(set) var objective = 0.0
  private(set) var values: [Double] = []
  /// In millionths: what one more in a row costs under the duals, and what each person's pattern is worth.
  private(set) var rowPrice: [Double]
  private(set) var worth: [Double]
  private(set) var failure: String?

  init(
    _ pool: PatternPool, people: [Int], roster: PatternRoster, solver: any LinearSolver
  ) throws(ModelProblems) {
    let tables = pool.tables
    self.tables = tables
    self.pool = pool
    self.people = people
    var others = roster
    for person in people { others.remove(person, tables) }
    base = others.counts
    mostCount = tables.mostCounts(of: people)
    constant = others.value(tables)
    var model = Model(name: "patterns")
    personRow = [Row?](repeating: nil, count: tables.personCount)
    coverRow = [Row?](repeating: nil, count: tables.rowCount)
    for row in 0..<tables.cover.rowCount where mostCount[row] > 0 {
      let base = Int(others.counts[row])
      mostCount[row] = min(mostCount[row], tables.personCount - base)
    }
    for person in people { personRow[person] = model.addRow(lower: 1, upper: 1) { _ in } }
    for row in 0..<tables.cover.rowCount where mostCount[row] > 0 {
      let base = Int(others.counts[row])
      let steps = PatternMaster.steps(tables, row, base: base, most: mostCount[row])
      let columns = steps.map { model.addVariable(lower: 0, upper: Double($0.count), cost: $0.slope) }
      coverRow[row] = model.addRow(lower: 0, upper: 0) { terms in
        for column in columns { terms.add(-1, column) }
      }
    }
    firstColumn = model.columnCount
    columnsOf = [[Int]](repeating: [], count: tables.personCount)
    rowPrice = [Double](repeating: 0, count: max(1, tables.rowCount))
    worth = [Double](repeating: 0, count: tables.personCount)
    links = MasterLinks(tables, people: people, others: others)
    for (row, price) in links.foldedPrices(tables) { rowPrice[row] = price }
    session = try solver.makeSession(model)
  }

  /// Slopes in points, rising; steps that are forbidden are left out.
  private static func steps(_ tables: PatternTables, _ row: Int, base: Int, most: Int) -> [(slope: Double, count: Int)]
  {
    var steps: [(slope: Double, count: Int)] = []
    for count in 0..<most {
      let slope = tables.cover.step(row, base + count) / LevelWeights.scale
      if slope > CoverRows.forbidden / LevelWeights.scale / 2 { break }
      if let last = steps.last, last.slope == slope {
        steps[steps.count - 1].count += 1
      } else {
        steps.append((slope, 1))
      }
    }
    return steps
  }

  var columnCount: Int { pattern.count }

  /// Adds those that are not in it yet; returns how many.
  @discardableResult
  func add(_ patterns: [Int]) throws(ModelProblems) -> Int {
    guard let session else { return 0 }
    if isIn.count < pool.count { isIn += [Bool](repeating: false, count: pool.count - isIn.count) }
    var columns: [NewColumn] = []
    for index in patterns where !isIn[index] {
      let person = Int(pool.person[index])
      guard let ownRow = personRow[person] else { continue }
      isIn[index] = true
      var terms: [(row: Row, value: Double)] = [(ownRow, 1)]
      var cost = Double(pool.cost[index]) * tables.weights.preference
      for place in pool.rowStart[index]..<pool.rowStart[index + 1] {
        let (number, sign) = PatternPool.signed(pool.rows[place])
        if let row = coverRow[number] {
          terms.append((row, sign))
        } else if links.isFolded(number) {
          cost += sign * rowPrice[number] / LevelWeights.scale
        }
      }
      columnsOf[person].append(pattern.count)
      pattern.append(Int32(index))
      isOpen.append(true)
      columns.append(NewColumn(cost: cost, terms: terms))
    }
    if !columns.isEmpty { _ = try session.addColumns(columns) }
    return columns.count
  }

  /// Shuts or opens a column.
  func setOpen(_ column: Int, _ open: Bool) throws(ModelProblems) {
    guard let session, isOpen[column] != open else { return }
    isOpen[column] = open
    try session.setBounds(
      Variable(number: firstColumn + column), lower: 0, upper: open ? .infinity : 0)
  }

  func isOpen(_ column: Int) -> Bool { isOpen[column] }

  /// False when the linear program was not solved to the end.
  func solve(_ deadline: Deadline, afterShutting: Bool = false) throws(ModelProblems) -> Bool {
    var isDual = afterShutting
    while true {
      guard try solveOnce(deadline, isDual: isDual) else { return false }
      guard try addBrokenLinks() else { return true }
      isDual = true
    }
  }

  private func solveOnce(_ deadline: Deadline, isDual: Bool) throws(ModelProblems) -> Bool {
    guard let session else { return false }
    var options = SolveOptions()
    options.deadline = deadline
    options.iterationLimit = Int(Int32.max) / 2
    options.relaxed = true
    options.lpMethod = isDual ? .dual : .primal
    let result = try session.solve(options: options)
    guard result.point == .optimal, let objective = result.objective,
      result.duals.count >= people.count
    else {
      if case .failed(let text) = result.stop { failure = text }
      return false
    }
    self.objective = objective * LevelWeights.scale + constant
    values = Array(result.values[firstColumn...])
    for row in 0..<tables.rowCount {
      if let own = coverRow[row] {
        rowPrice[row] = (-result.duals[Int(own.index)] * LevelWeights.scale).rounded()
      }
    }
    for person in people {
      if let own = personRow[person] { worth[person] = result.duals[Int(own.index)] * LevelWeights.scale }
    }
    return true
  }

  /// Adds the rows of links that the solution breaks; false when it breaks none.
  private func addBrokenLinks() throws(ModelProblems) -> Bool {
    guard links.hasRows, let session else { return false }
    var activity: [Int: Double] = [:]
    for (column, value) in values.enumerated() where value > 1e-9 && pattern[column] >= 0 {
      for (row, sign) in linkRows(of: Int(pattern[column])) { activity[row, default: 0] += sign * value }
    }
    let broken = links.broken(activity, tables) { values[Int($0.index) - firstColumn] }
    guard !broken.isEmpty else { return false }
    var terms: [Int: [(Variable, Double)]] = [:]
    for row in broken { terms[row] = [] }
    for (column, index) in pattern.enumerated() where index >= 0 {
      for (row, sign) in linkRows(of: Int(index)) {
        terms[row]?.append((Variable(number: firstColumn + column), sign))
      }
    }
    for row in broken {
      let added = try links.add(row, terms[row] ?? [], session, tables)
      coverRow[row] = added.row
      for _ in 0..<added.columns {
        pattern.append(-1)
        isOpen.append(true)
      }
    }
    return true
  }

  private func linkRows(of pattern: Int) -> [(row: Int, sign: Double)] {
    var rows: [(row: Int, sign: Double)] = []
    for place in pool.rowStart[pattern]..<pool.rowStart[pattern + 1] {
      let (number, sign) = PatternPool.signed(pool.rows[place])
      if number >= tables.cover.rowCount { rows.append((number, sign)) }
    }
    return rows
  }

  func close() {
    session?.close()
    session = nil
  }

  deinit { session?.close() }

  /// What a Lagrangian bound has besides the people's patterns: Σ over rows of the least f(n) − price·n, exactly.
  func coverPart(_ rowPrice: [Double]) -> Double {
    var sum = constant
    for row in 0..<tables.cover.rowCount where coverRow[row] != nil {
      let base = Int(base[row])
      let start = tables.cover.value(row, base)
      var least = 0.0
      for count in 1...max(1, mostCount[row]) where count <= mostCount[row] {
        least = min(least, tables.cover.value(row, base + count) - start - rowPrice[row] * Double(count))
      }
      sum += least
    }
    sum += links.least(rowPrice, tables)
    return sum
  }
}
