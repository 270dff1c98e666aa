import ArgumentParser
import Districts
import Foundation
import Reports
import Units

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: phrase("command.bench"), discussion: phrase("command.bench.discussion"))

  enum Suite: String, ExpressibleByArgument, CaseIterable { case rostering }

  @Argument(help: ArgumentHelp(phrase("argument.suite")))
  var suite: Suite

  @Option(help: ArgumentHelp(phrase("option.data")), completion: .directory)
  var data: String?

  @Option(help: ArgumentHelp(phrase("option.bench_time_limit")))
  var timeLimit: TimeLimit?

  @Option(help: ArgumentHelp(phrase("option.bench_iterations")))
  var iterations: Int?

  @Option(help: ArgumentHelp(phrase("option.seeds"), valueName: "1,2,3"))
  var seeds: NumberList?

  @Option(help: ArgumentHelp(phrase("option.threads")))
  var threads = 1

  @Option(help: ArgumentHelp(phrase("option.instances"), valueName: "4,8,n030w4"))
  var instances: String?

  @Flag(help: ArgumentHelp(phrase("option.csv")))
  var csv = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard iterations == nil || timeLimit == nil else { throw ValidationError(phrase("usage.limit")) }
    guard iterations ?? 1 >= 1 else { throw ValidationError(phrase("usage.positive", ["option": "--iterations"])) }
    guard (1...64).contains(threads) else { throw ValidationError(phrase("usage.threads")) }
    guard !(csv && common.json) else { throw ValidationError(phrase("usage.csv")) }
  }

  private struct Shown: Encodable {
    var suite: String
    var bestKnownSource: String
    var rows: [BenchRow]
    enum CodingKeys: String, CodingKey {
      case suite
      case bestKnownSource = "best_known_source"
      case rows
    }
  }

  func run() throws {
    let chosen = try chosenInstances()
    let cancellation = Cancellation()
    let interruption = Interruption(
      cancelling: cancellation, atFirst: { printError(phrase("progress.interrupted")) }, atLast: {})
    var rows: [BenchRow] = []
    let width = chosen.map(\.name.count).max() ?? 0
    if csv { printAtOnce(BenchRow.csvHeader) } else if !common.json { show(BenchRow.columns(), width) }
    try withExtendedLifetime(interruption) {
      for instance in chosen {
        for seed in seeds?.numbers ?? [1] where !cancellation.isCancelled {
          let row = try self.row(instance, seed: UInt64(seed), cancellation)
          rows.append(row)
          if csv { printAtOnce(row.csv()) } else if !common.json { show(row.cells(), width) }
        }
      }
    }
    if common.json {
      let shown = Shown(suite: suite.rawValue, bestKnownSource: BestKnown.source, rows: rows)
      print(try prettyJSON(shown), terminator: "")
    } else if !csv {
      print(phrase("bench.source", ["source": BestKnown.source]))
    }
  }

  private func chosenInstances() throws -> [SuiteInstance] {
    let environment = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"] ?? ""
    let folder = data ?? environment
    guard !folder.isEmpty else {
      printError(phrase("bench.no_data"))
      throw ExitCode.noInput
    }
    let suite = RosterSuite(folder: folder)
    guard !suite.all.isEmpty else {
      printError(phrase("bench.empty", ["folder": folder]))
      throw ExitCode.noInput
    }
    let asked = instances?.split(separator: ",").map(String.init) ?? []
    let (chosen, unknown) = suite.chosen(asked)
    if let unknown {
      let known = suite.all.map(\.name).joined(separator: " ")
      printError(phrase("bench.unknown", ["name": unknown, "known": known]))
      throw ExitCode.noInput
    }
    return chosen
  }

  /// One run from reading to judging, on a clock of its own.
  private func row(_ instance: SuiteInstance, seed: UInt64, _ cancellation: Cancellation) throws -> BenchRow {
    let begin = MonotonicClock.system.nanoseconds()
    let clock = MonotonicClock { MonotonicClock.system.nanoseconds() &- begin }
    let read: PublicInstance
    do {
      read = try PublicInstance.read(instance.path, history: instance.history, weeks: instance.weeks)
    } catch {
      if case .data(let problems) = error { throw failed(problems) }
      throw ExitCode.badData
    }
    var limits = SolveLimits(iterations: iterations, threads: threads, seed: seed)
    if iterations == nil { limits.milliseconds = timeLimit?.milliseconds ?? 60_000 }
    let solving = RosterSolving(
      instance: read, limits: limits, clock: clock, cancellation: cancellation,
      improvements: Improvements(clock: clock, style: .none))
    return BenchRow(try reportingErrors { try solving.run() }, instance: instance.name, limits: limits)
  }

  /// A line of the table as soon as it is known: the name on the left, numbers on the right.
  private func show(_ cells: [String], _ width: Int) {
    let widths = [max(8, width), 4, 8, 8, 8, 10, 9, 6]
    var line = ""
    for (index, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(0, widths[index] - displayColumns(cell)))
      line += index == 0 ? cell + space : "  " + space + cell
    }
    printAtOnce(line)
  }
}

/// To standard output without waiting for more: a row may be followed by minutes of silence.
private func printAtOnce(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
