import LinearModel
import Rostering
import Units

/// The whole-number program over the sets that a better roster could use.
///
/// With bound L(u) and least values m(p), a roster with a set of value v for p costs at least L(u) + v − m(p): sets
/// for which that is not below the incumbent are left out, and what is proved still holds for all.
struct WholeSets {
  let owner: OneDaySolver
  let level: Int
  let multipliers: Multipliers
  let value: Int128
  let least: [Int]

  init(_ owner: OneDaySolver, level: Int, multipliers: Multipliers, value: Int128, least: [Int]) {
    self.owner = owner
    self.level = level
    self.multipliers = multipliers
    self.value = value
    self.least = least
  }

  /// Narrow first, to find better rosters; then everything that can matter, to prove.
  func run() throws(ModelProblems) {
    let prices = Prices(owner.space, multipliers, level: level)
    var isFirst = true
    while !owner.work.isOver {
      let incumbent = owner.work.best.objective[level]
      if owner.work.best.bounds[level].value == incumbent { return }
      let slack = Int(clamping: Int128(incumbent - 1) * Int128(RosterMultiplier.scale) - value)
      var width = slack
      var columns = sets(within: width, prices)
      let isWhole = columns != nil
      while columns == nil, width > 1000 {
        width /= 2
        columns = sets(within: width, prices)
      }
      guard let columns else { return }
      let improved = try solve(columns, isWhole: isWhole, share: isWhole ? 1 : 0.35)
      if isWhole || (!improved && !isFirst) { return }
      if !improved { return }
      isFirst = false
    }
  }

  /// Sets within `slack` of their person's least, nil when there are too many.
  private func sets(within slack: Int, _ prices: borrowing Prices) -> [SetColumn]? {
    var columns: [SetColumn] = []
    for person in 0..<owner.space.tables.personCount {
      owner.search.all(
        of: person, prices, below: least[person] + slack + 1, capacity: OneDaySolver.mostColumns - columns.count)
      if owner.search.isCut { return nil }
      for set in owner.search.found { columns.append(SetColumn(person: person, options: set.options)) }
    }
    return columns
  }

  private func solve(_ columns: [SetColumn], isWhole: Bool, share: Double) throws(ModelProblems) -> Bool {
    let space = owner.space
    let before = owner.work.best.objective
    let program = MasterProgram(space, level: level, objective: before, solver: owner.solver, isInteger: true)
    let incumbent = space.columns(of: owner.work.best.assignment)
    let known = Set(columns)
    try program.add(columns + incumbent.filter { !known.contains($0) })
    if level == 2 {
      var needed = [Bool](repeating: false, count: space.siteCount)
      var entries = Set<Int>()
      for column in program.columns {
        for site in space.sites(of: column) { needed[site] = true }
        for option in column.options { entries.insert(Int(space.tables.optionEntry[Int(option)])) }
      }
      for site in 0..<space.siteCount where needed[site] { try program.addSite(site) }
      for (number, row) in space.pairRows.enumerated()
      where entries.contains(row.firstEntry) || entries.contains(row.secondEntry) {
        try program.addPair(number)
      }
    }
    var options = owner.work.options(share: share)
    options.integralObjective = true
    options.incumbent = incumbentValues(incumbent, program)
    let result = try program.solveWhole(options)
    if case .failed(let text) = result.stop { owner.work.failure = text }
    var improved = false
    if !result.values.isEmpty {
      improved = owner.offer(
        program.columns.indices.filter { result[program.columnVariable[$0]] > 0.5 }.map { program.columns[$0] })
    }
    guard isWhole else { return improved }
    let objective = owner.work.best.objective[level]
    if result.point == .optimal, let claimed = result.objective, abs(claimed - Double(objective)) < 0.5 {
      owner.work.raise(level, to: RosterBound(value: objective, evidence: .search))
    } else if let bound = result.bound, let safe = Work.safelyRoundedUp(bound, scale: bound) {
      owner.work.raise(level, to: RosterBound(value: min(safe, objective), evidence: .openTree))
    }
    return improved
  }

  private func incumbentValues(_ columns: [SetColumn], _ program: MasterProgram) -> [Double] {
    let tables = owner.space.tables
    var filled = [Int](repeating: 0, count: tables.seatCount)
    var leads = [Int](repeating: 0, count: tables.dutyCount)
    for column in columns {
      for option in column.options {
        filled[Int(tables.optionSeat[Int(option)])] += 1
        if tables.mayLead[column.person] { leads[Int(tables.entryDuty[Int(tables.optionEntry[Int(option)])])] += 1 }
      }
    }
    return program.values(of: columns, seats: filled, leads: leads)
  }
}
