import LinearModel
import Rostering
import Units

/// What a program decides of a cell.
enum CellFreedom: UInt8, Sendable {
  /// Nothing: it is as in the roster.
  case fixed
  /// Its sets may be taken in parts.
  case relaxed
  case whole
  /// Left out: nothing is asked of it, and nothing that it could still bring is asked of others.
  case open
}

/// What is minimised, and which levels stay at most what they are.
struct CompactGoal: Sendable {
  /// Of the levels.
  var weights: [Int]
  /// Levels 1 and 2: kept at what the roster has.
  var keeps = [false, false]

  static func level(_ level: Int) -> CompactGoal {
    var goal = CompactGoal(weights: [0, 0, 0], keeps: [level > 0, level > 1])
    goal.weights[level] = 1
    return goal
  }
}

/// A roster as a whole-number program: a set a cell, unit flow through automata, and rows across cells and people.
///
/// Cells that are fixed are no columns: what they add goes into the rows' bounds, and rows that nothing free touches
/// are left out. Doc: docs/rostering.md, "Compact program".
struct CompactProgram {
  let tables: CompactTables
  let goal: CompactGoal
  let roster: CellRoster
  let freedom: [CellFreedom]
  /// People with a cell that is not fixed.
  let people: [Int]
  let isWhole: Bool
  let isRelaxed: Bool
  let isOpen: Bool
  var model = Model(name: "roster")
  /// A row without columns that cannot hold: there is no point.
  var isImpossible = false
  var columns: [CellColumns?]
  /// What the roster lacks at levels 1 and 2 of the rows that free cells touch.
  var missing = [0, 0]
  /// How a roster decides the value of each further column.
  var further: [(Variable, (Reading) -> Int)] = []
  /// Whether a person has one of some duties, where no sum of columns says it.
  var indicators: [IndicatorKey: Variable] = [:]

  struct IndicatorKey: Hashable {
    var cell: Int
    var duties: [Int]
  }

  /// Columns of a cell: one a set, or one an option.
  enum CellColumns {
    case sets([CellSet], first: Int)
    case items([Int], first: Int)
  }

  /// - Parameter freedom: one a cell.
  init(_ tables: CompactTables, roster: CellRoster, freedom: [CellFreedom], goal: CompactGoal) {
    self.tables = tables
    self.goal = goal
    self.roster = roster
    self.freedom = freedom
    columns = [CellColumns?](repeating: nil, count: freedom.count)
    isWhole = freedom.allSatisfy { $0 == .whole }
    isRelaxed = freedom.contains(.relaxed)
    isOpen = freedom.contains(.open)
    people = tables.problem.people.indices.filter { person in
      tables.cells(of: person).contains { freedom[$0] == .whole || freedom[$0] == .relaxed }
    }
    addCells()
    addCover()
    addRests()
    addRuns()
    addTotals()
    addWords()
    guard isPriced else { return }
    addWishes()
    addPairs()
    addGroups()
    if isWhole { model.objectiveConstant = Double(tables.problem.constant * goal.weights[2]) }
  }

  /// Whether level 3 counts.
  var isPriced: Bool { goal.weights[2] > 0 }

  func isFree(_ cell: Int) -> Bool { columns[cell] != nil }

  // MARK: Rows and columns

  mutating func put(_ name: @autoclosure () -> String, lower: Int? = nil, upper: Int? = nil, _ sum: CompactSum) {
    let low = lower.map { $0 - sum.constant }
    let high = upper.map { $0 - sum.constant }
    if sum.terms.isEmpty {
      if low ?? 0 > 0 || high ?? 0 < 0 { isImpossible = true }
      return
    }
    _ = model.addRow(
      name(), lower: low.map(Double.init) ?? -.infinity, upper: high.map(Double.init) ?? .infinity
    ) { row in
      for (variable, value) in sum.terms { row.add(value, variable) }
    }
  }

  mutating func extra(
    upper: Int?, cost: Int, isInteger: Bool = false, _ value: @escaping (Reading) -> Int
  ) -> Variable {
    let column = model.addVariable(
      kind: isInteger && !isRelaxed ? .integer : .continuous, upper: upper.map(Double.init) ?? .infinity,
      cost: Double(cost))
    further.append((column, value))
    return column
  }
}
