import Districts
import FormatChecks
import Foundation

/// A solved instance as JSON and as text.
struct SolveReport: Encodable {
  var instance: String
  var format: String
  var seed: UInt64
  var threads: Int
  var cost: Int?
  var bound: Int?
  var optimalityGap: Double?
  var solutionStatus: Certificate.SolutionStatus
  var stopReason: Certificate.StopReason
  var seconds: Double
  /// What each rule costs.
  var parts: [String: Int]
  var violations: [ShownViolation]
  var trace: [Improvement]
  /// What was written.
  var files: [String]

  struct ShownViolation: Encodable {
    var rule: String
    var place: String
    var amount: Int
    init(_ violation: FormatViolation) {
      rule = violation.rule.rawValue
      place = violation.place
      amount = violation.amount
    }
  }

  enum CodingKeys: String, CodingKey {
    case instance, format, seed, threads, cost, bound
    case optimalityGap = "optimality_gap"
    case solutionStatus = "solution_status"
    case stopReason = "stop_reason"
    case seconds, parts, violations, trace, files
  }

  init(_ solved: SolvedInstance, instance: String, format: String, limits: SolveLimits, files: [String]) {
    self.instance = instance
    self.format = format
    (seed, threads) = (limits.seed, limits.threads)
    cost = solved.isWorthWriting ? solved.verdict.cost : nil
    (bound, optimalityGap) = (solved.bound, solved.gap)
    (solutionStatus, stopReason, seconds) = (solved.status, solved.stop, solved.seconds)
    parts = Dictionary(
      solved.verdict.parts.map { ($0.rule.rawValue, $0.cost) }, uniquingKeysWith: { first, _ in first })
    violations = solved.verdict.violations.map(ShownViolation.init)
    trace = solved.trace
    self.files = files
  }

  /// `null` where a number is not known: a key that is sometimes there helps nobody.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(instance, forKey: .instance)
    try container.encode(format, forKey: .format)
    try container.encode(seed, forKey: .seed)
    try container.encode(threads, forKey: .threads)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encode(optimalityGap, forKey: .optimalityGap)
    try container.encode(solutionStatus, forKey: .solutionStatus)
    try container.encode(stopReason, forKey: .stopReason)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(parts, forKey: .parts)
    try container.encode(violations, forKey: .violations)
    try container.encode(trace, forKey: .trace)
    try container.encode(files, forKey: .files)
  }

  /// Lines for a reader at a terminal.
  func lines() -> [String] {
    var lines = [
      phrase(
        "solve.summary",
        [
          "cost": cost.map(String.init) ?? "–", "bound": bound.map(String.init) ?? "–", "gap": percent(optimalityGap),
          "status": phrase("status.\(solutionStatus.rawValue)"), "stop": phrase("stop.\(stopReason.rawValue)"),
          "seconds": String(format: "%.1f", seconds),
        ])
    ]
    let paid = parts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    lines += paid.map { "  \(phrase("solve.rule.\($0.key)")): \($0.value)" }
    return lines + violationLines(violations)
  }
}

/// The first breaches of hard rules, and how many more there are.
func violationLines(_ violations: [SolveReport.ShownViolation]) -> [String] {
  let shown = violations.prefix(20).map { violation in
    phrase(
      "solve.violation",
      [
        "rule": phrase("solve.rule.\(violation.rule)"), "place": violation.place, "amount": String(violation.amount),
      ])
  }
  return shown + (violations.count > 20 ? ["…"] : [])
}

/// `0.12 %`; rounded up, so that only a proved optimum shows 0.
func percent(_ share: Double?) -> String {
  guard let share else { return "–" }
  return String(format: "%.2f %%", (share * 10_000).rounded(.up) / 100)
}
