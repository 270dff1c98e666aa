import ArgumentParser
import Districts
import Foundation
import Units
import Wording

/// `lastmetre bench routing`: solves public instances, and has the peers solve the same ones with the same seconds.
struct RoutingBench {
  enum Form { case text, csv, json }

  let folder: String
  let asked: [String]
  let seeds: [UInt64]
  let threads: Int
  let timeLimit: TimeLimit?
  let iterations: Int?
  let form: Form
  /// Where the page goes; nil: none is made.
  let html: String?
  let withPeers: Bool

  private struct Shown: Encodable {
    var suite = "routing"
    var machine: Machine
    var rows: [RoutingBenchRow]
    var means: [RoutingBenchMean]
  }

  func run(_ cancellation: Cancellation) throws {
    let chosen = try chosenInstances()
    let peers = withPeers ? try RoutingPeers() : nil
    if threads == 1 { stayOnOneCore() }
    let table = BenchTable(widths: [max(10, chosen.map(\.name.count).max() ?? 0), 24, 4, 7, 12, 12, 9, 9, 9], left: 2)
    switch form {
    case .csv: printAtOnce(RoutingBenchRow.csvHeader)
    case .text: table.show(RoutingBenchRow.columns())
    case .json: break
    }
    var rows: [RoutingBenchRow] = []
    for instance in chosen {
      for seed in seeds where !cancellation.isCancelled {
        for row in try self.rows(instance, seed, peers, cancellation) {
          rows.append(row)
          if form == .csv { printAtOnce(row.csv()) } else if form == .text { table.show(row.cells()) }
        }
      }
    }
    try finish(rows)
    // Said when it happened; the other rows were worth the wait.
    if rows.contains(where: \.isRefused) { throw ExitCode.internalError }
  }

  private func finish(_ rows: [RoutingBenchRow]) throws {
    let means = RoutingBenchMean.all(rows)
    switch form {
    case .json: print(try prettyJSON(Shown(machine: .this, rows: rows, means: means)), terminator: "")
    case .csv: break
    case .text:
      print("")
      let table = BenchTable(widths: [24, 24, 7, 9, 9, 9], left: 2)
      table.show(RoutingBenchMean.columns())
      for mean in means { table.show(mean.cells()) }
      print(phrase("bench.routing.source"))
    }
    if let html {
      let url = URL(fileURLWithPath: html)
      let page = RoutingPage(rows: rows, means: means, machine: .this, threads: threads, seeds: seeds)
      try writeFiles([(name: url.lastPathComponent, text: page.text())], into: url.deletingLastPathComponent().path)
      printError(phrase("solve.written", ["file": html]))
    }
  }

  private func chosenInstances() throws -> [RoutingSuiteInstance] {
    let suite = RoutingSuite(folder: folder)
    guard !suite.all.isEmpty else {
      printError(phrase("bench.routing.empty", ["folder": folder]))
      throw ExitCode.noInput
    }
    let (chosen, unknown) = suite.chosen(asked)
    if let unknown {
      let known = RoutingSuite.Group.allCases.map(\.rawValue) + suite.all.filter(suite.spread.contains).map(\.name)
      printError(phrase("bench.unknown", ["name": unknown, "known": known.joined(separator: " ")]))
      throw ExitCode.noInput
    }
    return chosen
  }

  /// One run from reading to judging, on a clock of its own, then the peers' runs.
  private func rows(
    _ instance: RoutingSuiteInstance, _ seed: UInt64, _ peers: RoutingPeers?, _ cancellation: Cancellation
  ) throws -> [RoutingBenchRow] {
    let begin = MonotonicClock.system.nanoseconds()
    let clock = MonotonicClock { MonotonicClock.system.nanoseconds() &- begin }
    let routing = try PublicRouting(instance.path, rounding: nil)
    var limits = SolveLimits(iterations: iterations, threads: threads, seed: seed)
    let clients = routing.instance.problem.clients.count
    if iterations == nil {
      limits.milliseconds = timeLimit?.milliseconds ?? 1000 * instance.group.seconds(clients: clients)
    }
    var solving = RoutingSolving(
      instance: routing, limits: limits, clock: clock, cancellation: cancellation,
      improvements: Improvements(clock: clock, style: .none))
    solving.millisecondsForBound = instance.group.secondsForBound(of: limits.milliseconds ?? 0)
    let solved = try? reportingErrors { try solving.run() }
    let best = RoutingBestKnown.of(instance, routing)
    let seconds = limits.milliseconds.map { Double($0) / 1000 }
    var rows = [
      RoutingBenchRow(
        instance, routing, solver: "LastMetre \(LastMetre.version)", seed: seed, timeLimit: seconds, bestKnown: best,
        result: RoutingRunResult(solved, seconds: rounded(clock.seconds)))
    ]
    rows[0].isRefused = solved == nil
    guard let peers, let seconds, instance.group != .bounds else { return rows }
    for peer in RoutingPeers.Peer.allCases where !cancellation.isCancelled {
      guard let outcome = try peers.run(peer, instance.path, seconds: seconds, seed: seed) else { continue }
      rows.append(
        RoutingBenchRow(
          instance, routing, solver: outcome.solver, seed: seed, timeLimit: seconds, bestKnown: best,
          result: outcome.result))
    }
    return rows
  }
}

/// Lines of a table as soon as they are known: the first columns to the left, numbers to the right.
struct BenchTable {
  let widths: [Int]
  let left: Int

  func show(_ cells: [String]) {
    var line = ""
    for (index, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: max(0, widths[index] - displayColumns(cell)))
      line += (index > 0 ? "  " : "") + (index < left ? cell + space : space + cell)
    }
    printAtOnce(line)
  }
}

/// To standard output without waiting for more: a row may be followed by minutes of silence.
func printAtOnce(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
