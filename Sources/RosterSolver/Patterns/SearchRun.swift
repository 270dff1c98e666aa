import Rostering
import Units

/// The search side: annealing over person-days and blocks, in turns with what the other side found.
struct SearchRun: ~Copyable {
  let board: PatternBoard
  private var search: PatternSearch
  private var hasFirstRoster = false

  static let movesPerTurn = 100_000

  init?(_ problem: RosterProblem, board: PatternBoard, seed: UInt64) {
    guard let search = PatternSearch(problem, seed: seed) else { return nil }
    self.search = search
    self.board = board
  }

  var isFeasible: Bool { search.isFeasible }
  var cyclesDone: Int { search.cyclesDone }
  /// nil where somebody has no word at all.
  var tables: SearchTables? { search.stuck.isEmpty ? search.tables : nil }

  /// The second cycle is to end after about so many moves more.
  mutating func spread(_ moves: Int) { search.spread(moves) }

  /// So many moves, the first time after everybody's days were made; then the better of the two rosters is everybody's.
  /// Returns whether the search had the better one.
  @discardableResult
  mutating func turn(_ moves: Int = SearchRun.movesPerTurn) -> Bool {
    var isBetter = false
    if !hasFirstRoster {
      hasFirstRoster = true
      search.construct(deadline: board.budget.deadline)
    }
    _ = search.iterate(moves)
    if search.isFeasible {
      let roster = search.best
      isBetter = board.offer(search.bestObjective, by: .heuristic) { roster }
    }
    if let best = board.best, !search.isFeasible || best.objective < search.bestObjective {
      search.take(best.assignment)
    }
    return isBetter
  }
}
