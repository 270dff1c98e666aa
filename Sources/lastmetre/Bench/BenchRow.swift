import Districts
import Foundation

/// One run of one instance.
struct BenchRow: Encodable, Sendable {
  var instance: String
  var seed: UInt64
  var threads: Int
  var seconds: Double
  var cost: Int?
  var bound: Int?
  var bestKnown: Int?
  /// (cost − best known) ÷ best known.
  var gapToBestKnown: Double?
  var proved: Bool
  var stopReason: Certificate.StopReason

  enum CodingKeys: String, CodingKey {
    case instance, seed, threads, seconds, cost, bound
    case bestKnown = "best_known"
    case gapToBestKnown = "gap_to_best_known"
    case proved
    case stopReason = "stop_reason"
  }

  init(_ solved: SolvedInstance, instance: String, limits: SolveLimits) {
    self.instance = instance
    (seed, threads, seconds) = (limits.seed, limits.threads, solved.seconds)
    cost = solved.verdict.violations.isEmpty ? solved.verdict.cost : nil
    bound = solved.bound
    bestKnown = BestKnown.cost(of: instance)
    if let cost, let bestKnown { gapToBestKnown = Double(cost - bestKnown) / Double(max(1, bestKnown)) }
    proved = solved.status == .optimal
    stopReason = solved.stop
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(instance, forKey: .instance)
    try container.encode(seed, forKey: .seed)
    try container.encode(threads, forKey: .threads)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encode(bestKnown, forKey: .bestKnown)
    try container.encode(gapToBestKnown.map { ($0 * 1e6).rounded() / 1e6 }, forKey: .gapToBestKnown)
    try container.encode(proved, forKey: .proved)
    try container.encode(stopReason, forKey: .stopReason)
  }

  static func columns() -> [String] {
    ["instance", "seed", "seconds", "cost", "bound", "best_known", "gap", "proved"].map { phrase("bench.column.\($0)") }
  }

  /// What a table shows, by column; unknown numbers as a dash.
  func cells() -> [String] {
    func shown(_ number: Int?) -> String { number.map { String($0) } ?? "–" }
    let gap: String = gapToBestKnown.map { String(format: "%+.2f %%", $0 * 100) } ?? "–"
    return [
      instance, String(seed), String(format: "%.1f", seconds), shown(cost), shown(bound), shown(bestKnown), gap,
      proved ? "✓" : "",
    ]
  }

  static let csvHeader = "instance,seed,threads,seconds,cost,bound,best_known,gap_to_best_known,proved,stop_reason"

  /// A line without its end; unknown numbers are empty.
  func csv() -> String {
    func shown(_ number: Int?) -> String { number.map { String($0) } ?? "" }
    let gap: String = gapToBestKnown.map { String(format: "%.6f", $0) } ?? ""
    let fields: [String] = [
      instance, String(seed), String(threads), String(format: "%.3f", seconds), shown(cost), shown(bound),
      shown(bestKnown), gap, proved ? "yes" : "no", stopReason.rawValue,
    ]
    return fields.joined(separator: ",")
  }
}
