import ArgumentParser
import Districts
import FormatChecks
import Formats
import Foundation

extension RoutingRounding: ExpressibleByArgument {}

/// Writes a routing solution and says what it costs.
struct RoutingOutput {
  let file: String
  let out: String?
  let json: Bool

  func show(_ solved: SolvedRouting, _ instance: PublicRouting, _ limits: SolveLimits) throws {
    let files = solved.isWorthWriting ? try write(solved.solution) : []
    let report = RoutingReport(solved, instance.instance, file: file, limits: limits, files: files)
    if json {
      print(try prettyJSON(report), terminator: "")
    } else {
      for line in report.lines(instance.instance) { print(line) }
      for file in files { print(phrase("solve.written", ["file": file])) }
    }
    guard solved.isWorthWriting else {
      printError(phrase("solve.no_routes"))
      throw ExitCode.nothingInTime
    }
    if !solved.verdict.violations.isEmpty { throw ExitCode.gaps }
  }

  private func write(_ text: String) throws -> [String] {
    guard let out else { return [] }
    let url = URL(fileURLWithPath: out)
    try writeFiles([(name: url.lastPathComponent, text: text)], into: url.deletingLastPathComponent().path)
    return [out]
  }

  private struct ShownCheck: Encodable {
    var cost: Int
    var costScale: Int
    var rounding: String
    var routes: Int
    var parts: [String: Int]
    var violations: [SolveReport.ShownViolation]
    enum CodingKeys: String, CodingKey {
      case cost
      case costScale = "cost_scale"
      case rounding, routes, parts, violations
    }
  }

  /// Judges a solution that somebody else may have written.
  func judge(_ path: String, _ instance: PublicRouting) throws {
    let text = try readText(path)
    let verdict = try reportingErrors { try instance.check.judge(text) }
    let violations = verdict.violations.map(SolveReport.ShownViolation.init)
    let rounding = instance.instance.rounding
    if json {
      print(
        try prettyJSON(
          ShownCheck(
            cost: verdict.cost, costScale: rounding.scale, rounding: rounding.rawValue, routes: verdict.routes,
            parts: verdict.costs, violations: violations)), terminator: "")
    } else {
      print(
        phrase(
          "solve.checked",
          ["cost": instance.instance.written(cost: verdict.cost), "count": String(violations.count)]))
      print(routesLine(verdict.routes, rounding))
      for line in violationLines(violations) { print(line) }
    }
    if !violations.isEmpty { throw ExitCode.found }
  }
}

extension FormatVerdict {
  /// What each rule costs.
  var costs: [String: Int] {
    Dictionary(parts.map { ($0.rule.rawValue, $0.cost) }, uniquingKeysWith: { first, _ in first })
  }
}

/// How many vehicles go anywhere, and how lengths and times were made whole.
func routesLine(_ routes: Int, _ rounding: RoutingRounding) -> String {
  phrase(
    "solve.routes",
    ["routes": String(routes), "rounding": rounding.rawValue, "meaning": phrase("solve.rounding.\(rounding.rawValue)")])
}

/// A solved routing instance as JSON and as text. Costs are in units of which `cost_scale` make one of the file's.
struct RoutingReport: Encodable {
  var instance: String
  var format: String
  var type: String
  var rounding: String
  var costScale: Int
  var seed: UInt64
  var threads: Int
  var cost: Int?
  var bound: Int?
  var optimalityGap: Double?
  var solutionStatus: Certificate.SolutionStatus
  var stopReason: Certificate.StopReason
  var seconds: Double
  var routes: Int
  var parts: [String: Int]
  var violations: [SolveReport.ShownViolation]
  var trace: [Improvement]
  var files: [String]

  enum CodingKeys: String, CodingKey {
    case instance, format, type, rounding
    case costScale = "cost_scale"
    case seed, threads, cost, bound
    case optimalityGap = "optimality_gap"
    case solutionStatus = "solution_status"
    case stopReason = "stop_reason"
    case seconds, routes, parts, violations, trace, files
  }

  init(_ solved: SolvedRouting, _ instance: RoutingInstance, file: String, limits: SolveLimits, files: [String]) {
    self.instance = file
    (format, type) = (instance.format.rawValue, instance.type)
    (rounding, costScale) = (instance.rounding.rawValue, instance.rounding.scale)
    (seed, threads) = (limits.seed, limits.threads)
    cost = solved.isWorthWriting ? solved.verdict.cost : nil
    (bound, optimalityGap) = (solved.bound, solved.gap)
    (solutionStatus, stopReason, seconds) = (solved.status, solved.stop, solved.seconds)
    routes = solved.verdict.routes
    parts = solved.verdict.costs
    violations = solved.verdict.violations.map(SolveReport.ShownViolation.init)
    trace = solved.trace
    self.files = files
  }

  /// `null` where a number is not known.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(instance, forKey: .instance)
    try container.encode(format, forKey: .format)
    try container.encode(type, forKey: .type)
    try container.encode(rounding, forKey: .rounding)
    try container.encode(costScale, forKey: .costScale)
    try container.encode(seed, forKey: .seed)
    try container.encode(threads, forKey: .threads)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encode(optimalityGap, forKey: .optimalityGap)
    try container.encode(solutionStatus, forKey: .solutionStatus)
    try container.encode(stopReason, forKey: .stopReason)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(routes, forKey: .routes)
    try container.encode(parts, forKey: .parts)
    try container.encode(violations, forKey: .violations)
    try container.encode(trace, forKey: .trace)
    try container.encode(files, forKey: .files)
  }

  /// Lines for a reader at a terminal.
  func lines(_ instance: RoutingInstance) -> [String] {
    func written(_ amount: Int?) -> String { amount.map { instance.written(cost: $0) } ?? "–" }
    let summary = phrase(
      "solve.summary",
      [
        "cost": written(cost), "bound": written(bound), "gap": percent(optimalityGap),
        "status": phrase("status.\(solutionStatus.rawValue)"), "stop": phrase("stop.\(stopReason.rawValue)"),
        "seconds": String(format: "%.1f", seconds),
      ])
    let paid = parts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    return [summary, routesLine(routes, instance.rounding)]
      + (paid.count > 1 ? paid.map { "  \(phrase("solve.rule.\($0.key)")): \(written($0.value))" } : [])
      + violationLines(violations)
  }
}
