import Rostering
import Synchronization

/// The roster that windows are taken from and come back to, and which spans are worth another look.
///
/// Spans are swept over the horizon in steps of half their length. A span is left out while nothing in it or next to it
/// has changed since it was last solved in vain; when a sweep brings little, spans grow, and then one sweep follows the
/// plan's prices for totals: what somebody's limits leave in one part of the horizon goes where it is worth most.
final class WindowBook: Sendable {
  struct Task {
    var span: Range<Int>
    var isPriced: Bool
    var window: RosterWindow
    fileprivate var version: Int
    fileprivate var generation: Int
  }

  private struct State {
    var window: RosterWindow
    var objective: RosterObjective
    var busy: [Range<Int>] = []
    var level = 0
    var isPriced = false
    var queue: [Range<Int>] = []
    var version = 0
    /// Of whole rosters taken over: what was found in one means nothing in the next.
    var generation = 0
    var sweeps = 0
    /// When each day's roster last changed, and when each span was solved in vain.
    var changed: [Int]
    var tried: [Range<Int>: Int] = [:]
    /// When the sweep began.
    var before: RosterObjective
    var best: RosterObjective
    var bestRoster: RosterAssignment
  }

  static let weeks = [4, 6, 8]
  /// A sweep that gains less than one in so many points makes way for longer spans.
  static let least = 1000

  let problem: RosterProblem
  private let state: Mutex<State>

  init(_ problem: RosterProblem, _ assignment: RosterAssignment, _ objective: RosterObjective) {
    self.problem = problem
    state = Mutex(
      State(
        window: RosterWindow(problem, assignment), objective: objective,
        changed: [Int](repeating: 0, count: problem.dayCount), before: objective,
        best: objective, bestRoster: assignment))
  }

  /// The next span, nil while every span left touches one that is being solved.
  func take(isPriced: Bool) -> Task? {
    state.withLock { state in
      if state.queue.isEmpty { fill(&state, mayPrice: isPriced) }
      let next = state.queue.firstIndex { span in !state.busy.contains { $0.overlaps(wider(span)) } }
      guard let next else { return nil }
      let span = state.queue.remove(at: next)
      state.busy.append(span)
      return Task(
        span: span, isPriced: state.isPriced, window: state.window, version: state.version, generation: state.generation
      )
    }
  }

  private func wider(_ span: Range<Int>) -> Range<Int> {
    max(0, span.lowerBound - 7)..<min(problem.dayCount, span.upperBound + 7)
  }

  private func spans(_ weeks: Int, offset: Int) -> [Range<Int>] {
    let length = min(problem.dayCount, weeks * 7)
    let last = problem.dayCount - length
    var starts = Array(stride(from: min(last, offset), to: last, by: max(7, length / 14 * 7)))
    if offset > 0 { starts.insert(0, at: 0) }
    starts.append(last)
    return starts.map { $0..<($0 + length) }
  }

  /// The spans of the next sweep: as long as they were while that brings enough, else longer, at last with prices.
  private func fill(_ state: inout State, mayPrice: Bool) {
    state.sweeps += 1
    let gain = state.before.preference - state.objective.preference
    let isSlow = state.before.target == state.objective.target && gain * WindowBook.least < state.before.preference
    state.before = state.objective
    if state.isPriced {
      state.isPriced = false
      state.level = 0
    } else if isSlow {
      state.level += 1
    }
    while state.level < WindowBook.weeks.count {
      state.queue = spans(WindowBook.weeks[state.level], offset: 0).filter { span in
        let since = state.tried[span] ?? -1
        return !state.busy.contains(span) && state.changed[wider(span)].contains { $0 > since }
      }
      if !state.queue.isEmpty { return }
      state.level += 1
    }
    endRound(&state, mayPrice: mayPrice)
  }

  /// Back to the best roster, and on with prices where there are any.
  private func endRound(_ state: inout State, mayPrice: Bool) {
    if state.best < state.objective, state.busy.isEmpty { change(&state, to: state.bestRoster, state.best) }
    state.level = 0
    state.tried = [:]
    state.isPriced = mayPrice
    state.before = state.objective
    state.queue = spans(WindowBook.weeks[0], offset: state.sweeps % 2 * 7)
  }

  private func change(_ state: inout State, to assignment: RosterAssignment, _ objective: RosterObjective) {
    state.version += 1
    state.generation += 1
    state.window = RosterWindow(problem, assignment)
    state.objective = objective
    state.before = objective
    for day in state.changed.indices { state.changed[day] = state.version }
  }

  /// Goes on from the roster where it is better.
  func adopt(_ assignment: RosterAssignment, _ objective: RosterObjective) {
    state.withLock { state in
      guard objective < state.objective else { return }
      change(&state, to: assignment, objective)
      keep(&state, assignment)
    }
  }

  @discardableResult
  private func keep(_ state: inout State, _ assignment: RosterAssignment) -> Bool {
    guard state.objective < state.best else { return false }
    state.best = state.objective
    state.bestRoster = assignment
    return true
  }

  /// Takes over what was found where it still fits.
  func finish(
    _ task: Task, _ part: RosterWindow.Part, _ found: RosterAssignment?, isWhole: Bool, _ board: PatternBoard
  ) {
    state.withLock { state in
      state.busy.removeAll { $0 == task.span }
      guard state.generation == task.generation else { return }
      guard let found else {
        if isWhole, !task.isPriced { state.tried[task.span] = task.version }
        return
      }
      var window = state.window
      window.replace(part, with: found)
      let assignment = window.assignment
      let objective = problem.objective(of: assignment)
      guard task.isPriced || objective < state.objective else { return }
      // Beside another span's changes, totals may not fit any more.
      if state.version != task.version, !problem.violations(of: assignment).isEmpty { return }
      state.version += 1
      state.window = window
      state.objective = objective
      for day in task.span { state.changed[day] = state.version }
      if keep(&state, assignment) { board.offer(objective, by: .exact) { assignment } }
    }
  }
}
