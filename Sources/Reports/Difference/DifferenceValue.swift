import Comparing
import Units
import Wording

/// How figures and levels are written where plans stand side by side.
enum DifferenceValue {
  static func text(_ name: FigureChange.Name, _ value: Int?) -> String {
    guard let value else { return "–" }
    switch name {
    case .lastServed:
      let day = value.dividedRoundingDown(by: 1440)
      let minute = value - day * 1440
      let text = padded(minute / 60, to: 2) + ":" + padded(minute % 60, to: 2)
      return text + (day > 0 ? "+\(day)" : "")
    case .meanMinutes, .mostMinutes, .spreadMinutes: return hours(value)
    case .metres: return kilometres(value)
    default: return grouped(value)
    }
  }

  /// `7:30`
  static func hours(_ minutes: Int) -> String { "\(grouped(minutes / 60)):" + padded(minutes % 60, to: 2) }

  /// `1,234 (≥ 1,200)`; nothing beside it where it is proved.
  static func text(_ worth: LevelChange.Worth) -> String {
    let bound = worth.bound.map { $0 == worth.objective ? "" : " (≥ \(grouped($0)))" }
    return grouped(worth.objective) + (bound ?? " (≥ ?)")
  }
}

/// Rows as lines: the first column and, of `left`, others flush left, the rest flush right; an empty line below.
func aligned(_ rows: [[String]], left: Set<Int> = [3]) -> [String] {
  guard let columns = rows.first?.count else { return [] }
  let widths = (0..<columns).map { column in rows.map { $0[column].columns }.max() ?? 0 }
  return rows.map { row in
    let cells = row.indices.map { column in
      row[column].padded(toColumns: widths[column], onTheLeft: column > 0 && !left.contains(column))
    }
    var line = cells.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  } + [""]
}
