import ArgumentParser
import Foundation

/// The other solvers, run by `Benchmarks/peers/routing.py` in the environment that `make peers-setup` makes.
struct RoutingPeers {
  enum Peer: String, CaseIterable { case pyvrp, hgs }

  private let python: String
  private let script: String

  /// From the project's folder.
  init() throws {
    (python, script) = (".build/peers/bin/python", "Benchmarks/peers/routing.py")
    guard [python, script].allSatisfy(FileManager.default.fileExists) else {
      printError(phrase("bench.no_peers", ["python": python, "script": script]))
      throw ExitCode.noInput
    }
  }

  struct Outcome: Sendable {
    var solver: String
    var result: RoutingRunResult
  }

  private struct Said: Decodable {
    var solver: String
    var skipped: String?
    var seconds: Double?
    var cost: Int?
    var routes: Int?
    var costAt10: Int?
    var trace: [[Double]]?
    enum CodingKeys: String, CodingKey {
      case solver, skipped, seconds, cost, routes
      case costAt10 = "cost_at_10"
      case trace
    }
  }

  /// Nil where the peer has no words for the problem, or fell over; why goes to standard error.
  func run(_ peer: Peer, _ path: String, seconds: Double, seed: UInt64) throws -> Outcome? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    process.arguments = [
      script, peer.rawValue, path, "--seconds", String(seconds), "--seed", String(seed), "--lastmetre", own,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let said = try? JSONDecoder().decode(Said.self, from: data) else {
      printError(phrase("bench.peer_failed", ["peer": peer.rawValue, "code": String(process.terminationStatus)]))
      return nil
    }
    guard said.skipped == nil, let took = said.seconds else { return nil }
    let trace = (said.trace ?? []).compactMap { pair in
      pair.count == 2 ? Improvement(seconds: pair[0], cost: Int(pair[1])) : nil
    }
    return Outcome(
      solver: said.solver,
      result: RoutingRunResult(
        seconds: took, cost: said.cost, routes: said.routes, costAt10: said.costAt10, trace: trace))
  }
}
