import Dispatch
import LinearModel
import Rostering
import Synchronization
import Units

/// Solves rosters over several days: search from the first moment, column generation, dives, neighbourhoods; both sides
/// feed each other.
///
/// A problem that the pattern engine does not take on (`RosterProblem.patternObstacle()`) goes to `RosterExact`.
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
  /// - Parameter isSearchedBeside: another thread improves rosters meanwhile; this one then proves first.
  /// - Parameter onBetter: called with every better roster, and the best one again with every better bound, one call at a time.
  public func run(
    from start: RosterAnswer? = nil, budget: Budget, threads: Int = 1, seed: UInt64 = 1,
    isSearchedBeside: Bool = false, onBetter: @Sendable (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    if problem.patternObstacle() != nil {
      return RosterExact(problem, solver: solver).run(from: start, budget: budget, seed: seed, onBetter: onBetter)
    }
    return withoutActuallyEscaping(onBetter) { onBetter in
      let weights = LevelWeights(problem)
      let board = PatternBoard(weights: weights, budget: budget, onBetter: onBetter)
      let isLong = problem.dayCount > WindowRun.longFrom && RosterWindow.fits(problem)
      if isLong {
        let last = runLong(board, from: start, budget, threads, seed)
        return board.answer { RosterAnswer(assignment: last, objective: problem.objective(of: last)) }
      }
      let tables = PatternTables(problem)
      let whole = budget
      let budget =
        mayFallShort(start) ? Budget(deadline: budget.deadline.portion(0.75), iterations: budget.iterations) : budget
      let last =
        PatternRun.isWide(tables)
        ? runWide(tables, board, from: start, budget, threads, seed, isSearchedBeside)
        : runShort(tables, board, from: start, budget, threads, seed)
      var answer = board.answer { RosterAnswer(assignment: last, objective: problem.objective(of: last)) }
      answer = board.withMultipliers(answer, tables)
      return answer.objective.minimum > 0 || answer.objective.target > 0
        ? withCoverBounds(answer, whole, seed) : answer
    }
  }

  /// Whether levels 1 and 2 may end above 0, so that their bounds take time too.
  private func mayFallShort(_ start: RosterAnswer?) -> Bool {
    if let start { return start.objective.minimum > 0 || start.objective.target > 0 }
    return problem.duties.contains { $0.asksForLead || $0.seats.contains { $0.weight > 0 && $0.target > 0 } }
  }

  /// Returns what there is where no roster keeps all rules.
  private func runShort(
    _ tables: PatternTables, _ board: PatternBoard, from start: RosterAnswer?, _ budget: Budget, _ threads: Int,
    _ seed: UInt64
  ) -> RosterAssignment {
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

  /// Many people: local search, then prices, then neighbourhoods; on two threads the one proves first while the other
  /// searches.
  private func runWide(
    _ tables: PatternTables, _ board: PatternBoard, from start: RosterAnswer?, _ budget: Budget, _ threads: Int,
    _ seed: UInt64, _ isSearchedBeside: Bool
  ) -> RosterAssignment {
    let exchange = PatternExchange()
    let hasTwo = threads > 1 && budget.iterations == nil
    @Sendable func exactSide() -> RosterAssignment {
      var run = PatternRun(
        tables, solver: solver, board: board, budget: budget, seed: seed,
        from: (board.best ?? start)?.assignment)
      if hasTwo { run.exchange = exchange }
      return run.runWide(ascending: isSearchedBeside || hasTwo ? 0.8 : 0.7).assignment(tables)
    }
    guard hasTwo else {
      if !isSearchedBeside { searchWide(board, from: start, budget, share: 0.5, seed) }
      return exactSide()
    }
    let last = Mutex(RosterAssignment())
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 {
        let roster = exactSide()
        last.withLock { $0 = roster }
      } else {
        searchWide(board, from: start, budget, share: 1, seed)
      }
    }
    return last.withLock { $0 }
  }

  /// Local search, for a share of the time or of the iterations.
  private func searchWide(
    _ board: PatternBoard, from start: RosterAnswer?, _ budget: Budget, share: Double, _ seed: UInt64
  ) {
    guard !problem.needsPatterns else { return }
    let own = Budget(
      deadline: budget.deadline.portion(share), iterations: budget.iterations.map { max(1, Int(Double($0) * share)) })
    let found = RosterHeuristic(problem).run(budget: own, seed: seed, incumbent: start?.assignment) { better in
      if problem.violations(of: better.assignment).isEmpty {
        board.offer(better.objective, by: .heuristic) { better.assignment }
      }
    }
    guard problem.violations(of: found.assignment).isEmpty else { return }
    board.offer(found.objective, by: .heuristic) { found.assignment }
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
    return board.best == nil
      ? runShort(PatternTables(problem), board, from: start, budget, threads, seed) : RosterAssignment()
  }
}
