import Rostering
import Units

/// A roster over a long horizon, improved by making one person's days anew over all of it, person after person; never
/// worse.
struct YearDescent: ~Copyable {
  let tables: SearchTables
  private(set) var state: SearchState
  private var maker: PersonYear
  private var random: SeededRandom

  init(_ tables: SearchTables, _ roster: RosterAssignment, seed: UInt64) {
    self.tables = tables
    state = SearchState(tables, cells: YearDescent.cells(roster, tables))
    maker = PersonYear(tables)
    random = SeededRandom(seed: seed)
  }

  private static func cells(_ roster: RosterAssignment, _ tables: SearchTables) -> Buffer<Int32> {
    let none = Buffer<Int32>(repeating: -1, count: tables.personCount * tables.dayCount)
    let cells = Buffer<Int32>(repeating: -1, count: tables.personCount * tables.dayCount)
    SearchStart.write(roster, tables, onto: none, into: cells)
    return cells
  }

  var roster: RosterAssignment { tables.roster(state.cell) }

  /// Of the roster as it stands.
  var objective: RosterObjective {
    RosterObjective(
      minimum: state.sum.shortage / tables.cover.scale, target: state.sum.shortage % tables.cover.scale,
      preference: state.sum.preference)
  }

  /// Everybody once, in random order; true where the roster became better.
  mutating func sweep(_ deadline: Deadline) -> Bool {
    var order = Array(0..<tables.personCount)
    order.shuffle(using: &random)
    var isBetter = false
    for person in order where !deadline.isOver {
      if improve(person) { isBetter = true }
    }
    return isBetter
  }

  // MARK: One person

  /// The person's days anew, kept where they are better. Changes are weighed by the state, not by what `maker` says.
  mutating func improve(_ person: Int) -> Bool {
    guard maker.solve(person, in: state, below: maker.worth(person, state)) else { return false }
    let days = tables.dayCount
    let word = state.weighWord(person, first: 0, length: days, maker.trial)
    guard word != Int.max else { return false }
    var delta = SearchDelta()
    delta.preference = word
    delta += state.weighCover(person, first: 0, length: days, maker.trial)
    delta += state.weighPerson(person, first: 0, length: days, maker.trial)
    guard delta < SearchDelta() else { return false }
    state.apply(person, first: 0, length: days, maker.trial)
    state.sum += delta
    return true
  }
}
