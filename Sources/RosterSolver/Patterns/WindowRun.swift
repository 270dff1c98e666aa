import Dispatch
import LinearModel
import Rostering
import Units

/// For horizons of many weeks: re-solves people's days in a span of weeks while all else stays, again and again.
///
/// Runs on several threads may share a `WindowBook`: no two are at spans that touch.
struct WindowRun {
  let problem: RosterProblem
  let solver: any LinearSolver
  let board: PatternBoard
  let book: WindowBook
  let budget: Budget
  var plan: HorizonPlan?
  private var random: SeededRandom

  /// Days from which on the whole horizon is not priced at once.
  static let longFrom = 100
  static let iterationsPerWindow = 100
  /// People times rows of cover in the first span.
  static let firstSize = 15_000

  init(
    _ problem: RosterProblem, solver: any LinearSolver, board: PatternBoard, book: WindowBook, budget: Budget,
    plan: HorizonPlan?, seed: UInt64
  ) {
    self.problem = problem
    self.solver = solver
    self.board = board
    self.book = book
    self.budget = budget
    self.plan = plan
    random = SeededRandom(seed: seed)
  }

  /// One iteration a window.
  mutating func run(iterations most: Int, latestPlan: () -> HorizonPlan?) {
    var iterations = 0
    var size = max(4, min(problem.people.count, WindowRun.firstSize / max(1, rowsOfSpan)))
    while iterations < most, !board.isOver {
      if plan == nil { plan = latestPlan() }
      guard let task = book.take(isPriced: plan != nil) else {
        WindowRun.pause()
        continue
      }
      iterations += 1
      let begin = Double(budget.deadline.clock.nanoseconds())
      let part = task.window.part(
        days: task.span, people: people(size), limits: task.isPriced ? .priced : .whole, plan: plan)
      let found = solve(part)
      book.finish(task, part, found, isWhole: part.people.count == problem.people.count, board)
      // With a clock, spans take some seconds each.
      let seconds = (Double(budget.deadline.clock.nanoseconds()) - begin) * 1e-9
      if seconds > 0 {
        size = max(4, min(problem.people.count, seconds > 6 ? size * 4 / 5 : seconds < 3 ? size * 5 / 4 + 1 : size))
      }
    }
  }

  /// Ten milliseconds, until another thread is done with its span.
  private static func pause() {
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(10))
  }

  private var rowsOfSpan: Int {
    let days = WindowBook.weeks[0] * 7
    return problem.duties.reduce(0) { $0 + $1.seats.count } * min(days, problem.dayCount) / max(1, problem.dayCount)
  }

  private mutating func people(_ size: Int) -> [Int] {
    var order = Array(problem.people.indices)
    order.shuffle(using: &random)
    return order.prefix(size).sorted()
  }

  /// A better roster of the part, nil without one.
  private mutating func solve(_ part: RosterWindow.Part) -> RosterAssignment? {
    let before = part.problem.objective(of: part.start)
    let tables = PatternTables(part.problem)
    let inner = Budget(deadline: budget.deadline, iterations: WindowRun.iterationsPerWindow)
    let own = PatternBoard(weights: tables.weights, budget: inner) { _ in }
    var run = PatternRun(tables, solver: solver, board: own, budget: inner, seed: random.next(), from: part.start)
    run.passes = 1
    run.goesOn = false
    _ = run.run()
    guard let best = own.best, best.objective < before else { return nil }
    return best.assignment
  }
}
