import Foundation
import RosterSolver
import Synchronization
import Units

/// One better roster: when, at what cost, and what was proved by then.
struct Improvement: Encodable, Sendable {
  var seconds: Double
  var cost: Int
  var bound: Int?
  /// People missing to a hard minimum; left out where nobody is.
  var missing: Int?

  enum CodingKeys: String, CodingKey { case seconds, cost, bound, missing }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encodeIfPresent(missing, forKey: .missing)
  }
}

/// Gathers a run's improvements, from whatever thread they come, and shows them on standard error.
final class Improvements: Sendable {
  private let clock: MonotonicClock
  private let style: ProgressStyle
  private let found = Mutex<[Improvement]>([])

  init(clock: MonotonicClock, style: ProgressStyle) {
    self.clock = clock
    self.style = style
  }

  var all: [Improvement] { found.withLock { $0 } }

  func add(_ answer: RosterAnswer) {
    let improvement = Improvement(
      seconds: rounded(clock.seconds), cost: answer.objective.preference, bound: answer.bounds.last?.value ?? nil,
      missing: answer.objective.minimum > 0 ? answer.objective.minimum : nil)
    found.withLock { $0.append(improvement) }
    show(improvement)
  }

  private func show(_ improvement: Improvement) {
    switch style {
    case .none: return
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      if let data = try? encoder.encode(improvement) { printError(String(decoding: data, as: UTF8.self)) }
    case .auto where !Terminal.isCapable: return
    case .auto, .lines:
      printError(
        phrase(
          "solve.progress",
          [
            "seconds": String(format: "%.2f", improvement.seconds), "cost": String(improvement.cost),
            "bound": improvement.bound.map(String.init) ?? "–",
          ]))
    }
  }
}

/// Seconds to the millisecond.
func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
