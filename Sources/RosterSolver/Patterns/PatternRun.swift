import LinearModel
import Rostering
import Units

/// The exact side: single people's patterns first, then column generation, then dives and neighbourhoods.
///
/// An iteration is a pricing round at the root, a node of the tree or a neighbourhood.
struct PatternRun {
  let tables: PatternTables
  let solver: any LinearSolver
  let board: PatternBoard
  let deadline: Deadline
  let mostIterations: Int
  let seed: UInt64
  /// Nodes after which a tree must have brought its bound closer.
  static let trialNodes = 16
  /// Passes over all people before the linear program.
  var passes = 12
  /// Whether neighbourhoods, or a tree, follow the first dive.
  var goesOn = true

  /// Only the bound is wanted: the run ends with the root.
  var endsAtRoot = false
  /// A tree is searched as well.
  var proves = false
  /// Where another thread solves the same.
  var exchange: PatternExchange?

  private var given = 0
  private var taken = 0
  var duals: [Double]?
  private var rootBound = -Double.infinity
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
      let tree = try solveRoot()
      rootBound = tree?.bound ?? -.infinity
      if goesOn, !endsAtRoot { try improve(tree) }
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

  /// The tree at its root: what column generation and a dive left. Nil where it was not reached.
  private mutating func solveRoot() throws(ModelProblems) -> PatternTree? {
    let master = try PatternMaster(
      pool, people: Array(0..<tables.personCount), roster: current, solver: solver, isBranched: proves)
    try master.add(Array(0..<pool.count))
    var generation = PatternGeneration(master, pricer: pricer, deadline: deadline)
    while mayGoOn, !generation.isConverged {
      iterations += 1
      guard try generation.round(cutoff: board.value) else { break }
      board.raise(generation.bound, prices: generation.centre)
    }
    if !generation.centre.isEmpty { tell(generation.centre) }
    follow()
    guard mayGoOn, !endsAtRoot else { return nil }
    var dive = PatternDive(generation, cutoff: exchange == nil ? board.value : .infinity)
    if let found = try dive.run() { take(found) }
    if let failure = master.failure { board.fail(failure) }
    return proves && generation.isConverged ? PatternTree(generation) : nil
  }

  /// Everybody's patterns become the current roster where it is better.
  private mutating func take(_ patterns: [Int]) {
    var next = PatternRoster(tables)
    for pattern in patterns {
      next.put(pool.cells(pattern), cost: pool.cost[pattern], of: Int(pool.person[pattern]), tables)
    }
    offer(next, by: .exact)
    if next.isComplete, next.value(tables) < current.value(tables) { current = next }
  }

  mutating func tell(_ centre: [Double]) {
    duals = Array(centre.prefix(tables.rowCount))
    exchange?.tell(Array(centre.prefix(tables.rowCount)))
  }

  // MARK: After the root

  /// Nodes of the tree and neighbourhoods in turns.
  mutating func improve(_ root: PatternTree?) throws(ModelProblems) {
    var tree = root
    var search = NeighbourhoodSearch(pool, pricer: pricer, solver: solver, seed: seed)
    while mayGoOn {
      iterations += 1
      if let node = tree, isTreesTurn(node) {
        try branch(&tree)
      } else {
        exchangePatterns()
        follow()
        try improve(by: &search)
      }
    }
  }

  /// A tree whose bound comes closer, or is close, has every other turn, or all where another thread searches.
  private func isTreesTurn(_ tree: PatternTree) -> Bool {
    guard !tree.isFinished else { return false }
    let gap = board.value - tree.bound
    let isClose = gap < max(2 * LevelWeights.scale, 0.0015 * abs(board.value))
    let isPromising =
      isClose || tree.nodes < PatternRun.trialNodes || tree.bound - rootBound > 0.3 * (board.value - rootBound)
    let turns = exchange == nil ? (isPromising ? 2 : 8) : (isPromising ? 1 : 4)
    return iterations % turns == 0
  }

  private mutating func branch(_ tree: inout PatternTree?) throws(ModelProblems) {
    let cutoff = board.value
    switch try tree?.step(cutoff: cutoff) {
    case .roster(let patterns)?: take(patterns)
    default: break
    }
    if let tree { board.raise(min(tree.bound, cutoff)) }
  }

  private mutating func improve(by search: inout NeighbourhoodSearch) throws(ModelProblems) {
    let before = current.value(tables)
    guard let (people, next) = try search.next(from: current, duals: exchange?.duals ?? duals, deadline: deadline)
    else {
      return
    }
    current = next
    if let best = board.best, board.value < min(before, next.value(tables)) {
      // Another thread was faster: its roster with these people's patterns may be better still.
      var both = PatternRoster(best.assignment, tables)
      for person in people {
        both.remove(person, tables)
        both.put(next.cells[person], cost: next.costs[person], of: person, tables)
      }
      if both.isComplete { current = both }
    }
    offer(current, by: .exact)
  }

  // MARK: Beside another run

  /// Neighbourhoods alone, from the best roster there is, beside a run that proves.
  mutating func runBeside() {
    follow()
    guard current.isComplete else { return }
    do {
      try improve(nil)
    } catch {
      board.fail(error.description)
    }
  }

  private mutating func exchangePatterns() {
    if let exchange { pool.exchange(with: exchange, given: &given, taken: &taken) }
  }
}
