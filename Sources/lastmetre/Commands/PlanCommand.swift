import ArgumentParser
import Districts
import Foundation
import Formats
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

  @Option(help: ArgumentHelp(phrase("option.seed")))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(phrase("option.only")))
  var only: PlanStage?

  @Option(help: ArgumentHelp(phrase("option.progress")))
  var progress = ProgressStyle.auto

  @OptionGroup var effort: PlanningOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
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
    var planning = DistrictPlanning(
      effort, seed: seed, milliseconds: 30_000, clock: clock, cancellation: cancellation)
    planning.stages = only.map { [$0] }
    printer.start()
    let outcome = try withExtendedLifetime(interruption) { try plan(read.district, planning, printer) }
    printer.beginReports()
    let folder = out ?? "out/" + URL(fileURLWithPath: district).standardizedFileURL.lastPathComponent
    let output = PlanOutput(
      district: read.district, outcome: outcome, notices: read.notices, read: readSeconds, source: district)
    try output.write(to: folder, started: started, clock: clock)
    printer.endReports()
    try output.show(folder: folder, asJSON: common.json, seconds: clock.seconds)
    if outcome.plan.summary.gaps > 0 { throw ExitCode.gaps }
  }

  private func plan(
    _ district: District, _ planning: DistrictPlanning, _ printer: ProgressPrinter
  ) throws -> PlanOutcome {
    do {
      return try planning.plan(district, from: 0, listener: printer.listener)
    } catch {
      printer.finish()
      throw reported(error)
    }
  }
}
