import LinearModel
import Rostering
import Units

/// The exact side: single people's patterns first, then column generation, then dives and neighbourhoods.
///
/// An iteration is a pricing round at the root or a neighbourhood.
struct PatternRun {
  let tables: PatternTables
  let solver: any LinearSolver
  let board: PatternBoard
  let deadline: Deadline
  let mostIterations: Int
  let seed: UInt64
  /// Passes over all people before the linear program.
  var passes = 12

  var iterations = 0
  var current: PatternRoster
  let pool: PatternPool
  let pricer: PatternPricer

  init(
    _ tables: PatternTables, solver: any LinearSolver, board: PatternBoard, budget: Budget, seed: UInt64,
    from start: RosterAssignment?
  ) {
    self.tables = tables
    self.solver = solver
    self.board = board
    deadline = budget.deadline
    mostIterations = budget.iterations ?? Int.max
    self.seed = seed
    current = start.map { PatternRoster($0, tables) } ?? PatternRoster(tables)
    pool = PatternPool(tables)
    pricer = PatternPricer(tables)
  }

  var mayGoOn: Bool { iterations < mostIterations && !board.isOver }

  /// Returns the roster it stands at, complete or not.
  mutating func run() -> PatternRoster {
    offer(current, by: .heuristic)
    descend()
    guard current.isComplete, mayGoOn else { return current }
    do {
      let duals = try solveRoot()
      try improve(duals)
    } catch {
      board.fail(error.description)
    }
    return current
  }

  /// Everybody alone against the others, a few times; the best roster becomes the current one.
  mutating func descend() {
    var descent = PatternDescent(tables, pricer: pricer, seed: seed)
    var roster = current
    var pass = 0
    while pass < passes || !current.isComplete, !board.isOver, pass < 20 * passes {
      let noise = pass == 0 ? 0 : LevelWeights.scale * 0.9
      if let person = descent.pass(&roster, noise: noise, deadline: deadline) {
        board.isImpossible(for: person)
        return
      }
      pass += 1
      offer(roster, by: .heuristic)
      let isFirst = roster.isComplete && !current.isComplete
      if isFirst || roster.isComplete == current.isComplete && roster.value(tables) < current.value(tables) {
        current = roster
      }
    }
    follow()
  }

  /// Goes on from the best roster that any thread has.
  mutating func follow() {
    guard board.value < current.value(tables) || !current.isComplete, let best = board.best else { return }
    let other = PatternRoster(best.assignment, tables)
    if other.isComplete { current = other }
  }

  mutating func offer(_ roster: PatternRoster, by method: RosterMethod) {
    guard roster.isComplete else { return }
    for person in 0..<tables.personCount { _ = pool.add(roster.cells[person], of: person) }
    board.offer(roster.objective(tables), by: method) { roster.assignment(tables) }
  }

  /// The duals with the best bound.
  private mutating func solveRoot() throws(ModelProblems) -> [Double]? {
    let master = try PatternMaster(pool, people: Array(0..<tables.personCount), roster: current, solver: solver)
    defer { master.close() }
    try master.add(Array(0..<pool.count))
    var generation = PatternGeneration(master, pricer: pricer, deadline: deadline)
    while mayGoOn, !generation.isConverged {
      iterations += 1
      guard try generation.round(cutoff: board.value) else { break }
      board.raise(generation.bound)
    }
    let duals = generation.centre.isEmpty ? nil : generation.centre
    follow()
    guard mayGoOn else { return duals }
    var dive = PatternDive(generation, cutoff: board.value)
    if let found = try dive.run() {
      var next = PatternRoster(tables)
      for pattern in found {
        next.put(pool.cells(pattern), cost: pool.cost[pattern], of: Int(pool.person[pattern]), tables)
      }
      offer(next, by: .exact)
      if next.isComplete, next.value(tables) < current.value(tables) { current = next }
    }
    if let failure = master.failure { board.fail(failure) }
    return duals
  }

  /// Neighbourhoods, larger where small ones bring nothing; every eighth may also go sideways.
  mutating func improve(_ duals: [Double]?) throws(ModelProblems) {
    var neighbourhood = PatternNeighbourhood(pool, pricer: pricer, solver: solver, seed: seed)
    var size = 8
    var failures = 0
    while mayGoOn {
      iterations += 1
      follow()
      let before = current.value(tables)
      let people = neighbourhood.choose(size, roster: current)
      let cutoff = before + (iterations % 8 == 0 ? 0.5 * LevelWeights.scale : 0)
      if let next = try neighbourhood.solve(
        people, in: current, cutoff: cutoff, duals: iterations % 2 == 0 ? duals : nil, deadline: deadline)
      {
        current = next
        offer(current, by: .exact)
      }
      failures = current.value(tables) < before ? 0 : failures + 1
      if failures >= 12 {
        failures = 0
        size = size >= min(16, tables.personCount) ? 6 : size + 2
      }
    }
  }
}
