import Dispatch
import LinearModel
import Rostering
import Synchronization
import Units

/// Rosters over many weeks: a first roster by search, then spans of weeks solved anew over and over; beside that, a
/// bound and prices from a relaxation of the whole horizon, and a second roster made block by block at these prices.
///
/// An iteration is a turn of search, some steps of the relaxation, or a span.
struct LongRun {
  let problem: RosterProblem
  let solver: any LinearSolver
  let board: PatternBoard
  let budget: Budget
  let seed: UInt64

  /// Turns of search before the first span.
  static let firstTurns = 10
  /// Of the time that is left, at most: for the search's first cycle before spans on the same thread, and for the
  /// relaxation.
  static let searchShare = 0.35
  static let dualShare = 0.25
  static let dualStepsPerIteration = 100
  /// The bound must be this share of the best roster before blocks are made at the relaxation's prices.
  static let goodBound = 0.3

  /// Leaves the best roster on the board, if there is any.
  func run(threads: Int) {
    let search = Search(problem, board, seed)
    var iterations = 0
    let most = budget.iterations ?? Int.max
    while search.isThere, iterations < LongRun.firstTurns || board.best == nil, iterations < most, !board.isOver {
      search.turn()
      iterations += 1
    }
    if board.best == nil { roll(plan: nil) }
    guard let best = board.best else { return }
    let book = WindowBook(problem, best.assignment, best.objective)
    let tables = search.tables
    let searchEnd = budget.deadline.portion(LongRun.searchShare)
    guard threads > 1, budget.iterations == nil else {
      if budget.iterations == nil { searchOn(search, until: searchEnd, book) }
      let plan = tables.flatMap { relax($0, &iterations) }
      rollAndAdopt(plan, book)
      runWindows(book, plan, seed: seed, iterations: most - iterations)
      return
    }
    let shared = Mutex<HorizonPlan?>(nil)
    // The search is one side's, its tables are only read.
    nonisolated(unsafe) let (own, ownSearch) = (tables, search)
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      if side == 0 {
        var iterations = 0
        let plan = own.flatMap { relax($0, &iterations) }
        rollAndAdopt(plan, book)
        shared.withLock { $0 = plan }
        runWindows(book, plan, seed: seed, iterations: .max)
      } else {
        searchOn(ownSearch, until: searchEnd, book)
        runWindows(book, nil, seed: seed &+ 1, iterations: .max) { shared.withLock { $0 } }
      }
    }
  }

  /// The search by reference: it is begun before the threads part.
  private final class Search {
    private var run: SearchRun?
    init(_ problem: RosterProblem, _ board: PatternBoard, _ seed: UInt64) {
      run = SearchRun(problem, board: board, seed: seed)
    }
    var isThere: Bool { run != nil }
    /// A first cycle is not over: its best rosters come at the end.
    var isHot: Bool { run?.cyclesDone == 0 }
    var tables: SearchTables? { run?.tables }
    func turn() { run?.turn() }
  }

  private func searchOn(_ search: Search, until deadline: Deadline, _ book: WindowBook) {
    while search.isHot, !deadline.isOver, !board.isOver { search.turn() }
    if let best = board.best { book.adopt(best.assignment, best.objective) }
  }

  /// Prices from the relaxation, and its bound on the board; nil where it did not come far enough to follow them.
  private func relax(_ tables: SearchTables, _ iterations: inout Int) -> HorizonPlan? {
    let weights = LevelWeights(problem)
    let dual = HorizonDual(tables, weights: weights)
    let deadline = budget.deadline.portion(LongRun.dualShare)
    let most = budget.iterations ?? Int.max
    while !dual.isSettled, iterations < most {
      iterations += 1
      var steps = 0
      while steps < LongRun.dualStepsPerIteration, !dual.isSettled,
        dual.iterate(target: board.value / LevelWeights.scale * HorizonWalk.scale, deadline: deadline)
      {
        steps += 1
      }
      board.raise(dual.bound / HorizonWalk.scale * LevelWeights.scale)
      if steps < LongRun.dualStepsPerIteration || board.isOver { break }
    }
    let value = board.value / LevelWeights.scale
    guard iterations < most, dual.bound / HorizonWalk.scale > LongRun.goodBound * value else { return nil }
    return HorizonPlan(dual)
  }

  private func roll(plan: HorizonPlan?) {
    var start = RollingStart(problem: problem, solver: solver, deadline: budget.deadline, seed: seed)
    start.plan = plan
    guard let roster = start.run(), problem.violations(of: roster).isEmpty else { return }
    board.offer(problem.objective(of: roster), by: plan == nil ? .heuristic : .exact) { roster }
  }

  private func rollAndAdopt(_ plan: HorizonPlan?, _ book: WindowBook) {
    guard let plan, !board.isOver else { return }
    roll(plan: plan)
    if let best = board.best { book.adopt(best.assignment, best.objective) }
  }

  private func runWindows(
    _ book: WindowBook, _ plan: HorizonPlan?, seed: UInt64, iterations: Int, latestPlan: () -> HorizonPlan? = { nil }
  ) {
    var windows = WindowRun(
      problem, solver: solver, board: board, book: book, budget: budget, plan: plan, seed: seed)
    windows.run(iterations: iterations, latestPlan: latestPlan)
  }
}
