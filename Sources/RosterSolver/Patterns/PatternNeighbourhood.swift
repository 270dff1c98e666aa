import LinearModel
import Rostering
import Units

/// Re-solves a few people together by the same dive, with the best of all known patterns to begin with.
struct PatternNeighbourhood {
  let pool: PatternPool
  let pricer: PatternPricer
  let solver: any LinearSolver
  private var price: [Double]

  static let patternsPerPerson = 120

  init(_ pool: PatternPool, pricer: PatternPricer, solver: any LinearSolver) {
    self.pool = pool
    self.pricer = pricer
    self.solver = solver
    price = [Double](repeating: 0, count: max(1, pool.tables.rowCount))
  }

  /// The roster with these people anew, nil when nothing below `cutoff` came out. `duals`: prices of the rows to choose
  /// known patterns by; nil: what cover costs now.
  mutating func solve(
    _ people: [Int], in roster: PatternRoster, cutoff: Double, duals: [Double]?, deadline: Deadline
  ) throws(ModelProblems) -> PatternRoster? {
    let tables = pool.tables
    let master = try PatternMaster(pool, people: people, roster: roster, solver: solver)
    defer { master.close() }
    if let duals { for row in tables.cover.rowCount..<tables.rowCount { price[row] = duals[row] } }
    for row in 0..<tables.cover.rowCount {
      let count = Int(roster.counts[row])
      let up = tables.cover.step(row, count)
      let down = count > 0 ? tables.cover.step(row, count - 1) : up
      price[row] = duals.map { $0[row] } ?? ((up + down) / 2).rounded()
    }
    var patterns: [Int] = []
    for person in people {
      if let own = pool.add(roster.cells[person], of: person) { patterns.append(own) }
      price.withUnsafeBufferPointer { prices in
        if let base = prices.baseAddress {
          patterns += pool.best(of: person, base, most: PatternNeighbourhood.patternsPerPerson)
        }
      }
    }
    try master.add(patterns)
    var generation = PatternGeneration(master, pricer: pricer, deadline: deadline)
    generation.columnsPerPerson = 5
    var dive = PatternDive(generation, cutoff: cutoff)
    dive.roundsPerStep = 8
    guard let found = try dive.run() else { return nil }
    var next = roster
    for person in people { next.remove(person, tables) }
    for pattern in found {
      next.put(pool.cells(pattern), cost: pool.cost[pattern], of: Int(pool.person[pattern]), tables)
    }
    return next
  }
}
