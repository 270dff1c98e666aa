import Synchronization
import Units

/// Writes down when each step of each stage began and ended, whichever thread works on it.
final class StageClock: Sendable {
  private let clock: MonotonicClock
  private let known = Mutex<[StageTiming]>([])

  /// In the order in which the steps began.
  var timings: [StageTiming] { known.withLock { $0 }.sorted { $0.from < $1.from } }

  init(_ clock: MonotonicClock) { self.clock = clock }

  var seconds: Double { clock.seconds }

  /// Seconds of the longest such step so far.
  func longest(_ stage: PlanStage, _ step: String) -> Double {
    timings.filter { $0.stage == stage.rawValue && $0.step == step }.map { $0.to - $0.from }.max() ?? 0
  }

  func time<Result>(_ stage: PlanStage, _ step: String, _ work: () throws -> Result) rethrows -> Result {
    let from = clock.seconds
    let result = try work()
    let timing = StageTiming(stage: stage.rawValue, step: step, from: from, to: clock.seconds)
    known.withLock { $0.append(timing) }
    return result
  }
}
