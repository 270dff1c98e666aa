import Rostering
import Units

/// Finds a good roster fast and keeps improving it: greedy construction, augmenting chains, then simulated annealing
/// with moves, swaps, replacements and rotations. Never breaks a hard rule.
public struct RosterHeuristic: Sendable {
  public let problem: RosterProblem
  public init(_ problem: RosterProblem) { self.problem = problem }

  /// Attempted moves in one iteration.
  public static let movesPerIteration = Annealing.movesPerIteration

  /// An iteration is a fixed number of attempted moves; with 0 iterations the roster is the construction. The trace of
  /// N iterations is the beginning of the trace of 2 N.
  ///
  /// - Parameter incumbent: a roster to start from; where it breaks a hard rule it is left aside as far as it does.
  /// - Parameter onBetter: called with every better roster at the end of an iteration, on the calling thread.
  public func run(
    budget: Budget, seed: UInt64, incumbent: RosterAssignment? = nil,
    onBetter: (RosterAnswer) -> Void = { _ in }
  ) -> RosterAnswer {
    if problem.needsPatterns { return .refused(problem) }
    let tables = RosterTables(problem)
    return HeuristicRun(tables: tables, budget: budget, seed: seed).run(incumbent: incumbent, onBetter: onBetter)
  }
}

/// One run over prepared tables.
struct HeuristicRun {
  let tables: RosterTables
  let budget: Budget
  let seed: UInt64

  func run(incumbent: RosterAssignment?, onBetter: (RosterAnswer) -> Void) -> RosterAnswer {
    var state = RosterState(tables)
    if let incumbent { state.take(incumbent, onlyFixed: true) }
    let contradiction = state.seatFixed()
    if let incumbent { state.take(incumbent, onlyFixed: false) }
    state.fill(cancellation: budget.deadline.cancellation)
    var best = run(from: state, onBetter: onBetter)
    if !contradiction.isEmpty { best.stop = .contradiction(duties: contradiction) }
    return best
  }

  /// Improves a roster that keeps every hard rule.
  ///
  /// - Parameter among: the options that are tried; nil: all.
  /// - Parameter scale: the unit of temperature; nil: what a seat costs.
  func run(
    from begin: consuming RosterState, among candidates: Candidates? = nil, scale: Double? = nil,
    onBetter: (RosterAnswer) -> Void
  ) -> RosterAnswer {
    var state = begin
    var best = answer(state, stop: .iterationLimit)
    onBetter(best)
    var chains = Chains(tables)
    if chains.augment(&state, deadline: budget.deadline) {
      best = answer(state, stop: .iterationLimit)
      onBetter(best)
    }
    var search = Annealing(state, seed: seed, candidates: candidates, scale: scale)
    var kept = search.remembered()
    var bestCover = search.state.cover
    var bestPreference = search.state.preference
    var iterations = 0
    // To write a roster down takes as long as some iterations where it is large.
    let pause = search.state.heldCount / Annealing.movesPerIteration
    var isDue = 0
    var stop = RosterStop.iterationLimit
    while iterations < budget.iterations ?? Int.max, tables.optionCount > 0 {
      if budget.deadline.isOver {
        stop = budget.deadline.cancellation.isCancelled ? .interrupted : .timeLimit
        if (search.state.cover, search.state.preference) < (bestCover, bestPreference) {
          best = answer(search.state, stop: stop)
          onBetter(best)
        }
        break
      }
      iterations += 1
      let cycleEnded = search.iterate()
      if iterations >= isDue || cycleEnded,
        (search.state.cover, search.state.preference) < (bestCover, bestPreference)
      {
        isDue = iterations + pause
        (bestCover, bestPreference) = (search.state.cover, search.state.preference)
        kept = search.remembered()
        best = answer(search.state, stop: .iterationLimit)
        onBetter(best)
      }
      if cycleEnded {
        search.restore(kept)
        _ = chains.augment(&search.state, deadline: budget.deadline)
      }
    }
    best.stop = stop
    return best
  }

  /// Nobody but those who are fixed.
  func fixedOnly() -> RosterAnswer {
    var state = RosterState(tables)
    let contradiction = state.seatFixed()
    return answer(state, stop: contradiction.isEmpty ? .iterationLimit : .contradiction(duties: contradiction))
  }

  private func answer(_ state: borrowing RosterState, stop: RosterStop) -> RosterAnswer {
    RosterAnswer(
      assignment: state.assignment, objective: state.objective,
      bounds: [
        state.objective.minimum == 0 ? .zero : .none, state.objective.target == 0 ? .zero : .none, .none,
      ], stop: stop)
  }
}

extension RosterBound {
  /// Nothing is below zero at levels 1 and 2: no multiplier is needed.
  static let zero = RosterBound(value: 0, evidence: .multipliers)
}

extension RosterState {
  /// Takes over as much of the roster as the hard rules let.
  mutating func take(_ assignment: RosterAssignment, onlyFixed: Bool) {
    for taken in assignment.seats
    where (0..<tables.personCount).contains(taken.person) && (0..<tables.dutyCount).contains(taken.duty) {
      let seat = Int(tables.seatStart[taken.duty]) + taken.seat
      guard seat < Int(tables.seatStart[taken.duty + 1]) else { continue }
      let option = tables.option(person: taken.person, seat: seat)
      guard option >= 0, !onlyFixed || tables.entryIsFixed[Int(tables.optionEntry[option])] else { continue }
      if mayAdd(option) { add(option) }
    }
  }
}
