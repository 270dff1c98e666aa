import LinearModel
import Testing
import Units

/// What every `LinearSolver` must do, whichever it is.
struct Conformance: Sendable {
  let solver: any LinearSolver

  func solve(_ model: Model, _ adjust: (inout SolveOptions) -> Void = { _ in }) throws -> LinearResult {
    var options = SolveOptions()
    adjust(&options)
    return try solver.solve(model, options: options)
  }
}

func isClose(_ a: Double?, _ b: Double, within tolerance: Double = 1e-6) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= tolerance * (1 + abs(b))
}
