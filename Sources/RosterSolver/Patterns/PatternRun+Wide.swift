import LinearModel
import Rostering
import Units

extension PatternRun {
  /// Rows and people from which on the whole master's simplex would take most of the time.
  static let wideFrom = 1_000

  static func isWide(_ tables: PatternTables) -> Bool { tables.cover.rowCount + tables.personCount > wideFrom }

  /// For problems of many people: prices by ascent in place of the whole master, then neighbourhoods.
  ///
  /// An iteration is a step of the ascent or a neighbourhood.
  /// - Parameter share: of the time, for the ascent; 0: none.
  mutating func runWide(ascending share: Double, pricers: Int = 1) -> PatternRoster {
    passes = 1
    offer(current, by: .heuristic)
    if !current.isComplete { descend() }
    guard current.isComplete, mayGoOn else { return current }
    do {
      if share > 0 {
        let spans = tables.rowsBySpan()
        if tables.personCount + spans.count <= RowMerging.mostDenseRows {
          try generateMerged(spans, deadline.portion(share))
        } else {
          ascend(deadline.portion(share), pricers: pricers)
        }
      }
      if endsAtRoot { return current }
      try improve(nil)
    } catch {
      board.fail(error.description)
    }
    return current
  }

  /// Column generation with one price for all rows of a span, and rows of their own as long as those bring the bound
  /// closer.
  private mutating func generateMerged(_ spans: [[Int]], _ deadline: Deadline) throws(ModelProblems) {
    let dearest = current.costs.reduce(0) { max($0, abs($1)) }
    let isCovered = board.objective.map { $0.minimum == 0 && $0.target == 0 } ?? false
    let steepest = isCovered ? 2 * (Double(dearest) * tables.weights.preference + 100) : .infinity
    let master = try PatternMaster(
      pool, people: Array(0..<tables.personCount), roster: current, solver: solver,
      merging: RowMerging(groups: spans, steepest: steepest))
    defer { master.close() }
    var generation = PatternGeneration(master, pricer: pricer, deadline: deadline)
    var before = -Double.infinity
    while mayGoOn, iterations < mostIterations / 2 {
      if generation.isConverged {
        let gained = generation.bound - before
        guard !generation.isClosed(below: board.value),
          before == -.infinity || gained > Self.leastGain * (board.value - generation.bound),
          try master.split(most: RowMerging.mostAdded)
        else { break }
        before = generation.bound
        generation.reopen()
      }
      iterations += 1
      guard try generation.round(cutoff: board.value) else { break }
      board.raise(generation.bound, prices: generation.centre)
    }
    if let failure = master.failure { board.fail(failure) }
    if !generation.centre.isEmpty { tell(generation.centre) }
  }

  /// Of the gap that is left, for further rows to be worth their time.
  private static let leastGain = 0.02

  private mutating func ascend(_ deadline: Deadline, pricers: Int) {
    let others = (1..<max(1, pricers)).map { _ in PatternPricer(tables) }
    var ascent = PatternAscent(tables, pricers: [pricer] + others)
    while mayGoOn, !deadline.isOver, !ascent.isConverged, ascent.steps < mostIterations / 2 {
      iterations += 1
      guard ascent.step(towards: board.value, deadline: deadline) else { break }
      board.raise(ascent.bound, prices: ascent.best)
      if ascent.steps > Self.firstPoolStep {
        for (person, cells) in ascent.patterns.enumerated() where !cells.isEmpty { _ = pool.add(cells, of: person) }
      }
    }
    if ascent.bound > -.infinity { tell(ascent.best) }
  }

  /// Patterns of earlier steps are far from any roster.
  private static let firstPoolStep = 60
}
