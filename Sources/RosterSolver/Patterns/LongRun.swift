import Dispatch
import LinearModel
import Rostering
import Synchronization
import Units

/// Rosters over many weeks: a first roster by search, then everybody's days anew over the whole horizon, one person
/// after another, then spans of weeks solved anew over and over; beside that, a bound and prices from a relaxation of
/// the whole horizon, and a second roster made block by block at these prices.
///
/// An iteration is a turn of search, everybody's days once, some steps of the relaxation, or a span.
struct LongRun {
  let problem: RosterProblem
  let solver: any LinearSolver
  let board: PatternBoard
  let budget: Budget
  let seed: UInt64

  /// Turns of search before the first span.
  static let firstTurns = 10
  /// Of the time that is left, at most: for the search's first cycles before spans on the same thread, and for the
  /// relaxation.
  static let searchShare = 0.6
  static let dualShare = 0.25
  static let dualStepsPerIteration = 100
  /// A pass over all people that gains less than one in so many points is the last.
  static let leastOfPass = 4000
  /// A roster from elsewhere this near to the bound, in shares of it, ends the search.
  static let near = 0.1
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
      if let tables { descend(tables, book, &iterations) }
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
        var iterations = 0
        searchOn(ownSearch, until: searchEnd, book)
        if let own { descend(own, book, &iterations) }
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
    /// The first cycle, or the long second one, is not over: their best rosters come at the end.
    var isHot: Bool { (run?.cyclesDone ?? 2) < 2 }
    var tables: SearchTables? { run?.tables }
    func turn() { run?.turn() }
    func spread(_ moves: Int) { run?.spread(moves) }
  }

  /// To the end of the search's second cycle, which is spread over the time there is; the first is short, so that the
  /// relaxation soon knows about what a roster costs.
  private func searchOn(_ search: Search, until deadline: Deadline, _ book: WindowBook) {
    let all = deadline.secondsLeft
    var moves = 0.0
    while search.isHot, !deadline.isOver, !board.isOver, !isOvertaken {
      search.turn()
      moves += Double(SearchRun.movesPerTurn)
      let left = deadline.secondsLeft
      if left < all { search.spread(Int(min(1e15, moves * left / (all - left)))) }
    }
    if let best = board.best { book.adopt(best.assignment, best.objective) }
  }

  /// Spans have brought a roster that leaves the search little to gain.
  private var isOvertaken: Bool {
    board.best?.method == .exact && board.bound > 0 && board.value < (1 + LongRun.near) * board.bound
  }

  /// Passes over all people, each one's days anew over the whole horizon, while they bring enough.
  private func descend(_ tables: SearchTables, _ book: WindowBook, _ iterations: inout Int) {
    guard let best = board.best, !isOvertaken else { return }
    let most = budget.iterations ?? Int.max
    var years = YearDescent(tables, best.assignment, seed: seed)
    while iterations < most, !board.isOver {
      iterations += 1
      let before = years.objective
      guard years.sweep(budget.deadline) else { break }
      let (after, roster) = (years.objective, years.roster)
      board.offer(after, by: .heuristic) { roster }
      let gain = before.preference - after.preference
      if before.minimum == after.minimum, before.target == after.target,
        gain * LongRun.leastOfPass < before.preference
      {
        break
      }
    }
    book.adopt(years.roster, years.objective)
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
