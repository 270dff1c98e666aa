import LinearModel
import Rostering
import Units

/// The restricted master: which known patterns, in which shares, cover best, for some people while the others stay as
/// they are.
///
/// minimise Σ cost·x + Σ slope·y; Σ x = 1 a person; Σ x − Σ y = 0 a row of cover, where the y are the steps of the
/// row's convex function above what the others give. For a tree also Σ y over the useful steps of some rows within
/// bounds (`CoverSums`), and columns at a price above any roster's that keep every branch feasible.
final class PatternMaster {
  let tables: PatternTables
  let pool: PatternPool
  let people: [Int]
  /// What the others count in each row of cover.
  let base: [Int32]
  /// What does not depend on these people, in millionths.
  let constant: Double
  /// What steps that are less steep than they should be lack.
  private var lacking = 0.0

  private(set) var program: WarmProgram?
  private var personRow: [Row?]
  var coverRow: [Row?]
  /// Of a row that is merged with others: the row of all of them together.
  private(set) var groupRow: [Row?]
  private(set) var mostCount: [Int]
  /// The pattern of each column that has one; columns before the first are steps.
  private(set) var pattern: [Int32] = []
  private(set) var firstColumn = 0
  /// The steps of each row, as columns.
  private(set) var steps: [[Step]]
  struct Step {
    var column: Int
    var count: Int
    var slope: Double
  }
  private(set) var columnsOf: [[Int]]
  private var isIn: [Bool] = []
  private(set) var links: MasterLinks
  private var isOpen: [Bool] = []

  /// Sums that a tree may bound; none elsewhere.
  let sums: CoverSums
  private var sumRow: [Row] = []
  /// What a tree allows at present: counts above the others' by row, and sums.
  private(set) var countRange: [ClosedRange<Int>]
  private(set) var sumRange: [ClosedRange<Int>]

  // Of the last solve.
  private(set) var objective = 0.0
  /// Of the columns with a pattern.
  private(set) var values: [Double] = []
  private(set) var stepValues: [Double] = []
  /// In millionths: what one more in a row costs under the duals, then what one more in each sum is worth.
  private(set) var rowPrice: [Double]
  /// What each person's pattern is worth, in millionths.
  private(set) var worth: [Double]
  private(set) var failure: String?

  init(
    _ pool: PatternPool, people: [Int], roster: PatternRoster, solver: any LinearSolver, isBranched: Bool = false,
    merging: RowMerging? = nil
  ) throws(ModelProblems) {
    let tables = pool.tables
    self.tables = tables
    self.pool = pool
    self.people = people
    var others = roster
    for person in people { others.remove(person, tables) }
    base = others.counts
    constant = others.value(tables)
    let least = others.counts
    mostCount = tables.mostCounts(of: people).enumerated().map { min($1, tables.personCount - Int(least[$0])) }
    countRange = mostCount.map { 0...$0 }
    sums = isBranched ? CoverSums(tables) : CoverSums()
    sumRange = sums.rows.map { _ in 0...Int(Int32.max) }
    personRow = [Row?](repeating: nil, count: tables.personCount)
    coverRow = [Row?](repeating: nil, count: tables.rowCount)
    groupRow = coverRow
    steps = [[Step]](repeating: [], count: tables.rowCount)
    columnsOf = [[Int]](repeating: [], count: tables.personCount)
    rowPrice = [Double](repeating: 0, count: max(1, tables.rowCount + sums.rows.count))
    worth = [Double](repeating: 0, count: tables.personCount)
    links = MasterLinks(tables, people: people, others: others)
    for (row, price) in links.folded { rowPrice[row] = price }
    var model = Model(name: "patterns")
    for person in people { personRow[person] = model.addRow(lower: 1, upper: 1) { _ in } }
    for row in 0..<tables.cover.rowCount where mostCount[row] > 0 {
      addSteps(row, to: &model, steepest: merging?.steepest ?? .infinity)
    }
    groupRow = PatternMaster.addGroups(merging, steps, tables, to: &model)
    for row in 0..<tables.cover.rowCount where mostCount[row] > 0 && groupRow[row] == nil { addCover(row, to: &model) }
    if isBranched { addSums(to: &model, price: 2 * abs(roster.value(tables)) / LevelWeights.scale + 1000) }
    firstColumn = model.columnCount
    program = try WarmProgram(
      model, solver: solver, mostDenseRows: merging == nil ? WarmProgram.mostDenseRows : RowMerging.mostDenseRows)
    try begin(with: roster)
  }

  /// Slopes in points, rising; steps that are forbidden are left out.
  private func addSteps(_ row: Int, to model: inout Model, steepest: Double) {
    for count in 0..<mostCount[row] {
      let whole = tables.cover.step(row, Int(base[row]) + count)
      let slope = max(-steepest, whole / LevelWeights.scale)
      lacking += min(0, whole + steepest * LevelWeights.scale)
      if slope > CoverRows.forbidden / LevelWeights.scale / 2 { break }
      if let last = steps[row].last, last.slope == slope {
        steps[row][steps[row].count - 1].count += 1
      } else {
        steps[row].append(Step(column: 0, count: 1, slope: slope))
      }
    }
    for (place, step) in steps[row].enumerated() {
      steps[row][place].column = Int(model.addVariable(lower: 0, upper: Double(step.count), cost: step.slope).index)
    }
  }

  private func addCover(_ row: Int, to model: inout Model) {
    let own = steps[row]
    coverRow[row] = model.addRow(lower: 0, upper: 0) { terms in
      for step in own { terms.add(-1, Variable(number: step.column)) }
    }
  }

  /// At the price: nobody in a person's place, one more in a row, one more or fewer in a sum.
  private func addSums(to model: inout Model, price: Double) {
    for rows in sums.rows {
      let useful = rows.flatMap { steps[$0] }.filter { $0.slope < 0 }
      let (more, fewer) = (model.addVariable(cost: price), model.addVariable(cost: price))
      sumRow.append(
        model.addRow { terms in
          for step in useful { terms.add(1, Variable(number: step.column)) }
          terms.add(1, more)
          terms.add(-1, fewer)
        })
    }
    for row in (personRow + coverRow).compactMap({ $0 }) {
      let filler = model.addVariable(cost: price)
      model.addTerm(1, filler, to: row)
    }
  }

  /// What these people do now becomes the first solution.
  private func begin(with roster: PatternRoster) throws(ModelProblems) {
    var own: [Int] = []
    for person in people where !roster.cells[person].isEmpty {
      if let index = pool.add(roster.cells[person], of: person) { own.append(index) }
    }
    try add(own)
    var basic: [(row: Int, column: Int)] = []
    for column in pattern.indices {
      if let row = personRow[Int(pool.person[Int(pattern[column])])] {
        basic.append((Int(row.index), firstColumn + column))
      }
    }
    var full: [Int] = []
    var isBasic: Set<Row> = []
    for row in 0..<tables.cover.rowCount {
      guard let cover = coverRow[row] ?? groupRow[row] else { continue }
      var left = Int(roster.counts[row] - base[row])
      for (place, step) in steps[row].enumerated() {
        if left <= step.count || place == steps[row].count - 1 {
          if isBasic.insert(cover).inserted {
            basic.append((Int(cover.index), step.column))
          } else if 2 * left > step.count {
            full.append(step.column)
          }
          break
        }
        left -= step.count
        full.append(step.column)
      }
    }
    program?.begin(basic: basic, upper: full)
  }

  var columnCount: Int { pattern.count }

  /// Adds those that are not in it yet; returns how many.
  @discardableResult
  func add(_ patterns: [Int]) throws(ModelProblems) -> Int {
    guard let program else { return 0 }
    if isIn.count < pool.count { isIn += [Bool](repeating: false, count: pool.count - isIn.count) }
    var columns: [NewColumn] = []
    for index in patterns where !isIn[index] {
      let person = Int(pool.person[index])
      guard let ownRow = personRow[person] else { continue }
      isIn[index] = true
      var terms: [(row: Row, value: Double)] = [(ownRow, 1)]
      var cost = Double(pool.cost[index]) * tables.weights.preference
      var inGroups: [Row: Double] = [:]
      for place in pool.rowStart[index]..<pool.rowStart[index + 1] {
        let (number, sign) = PatternPool.signed(pool.rows[place])
        if let row = groupRow[number] { inGroups[row, default: 0] += sign }
        if let row = coverRow[number] {
          terms.append((row, sign))
        } else if links.isFolded(number) {
          cost += sign * rowPrice[number] / LevelWeights.scale
        }
      }
      terms += inGroups.sorted { $0.key.index < $1.key.index }.map { (row: $0.key, value: $0.value) }
      columnsOf[person].append(pattern.count)
      pattern.append(Int32(index))
      isOpen.append(true)
      columns.append(NewColumn(cost: cost, terms: terms))
    }
    if !columns.isEmpty { try program.addColumns(columns) }
    return columns.count
  }

  /// Shuts or opens a column.
  func setOpen(_ column: Int, _ open: Bool) throws(ModelProblems) {
    guard let program, isOpen[column] != open else { return }
    isOpen[column] = open
    try program.setBounds(firstColumn + column, lower: 0, upper: open ? .infinity : 0)
  }

  func isOpen(_ column: Int) -> Bool { isOpen[column] }

  /// False when the linear program was not solved to the end.
  func solve(_ deadline: Deadline, afterShutting: Bool = false) throws(ModelProblems) -> Bool {
    var isAfterShutting = afterShutting
    while try solveOnce(deadline, afterShutting: isAfterShutting) {
      guard !isMerged, try addBrokenLinks() else { return true }
      isAfterShutting = true
    }
    return false
  }

  private func solveOnce(_ deadline: Deadline, afterShutting: Bool) throws(ModelProblems) -> Bool {
    guard let program else { return false }
    guard let solution = try program.solve(deadline, afterShutting: afterShutting, failure: &failure) else {
      return false
    }
    objective = solution.objective * LevelWeights.scale + constant + lacking
    values = Array(solution.values[firstColumn...])
    stepValues = Array(solution.values[..<firstColumn])
    for row in 0..<tables.rowCount where coverRow[row] != nil || groupRow[row] != nil {
      let dual = [coverRow[row], groupRow[row]].reduce(0) { $0 + ($1.map { solution.duals[Int($0.index)] } ?? 0) }
      rowPrice[row] = (-dual * LevelWeights.scale).rounded()
    }
    for (sum, own) in sumRow.enumerated() {
      rowPrice[tables.rowCount + sum] = (solution.duals[Int(own.index)] * LevelWeights.scale).rounded()
    }
    for person in people {
      if let own = personRow[person] { worth[person] = solution.duals[Int(own.index)] * LevelWeights.scale }
    }
    return true
  }

  /// Adds the rows of links that the solution breaks; false when it breaks none.
  func addBrokenLinks() throws(ModelProblems) -> Bool {
    guard links.hasRows, let program else { return false }
    var activity: [Int: Double] = [:]
    for (column, value) in values.enumerated() where value > 1e-9 && pattern[column] >= 0 {
      for (row, sign) in linkRows(of: Int(pattern[column])) { activity[row, default: 0] += sign * value }
    }
    let broken = links.broken(activity, tables) { values[$0 - firstColumn] }
    guard !broken.isEmpty else { return false }
    var terms: [Int: [(column: Int, value: Double)]] = [:]
    for row in broken { terms[row] = [] }
    for (column, index) in pattern.enumerated() where index >= 0 {
      for (row, sign) in linkRows(of: Int(index)) { terms[row]?.append((firstColumn + column, sign)) }
    }
    let added = try links.add(broken, terms, to: program, firstColumn + pattern.count, tables)
    for (row, number) in added.rows { coverRow[row] = number }
    pattern += [Int32](repeating: -1, count: added.columns)
    isOpen += [Bool](repeating: true, count: added.columns)
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

  /// About what the linear program's value rises to at least, in millionths, by changes that are then taken back; what the
  /// last solve left stays as it is.
  func probe(
    _ changes: [(change: () throws(ModelProblems) -> Void, back: () throws(ModelProblems) -> Void)]
  ) throws(ModelProblems) -> [Double] {
    let values = try program?.probe(changes)
    return values?.map { $0 * LevelWeights.scale + constant } ?? changes.map { _ in objective }
  }

  func close() {
    program?.close()
    program = nil
  }

  /// Allows only so many in a row, of these people.
  func setCounts(_ row: Int, _ range: ClosedRange<Int>) throws(ModelProblems) {
    guard countRange[row] != range else { return }
    countRange[row] = range
    var before = 0
    for step in steps[row] {
      try program?.setBounds(
        step.column, lower: Double(min(max(range.lowerBound - before, 0), step.count)),
        upper: Double(min(max(range.upperBound - before, 0), step.count)))
      before += step.count
    }
  }

  func setSum(_ sum: Int, _ range: ClosedRange<Int>) throws(ModelProblems) {
    guard sumRange[sum] != range else { return }
    sumRange[sum] = range
    try program?.setRow(Int(sumRow[sum].index), lower: Double(range.lowerBound), upper: Double(range.upperBound))
  }
}
