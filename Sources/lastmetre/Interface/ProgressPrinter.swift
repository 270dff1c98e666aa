import Districts
import Foundation
import Planning
import Reports
import Units

/// Progress on standard error: a live table on a terminal, else a line a step; `json`: an object a line.
final class ProgressPrinter: Sendable {
  private let style: ProgressStyle
  private let table: LiveTable?

  private struct Line: Encodable {
    var seconds: Double
    var stage: String
    var status: String
    var levels: [CertifiedLevel]
  }

  init(style: ProgressStyle, clock: MonotonicClock) {
    self.style = style
    table = style == .auto && Terminal.isCapable ? LiveTable(clock: clock) : nil
  }

  var listener: ProgressListener {
    ProgressListener(wantsBetter: { [table] in table?.isDue() ?? false }, tell: show)
  }

  private func show(_ progress: PlanProgress) {
    if let table { return table.change { $0.take(progress.event, at: $1) } }
    guard case .found(let stage, let certificate) = progress.event else { return }
    switch style {
    case .none: return
    case .json:
      let line = Line(
        seconds: progress.seconds, stage: stage.rawValue, status: certificate.solutionStatus.rawValue,
        levels: certificate.levels)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      if let data = try? encoder.encode(line) { printError(String(decoding: data, as: UTF8.self)) }
    case .auto, .lines:
      let levels = certificate.levels.map { level in
        "\(phrase("level.\(level.name.rawValue)")) \(level.objective) / \(level.bound.map(String.init) ?? "–")"
      }
      printError(
        phrase(
          "progress.line",
          [
            "seconds": String(format: "%.2f", progress.seconds), "stage": phrase("stage.\(stage.rawValue)"),
            "levels": levels.joined(separator: phrase("punctuation.list")),
          ]))
    }
  }

  /// From here on the terminal's last lines belong to the table, until `finish`.
  func start() { table?.start() }

  /// The plan is there and judged; its files are next.
  func beginReports() {
    table?.change { table, now in
      table.end(.audit, .done, at: now)
      table.begin(.reports, at: now)
    }
  }

  func endReports() {
    table?.change { $0.end(.reports, .done, at: $1) }
    finish()
  }

  func sayInterrupted() {
    guard let table else { return printError(phrase("progress.interrupted")) }
    table.change { table, _ in table.isInterrupted = true }
  }

  /// Leaves the terminal as it was, with the last frame on it.
  func finish() { table?.finish() }
}

extension ProgressTable {
  fileprivate mutating func take(_ event: PlanProgress.Event, at now: Double) {
    switch event {
    case .began(let stage): begin(row(stage), at: now)
    case .better(let stage, let levels): update(row(stage), levels)
    case .found(let stage, let certificate):
      update(row(stage), certificate.levels)
      end(row(stage), certificate.solutionStatus == .optimal ? .optimal : .feasible, at: now)
    case .judging:
      removeWaiting([.supply, .distribution, .carrying, .roster, .routes])
      begin(.audit, at: now)
    }
  }

  private func row(_ stage: PlanStage) -> Stage {
    switch stage {
    case .supply: .supply
    case .distribution: .distribution
    case .carrying: .carrying
    case .roster: .roster
    case .routes: .routes
    }
  }
}
