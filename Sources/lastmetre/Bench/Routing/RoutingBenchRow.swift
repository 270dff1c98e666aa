import Foundation

/// One run of one solver on one instance.
struct RoutingBenchRow: Encodable, Sendable {
  var group: String
  var instance: String
  var clients: Int
  var solver: String
  var seed: UInt64
  /// What it was given, and what it took.
  var timeLimit: Double?
  var seconds: Double
  /// Costs in units of which `costScale` make one of the file's; nil: no plan that keeps all rules.
  var cost: Int?
  var costScale: Int
  var routes: Int?
  var bound: Int?
  var bestKnown: Int?
  var bestKnownRoutes: Int?
  /// (cost − best known) ÷ best known, at 10 s and at the end; nil with more vehicles than the best known plan where
  /// these come first.
  var gapAt10: Double?
  var gap: Double?
  /// (best known − bound) ÷ best known.
  var boundGap: Double?
  /// When the first plan was there.
  var firstSeconds: Double?
  var trace: [Improvement]
  /// The engine and the check disagreed: an error of the program.
  var isRefused = false

  enum CodingKeys: String, CodingKey {
    case group, instance, clients, solver, seed
    case timeLimit = "time_limit"
    case seconds, cost
    case costScale = "cost_scale"
    case routes, bound
    case bestKnown = "best_known"
    case bestKnownRoutes = "best_known_routes"
    case gapAt10 = "gap_at_10"
    case gap
    case boundGap = "bound_gap"
    case firstSeconds = "first_seconds"
    case trace
  }

  init(
    _ instance: RoutingSuiteInstance, _ routing: PublicRouting, solver: String, seed: UInt64, timeLimit: Double?,
    bestKnown: RoutingBestKnown?, result: RoutingRunResult
  ) {
    group = instance.group.rawValue
    self.instance = instance.name
    clients = routing.instance.problem.clients.count
    (self.solver, self.seed, self.timeLimit) = (solver, seed, timeLimit)
    (seconds, cost, routes, bound) = (result.seconds, result.cost, result.routes, result.bound)
    costScale = routing.instance.rounding.scale
    (self.bestKnown, bestKnownRoutes) = (bestKnown?.cost, bestKnown?.routes)
    trace = result.trace
    let whole = trace.filter { $0.missing == nil }
    firstSeconds = whole.first?.seconds
    let early = whole.last { $0.seconds <= 10 }
    gap = Self.gap(cost, routes, bestKnown)
    gapAt10 = Self.gap(result.costAt10 ?? early?.cost, early?.routes, bestKnown)
    if let bound, let best = bestKnown?.cost { boundGap = Double(best - bound) / Double(max(1, best)) }
  }

  private static func gap(_ cost: Int?, _ routes: Int?, _ best: RoutingBestKnown?) -> Double? {
    guard let cost, let best else { return nil }
    if let fewest = best.routes { guard let routes, routes <= fewest else { return nil } }
    return Double(cost - best.cost) / Double(max(1, best.cost))
  }

  static func columns() -> [String] {
    ["instance", "solver", "seed", "seconds", "cost", "best_known", "gap_at_10", "gap", "bound_gap"].map {
      phrase("bench.column.\($0)")
    }
  }

  /// What a table shows, by column; unknown numbers as a dash.
  func cells() -> [String] {
    func written(_ amount: Int?, _ routes: Int?) -> String {
      guard let amount else { return "–" }
      let text = costScale == 1 ? String(amount) : String(format: "%.1f", Double(amount) / Double(costScale))
      return bestKnownRoutes == nil ? text : "\(routes.map(String.init) ?? "–"): \(text)"
    }
    return [
      instance, solver, String(seed), String(format: "%.1f", seconds), written(cost, routes),
      written(bestKnown, bestKnownRoutes), signed(gapAt10), signed(gap), signed(boundGap),
    ]
  }

  static let csvHeader =
    "group,instance,clients,solver,seed,time_limit,seconds,cost,cost_scale,routes,bound,best_known,best_known_routes,"
    + "gap_at_10,gap,bound_gap,first_seconds"

  /// A line without its end; unknown numbers are empty.
  func csv() -> String {
    func shown(_ number: Int?) -> String { number.map { String($0) } ?? "" }
    func share(_ number: Double?) -> String { number.map { String(format: "%.6f", $0) } ?? "" }
    func time(_ number: Double?) -> String { number.map { String(format: "%.3f", $0) } ?? "" }
    let fields: [String] = [
      group, instance, String(clients), "\"\(solver)\"", String(seed), time(timeLimit), time(seconds), shown(cost),
      String(costScale), shown(routes), shown(bound), shown(bestKnown), shown(bestKnownRoutes), share(gapAt10),
      share(gap), share(boundGap), time(firstSeconds),
    ]
    return fields.joined(separator: ",")
  }
}

/// What a solver's run came to.
struct RoutingRunResult: Sendable {
  var seconds: Double
  var cost: Int?
  var routes: Int?
  var bound: Int?
  var costAt10: Int?
  var trace: [Improvement]
}

extension RoutingRunResult {
  /// - Parameter solved: nil where the engine and the check disagree.
  init(_ solved: SolvedRouting?, seconds: Double) {
    self.seconds = solved?.seconds ?? seconds
    let isWhole = solved?.verdict.violations.isEmpty == true
    (cost, routes) = (isWhole ? solved?.verdict.cost : nil, isWhole ? solved?.verdict.routes : nil)
    (bound, trace) = (solved?.bound, solved?.trace ?? [])
  }
}

/// `+0.12 %`
func signed(_ share: Double?) -> String { share.map { String(format: "%+.2f %%", $0 * 100) } ?? "–" }

/// The mean over all runs of a group with one solver.
struct RoutingBenchMean: Encodable, Sendable {
  var group: String
  var solver: String
  var runs: Int
  /// Runs whose plan keeps all rules, with the best known number of vehicles where that comes first.
  var comparable: Int
  var gapAt10: Double?
  var gap: Double?
  var boundGap: Double?

  enum CodingKeys: String, CodingKey {
    case group, solver, runs, comparable
    case gapAt10 = "gap_at_10"
    case gap
    case boundGap = "bound_gap"
  }

  /// In the order of the rows. A mean over some runs only would flatter: nil where one has no gap.
  static func all(_ rows: [RoutingBenchRow]) -> [RoutingBenchMean] {
    struct Key: Hashable {
      var group: String
      var solver: String
    }
    var order: [Key] = []
    var byKey: [Key: [RoutingBenchRow]] = [:]
    for row in rows {
      let key = Key(group: row.group, solver: row.solver)
      if byKey[key] == nil { order.append(key) }
      byKey[key, default: []].append(row)
    }
    func mean(_ values: [Double?]) -> Double? {
      let known = values.compactMap { $0 }
      return known.count == values.count && !known.isEmpty ? known.reduce(0, +) / Double(known.count) : nil
    }
    return order.map { key in
      let rows = byKey[key] ?? []
      return RoutingBenchMean(
        group: key.group, solver: key.solver, runs: rows.count, comparable: rows.count { $0.gap != nil },
        gapAt10: mean(rows.map(\.gapAt10)), gap: mean(rows.map(\.gap)), boundGap: mean(rows.map(\.boundGap)))
    }
  }

  static func columns() -> [String] {
    ["group", "solver", "runs", "gap_at_10", "gap", "bound_gap"].map { phrase("bench.column.\($0)") }
  }

  func cells() -> [String] {
    let shown = comparable == runs ? String(runs) : "\(comparable)/\(runs)"
    return [phrase("bench.group.\(group)"), solver, shown, signed(gapAt10), signed(gap), signed(boundGap)]
  }
}
