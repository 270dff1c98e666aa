import ArgumentParser
import Districts
import Foundation
import Units

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: phrase("command.bench"), discussion: phrase("command.bench.discussion"))

  enum Suite: String, ExpressibleByArgument, CaseIterable { case rostering, routing }

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

  @Option(help: ArgumentHelp(phrase("option.html")), completion: .file())
  var html: String?

  @Flag(help: ArgumentHelp(phrase("option.peers")))
  var peers = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard suite == .routing || (html == nil && !peers) else { throw ValidationError(phrase("usage.routing_only")) }
    guard iterations == nil || !peers else { throw ValidationError(phrase("usage.peers_limit")) }
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
    let cancellation = Cancellation()
    let interruption = Interruption(
      cancelling: cancellation, atFirst: { printError(phrase("progress.interrupted")) }, atLast: {})
    if suite == .routing {
      return try withExtendedLifetime(interruption) { try routing().run(cancellation) }
    }
    let chosen = try chosenInstances()
    var rows: [BenchRow] = []
    let width = max(8, chosen.map(\.name.count).max() ?? 0)
    let table = BenchTable(widths: [width, 4, 8, 8, 8, 10, 9, 6], left: 1)
    if csv { printAtOnce(BenchRow.csvHeader) } else if !common.json { table.show(BenchRow.columns()) }
    try withExtendedLifetime(interruption) {
      for instance in chosen {
        for seed in seeds?.numbers ?? [1] where !cancellation.isCancelled {
          let row = try self.row(instance, seed: UInt64(seed), cancellation)
          rows.append(row)
          if csv { printAtOnce(row.csv()) } else if !common.json { table.show(row.cells()) }
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

  private func routing() throws -> RoutingBench {
    RoutingBench(
      folder: try folder(), asked: asked, seeds: (seeds?.numbers ?? [1, 2, 3]).map { UInt64($0) }, threads: threads,
      timeLimit: timeLimit, iterations: iterations, form: csv ? .csv : common.json ? .json : .text, html: html,
      withPeers: peers)
  }

  private var asked: [String] { instances?.split(separator: ",").map(String.init) ?? [] }

  private func folder() throws -> String {
    let environment = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"] ?? ""
    let folder = data ?? environment
    guard !folder.isEmpty else {
      printError(phrase("bench.no_data"))
      throw ExitCode.noInput
    }
    return folder
  }

  private func chosenInstances() throws -> [SuiteInstance] {
    let folder = try folder()
    let suite = RosterSuite(folder: folder)
    guard !suite.all.isEmpty else {
      printError(phrase("bench.empty", ["folder": folder]))
      throw ExitCode.noInput
    }
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
}
