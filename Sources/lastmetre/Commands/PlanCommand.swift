import ArgumentParser
import Districts
import Foundation
import Formats
import GLPKBackend
import Planning
import Reports
import Units

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: phrase("command.plan"), discussion: phrase("command.plan.discussion"))

  @Argument(help: ArgumentHelp(phrase("argument.district")), completion: .directory)
  var district: String

  @Option(help: ArgumentHelp(phrase("option.date"), valueName: "YYYY-MM-DD"))
  var date: DateArgument?

  @Option(help: ArgumentHelp(phrase("option.days")))
  var days: Int?

  @Option(help: ArgumentHelp(phrase("option.out")), completion: .directory)
  var out: String?

  @Option(help: ArgumentHelp(phrase("option.time_limit")))
  var timeLimit: TimeLimit?

  @Option(help: ArgumentHelp(phrase("option.iterations")))
  var iterations: Int?

  @Option(help: ArgumentHelp(phrase("option.threads")))
  var threads: Int?

  @Option(help: ArgumentHelp(phrase("option.seed")))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(phrase("option.method")))
  var method = PlanMethod.auto

  @Option(help: ArgumentHelp(phrase("option.only")))
  var only: PlanStage?

  @Option(help: ArgumentHelp(phrase("option.progress")))
  var progress = ProgressStyle.auto

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard iterations == nil || timeLimit == nil else {
      throw ValidationError(phrase("usage.limit"))
    }
    guard iterations ?? 1 >= 1 else { throw ValidationError(phrase("usage.positive", ["option": "--iterations"])) }
    guard (1...64).contains(threads ?? 1) else { throw ValidationError(phrase("usage.threads")) }
    guard (1...366).contains(days ?? 1) else { throw ValidationError(phrase("usage.days")) }
  }

  func run() throws {
    let clock = MonotonicClock.system
    let started = Date()
    let cancellation = Cancellation()
    let printer = ProgressPrinter(style: progress, clock: clock)
    defer { printer.finish() }
    let interruption = Interruption(
      cancelling: cancellation, atFirst: printer.sayInterrupted, atLast: printer.finish)
    let read = try loadDistrict(district, date: date?.date, days: days)
    let readSeconds = clock.seconds
    let solver = GLPKSolver()
    var request = PlanRequest(
      district: read.district,
      versions: PlanRun.Versions(lastmetre: LastMetre.version, glpk: solver.nameAndVersion))
    request.seed = seed
    request.threads =
      iterations == nil ? threads ?? min(64, max(1, ProcessInfo.processInfo.activeProcessorCount)) : 1
    request.method = method
    request.iterations = iterations
    if let only { request.stages = [only] }
    if iterations == nil { request.timeLimitMilliseconds = timeLimit?.milliseconds ?? 30_000 }
    let planner = Planner(
      request: request, solver: solver, judge: AuditJudge(district: read.district), sha256: sha256Hex,
      deadline: deadline(request, clock, cancellation), listener: printer.listener)
    printer.start()
    let outcome = try withExtendedLifetime(interruption) { try plan(planner, printer) }
    printer.beginReports()
    let folder = out ?? "out/" + URL(fileURLWithPath: district).standardizedFileURL.lastPathComponent
    let output = PlanOutput(district: read.district, outcome: outcome, notices: read.notices, read: readSeconds)
    try output.write(to: folder, started: started, clock: clock)
    printer.endReports()
    try output.show(folder: folder, asJSON: common.json, seconds: clock.seconds)
    if outcome.plan.summary.gaps > 0 { throw ExitCode.gaps }
  }

  /// The end of the search: the limit less what the audit and the reports may take, which grows with the district.
  private func deadline(_ request: PlanRequest, _ clock: MonotonicClock, _ cancellation: Cancellation) -> Deadline {
    guard let limit = request.timeLimitMilliseconds else { return .never(cancellation: cancellation) }
    let size = request.district.cadres.count + request.district.buildings.count
    let reserve = min(Double(limit) / 2000, 0.15 + 0.0008 * Double(size))
    let end = max(0, Double(limit) / 1000 - reserve)
    return Deadline(clock: clock, end: UInt64(end * 1e9), cancellation: cancellation)
  }

  private func plan(_ planner: Planner, _ printer: ProgressPrinter) throws -> PlanOutcome {
    do {
      return try planner.plan()
    } catch {
      printer.finish()
      switch error {
      case .frozenConflict(let conflict):
        throw reported(conflict)
      case .nothingFound(let stage):
        printError(phrase("failure.nothing", ["stage": phrase("stage.\(stage.rawValue)")]))
        throw ExitCode.nothingInTime
      case .refused(let violations, _):
        printError(phrase("failure.refused"))
        for violation in violations.prefix(50) { printError(describe(violation)) }
        throw ExitCode.internalError
      case .unwritable(let reason):
        printError(phrase("failure.internal", ["reason": reason]))
        throw ExitCode.internalError
      }
    }
  }
}
