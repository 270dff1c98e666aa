import Wording

/// How a frame is drawn.
public struct FrameStyle: Sendable, Hashable {
  /// Columns of the terminal.
  public var width: Int
  public var language: Language
  public var hasColour: Bool
  public init(width: Int, language: Language, hasColour: Bool) {
    self.width = width
    self.language = language
    self.hasColour = hasColour
  }
}

extension ProgressTable {
  private enum Column: String, CaseIterable { case stage, level, objective, bound, gap, seconds, state }
  /// What a narrow terminal goes without, the least missed first.
  private static let dispensable: [Column] = [.bound, .level, .seconds, .objective]

  private struct Line {
    var cells: [Column: String]
    var state: State?
  }

  /// The lines of the table at the time `now`, none wider than the terminal less one column, so that none wraps.
  public func frame(at now: Double, _ style: FrameStyle) -> [String] {
    func say(_ key: String, _ values: [String: String] = [:]) -> String {
      Catalogue.text(key, values, in: style.language)
    }
    var header: [Column: String] = [:]
    for column in Column.allCases { header[column] = say("progress.column.\(column.rawValue)") }
    let lines = [Line(cells: header)] + rows.map { line($0, at: now, say: { say($0) }) }
    let limit = max(1, style.width - 1)
    var columns = Column.allCases
    for column in Self.dispensable where total(columns, lines) > limit { columns.removeAll { $0 == column } }
    let widths = columns.map { width($0, lines) }
    let drawn = lines.map { line in
      let text = zip(columns, widths).map { column, width in
        (line.cells[column] ?? "").padded(toColumns: width, onTheLeft: Self.isNumber(column))
      }.joined(separator: "  ")
      return coloured(text.trimmingBlanks.clipped(toColumns: limit), line.state, style)
    }
    let note = isInterrupted ? say("progress.interrupted") : say("progress.hint", ["seconds": tenths(now)])
    return drawn + [note.clipped(toColumns: limit)]
  }

  private func line(_ row: Row, at now: Double, say: (String) -> String) -> Line {
    var cells: [Column: String] = [
      .stage: say("progress.stage.\(row.stage.rawValue)"), .state: say("progress.state.\(row.state.rawValue)"),
    ]
    if row.state != .waiting { cells[.seconds] = tenths(row.seconds(at: now)) }
    if let level = row.level {
      cells[.level] = say("progress.level.\(level.name.rawValue)")
      cells[.objective] = grouped(level.objective)
      cells[.bound] = level.bound.map(grouped) ?? "-"
      cells[.gap] = level.optimalityGap == nil ? "-" : percent(level.optimalityGap)
    }
    return Line(cells: cells, state: row.state)
  }

  private static func isNumber(_ column: Column) -> Bool {
    switch column {
    case .objective, .bound, .gap, .seconds: true
    case .stage, .level, .state: false
    }
  }

  private func width(_ column: Column, _ lines: [Line]) -> Int {
    lines.map { ($0.cells[column] ?? "").columns }.max() ?? 0
  }

  private func total(_ columns: [Column], _ lines: [Line]) -> Int {
    columns.reduce(0) { $0 + width($1, lines) } + 2 * (columns.count - 1)
  }

  /// The head bold, rows not yet begun faint, proved and done rows green.
  private func coloured(_ text: String, _ state: State?, _ style: FrameStyle) -> String {
    guard style.hasColour else { return text }
    switch state {
    case nil: return "\u{1B}[1m\(text)\u{1B}[0m"
    case .waiting: return "\u{1B}[2m\(text)\u{1B}[0m"
    case .optimal, .done: return "\u{1B}[32m\(text)\u{1B}[0m"
    case .working, .feasible: return text
    }
  }
}

/// 12.34 → `12.3`.
private func tenths(_ seconds: Double) -> String {
  let tenths = Int((max(0, min(seconds, 1e9)) * 10).rounded(.down))
  return "\(tenths / 10).\(tenths % 10)"
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
