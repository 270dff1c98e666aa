import LinearModel
import Rostering
import Units

/// What a run may spend, and the best roster it has.
struct Work {
  let budget: Budget
  var best: RosterAnswer
  /// No local search may help.
  var isAlone = false
  /// `best` keeps every hard rule; false: there is nothing yet.
  var hasRoster = true
  /// Another thread searches at the same time: what is left of the time here goes to the bound.
  var isSearchedBeside = false
  /// The solver's last failure, in its own words.
  var failure: String?

  /// With an iteration limit no clock is looked at: nodes and simplex steps are counted instead.
  func options(share: Double, nodesPerIteration: Int = 1) -> SolveOptions {
    var options = SolveOptions()
    options.deadline = budget.deadline.portion(share)
    if let iterations = budget.iterations {
      options.nodeLimit = max(1, iterations * nodesPerIteration)
      options.iterationLimit = Int(Int32.max) / 2
    }
    return options
  }

  var isOver: Bool { budget.deadline.isOver }

  /// Takes a roster that keeps every hard rule over if it is better.
  mutating func offer(
    _ assignment: RosterAssignment, _ objective: RosterObjective, by method: RosterMethod = .exact,
    onBetter: (RosterAnswer) -> Void
  ) {
    guard !hasRoster || objective < best.objective else { return }
    hasRoster = true
    best.assignment = assignment
    best.objective = objective
    best.method = method
    for level in 0..<2 where objective[level] == 0 { best.bounds[level] = .zero }
    onBetter(best)
  }

  /// A bound that holds for the level under the levels before as they are; the better one stays.
  mutating func raise(_ level: Int, to bound: RosterBound) {
    guard let value = bound.value else { return }
    if let known = best.bounds[level].value, known >= value { return }
    best.bounds[level] = bound
  }

  /// ⌈bound⌉ towards safety: a float below the true bound by no more than its rounding.
  static func safelyRoundedUp(_ bound: Double, scale: Double) -> Int? {
    guard bound.isFinite else { return nil }
    let safe = (bound - 1e-6 * max(1, abs(scale))).rounded(.up)
    return abs(safe) < 1e15 ? Int(safe) : nil
  }
}
