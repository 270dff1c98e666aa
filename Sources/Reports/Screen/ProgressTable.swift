import Districts

/// What people see of a plan in the making: a row a stage. Changed by what happens; drawn by `frame`.
///
/// Times are seconds of one clock, whichever the caller has; nothing here looks at one.
public struct ProgressTable: Sendable, Hashable {
  public enum Stage: String, Sendable, CaseIterable {
    case supply, distribution, carrying, roster, routes, audit, reports
  }
  public enum State: String, Sendable { case waiting, working, feasible, optimal, done }

  public struct Row: Sendable, Hashable {
    public var stage: Stage
    public var state = State.waiting
    public var levels: [CertifiedLevel] = []
    /// In the pieces of work that have ended.
    var spent = 0.0
    /// When the piece of work under way began.
    var since: Double?

    func seconds(at now: Double) -> Double { spent + (since.map { max(0, now - $0) } ?? 0) }

    /// The first level that is not proved, which the work is about; when all are, the last.
    var level: CertifiedLevel? { levels.first { $0.optimalityGap != 0 } ?? levels.last }
  }

  public private(set) var rows = Stage.allCases.map { Row(stage: $0) }
  /// Somebody asked to stop: the best plan so far is being written.
  public var isInterrupted = false

  public init() {}

  public mutating func begin(_ stage: Stage, at now: Double) {
    change(stage) { row in
      row.state = .working
      row.since = row.since ?? now
    }
  }

  /// Levels as they are now; the work goes on.
  public mutating func update(_ stage: Stage, _ levels: [CertifiedLevel]) {
    change(stage) { $0.levels = levels }
  }

  public mutating func end(_ stage: Stage, _ state: State, at now: Double) {
    change(stage) { row in
      row.spent = row.seconds(at: now)
      row.since = nil
      row.state = state
    }
  }

  /// Stages that were not planned need no row.
  public mutating func removeWaiting(_ stages: [Stage]) {
    rows.removeAll { $0.state == .waiting && stages.contains($0.stage) }
  }

  private mutating func change(_ stage: Stage, _ body: (inout Row) -> Void) {
    for index in rows.indices where rows[index].stage == stage { body(&rows[index]) }
  }
}
