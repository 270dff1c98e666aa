import Foundation
import RosterSolver
import Synchronization
import Units

/// One better roster or plan of routes: when, at what cost, and what was proved by then.
struct Improvement: Encodable, Sendable {
  var seconds: Double
  var cost: Int
  var bound: Int?
  /// People missing to a hard minimum, or clients left out who should be visited; left out where nobody is.
  var missing: Int?
  /// Vehicles that go anywhere; left out for rosters.
  var routes: Int?

  enum CodingKeys: String, CodingKey { case seconds, cost, bound, missing, routes }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(seconds, forKey: .seconds)
    try container.encode(cost, forKey: .cost)
    try container.encode(bound, forKey: .bound)
    try container.encodeIfPresent(missing, forKey: .missing)
    try container.encodeIfPresent(routes, forKey: .routes)
  }
}

/// Gathers a run's improvements, from whatever thread they come, and shows them on standard error.
final class Improvements: Sendable {
  private let clock: MonotonicClock
  private let style: ProgressStyle
  /// A cost as the reader knows it.
  private let written: @Sendable (Int) -> String
  private let found = Mutex<[Improvement]>([])

  init(clock: MonotonicClock, style: ProgressStyle, written: @escaping @Sendable (Int) -> String = { String($0) }) {
    self.clock = clock
    self.style = style
    self.written = written
  }

  var all: [Improvement] { found.withLock { $0 } }

  func add(_ answer: RosterAnswer) {
    add(
      Improvement(
        seconds: rounded(clock.seconds), cost: answer.objective.preference, bound: answer.bounds.last?.value ?? nil,
        missing: answer.objective.minimum > 0 ? answer.objective.minimum : nil))
  }

  func add(_ improvement: Improvement) {
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
            "seconds": String(format: "%.2f", improvement.seconds), "cost": written(improvement.cost),
            "bound": improvement.bound.map(written) ?? "–",
          ]))
    }
  }
}

/// Seconds to the millisecond.
func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }
