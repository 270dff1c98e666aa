import Districts
import Foundation
import Planning

/// Progress on standard error: a line a step on a terminal, a JSON object a line with `--progress json`.
struct ProgressPrinter: Sendable {
  let style: ProgressStyle

  private struct Line: Encodable {
    var seconds: Double
    var stage: String
    var status: String
    var levels: [CertifiedLevel]
  }

  func show(_ progress: PlanProgress) {
    switch style {
    case .none: return
    case .json:
      let line = Line(
        seconds: progress.seconds, stage: progress.stage.rawValue,
        status: progress.certificate.solutionStatus.rawValue, levels: progress.certificate.levels)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      if let data = try? encoder.encode(line) { printError(String(decoding: data, as: UTF8.self)) }
    case .auto:
      guard isatty(STDERR_FILENO) != 0 else { return }
      let levels = progress.certificate.levels.map { level in
        "\(phrase("level.\(level.name.rawValue)")) \(level.objective) / \(level.bound.map(String.init) ?? "–")"
      }
      printError(
        phrase(
          "progress.line",
          [
            "seconds": String(format: "%.2f", progress.seconds), "stage": phrase("stage.\(progress.stage.rawValue)"),
            "levels": levels.joined(separator: phrase("punctuation.list")),
          ]))
    }
  }
}
