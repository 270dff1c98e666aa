import LinearModel
import Rostering
import Units

/// A first roster for a long horizon: block after block of weeks, with limits in proportion to the days done, or near to
/// a plan's values at its prices.
struct RollingStart {
  let problem: RosterProblem
  let solver: any LinearSolver
  let deadline: Deadline
  let seed: UInt64
  var plan: HorizonPlan?

  static let weeks = 4
  /// Of column generation, where there is a plan.
  static let rounds = 60

  /// Somebody's minima may be missed; nil where a block could not be filled, or out of time.
  func run() -> RosterAssignment? {
    var window = RosterWindow(problem, RosterAssignment())
    let people = Array(problem.people.indices)
    var day = 0
    while day < problem.dayCount {
      let length = RollingStart.weeks * 7
      // No short rest at the end: what all totals still lack must fit in.
      let end = problem.dayCount - day <= length * 3 / 2 ? problem.dayCount : day + length
      let limits: PatternParts.Limits = plan == nil || end == problem.dayCount ? .share : .planned
      guard solve(&window, day..<end, people, limits) else { return nil }
      day = end
    }
    for person in people where isShort(person, window.taken[person]) { mend(person, &window) }
    return window.assignment
  }

  private func isShort(_ person: Int, _ taken: [RosterAssignment.Taken]) -> Bool {
    let held = Set(taken.map(\.duty))
    return problem.people[person].totals.contains { total in
      guard let minimum = total.minimum else { return false }
      let amounts = total.amounts.reduce(0) { $0 + (held.contains($1.duty) ? $1.amount : 0) }
      let blocks = total.blocks.reduce(0) { $0 + ($1.duties.contains(where: held.contains) ? $1.amount : 0) }
      return total.base + amounts + blocks < minimum
    }
  }

  /// One person anew over more and more of the last weeks, until the limits hold.
  private func mend(_ person: Int, _ window: inout RosterWindow) {
    var weeks = RollingStart.weeks * 2
    while !deadline.isOver {
      let first = max(0, problem.dayCount - weeks * 7)
      if solve(&window, first..<problem.dayCount, [person], .whole) || first == 0 { return }
      weeks *= 2
    }
  }

  private func solve(
    _ window: inout RosterWindow, _ span: Range<Int>, _ people: [Int], _ limits: PatternParts.Limits
  ) -> Bool {
    let part = window.part(days: span, people: people, limits: limits, plan: plan)
    let tables = PatternTables(part.problem)
    let budget = Budget(deadline: deadline, iterations: plan == nil || people.count == 1 ? 0 : RollingStart.rounds)
    let board = PatternBoard(weights: tables.weights, budget: budget) { _ in }
    var run = PatternRun(tables, solver: solver, board: board, budget: budget, seed: seed, from: nil)
    run.passes = 1
    run.goesOn = false
    _ = run.run()
    guard let best = board.best else { return false }
    window.replace(part, with: best.assignment)
    return true
  }
}
