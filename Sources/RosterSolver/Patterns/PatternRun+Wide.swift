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
    if share > 0 { ascend(deadline.portion(share), pricers: pricers) }
    if endsAtRoot { return current }
    do {
      try improve(nil)
    } catch {
      board.fail(error.description)
    }
    return current
  }

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
