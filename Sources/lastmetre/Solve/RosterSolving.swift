import Districts
import FormatChecks
import Formats
import GLPKBackend
import RosterSolver
import Rostering
import Units

/// How much work a public instance may take, and with what.
struct SolveLimits: Sendable {
  /// For everything from reading to writing; nil: iterations instead.
  var milliseconds: Int?
  var iterations: Int?
  var threads = 1
  var seed: UInt64 = 1
  /// Week by week, with only the current week's demand known.
  var isStepwise = false
}

/// What came out of a run, judged by the independent check.
struct SolvedInstance: Sendable {
  /// One text a file.
  var solution: [String]
  var verdict: FormatVerdict
  /// On the cost, over all rosters that keep the hard rules; nil: none known.
  var bound: Int?
  var status: Certificate.SolutionStatus
  var stop: Certificate.StopReason
  /// The solver's own words where it gave up.
  var failure: String?
  /// A person who can do nothing that keeps all of their rules.
  var personWithoutPattern: Int?
  /// Which of those rules are in each other's way, in words.
  var rulesInTheWay: [String] = []
  var seconds: Double
  var trace: [Improvement]

  /// A roster that may be written: all hard rules kept, but for people missing where nobody is left.
  var isWorthWriting: Bool { verdict.violations.allSatisfy { $0.rule == .understaffing } }

  /// (cost − bound) ÷ max(1, cost), rounded up to six decimals.
  var gap: Double? {
    bound.map { bound in
      let divisor = max(1, verdict.cost)
      let millionths = max(0, verdict.cost - bound) * 1_000_000
      return Double((millionths + divisor - 1) / divisor) / 1_000_000
    }
  }
}

/// The engine says one thing and the check another: an error of the program.
struct Disagreement: Error {
  var engine: Int
  var check: Int
  var violations: [FormatViolation]
}

/// Solves a public instance and has the result judged.
struct RosterSolving {
  let instance: PublicInstance
  let limits: SolveLimits
  let clock: MonotonicClock
  let cancellation: Cancellation
  let improvements: Improvements

  func run() throws -> SolvedInstance {
    if limits.isStepwise, case .nurses(let nurses, _) = instance { return try runStepwise(nurses) }
    let problem = instance.problem
    let deadline = deadline(problem)
    let answer = solve(problem, from: start(problem, deadline), until: deadline) { [improvements] in
      improvements.add($0)
    }
    let solution = instance.solution(of: answer.assignment)
    let verdict = try instance.judge(solution)
    let isFeasible = verdict.violations.isEmpty
    let missing = verdict.violations.reduce(0) { $0 + ($1.rule == .understaffing ? $1.amount : 0) }
    let isWhole = verdict.violations.allSatisfy { $0.rule == .understaffing }
    if !improvements.all.isEmpty || isFeasible {
      guard isWhole, missing == answer.objective.minimum, verdict.cost == answer.objective.preference else {
        throw Disagreement(
          engine: answer.objective.preference, check: verdict.cost, violations: verdict.violations)
      }
    }
    var solved = SolvedInstance(
      solution: solution, verdict: verdict, bound: answer.bounds[2].value,
      status: isFeasible ? .feasible : .unknown, stop: answer.stop.reason, seconds: rounded(clock.seconds),
      trace: improvements.all)
    if isFeasible, solved.bound == verdict.cost { solved.status = .optimal }
    if !isFeasible { solved.bound = nil }
    if let least = answer.bounds[0].value, least > 0 { solved.status = .infeasible }
    if case .failed(let text) = answer.stop { solved.failure = text }
    if case .noPattern(let person) = answer.stop {
      solved.personWithoutPattern = person
      solved.rulesInTheWay = rulesInTheWay(of: person, problem)
      solved.status = .infeasible
    }
    return solved
  }

  /// Beyond the time limit, but no longer than it takes to name them.
  private func rulesInTheWay(of person: Int, _ problem: RosterProblem) -> [String] {
    let end = UInt64((clock.seconds + Self.secondsForRules) * 1e9)
    let deadline = Deadline(clock: clock, end: end, cancellation: cancellation)
    return RosterExact(problem, solver: GLPKSolver()).rulesInTheWay(of: person, deadline: deadline)
      .map { instance.name(of: $0, person: person, in: problem) }
  }

  private static let secondsForRules = 10.0

  /// Weeks solved one after another, each small, are a good roster to start from when all are known.
  private func start(_ problem: RosterProblem, _ deadline: Deadline) -> RosterAnswer? {
    guard case .nurses(let nurses, _) = instance, nurses.weeks.count > 1 else { return nil }
    var assignment = RosterAssignment()
    let dutiesOfWeek = problem.duties.count / nurses.weeks.count
    solveWeeks(nurses, until: deadline.portion(0.1)) { week, _, answer in
      assignment.seats += answer.assignment.seats.map { taken in
        var taken = taken
        taken.duty += week * dutiesOfWeek
        return taken
      }
    }
    assignment.seats.sort { ($0.person, $0.duty) < ($1.person, $1.duty) }
    return RosterAnswer(assignment: assignment, objective: problem.objective(of: assignment))
  }

  /// Week after week, each with its history, its own demand and an equal share of the time that is left.
  private func solveWeeks(
    _ whole: NurseCase, until deadline: Deadline, each: (_ week: Int, NurseCase, RosterAnswer) -> Void
  ) {
    var history = whole.history
    for (number, week) in whole.weeks.enumerated() {
      let stage = NurseCase(scenario: whole.scenario, history: history, weeks: [week])
      let share = deadline.portion(1 / Double(whole.weeks.count - number))
      let answer = solve(stage.rosterProblem(), from: nil, until: share) { _ in }
      history = stage.historyAfter(answer.assignment)
      each(number, stage, answer)
    }
  }

  private func runStepwise(_ whole: NurseCase) throws -> SolvedInstance {
    var solution: [String] = []
    // A week that is proved says nothing of the whole, but why the search of it ended.
    var stop = Certificate.StopReason.proved
    var failure: String?
    solveWeeks(whole, until: deadline(instance.problem)) { _, stage, answer in
      solution += stage.solutionTexts(of: answer.assignment)
      if answer.stop.reason != .proved { stop = answer.stop.reason }
      if case .failed(let text) = answer.stop { failure = text }
    }
    let verdict = try instance.judge(solution)
    return SolvedInstance(
      solution: solution, verdict: verdict, status: verdict.violations.isEmpty ? .feasible : .unknown, stop: stop,
      failure: failure, seconds: rounded(clock.seconds),
      trace: [Improvement(seconds: rounded(clock.seconds), cost: verdict.cost)])
  }

  private func solve(
    _ problem: RosterProblem, from start: RosterAnswer?, until deadline: Deadline,
    onBetter: @escaping @Sendable (RosterAnswer) -> Void
  ) -> RosterAnswer {
    RosterPortfolio(problem, solver: GLPKSolver()).run(
      from: start, budget: Budget(deadline: deadline, iterations: limits.iterations), threads: limits.threads,
      seed: limits.seed, onBetter: onBetter)
  }

  /// The end of the search: the limit less what judging and writing may take, which grows with the instance.
  private func deadline(_ problem: RosterProblem) -> Deadline {
    guard let limit = limits.milliseconds else { return .never(cancellation: cancellation) }
    let size = problem.people.count * problem.dayCount
    let reserve = min(Double(limit) / 10_000, 0.05 + 4e-6 * Double(size * problem.people.count) / 10)
    return Deadline(
      clock: clock, end: UInt64(max(0, Double(limit) / 1000 - reserve) * 1e9), cancellation: cancellation)
  }
}

extension RosterStop {
  var reason: Certificate.StopReason {
    switch self {
    case .proved, .contradiction, .noPattern: .proved
    case .timeLimit: .timeLimit
    case .iterationLimit: .iterationLimit
    case .interrupted: .interrupted
    case .failed: .error
    }
  }
}
