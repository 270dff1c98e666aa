import Synchronization

/// Objectives as they were reported, from whichever thread.
final class ReportedPoints: Sendable {
  private let objectives = Mutex<[Double]>([])
  func add(_ objective: Double) { objectives.withLock { $0.append(objective) } }
  var all: [Double] { objectives.withLock { $0 } }
}
