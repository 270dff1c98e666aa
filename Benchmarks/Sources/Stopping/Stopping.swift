import Dispatch
import GLPKBackend
import LinearModel
import Units

/// How long after it is cancelled, or after its time is over, a solve returns.
///
/// `swift run -c release --package-path Benchmarks Stopping`
@main struct Stopping {
  static func main() throws {
    let assignment = assignment(700)
    let split = marketSplit(rows: 6, columns: 50)
    for method in [LPMethod.dual, .primal, .interior] {
      try cancel("root LP, \(method)", assignment, after: 0.4) { $0.lpMethod = method }
    }
    try cancel("branch and cut", split, after: 0.5) { _ in }
    try limit("root LP", assignment, seconds: 0.5)
    try limit("branch and cut", split, seconds: 1)
  }

  static func cancel(
    _ what: String, _ model: Model, after seconds: Double, _ adjust: (inout SolveOptions) -> Void
  ) throws {
    let clock = MonotonicClock.system
    let cancellation = Cancellation()
    var options = SolveOptions()
    adjust(&options)
    options.deadline = .never(cancellation: cancellation)
    let start = clock.seconds
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { cancellation.cancel() }
    let result = try GLPKSolver().solve(model, options: options)
    let late = clock.seconds - start - seconds
    print("\(what): \(result.stop), \(result.point), \((late * 1000).rounded()) ms after being cancelled")
  }

  static func limit(_ what: String, _ model: Model, seconds: Double) throws {
    let clock = MonotonicClock.system
    var options = SolveOptions()
    let start = clock.seconds
    options.deadline = .after(seconds: seconds)
    let result = try GLPKSolver().solve(model, options: options)
    let late = clock.seconds - start - seconds
    print("\(what): \(result.stop), \(result.point), \((late * 1000).rounded()) ms after its \(seconds) s")
  }

  static func assignment(_ n: Int) -> Model {
    var random = SeededRandom(seed: 1)
    var model = Model()
    let x = (0..<n * n).map { _ in model.addVariable(cost: Double(1 + random.below(10_000))) }
    for i in 0..<n {
      _ = model.addRow(lower: 1, upper: 1) { row in for j in 0..<n { row.add(1, x[i * n + j]) } }
      _ = model.addRow(lower: 1, upper: 1) { row in for j in 0..<n { row.add(1, x[j * n + i]) } }
    }
    return model
  }

  static func marketSplit(rows: Int, columns: Int) -> Model {
    var random = SeededRandom(seed: 2)
    var model = Model()
    let x = (0..<columns).map { _ in model.addBinary() }
    for _ in 0..<rows {
      let a = x.map { _ in Double(random.below(100)) }
      let half = (a.reduce(0, +) / 2).rounded(.down)
      let (over, under) = (model.addVariable(cost: 1), model.addVariable(cost: 1))
      _ = model.addRow(lower: half, upper: half) { row in
        for (coefficient, variable) in zip(a, x) { row.add(coefficient, variable) }
        row.add(-1, over)
        row.add(1, under)
      }
    }
    return model
  }
}
