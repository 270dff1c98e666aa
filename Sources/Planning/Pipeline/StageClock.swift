import Units

/// Writes down when each step of each stage began and ended.
final class StageClock {
  private let clock: MonotonicClock
  private(set) var timings: [StageTiming] = []

  init(_ clock: MonotonicClock) { self.clock = clock }

  func time<Result>(_ stage: PlanStage, _ step: String, _ work: () throws -> Result) rethrows -> Result {
    let from = clock.seconds
    let result = try work()
    timings.append(StageTiming(stage: stage.rawValue, step: step, from: from, to: clock.seconds))
    return result
  }
}
