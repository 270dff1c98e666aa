import LinearModel
import Rostering
import Units

/// Sets of the people against cover, leads, buddies and groups, at one level: the linear program whose columns come
/// as they are needed, or the whole-number program over the columns that are left.
///
/// Rows of buddies and groups come when a point breaks them. Where a level before is 0, it is held by hard rows.
final class MasterProgram {
  let space: SetSpace
  let level: Int
  let objective: RosterObjective
  private let solver: any LinearSolver
  private let isInteger: Bool
  private(set) var model: Model
  private var session: (any LinearSession)?
  private var sessionIsOpen = false

  private(set) var columns: [SetColumn] = []
  private(set) var columnVariable: [Variable] = []
  private var columnsOfPerson: [[Int]]
  private var setRow: [Row] = []
  /// Between what must be there and the maximum.
  private var coverRow: [Row?]
  private var shortRow: [Row?]
  private var underRow: [Row?]
  private var leadRow: [Row?]
  private var levelRow: [Row?] = [nil, nil]
  private var spreadRow: [Row?]
  private var siteRow: [Row?]
  private var plusRow: [Row?]
  private var minusRow: [Row?]
  private var shortVariable: [Variable?]
  private var underVariable: [Variable?]
  private var leadVariable: [Variable?]
  private var openVariable: [Variable?]
  private var overVariable: [Variable?]
  private var apartVariable: [Variable?]

  init(_ space: SetSpace, level: Int, objective: RosterObjective, solver: any LinearSolver, isInteger: Bool) {
    self.space = space
    self.level = level
    self.objective = objective
    self.solver = solver
    self.isInteger = isInteger
    let tables = space.tables
    model = Model(name: "roster")
    columnsOfPerson = [[Int]](repeating: [], count: tables.personCount)
    coverRow = [Row?](repeating: nil, count: tables.seatCount)
    shortRow = coverRow
    underRow = coverRow
    shortVariable = [Variable?](repeating: nil, count: tables.seatCount)
    underVariable = shortVariable
    leadRow = [Row?](repeating: nil, count: tables.dutyCount)
    leadVariable = [Variable?](repeating: nil, count: tables.dutyCount)
    spreadRow = [Row?](repeating: nil, count: tables.problem.groups.count)
    overVariable = [Variable?](repeating: nil, count: tables.problem.groups.count)
    openVariable = [Variable?](repeating: nil, count: tables.together.placeGroup.count)
    siteRow = [Row?](repeating: nil, count: space.siteCount)
    plusRow = [Row?](repeating: nil, count: space.pairRows.count)
    minusRow = plusRow
    apartVariable = [Variable?](repeating: nil, count: space.pairRows.count)
    setRow = (0..<tables.personCount).map { model.addRow("oneSet[\($0)]", lower: 1, upper: 1) { _ in } }
    addCover()
    addLevelRows()
    if level == 2 {
      addGroups()
      model.objectiveConstant = Double(tables.problem.constant)
    }
  }

  private func addCover() {
    let tables = space.tables
    let hardMinimum = level > 0 && objective.minimum == 0
    let hardTarget = level > 1 && objective.target == 0
    for seat in 0..<tables.seatCount {
      let weight = Int(tables.seatWeight[seat])
      let (minimum, target) = (Int(tables.seatMinimum[seat]), Int(tables.seatTarget[seat]))
      let least = weight == 0 ? 0 : hardTarget ? target : hardMinimum ? minimum : 0
      let candidates = tables.seatOptions.range(seat).count
      if least > 0 || candidates > Int(tables.seatMaximum[seat]) {
        let upper = candidates > Int(tables.seatMaximum[seat]) ? Double(tables.seatMaximum[seat]) : .infinity
        coverRow[seat] = model.addRow("cover[\(seat)]", lower: Double(least), upper: upper) { _ in }
      }
      if weight > 0, minimum > 0, !hardMinimum {
        let short = model.addVariable(upper: Double(minimum), cost: level == 0 ? Double(weight) : 0)
        shortVariable[seat] = short
        shortRow[seat] = model.addRow("minimumCover[\(seat)]", lower: Double(minimum)) { $0.add(1, short) }
      }
      if weight > 0, target > 0, level > 0, !hardTarget {
        let under = model.addVariable(upper: Double(target), cost: level == 1 ? Double(weight) : 0)
        underVariable[seat] = under
        underRow[seat] = model.addRow("targetCover[\(seat)]", lower: Double(target)) { $0.add(1, under) }
      }
    }
    for (duty, one) in tables.problem.duties.enumerated() where one.asksForLead && one.leadWeight > 0 && level > 0 {
      if hardTarget {
        leadRow[duty] = model.addRow("oneLead[\(duty)]", lower: 1) { _ in }
      } else {
        let missing = model.addVariable(upper: 1, cost: level == 1 ? Double(one.leadWeight) : 0)
        leadVariable[duty] = missing
        leadRow[duty] = model.addRow("oneLead[\(duty)]", lower: 1) { $0.add(1, missing) }
      }
    }
  }

  private func addLevelRows() {
    let tables = space.tables
    if level > 0, objective.minimum > 0 {
      levelRow[0] = model.addRow("level[1]", lower: -Double(objective.minimum)) { row in
        for seat in 0..<tables.seatCount {
          if let short = shortVariable[seat] { row.add(-Double(tables.seatWeight[seat]), short) }
        }
      }
    }
    if level > 1, objective.target > 0 {
      levelRow[1] = model.addRow("level[2]", lower: -Double(objective.target)) { row in
        for seat in 0..<tables.seatCount {
          if let under = underVariable[seat] { row.add(-Double(tables.seatWeight[seat]), under) }
        }
        for (duty, one) in tables.problem.duties.enumerated() {
          if let missing = leadVariable[duty] { row.add(-Double(one.leadWeight), missing) }
        }
      }
    }
  }

  private func addGroups() {
    let together = space.tables.problem.groups
    var used = [Bool](repeating: false, count: openVariable.count)
    for place in space.sitePlace { used[place] = true }
    for (group, one) in together.enumerated() where one.cost > 0 {
      let over = model.addVariable(upper: Double(max(1, one.places.count)), cost: Double(one.cost))
      overVariable[group] = over
      let first = Int(space.tables.together.placeStart[group])
      for place in first..<first + one.places.count where used[place] {
        openVariable[place] = model.addVariable(upper: 1)
      }
      spreadRow[group] = model.addRow("unitSpread[\(group)]", lower: -Double(one.allowed)) { row in
        row.add(1, over)
        for place in first..<first + one.places.count {
          if let open = openVariable[place] { row.add(-1, open) }
        }
      }
    }
  }

  // MARK: Columns and rows

  func add(_ new: [SetColumn]) throws(ModelProblems) {
    var late: [NewColumn] = []
    for column in new {
      let cost = level == 2 ? Double(space.cost(of: column)) : 0
      let rows = terms(of: column)
      let variable =
        isInteger ? model.addBinary(cost: cost) : model.addVariable(lower: 0, upper: .infinity, cost: cost)
      for (row, value) in rows { model.addTerm(value, variable, to: row) }
      columnsOfPerson[column.person].append(columns.count)
      columns.append(column)
      columnVariable.append(variable)
      late.append(NewColumn(cost: cost, terms: rows.map { (row: $0.0, value: $0.1) }))
    }
    if let session, !late.isEmpty { _ = try session.addColumns(late) }
  }

  private func terms(of column: SetColumn) -> [(Row, Double)] {
    let tables = space.tables
    var terms = [(setRow[column.person], 1.0)]
    for option in column.options {
      let entry = Int(tables.optionEntry[Int(option)])
      let seat = Int(tables.optionSeat[Int(option)])
      for row in [coverRow[seat], shortRow[seat], underRow[seat]] {
        if let row { terms.append((row, 1)) }
      }
      if tables.mayLead[column.person], let row = leadRow[Int(tables.entryDuty[entry])] { terms.append((row, 1)) }
      for index in space.pairRowsOfEntry.range(entry) {
        let number = Int(space.pairRowsOfEntry.item[index])
        let sign = space.pairRows[number].firstEntry == entry ? 1.0 : -1.0
        if let row = plusRow[number] { terms.append((row, -sign)) }
        if let row = minusRow[number] { terms.append((row, sign)) }
      }
    }
    for site in space.sites(of: column) {
      if let row = siteRow[site] { terms.append((row, -1)) }
    }
    return terms
  }

  private func addRow(_ name: String, _ terms: [(Variable, Double)]) throws(ModelProblems) -> Row {
    if let session { _ = try session.addRow(name, lower: 0, upper: .infinity, terms: terms) }
    return model.addRow(name, lower: 0) { row in
      for (variable, value) in terms { row.add(value, variable) }
    }
  }

  func addSite(_ site: Int) throws(ModelProblems) {
    guard siteRow[site] == nil, let open = openVariable[space.sitePlace[site]] else { return }
    var terms = [(open, 1.0)]
    for number in columnsOfPerson[space.sitePerson[site]] where space.sites(of: columns[number]).contains(site) {
      terms.append((columnVariable[number], -1))
    }
    siteRow[site] = try addRow("unitSite[\(site)]", terms)
  }

  func addPair(_ number: Int) throws(ModelProblems) {
    let row = space.pairRows[number]
    guard plusRow[number] == nil, row.isShared else { return }
    let apart = model.addVariable(upper: 1, cost: Double(row.cost))
    apartVariable[number] = apart
    if let session { _ = try session.addColumns([NewColumn(upper: 1, cost: Double(row.cost), terms: [])]) }
    var plus = [(apart, 1.0)]
    var minus = [(apart, 1.0)]
    let people = space.tables.problem.pairs[row.pair]
    for (person, entry, sign) in [(people.first, row.firstEntry, 1.0), (people.second, row.secondEntry, -1.0)] {
      for column in columnsOfPerson[person]
      where columns[column].options.contains(where: { Int(space.tables.optionEntry[Int($0)]) == entry }) {
        plus.append((columnVariable[column], -sign))
        minus.append((columnVariable[column], sign))
      }
    }
    plusRow[number] = try addRow("buddies+[\(number)]", plus)
    minusRow[number] = try addRow("buddies-[\(number)]", minus)
  }

  func hasSite(_ site: Int) -> Bool { siteRow[site] != nil }
  func hasPair(_ number: Int) -> Bool { plusRow[number] != nil }
  func value(ofOpen place: Int, _ values: [Double]) -> Double {
    openVariable[place].map { values[Int($0.index)] } ?? 1
  }

  // MARK: Solving

  /// The linear program, warm where the solver keeps sessions.
  func solveRelaxed(_ options: SolveOptions) throws(ModelProblems) -> LinearResult {
    var options = options
    if !sessionIsOpen {
      sessionIsOpen = true
      session = try? solver.makeSession(model)
    }
    if let session {
      options.lpMethod = .primal
      return try session.solve(options: options)
    }
    options.relaxed = true
    return try solver.solve(model, options: options)
  }

  func solveWhole(_ options: SolveOptions) throws(ModelProblems) -> LinearResult {
    try solver.solve(model, options: options)
  }

  func close() {
    session?.close()
    session = nil
  }

  /// The duals as multipliers of the published rows.
  func multipliers(_ duals: [Double]) -> Multipliers {
    var u = level == 2 ? space.oneSided : Multipliers(space)
    func dual(_ row: Row?) -> Double { row.map { duals[Int($0.index)] } ?? 0 }
    let hardTarget = level > 1 && objective.target == 0
    for seat in 0..<space.tables.seatCount {
      let cover = dual(coverRow[seat])
      if hardTarget {
        u.target[seat] = Multipliers.rounded(cover)
      } else {
        u.minimum[seat] = Multipliers.rounded(cover + dual(shortRow[seat]))
        u.target[seat] = Multipliers.rounded(dual(underRow[seat]))
      }
      if shortRow[seat] != nil { u.minimum[seat] = Multipliers.rounded(dual(shortRow[seat])) }
      u.maximum[seat] = Multipliers.rounded(-cover)
    }
    for duty in 0..<leadRow.count { u.lead[duty] = Multipliers.rounded(dual(leadRow[duty])) }
    for site in 0..<siteRow.count where siteRow[site] != nil { u.site[site] = Multipliers.rounded(dual(siteRow[site])) }
    for group in 0..<spreadRow.count { u.spread[group] = Multipliers.rounded(dual(spreadRow[group])) }
    for number in 0..<plusRow.count where plusRow[number] != nil {
      u.plus[number] = Multipliers.rounded(dual(plusRow[number]))
      u.minus[number] = Multipliers.rounded(dual(minusRow[number]))
    }
    for number in 0..<2 { u.levels[number] = Multipliers.rounded(dual(levelRow[number])) }
    return u
  }

  /// The people's share of the duals, in millionths.
  func setDual(_ person: Int, _ duals: [Double]) -> Int {
    let dual = duals[Int(setRow[person].index)] * Double(RosterMultiplier.scale)
    return Int(max(-1e17, min(1e17, dual.rounded(.down))))
  }

  /// A roster's values, one a column of the model; every set of it must be among the columns.
  func values(of assignment: [SetColumn], seats filled: [Int], leads: [Int]) -> [Double] {
    let tables = space.tables
    var values = [Double](repeating: 0, count: model.columnCount)
    var open = [Bool](repeating: false, count: openVariable.count)
    var held = Set<Int>()
    for column in assignment {
      if let number = columnsOfPerson[column.person].first(where: { columns[$0].options == column.options }) {
        values[Int(columnVariable[number].index)] = 1
      }
      for site in space.sites(of: column) { open[space.sitePlace[site]] = true }
      for option in column.options { held.insert(Int(tables.optionEntry[Int(option)])) }
    }
    func set(_ variable: Variable?, _ value: Int) {
      if let variable { values[Int(variable.index)] = Double(max(0, value)) }
    }
    for seat in 0..<tables.seatCount {
      set(shortVariable[seat], Int(tables.seatMinimum[seat]) - filled[seat])
      set(underVariable[seat], Int(tables.seatTarget[seat]) - filled[seat])
    }
    for duty in 0..<leadVariable.count { set(leadVariable[duty], leads[duty] == 0 ? 1 : 0) }
    for place in 0..<open.count { set(openVariable[place], open[place] ? 1 : 0) }
    for (group, one) in tables.problem.groups.enumerated() {
      let first = Int(tables.together.placeStart[group])
      set(overVariable[group], (first..<first + one.places.count).count { open[$0] } - one.allowed)
    }
    for (number, row) in space.pairRows.enumerated() {
      set(apartVariable[number], held.contains(row.firstEntry) != held.contains(row.secondEntry) ? 1 : 0)
    }
    return values
  }
}
