import LinearModel
import Rostering
import Units

/// Solves the linear program of a level over all sets by generating them, and keeps the multipliers with the best
/// bound.
///
/// Source: Dantzig and Wolfe, "Decomposition principle for linear programs" (1960).
struct ColumnGeneration {
  let owner: OneDaySolver
  let bounding: LagrangianBound
  let master: MasterProgram
  private var bestValue: Int128?
  private var bestMultipliers: Multipliers
  private var rounds = 0

  /// Columns taken over from one person in one round.
  static let columnsPerPerson = 3
  /// Reduced costs nearer to 0 than this (millionths) are the solver's rounding.
  static let tolerance = 20

  init(_ owner: OneDaySolver, bounding: LagrangianBound) {
    self.owner = owner
    self.bounding = bounding
    master = MasterProgram(
      owner.space, level: bounding.level, objective: bounding.objective, solver: owner.solver, isInteger: false)
    bestMultipliers = bounding.level == 2 ? owner.space.oneSided : Multipliers(owner.space)
  }

  /// The multipliers with the best bound found.
  mutating func run() throws(ModelProblems) -> Multipliers {
    let space = owner.space
    let incumbent = space.columns(of: owner.work.best.assignment)
    var known = Set(incumbent)
    try master.add(incumbent)
    try master.add(firstColumns(&known))
    var singles = true
    while !owner.work.isOver,
      rounds < (owner.work.budget.iterations.map { $0 + OneDaySolver.roundsBeforeIterations } ?? Int.max)
    {
      rounds += 1
      let result = try master.solveRelaxed(owner.work.options(share: 1))
      guard result.point == .optimal, result.duals.count == master.model.rowCount else {
        if case .failed(let text) = result.stop { owner.work.failure = text }
        break
      }
      let u = bounding.completed(master.multipliers(result.duals))
      let addedRows = try separate(result.values)
      let new = price(u, duals: result.duals, singles: singles)
      if !singles, let objective = result.objective, isConverged(objective) { break }
      let fresh = new.filter { known.insert($0).inserted }
      if fresh.isEmpty, !addedRows {
        if !singles { break }
        singles = false
        continue
      }
      try master.add(fresh)
    }
    return bestMultipliers
  }

  /// The best few sets of everybody when nothing has a price yet, and the empty ones.
  private func firstColumns(_ known: inout Set<SetColumn>) -> [SetColumn] {
    let prices = Prices(owner.space, bestMultipliers, level: bounding.level)
    var columns: [SetColumn] = []
    for person in 0..<owner.space.tables.personCount {
      owner.search.cheapest(of: person, prices, below: Int.max, capacity: 12, longest: 1)
      for set in owner.search.found {
        let column = SetColumn(person: person, options: set.options)
        if known.insert(column).inserted { columns.append(column) }
      }
      if owner.space.tables.problem.people[person].fixed.isEmpty {
        let empty = SetColumn(person: person, options: [])
        if known.insert(empty).inserted { columns.append(empty) }
      }
    }
    return columns
  }

  /// Whether the bound has come as near to the program's value as matters for a whole number, or proves the incumbent.
  private func isConverged(_ objective: Double) -> Bool {
    guard let bestValue else { return false }
    let bound = LagrangianBound.roundedUp(bestValue)
    if bound >= owner.work.best.objective[bounding.level] { return true }
    let value = Double(bestValue) / Double(RosterMultiplier.scale)
    return objective - value < 1e-4 && Double(bound) >= (objective - 1e-4).rounded(.up)
  }

  private mutating func price(_ u: Multipliers, duals: [Double], singles: Bool) -> [SetColumn] {
    let prices = Prices(owner.space, u, level: bounding.level)
    var value = bounding.constantPart(u)
    var columns: [SetColumn] = []
    for person in 0..<owner.space.tables.personCount {
      let dual = master.setDual(person, duals)
      owner.search.cheapest(
        of: person, prices, below: dual - ColumnGeneration.tolerance, capacity: ColumnGeneration.columnsPerPerson,
        longest: singles ? 1 : Int.max)
      for set in owner.search.found { columns.append(SetColumn(person: person, options: set.options)) }
      value += Int128(owner.search.found.first?.value ?? dual - ColumnGeneration.tolerance)
    }
    if !singles, bestValue.map({ value > $0 }) ?? true {
      bestValue = value
      bestMultipliers = u
    }
    return columns
  }

  /// Adds the rows of groups and buddies that the point breaks; true when there are any.
  private func separate(_ values: [Double]) throws(ModelProblems) -> Bool {
    guard bounding.level == 2 else { return false }
    let space = owner.space
    var at = [Double](repeating: 0, count: space.siteCount)
    var on = [Double](repeating: 0, count: space.tables.entryCount)
    for (number, column) in master.columns.enumerated() {
      let value = values[Int(master.columnVariable[number].index)]
      guard value > 1e-9 else { continue }
      for site in space.sites(of: column) { at[site] += value }
      for option in column.options { on[Int(space.tables.optionEntry[Int(option)])] += value }
    }
    var added = false
    for site in 0..<space.siteCount where at[site] > 1e-6 && !master.hasSite(site) {
      guard at[site] > master.value(ofOpen: space.sitePlace[site], values) + 1e-6 else { continue }
      try master.addSite(site)
      added = true
    }
    for (number, row) in space.pairRows.enumerated() where row.isShared && !master.hasPair(number) {
      guard abs(on[row.firstEntry] - on[row.secondEntry]) > 1e-6 else { continue }
      try master.addPair(number)
      added = true
    }
    return added
  }
}
