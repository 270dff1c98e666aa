/// What a dive or a tree leaves of a person's cells.
struct CellChoices: Sendable, Hashable {
  /// The only cell allowed on a day, −1 for any; empty: all are free.
  var forced: [Int16] = []
  /// Cells that are not allowed.
  var shut: [Shut] = []
  struct Shut: Sendable, Hashable {
    var day: Int
    var cell: UInt16
  }

  static let all = CellChoices()

  var isFree: Bool { forced.isEmpty && shut.isEmpty }

  func allow(_ cell: Int, on day: Int) -> Bool {
    if !forced.isEmpty, forced[day] >= 0, Int(forced[day]) != cell { return false }
    return shut.isEmpty || !shut.contains { $0.day == day && Int($0.cell) == cell }
  }

  mutating func force(_ cell: UInt16, on day: Int, of days: Int) {
    if forced.isEmpty { forced = [Int16](repeating: -1, count: days) }
    forced[day] = Int16(clamping: Int(cell))
  }
}

extension PatternPool {
  /// Whether a pattern keeps to the choices. O(days forced + cells shut).
  func keeps(_ pattern: Int, to choices: CellChoices) -> Bool {
    for (day, only) in choices.forced.enumerated() where only >= 0 {
      if Int(cell(pattern, day)) != Int(only) { return false }
    }
    return choices.shut.allSatisfy { cell(pattern, $0.day) != $0.cell }
  }
}
