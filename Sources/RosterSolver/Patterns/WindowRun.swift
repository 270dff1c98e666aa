import LinearModel
import Rostering
import Units

/// For horizons of many weeks: re-solves some people's days in a span of weeks while all else stays, again and again.
struct WindowRun {
  let problem: RosterProblem
  let solver: any LinearSolver
  let board: PatternBoard
  let budget: Budget
  private var random: SeededRandom

  /// Days from which on the whole horizon is not priced at once.
  static let longFrom = 100
  static let weeks = 4
  static let iterationsPerWindow = 40

  init(_ problem: RosterProblem, solver: any LinearSolver, board: PatternBoard, budget: Budget, seed: UInt64) {
    self.problem = problem
    self.solver = solver
    self.board = board
    self.budget = budget
    random = SeededRandom(seed: seed)
  }

  /// One iteration a window.
  mutating func run() {
    var iterations = 0
    var window: RosterWindow?
    var objective: RosterObjective?
    var size = 12
    while iterations < budget.iterations ?? Int.max, !board.isOver {
      iterations += 1
      guard let best = board.best else { return }
      if window == nil || objective.map({ best.objective < $0 }) ?? true {
        window = RosterWindow(problem, best.assignment)
        objective = best.objective
      }
      guard var current = window, let before = objective else { return }
      let begin = Double(budget.deadline.clock.nanoseconds())
      let part = current.part(days: span(), people: people(size))
      guard let found = solve(part) else { continue }
      current.replace(part, with: found.assignment)
      let after = RosterObjective(
        minimum: before.minimum + found.change.minimum, target: before.target + found.change.target,
        preference: before.preference + found.change.preference)
      window = current
      objective = after
      board.offer(after, by: .exact) { current.assignment }
      // With a clock, spans take about two seconds each.
      let seconds = (Double(budget.deadline.clock.nanoseconds()) - begin) * 1e-9
      if seconds > 0 {
        size = max(4, min(problem.people.count, seconds > 3 ? size - 2 : seconds < 1 ? size + 2 : size))
      }
    }
  }

  private mutating func span() -> Range<Int> {
    let length = min(problem.dayCount, WindowRun.weeks * 7)
    let weeks = (problem.dayCount - length + 6) / 7
    let first = min(random.below(weeks + 1) * 7, problem.dayCount - length)
    return first..<(first + length)
  }

  private mutating func people(_ size: Int) -> [Int] {
    var order = Array(problem.people.indices)
    order.shuffle(using: &random)
    return order.prefix(size).sorted()
  }

  /// A better roster of the part and the change of each level, nil without one.
  private mutating func solve(_ part: RosterWindow.Part) -> (assignment: RosterAssignment, change: RosterObjective)? {
    let before = part.problem.objective(of: part.start)
    let tables = PatternTables(part.problem)
    let inner = Budget(deadline: budget.deadline, iterations: WindowRun.iterationsPerWindow)
    let own = PatternBoard(weights: tables.weights, budget: inner) { _ in }
    var run = PatternRun(tables, solver: solver, board: own, budget: inner, seed: random.next(), from: part.start)
    run.passes = 2
    _ = run.run()
    guard let best = own.best, best.objective < before else { return nil }
    return (
      best.assignment,
      RosterObjective(
        minimum: best.objective.minimum - before.minimum, target: best.objective.target - before.target,
        preference: best.objective.preference - before.preference)
    )
  }
}
