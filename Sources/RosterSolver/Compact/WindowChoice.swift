import Rostering
import Units

/// Which people's days are decided anew next: drawn by where the cost is, as large as was lately proved in its share.
struct WindowChoice {
  enum Shape: Int, CaseIterable { case people, days, both }

  struct Window {
    var shape: Shape
    var people: [Int]
    var days: Range<Int>
  }

  static let firstSize = 600
  static let leastSize = 60
  static let mostSize = 4_000

  private let tables: CompactTables
  private var random: SeededRandom
  /// Columns of a window, and how often it lately brought something, by shape.
  private var sizes = [Int](repeating: firstSize, count: Shape.allCases.count)
  private var luck = [Double](repeating: 1, count: Shape.allCases.count)
  private let allColumns: Int

  init(_ tables: CompactTables, seed: UInt64) {
    self.tables = tables
    random = SeededRandom(seed: seed)
    allColumns = tables.columnCount(upTo: WindowChoice.mostSize)
  }

  /// Nothing larger is left to try.
  var isAtItsLargest: Bool { sizes.allSatisfy { $0 >= min(allColumns, WindowChoice.mostSize) } }

  mutating func next(_ costs: CostMap) -> Window {
    let shape = Shape.allCases[draw(luck)]
    let focus = draw(weights(costs.byDay))
    let size = sizes[shape.rawValue]
    switch shape {
    case .people: return window(shape, 0..<tables.dayCount, focus, size, costs)
    case .days: return window(shape, span(around: focus, size), focus, size, costs)
    case .both:
      let length = min(tables.dayCount, max(2, tables.dayCount / 8 + random.below(max(1, tables.dayCount / 3))))
      let first = max(0, min(tables.dayCount - length, focus - random.below(length)))
      return window(shape, first..<(first + length), focus, size, costs)
    }
  }

  /// Larger after a proof with nodes to spare, smaller without a proof.
  mutating func learn(_ window: Window, isBetter: Bool, isProved: Bool, isEasy: Bool) {
    let shape = window.shape.rawValue
    luck[shape] = max(0.1, 0.8 * luck[shape] + (isBetter ? 0.2 : 0))
    if !isProved {
      sizes[shape] = max(WindowChoice.leastSize, sizes[shape] * 3 / 4)
    } else if isEasy {
      sizes[shape] = min(max(allColumns, WindowChoice.leastSize), WindowChoice.mostSize, sizes[shape] * 5 / 4)
    }
  }

  /// Days around the focus with so many columns of all people, at least one.
  private func span(around focus: Int, _ size: Int) -> Range<Int> {
    func count(_ day: Int) -> Int {
      stride(from: day, to: tables.cellCount, by: tables.dayCount).reduce(0) { $0 + tables.columnCount($1) }
    }
    var (first, end, sum, isLeft) = (focus, focus + 1, count(focus), false)
    while end - first < tables.dayCount {
      isLeft = end == tables.dayCount || !isLeft && first > 0
      sum += count(isLeft ? first - 1 : end)
      if sum > size { break }
      if isLeft { first -= 1 } else { end += 1 }
    }
    return first..<end
  }

  /// People drawn one after another until the columns are enough, at least two.
  private mutating func window(
    _ shape: Shape, _ days: Range<Int>, _ focus: Int, _ size: Int, _ costs: CostMap
  ) -> Window {
    var odds = weights(costs.byPerson)
    for person in odds.indices where canHelp(person, on: focus, costs) { odds[person] += 4 }
    var (people, sum): ([Int], Int) = ([], 0)
    while people.count < odds.count, sum < size || people.count < 2 {
      let person = draw(odds)
      odds[person] = 0
      people.append(person)
      let base = person * tables.dayCount
      sum += days.reduce(0) { $0 + tables.columnCount(base + $1) }
    }
    return Window(shape: shape, people: people.sorted(), days: days)
  }

  private func canHelp(_ person: Int, on day: Int, _ costs: CostMap) -> Bool {
    !costs.lacking[day].isEmpty
      && tables.entries[person * tables.dayCount + day].contains { entry in
        tables.roster.options(of: entry).contains { costs.lacking[day].contains(Int(tables.roster.optionSeat[$0])) }
      }
  }

  /// 1 for everyone, and 4 more for an average share of the cost.
  private func weights(_ costs: [Int]) -> [Double] {
    let average = Double(costs.reduce(0, +)) / Double(max(1, costs.count))
    return costs.map { 1 + (average > 0 ? 4 * Double($0) / average : 0) }
  }

  /// An index, by odds that are not all 0.
  private mutating func draw(_ odds: [Double]) -> Int {
    var left = random.unit() * odds.reduce(0, +)
    for (index, one) in odds.enumerated() where one > 0 {
      left -= one
      if left < 0 { return index }
    }
    return odds.lastIndex { $0 > 0 } ?? 0
  }
}
