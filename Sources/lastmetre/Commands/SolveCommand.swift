import ArgumentParser
import Districts
import FormatChecks
import Foundation
import Formats
import Units

struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: phrase("command.solve"), discussion: phrase("command.solve.discussion"))

  @Argument(help: ArgumentHelp(phrase("argument.instance")), completion: .file())
  var file: String

  @Option(help: ArgumentHelp(phrase("option.history")))
  var history: Int?

  @Option(help: ArgumentHelp(phrase("option.weeks"), valueName: "6,2,9,1"))
  var weeks: NumberList?

  @Flag(help: ArgumentHelp(phrase("option.stepwise")))
  var stepwise = false

  @Option(help: ArgumentHelp(phrase("option.rounding")))
  var rounding: RoutingRounding?

  @Option(help: ArgumentHelp(phrase("option.start")), completion: .file())
  var start: String?

  @Option(help: ArgumentHelp(phrase("option.bound_time"), valueName: "10s"))
  var boundTime: TimeLimit?

  @Option(help: ArgumentHelp(phrase("option.time_limit")))
  var timeLimit: TimeLimit?

  @Option(help: ArgumentHelp(phrase("option.solve_iterations")))
  var iterations: Int?

  @Option(help: ArgumentHelp(phrase("option.threads")))
  var threads = 1

  @Option(help: ArgumentHelp(phrase("option.seed")))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(phrase("option.solve_out")), completion: .file())
  var out: String?

  @Option(help: ArgumentHelp(phrase("option.solve_check")), completion: .file())
  var check: String?

  @Option(help: ArgumentHelp(phrase("option.progress")))
  var progress = ProgressStyle.auto

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard iterations == nil || (timeLimit == nil && boundTime == nil) else {
      throw ValidationError(phrase("usage.limit"))
    }
    guard iterations ?? 1 >= 1 else { throw ValidationError(phrase("usage.positive", ["option": "--iterations"])) }
    guard (1...64).contains(threads) else { throw ValidationError(phrase("usage.threads")) }
    guard (0...999).contains(history ?? 0) else { throw ValidationError(phrase("usage.history")) }
  }

  func run() throws {
    let clock = MonotonicClock.system
    // The clock's origin is its first use.
    _ = clock.nanoseconds()
    let cancellation = Cancellation()
    let interruption = Interruption(
      cancelling: cancellation, atFirst: { printError(phrase("progress.interrupted")) }, atLast: {})
    guard let instance = try readInstance() else {
      return try withExtendedLifetime(interruption) { try solveRouting(clock, cancellation) }
    }
    guard rounding == nil, start == nil, boundTime == nil else { throw ValidationError(phrase("usage.no_rounding")) }
    if let check { return try judge(check, instance) }
    var limits = SolveLimits(iterations: iterations, threads: threads, seed: seed, isStepwise: stepwise)
    if iterations == nil { limits.milliseconds = timeLimit?.milliseconds ?? 30_000 }
    let solving = RosterSolving(
      instance: instance, limits: limits, clock: clock, cancellation: cancellation,
      improvements: Improvements(clock: clock, style: progress))
    let solved = try withExtendedLifetime(interruption) { try reportingErrors { try solving.run() } }
    let files = solved.isWorthWriting ? try write(solved, instance) : []
    try show(solved, instance, limits, files)
  }

  /// Nil for a routing instance.
  private func readInstance() throws -> PublicInstance? {
    do {
      return try PublicInstance.read(file, history: history, weeks: weeks?.numbers)
    } catch {
      switch error {
      case .data(let problems): throw failed(problems)
      case .weeksNeeded(let count): throw ValidationError(phrase("usage.weeks", ["count": String(count)]))
      case .weeksNotNeeded: throw ValidationError(phrase("usage.no_weeks"))
      case .routing: return nil
      }
    }
  }

  private func solveRouting(_ clock: MonotonicClock, _ cancellation: Cancellation) throws {
    guard history == nil, weeks == nil, !stepwise else { throw ValidationError(phrase("usage.no_weeks")) }
    var limits = SolveLimits(iterations: iterations, threads: threads, seed: seed)
    if iterations == nil { limits.milliseconds = timeLimit?.milliseconds ?? 30_000 }
    let output = RoutingOutput(file: file, out: out, json: common.json)
    let instance = try PublicRouting(file, rounding: rounding)
    if let check { return try output.judge(check, instance) }
    var solving = RoutingSolving(
      instance: instance, limits: limits, clock: clock, cancellation: cancellation,
      improvements: Improvements(clock: clock, style: progress, written: { instance.instance.written(cost: $0) }))
    // Where the same work is asked for on every run, no clock is looked at.
    solving.millisecondsForBound =
      boundTime?.milliseconds ?? RoutingSolving.usualMilliseconds(limits.milliseconds, instance.instance.problem)
    let from = try start.map { try instance.solution(at: $0) }
    try output.show(try reportingErrors { try solving.run(from: from) }, instance, limits)
  }

  /// Shift schedules go to a file, a nurse case's weeks into a folder; without `--out` nothing is written.
  private func write(_ solved: SolvedInstance, _ instance: PublicInstance) throws -> [String] {
    guard let out else { return [] }
    if case .nurses(let nurses, _) = instance {
      let names = solved.solution.indices.map { PublicInstance.solutionName(week: nurses.history.week + $0) }
      try writeFiles(Array(zip(names, solved.solution)), into: out)
      return names.map { out + "/" + $0 }
    }
    let url = URL(fileURLWithPath: out)
    try writeFiles(
      [(name: url.lastPathComponent, text: solved.solution[0])], into: url.deletingLastPathComponent().path)
    return [out]
  }

  private func show(
    _ solved: SolvedInstance, _ instance: PublicInstance, _ limits: SolveLimits, _ files: [String]
  ) throws {
    let report = SolveReport(
      solved, instance: file, format: instance.formatName, limits: limits, files: files)
    if common.json {
      print(try prettyJSON(report), terminator: "")
    } else {
      for line in report.lines() { print(line) }
      for file in files { print(phrase("solve.written", ["file": file])) }
    }
    if let failure = solved.failure { printError(phrase("solve.failed", ["reason": failure])) }
    if let person = solved.personWithoutPattern {
      let (name, rules) = (instance.personName(person), solved.rulesInTheWay)
      printError(
        rules.isEmpty
          ? phrase("solve.no_pattern", ["person": name])
          : phrase(
            "solve.no_pattern.rules", ["person": name, "rules": rules.joined(separator: phrase("punctuation.list"))]))
    }
    if !solved.isWorthWriting {
      if solved.personWithoutPattern == nil { printError(phrase("solve.nothing")) }
      throw ExitCode.nothingInTime
    }
    if !solved.verdict.violations.isEmpty { throw ExitCode.gaps }
  }

  /// One file, or one a week in a folder.
  private func solutionPaths(_ path: String, _ instance: PublicInstance) -> [String] {
    guard case .nurses(let nurses, _) = instance else { return [path] }
    return nurses.weeks.indices.map { week in
      path + "/" + PublicInstance.solutionName(week: nurses.history.week + week)
    }
  }

  private struct ShownCheck: Encodable {
    var cost: Int
    var parts: [String: Int]
    var violations: [SolveReport.ShownViolation]
  }

  /// Judges a solution that somebody else may have written.
  private func judge(_ path: String, _ instance: PublicInstance) throws {
    let texts = try solutionPaths(path, instance).map(readText)
    let verdict = try reportingErrors { try instance.judge(texts) }
    let violations = verdict.violations.map(SolveReport.ShownViolation.init)
    if common.json {
      let parts = Dictionary(verdict.parts.map { ($0.rule.rawValue, $0.cost) }, uniquingKeysWith: { first, _ in first })
      print(try prettyJSON(ShownCheck(cost: verdict.cost, parts: parts, violations: violations)), terminator: "")
    } else {
      print(phrase("solve.checked", ["cost": String(verdict.cost), "count": String(violations.count)]))
      for line in violationLines(violations) { print(line) }
    }
    if !violations.isEmpty { throw ExitCode.found }
  }
}

/// The text of a file; what is wrong with it ends the command.
func readText(_ path: String) throws -> String {
  do { return try readPublicText(at: path) } catch { throw failed(error) }
}

/// Says what a run failed of, and ends the command with its exit code.
func reportingErrors<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch let disagreement as Disagreement {
    printError(
      phrase(
        "solve.disagreement", ["engine": String(disagreement.engine), "check": String(disagreement.check)]))
    for line in violationLines(disagreement.violations.map(SolveReport.ShownViolation.init)) { printError(line) }
    throw ExitCode.internalError
  } catch let unreadable as UnreadableFormat {
    printError(
      phrase(
        "solve.unreadable.\(unreadable.file.rawValue)",
        ["line": String(unreadable.line), "text": String(unreadable.text.prefix(80))]))
    throw ExitCode.badData
  }
}
