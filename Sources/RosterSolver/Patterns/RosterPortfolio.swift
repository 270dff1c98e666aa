import Dispatch
import LinearModel
import Rostering
import Synchronization
import Units

/// Solves rosters over several days: search from the first moment, column generation, dives, neighbourhoods; both sides
/// feed each other.
///
/// A problem that the pattern engine does not take on (`RosterProblem.patternObstacle()`) goes to `RosterExact`, unless
/// it has parts that `RosterExact` does not know (`needsPatterns`): then the run fails and says so.
public struct RosterPortfolio: Sendable {
  public let problem: RosterProblem
  public let solver: any LinearSolver
  /// Turns of local search without a better roster after which neighbourhoods take its place.
  static let idleTurns = 8

  public init(_ problem: RosterProblem, solver: any LinearSolver) {
    self.problem = problem
    self.solver = solver
  }

  /// - Parameter start: a roster to improve on; people whose part of it breaks a rule begin afresh.
  /// - Parameter onBetter: called with every better roster, and the best one again with every better bound, one call at a time.
  public func run(
    from start: RosterAnswer? = nil, budget: Budget, threads: Int = 1, seed: UInt64 = 1,
    onBetter: @Sendable (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    if let obstacle = problem.patternObstacle() {
      guard problem.needsPatterns else {
        return RosterExact(problem, solver: solver).run(from: start, budget: budget, onBetter: onBetter)
      }
      let empty = RosterAssignment()
      return RosterAnswer(
        assignment: empty, objective: problem.objective(of: empty), stop: .failed("not supported: \(obstacle)"))
    }
    return withoutActuallyEscaping(onBetter) { onBetter in
      let weights = LevelWeights(problem)
      let board = PatternBoard(weights: weights, budget: budget, onBetter: onBetter)
      let isLong = problem.dayCount > WindowRun.longFrom && RosterWindow.fits(problem)
      let last =
        isLong
        ? runLong(board, from: start, budget, threads, seed) : runShort(board, from: start, budget, threads, seed)
      return board.answer {
        RosterAnswer(assignment: last, objective: problem.objective(of: last))
      }
    }
  }

  /// Returns what there is where no roster keeps all rules.
  private func runShort(
    _ board: PatternBoard, from start: RosterAnswer?, _ budget: Budget, _ threads: Int, _ seed: UInt64
  ) -> RosterAssignment {
    let tables = PatternTables(problem)
    if threads < 2 || budget.iterations != nil {
      var run = PatternRun(tables, solver: solver, board: board, budget: budget, seed: seed, from: start?.assignment)
      run.proves = true
      return run.run().assignment(tables)
    }
    let exchange = PatternExchange()
    let last = Mutex(RosterAssignment())
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      if side == 0 {
        var run = PatternRun(tables, solver: solver, board: board, budget: budget, seed: seed, from: start?.assignment)
        run.proves = true
        run.exchange = exchange
        let roster = run.run().assignment(tables)
        last.withLock { $0 = roster }
      } else {
        search(tables, board, budget, seed, exchange)
      }
    }
    return last.withLock { $0 }
  }

  /// Beside the exact side: local search until there are prices and it brings nothing new, then neighbourhoods.
  private func search(
    _ tables: PatternTables, _ board: PatternBoard, _ budget: Budget, _ seed: UInt64, _ exchange: PatternExchange
  ) {
    guard var search = SearchRun(problem, board: board, seed: seed) else { return }
    var idle = 0
    while !board.isOver, board.best == nil || exchange.duals == nil || idle < RosterPortfolio.idleTurns {
      idle = search.turn() ? 0 : idle + 1
    }
    var run = PatternRun(tables, solver: solver, board: board, budget: budget, seed: seed &+ 1, from: nil)
    run.exchange = exchange
    run.runBeside()
  }

  /// Many weeks: spans of them, or all at once where there is no first roster.
  private func runLong(
    _ board: PatternBoard, from start: RosterAnswer?, _ budget: Budget, _ threads: Int, _ seed: UInt64
  ) -> RosterAssignment {
    if let start, problem.violations(of: start.assignment).isEmpty {
      board.offer(problem.objective(of: start.assignment), by: start.method) { start.assignment }
    }
    let long = LongRun(problem: problem, solver: solver, board: board, budget: budget, seed: seed)
    long.run(threads: threads)
    return board.best == nil ? runShort(board, from: start, budget, threads, seed) : RosterAssignment()
  }
}
