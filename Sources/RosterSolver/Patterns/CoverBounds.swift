import LinearModel
import Rostering
import Units

extension RosterPortfolio {
  /// What is known of levels 1 and 2 at least, over all rosters whose levels before are at most the answer's: each by
  /// the patterns' linear program for that level alone.
  func withCoverBounds(_ answer: RosterAnswer, _ budget: Budget, _ seed: UInt64) -> RosterAnswer {
    var answer = answer
    for level in 0..<2 where answer.objective[level] > 0 && !budget.deadline.isOver {
      guard let bound = coverBound(level, answer, budget, seed) else { continue }
      if bound.value ?? 0 > answer.bounds[level].value ?? -1 { answer.bounds[level] = bound }
    }
    if answer.isProved { answer.stop = .proved }
    return answer
  }

  private func coverBound(_ level: Int, _ answer: RosterAnswer, _ budget: Budget, _ seed: UInt64) -> RosterBound? {
    let seats = problem.duties.flatMap(\.seats)
    let heaviest = seats.map(\.weight).max() ?? 1
    let weights = LevelWeights(level: level, cover: 4 * Double(max(1, heaviest)))
    let tables = PatternTables(problem, weights: weights)
    let own = Budget(deadline: budget.deadline, iterations: budget.iterations)
    let board = PatternBoard(weights: weights, budget: own) { _ in }
    var run = PatternRun(tables, solver: solver, board: board, budget: own, seed: seed, from: answer.assignment)
    run.endsAtRoot = true
    run.passes = 0
    _ = PatternRun.isWide(tables) ? run.runWide(ascending: 1) : run.run()
    guard board.bound > -.infinity else { return nil }
    let above = level == 0 ? 0 : weights.minimum * Double(answer.objective.minimum)
    let value = min(answer.objective[level], max(0, Int(PatternGeneration.roundedUp(board.bound) - above)))
    guard let proof = board.proof, proof.bound >= board.bound, let rows = proof.multipliers(tables, level: level) else {
      return RosterBound(value: value, evidence: value == answer.objective[level] ? .search : .openTree)
    }
    return RosterBound(value: value, evidence: .multipliers, multipliers: rows)
  }
}
