import CGLPK
import Dispatch
import LinearModel
import Synchronization
import Units

/// One solve: what C reads, what it writes, and what the caller may see of it while it runs.
///
/// The solving thread owns everything here until `done` is signalled; before that only `progress` is shared.
final class SolveJob: @unchecked Sendable {
  /// The best point so far and the best bound.
  struct Progress: Sendable {
    var objective: Double?
    var values: [Double] = []
    var bound: Double?
    var isAbandoned = false
  }

  let arena = Arena()
  var change = lm_change()
  var settings = lm_settings()
  var outcome = lm_outcome()
  let values: UnsafeMutablePointer<Double>
  let reducedCosts: UnsafeMutablePointer<Double>
  let ray: UnsafeMutablePointer<Double>
  let duals: UnsafeMutablePointer<Double>
  let farkas: UnsafeMutablePointer<Double>
  let rowStatus: UnsafeMutablePointer<Int32>
  let columnStatus: UnsafeMutablePointer<Int32>
  let columns: Int
  let rows: Int
  /// The model has whole-number columns and they count.
  let isMixed: Bool
  let done = DispatchSemaphore(value: 0)
  let progress = Mutex(Progress())
  let deadline: Deadline
  private let onIncumbent: (@Sendable (Double, [Double]) -> Void)?

  static let integerTolerance = 1e-6

  init(columns: Int, rows: Int, isMixed: Bool, options: SolveOptions) {
    self.columns = columns
    self.rows = rows
    self.isMixed = isMixed
    deadline = options.deadline
    onIncumbent = options.onIncumbent
    values = arena.room(columns, of: Double.self)
    reducedCosts = arena.room(columns, of: Double.self)
    ray = arena.room(columns, of: Double.self)
    duals = arena.room(rows, of: Double.self)
    farkas = arena.room(rows, of: Double.self)
    rowStatus = arena.room(rows, of: Int32.self)
    columnStatus = arena.room(columns, of: Int32.self)
    (outcome.values, outcome.reduced_costs, outcome.ray) = (values, reducedCosts, ray)
    (outcome.duals, outcome.farkas) = (duals, farkas)
    (outcome.row_status, outcome.column_status) = (rowStatus, columnStatus)
    fill(options)
  }

  private func fill(_ options: SolveOptions) {
    settings.relaxed = options.relaxed ? 1 : 0
    settings.method =
      switch options.lpMethod {
      case .dual: Int32(LM_DUAL)
      case .primal: Int32(LM_PRIMAL)
      case .interior: Int32(LM_INTERIOR)
      }
    settings.presolve = options.presolve ? 1 : 0
    settings.iteration_limit = Self.limit(options.iterationLimit)
    settings.node_limit = Self.limit(options.nodeLimit)
    let left = options.deadline.end == nil ? .infinity : options.deadline.secondsLeft
    settings.time_limit_ms = left.isFinite ? Int32(min(2e9, (left * 1000).rounded(.up))) : Int32.max
    settings.relative_gap = options.relativeGap.isFinite ? max(0, options.relativeGap) : 0
    settings.integer_tolerance = Self.integerTolerance
    settings.integral_objective = options.integralObjective ? 1 : 0
    settings.cuts = options.cuts.rawValue
    settings.branching = options.branching.number
    settings.backtracking = options.backtracking.number
    settings.wants_certificate = 1
    if let incumbent = options.incumbent { settings.incumbent = UnsafePointer(arena.copy([0] + incumbent)) }
    settings.info = Unmanaged.passUnretained(self).toOpaque()
    settings.should_stop = { info in
      guard let info else { return 0 }
      return Unmanaged<SolveJob>.fromOpaque(info).takeUnretainedValue().shouldStop ? 1 : 0
    }
    settings.on_incumbent = { info, objective, values, bound in
      guard let info else { return }
      Unmanaged<SolveJob>.fromOpaque(info).takeUnretainedValue().found(objective, values, bound)
    }
  }

  private static func limit(_ value: Int?) -> Int32 { value.map { Int32(clamping: max(0, $0)) } ?? Int32.max }

  /// GLPK's own time limit comes first: it leaves a basis and a bound behind, a jump leaves nothing.
  private var shouldStop: Bool {
    if deadline.cancellation.isCancelled { return true }
    guard let end = deadline.end else { return false }
    return deadline.clock.nanoseconds() >= end &+ 30_000_000
  }

  /// Under the lock, so that nothing is reported once the caller has left.
  private func found(_ objective: Double, _ values: UnsafePointer<Double>, _ bound: Double) {
    let point = Array(UnsafeBufferPointer(start: values, count: columns))
    progress.withLock { state in
      state.objective = objective
      state.values = point
      state.bound = bound
      if !state.isAbandoned { onIncumbent?(objective, point) }
    }
  }

  func array(_ pointer: UnsafeMutablePointer<Double>, _ count: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: pointer, count: count))
  }
}
