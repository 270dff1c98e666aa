import Tabulation
import Wording

/// How wide the columns of a table are: a Chinese character takes the room of two others.
struct ColumnLayout {
  static let least = 6
  /// What is longer is broken into lines.
  static let most = 60

  var widths: [Int]
  var isWrapped: [Bool]

  init(_ table: SheetTable) {
    // Beside a title there is the filter's button.
    var longest = table.titles.map { $0.columns + 3 }
    for cells in table.rows {
      for (column, cell) in cells.enumerated().prefix(longest.count) {
        longest[column] = max(longest[column], Self.width(of: cell))
      }
    }
    widths = longest.map { min(Self.most, max(Self.least, $0 + 1)) }
    isWrapped = longest.map { $0 + 1 > Self.most }
    if widths.isEmpty { widths = [Self.least] }
  }

  private static func width(of cell: SheetCell) -> Int {
    switch cell {
    // Thousands are parted.
    case .number, .decimal: cell.text.utf8.count * 4 / 3
    case .share: 9
    default: cell.text.columns
    }
  }
}
