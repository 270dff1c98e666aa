import Districts
import FormatChecks
import Formats
import GLPKBackend
import RouteSolver
import Routing
import Units

/// What came out of a run, judged by the independent check.
struct SolvedRouting: Sendable {
  var solution: String
  var verdict: FormatVerdict
  /// On the cost, over all plans that leave nobody out and, where vehicles come first, use no more of them; nil: none
  /// known.
  var bound: Int?
  var status: Certificate.SolutionStatus
  var stop: Certificate.StopReason
  var seconds: Double
  var trace: [Improvement]

  /// Nothing is wrong with it but that clients were left out, and not all of them.
  var isWorthWriting: Bool {
    verdict.violations.allSatisfy { $0.rule == .notVisited } && (verdict.routes > 0 || verdict.violations.isEmpty)
  }

  /// (cost − bound) ÷ max(1, cost), rounded up to six decimals.
  var gap: Double? {
    guard let bound, verdict.violations.isEmpty else { return nil }
    let divisor = max(1, verdict.cost)
    let millionths = max(0, verdict.cost - bound) * 1_000_000
    return Double((millionths + divisor - 1) / divisor) / 1_000_000
  }
}

/// Solves a public routing instance and has the result judged.
struct RoutingSolving {
  let instance: PublicRouting
  let limits: SolveLimits
  let clock: MonotonicClock
  let cancellation: Cancellation
  let improvements: Improvements
  /// Of the limit, kept for the bound at its end.
  var millisecondsForBound = 0

  func run(from start: RoutingSolution? = nil) throws -> SolvedRouting {
    let (file, problem) = (instance.instance, instance.instance.problem)
    let answer = RouteEngine(problem).run(
      from: start, budget: Budget(deadline: deadline(before: millisecondsForBound), iterations: limits.iterations),
      threads: limits.threads, seed: limits.seed, solver: GLPKSolver()
    ) { [improvements, clock] in
      let (routes, objective) = ($0.solution.routes.count, $0.objective)
      improvements.add(
        Improvement(
          seconds: rounded(clock.seconds), cost: file.fileCost(objective.cost, routes: routes),
          missing: objective.unserved > 0 ? objective.unserved : nil, routes: routes))
    }
    let cost = file.fileCost(answer.objective.cost, routes: answer.solution.routes.count)
    let text = file.solutionText(of: answer.solution, cost: cost)
    let verdict = try instance.check.judge(text)
    guard verdict.cost == cost, verdict.violations.allSatisfy({ $0.rule == .notVisited }),
      verdict.violations.isEmpty == (answer.objective.unserved == 0)
    else {
      throw Disagreement(engine: cost, check: verdict.cost, violations: verdict.violations)
    }
    var solved = SolvedRouting(
      solution: text, verdict: verdict, status: verdict.violations.isEmpty ? .feasible : .unknown,
      stop: cancellation.isCancelled ? .interrupted : answer.stop.reason, seconds: 0, trace: [])
    if verdict.violations.isEmpty { prove(&solved, answer.solution) }
    solved.trace = improvements.all
    solved.seconds = rounded(clock.seconds)
    return solved
  }

  /// A tenth of the limit, where the program for the bound is small enough to be stated within it: ways between clients
  /// for each kind of vehicle.
  static func usualMilliseconds(_ limit: Int?, _ problem: RoutingProblem) -> Int {
    let ways = problem.clients.count * problem.clients.count * problem.vehicles.count
    return ways <= 250_000 ? (limit ?? 0) / 10 : 0
  }

  /// A lower bound in the time that is kept for it.
  private func prove(_ solved: inout SolvedRouting, _ solution: RoutingSolution) {
    guard millisecondsForBound > 0, let columns = RouteColumns(instance.instance.problem, solver: GLPKSolver()),
      let bound = columns.bound(upper: solution, deadline: deadline(before: 0)).bound
    else { return }
    let (cost, routes) = (solved.verdict.cost, solved.verdict.routes)
    let least = min(cost, instance.instance.fileCost(bound, routes: routes))
    guard least > 0 || cost == 0 else { return }
    solved.bound = least
    improvements.add(Improvement(seconds: rounded(clock.seconds), cost: cost, bound: least, routes: routes))
    if least == cost { (solved.status, solved.stop) = (.optimal, .proved) }
  }

  /// The end of the limit less some milliseconds, and less what judging and writing may take, which grows with the
  /// instance.
  private func deadline(before: Int) -> Deadline {
    guard let limit = limits.milliseconds else { return .never(cancellation: cancellation) }
    let clients = Double(instance.instance.problem.clients.count)
    let reserve = min(Double(limit) / 10_000, 0.01 + 1e-5 * clients)
    let end = Double(limit - min(limit, before)) / 1000 - reserve
    return Deadline(clock: clock, end: UInt64(max(0, end) * 1e9), cancellation: cancellation)
  }
}

extension RouteEngine.Stop {
  var reason: Certificate.StopReason {
    switch self {
    case .timeLimit: .timeLimit
    case .iterationLimit: .iterationLimit
    case .interrupted: .interrupted
    }
  }
}
