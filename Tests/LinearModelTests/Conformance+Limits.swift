import Dispatch
import Foundation
import LinearModel
import Synchronization
import Testing
import Units

/// A clock that goes on by one millisecond whenever somebody looks, and that tells who looks how often.
final class LookClock: Sendable {
  private let looks = Atomic<UInt64>(0)
  private let onLook: @Sendable (UInt64) -> Void
  init(onLook: @escaping @Sendable (UInt64) -> Void = { _ in }) { self.onLook = onLook }
  var clock: MonotonicClock {
    MonotonicClock { [self] in
      let look = looks.add(1, ordering: .relaxed).newValue
      onLook(look)
      return look * 1_000_000
    }
  }
}

extension Conformance {
  /// Market split: rows Σ a·x = ⌊Σ a ÷ 2⌋ with a in 0 … 99, on which branch and cut finds nothing for long.
  /// Source: Cornuéjols and Dawande, "A class of hard small 0–1 programs" (1999). Misses cost, so points are plenty.
  static func marketSplit(rows: Int, columns: Int, withMisses: Bool) -> Model {
    var random = SeededRandom(seed: 7)
    var model = Model()
    let x = (0..<columns).map { model.addBinary("x[\($0)]") }
    for i in 0..<rows {
      let a = x.map { _ in Double(random.below(100)) }
      let half = (a.reduce(0, +) / 2).rounded(.down)
      let misses = withMisses ? [1.0, -1].map { ($0, model.addVariable(cost: 1)) } : []
      _ = model.addRow("split[\(i)]", lower: half, upper: half) { row in
        for (coefficient, variable) in zip(a, x) { row.add(coefficient, variable) }
        for (coefficient, variable) in misses { row.add(coefficient, variable) }
      }
    }
    return model
  }

  func timeLimitWithoutIncumbent() throws {
    let model = Self.marketSplit(rows: 5, columns: 40, withMisses: false)
    let result = try solve(model) {
      $0.deadline = Deadline(clock: LookClock().clock, end: 400_000_000)
      $0.nodeLimit = 100_000
    }
    #expect(result.stop == .timeLimit)
    #expect(result.point == .unknown)
    #expect(result.values.isEmpty && result.objective == nil)
  }

  func timeLimitWithIncumbent() throws {
    let model = Self.marketSplit(rows: 4, columns: 30, withMisses: true)
    let found = Mutex<[Double]>([])
    let result = try solve(model) {
      $0.deadline = Deadline(clock: LookClock().clock, end: 3_000_000_000)
      $0.nodeLimit = 100_000
      $0.onIncumbent = { objective, _ in found.withLock { $0.append(objective) } }
    }
    #expect(result.stop == .timeLimit)
    #expect(result.point == .feasible)
    let reported = found.withLock { $0 }
    #expect(reported == reported.sorted(by: >) && isClose(reported.last, result.objective ?? .nan))
    #expect(try model.validated().worstViolation(of: result.values) == nil)
    #expect((result.bound ?? .infinity) < result.objective ?? -.infinity)
  }

  /// The same limit, the same nodes, the same answer: no clock is asked.
  func nodeLimitIsDeterministic() throws {
    let model = Self.marketSplit(rows: 4, columns: 30, withMisses: true)
    let runs = try (0..<2).map { _ in try solve(model) { $0.nodeLimit = 300 } }
    #expect(runs[0].stop == .nodeLimit)
    #expect(runs[0].point == .feasible)
    #expect(runs[0].values == runs[1].values)
    #expect(runs[0].bound == runs[1].bound)
    #expect(runs[0].nodes == runs[1].nodes && runs[0].iterations == runs[1].iterations)
  }

  func iterationLimit() throws {
    let model = Self.assignment(30)
    let result = try solve(model) { $0.iterationLimit = 5 }
    #expect(result.stop == .iterationLimit)
    #expect(result.point != .optimal)
    #expect(result.iterations <= 5)
    let primal = try solve(model) {
      $0.iterationLimit = 60
      $0.lpMethod = .primal
    }
    #expect(primal.stop == .iterationLimit)
    let optimum = try solve(model).objective ?? .nan
    for limit in stride(from: 10, through: 100, by: 10) {
      let stopped = try solve(model) { $0.iterationLimit = limit }
      if let bound = stopped.bound { #expect(bound <= optimum + 1e-6) }
      if let objective = stopped.objective { #expect(objective >= optimum - 1e-6) }
    }
  }

  /// Assignment of n to n with costs drawn from 1 … 1000.
  static func assignment(_ n: Int) -> Model {
    var random = SeededRandom(seed: 11)
    var model = Model()
    let x = (0..<n * n).map { _ in model.addVariable(cost: Double(1 + random.below(1000))) }
    for i in 0..<n {
      _ = model.addRow("out[\(i)]", lower: 1, upper: 1) { row in for j in 0..<n { row.add(1, x[i * n + j]) } }
      _ = model.addRow("in[\(i)]", lower: 1, upper: 1) { row in for j in 0..<n { row.add(1, x[j * n + i]) } }
    }
    return model
  }

  /// Cancelled by another thread as soon as the solver has looked up three times inside its first linear program.
  func cancelledFromAnotherThread() throws {
    let cancellation = Cancellation()
    let (wanted, cancelled) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    Thread.detachNewThread {
      wanted.wait()
      cancellation.cancel()
      cancelled.signal()
    }
    let clock = LookClock { look in
      if look == 6 {
        wanted.signal()
        cancelled.wait()
      }
    }
    let model = Self.assignment(60)
    let result = try solve(model) {
      $0.deadline = Deadline(clock: clock.clock, end: .max / 2, cancellation: cancellation)
    }
    #expect(result.stop == .cancelled)
    #expect(result.point == .unknown || result.point == .feasible)
    #expect(try solve(model).point == .optimal)
  }

  func cancelledBeforeItBegins() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let result = try solve(Self.assignment(3)) { $0.deadline = .never(cancellation: cancellation) }
    #expect(result.stop == .cancelled)
    #expect(result.point == .unknown)
  }

  func manyAtOnce() throws {
    let (model, done) = (Self.assignment(12), DispatchSemaphore(value: 0))
    let expected = try solve(model).objective
    let answers = Mutex<[Double?]>([])
    for _ in 0..<60 {
      Thread.detachNewThread {
        let result = try? self.solve(model)
        answers.withLock { $0.append(result?.point == .optimal ? result?.objective : nil) }
        done.signal()
      }
    }
    for _ in 0..<60 { done.wait() }
    #expect(answers.withLock { $0 } == Array(repeating: expected, count: 60))
  }
}
