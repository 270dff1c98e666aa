import Rostering
import Units

/// Who is solved for anew together: people by chance, people who could mend a row of cover that costs, people who do
/// the same. Ways that helped come up more often.
/// Source: Ropke and Pisinger, "An adaptive large neighborhood search heuristic" (2006), for the weights.
struct PeopleChoice {
  enum Way: Int, CaseIterable { case chance, row, alike }

  private let tables: PatternTables
  private var random: SeededRandom
  private var weights = [Double](repeating: 1, count: Way.allCases.count)
  private(set) var way = Way.chance
  /// Who may be in a row: mayTake[row × people + person].
  private let mayTake: [Bool]

  init(_ tables: PatternTables, seed: UInt64) {
    self.tables = tables
    random = SeededRandom(seed: seed)
    var mayTake = [Bool](repeating: false, count: tables.cover.rowCount * tables.personCount)
    for person in 0..<tables.personCount {
      for day in 0..<tables.dayCount {
        for option in tables.options(person, day) {
          tables.forEachCoverRow(person, day, cell: Int(tables.optionCell[option])) { row in
            mayTake[row * tables.personCount + person] = true
          }
        }
      }
    }
    self.mayTake = mayTake
  }

  /// Ascending. O(people × days + rows).
  mutating func choose(_ count: Int, _ roster: PatternRoster) -> [Int] {
    guard count < tables.personCount else { return Array(0..<tables.personCount) }
    way = Way(rawValue: drawn(weights)) ?? .chance
    let score: [Double]
    switch way {
    case .chance: score = (0..<tables.personCount).map { _ in random.unit() }
    case .row: score = scoresByRow(roster)
    case .alike: score = scoresByLikeness(roster)
    }
    let order = (0..<tables.personCount).sorted { (-score[$0], $0) < (-score[$1], $1) }
    return order.prefix(count).sorted()
  }

  /// After the people that were chosen last were solved for.
  mutating func note(isBetter: Bool) {
    weights[way.rawValue] = max(0.3, weights[way.rawValue] * 0.93 + (isBetter ? 0.5 : 0))
  }

  /// A place by its weight.
  private mutating func drawn(_ weights: [Double]) -> Int {
    var left = random.unit() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return weights.count - 1
  }

  /// Those who may be in a row that costs something, and whose next days differ from what is missing there.
  private mutating func scoresByRow(_ roster: PatternRoster) -> [Double] {
    let costs = (0..<tables.cover.rowCount).map { row in
      max(0, tables.cover.value(row, Int(roster.counts[row]))) / LevelWeights.scale
    }
    // Roots: many small faults against few great ones.
    let row = drawn(costs.map { $0.squareRoot() + 0.01 })
    return (0..<tables.personCount).map { person in
      random.unit() + (mayTake[row * tables.personCount + person] ? 0.7 : 0)
        + (roster.costs[person] > 0 ? 0.2 : 0)
    }
  }

  /// Those who hold the same seats as one person, or off days together.
  private mutating func scoresByLikeness(_ roster: PatternRoster) -> [Double] {
    let one = random.below(tables.personCount)
    let first = random.below(max(1, tables.dayCount))
    let days = (first..<(first + 14)).map { $0 % max(1, tables.dayCount) }
    let own = roster.cells[one]
    return (0..<tables.personCount).map { person in
      if person == one { return 10 }
      let cells = roster.cells[person]
      guard own.count == cells.count, !own.isEmpty else { return random.unit() }
      let same = days.count { own[$0] == cells[$0] && own[$0] > 0 }
      return random.unit() * 0.6 + Double(same) / Double(days.count)
    }
  }
}
