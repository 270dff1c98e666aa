import Rostering
import Units

/// A local search over several days for people with one duty a day, never leaving the hard rules once inside them.
///
/// Nothing depends on clocks but `construct`'s deadline: the same problem, seed and moves give the same rosters, and the
/// trace of N moves is the beginning of the trace of 2 N.
struct PatternSearch: ~Copyable {
  /// nil where the problem has a `SearchObstacle`.
  init?(_ problem: RosterProblem, seed: UInt64) {
    guard SearchObstacle.first(in: problem) == nil else { return nil }
    tables = SearchTables(problem)
    let start = SearchStart(tables)
    stuck = start.stuck
    annealing = SearchAnnealing(SearchState(tables, cells: start.cells), without: start.stuck, seed: seed)
  }

  let tables: SearchTables
  /// People without any word that their automaton accepts; they stay off.
  let stuck: [Int]
  var annealing: SearchAnnealing

  /// Whether the best roster breaks no hard rule.
  var isFeasible: Bool { stuck.isEmpty && annealing.bestSum.breach == 0 }

  /// Cycles of the temperature done.
  var cyclesDone: Int { max(0, annealing.schedule.cycle) }

  /// The best roster so far: without violations if any such was found.
  var best: RosterAssignment { tables.roster(annealing.best) }

  /// O(1), or O(problem) where somebody has no word.
  var bestObjective: RosterObjective {
    stuck.isEmpty ? objective(annealing.bestSum) : tables.problem.objective(of: best)
  }

  /// Everybody's days made one person after another, the days of the others as they are: a first roster that keeps the
  /// hard rules wherever possible. A second call makes everybody's days anew.
  mutating func construct(deadline: Deadline) { annealing.construct(deadline: deadline) }

  /// The first cycle of temperatures is to end after about so many moves more, and not before its own length.
  mutating func spread(_ moves: Int) { annealing.schedule.spread(moves) }

  /// So many attempted moves; true when the best roster got better.
  mutating func iterate(_ moves: Int) -> Bool {
    let before = annealing.bestSum
    annealing.run(moves)
    return annealing.bestSum < before
  }

  /// Goes on from the roster where it is better than the best so far. Of people whose part is not theirs to hold, or
  /// whose word is not accepted, the best roster's days stay.
  mutating func take(_ assignment: RosterAssignment) {
    let cells = Buffer<Int32>(repeating: -1, count: tables.personCount * tables.dayCount)
    SearchStart.write(assignment, tables, onto: annealing.best, into: cells)
    annealing.take(cells)
  }

  // MARK: Where the search stands, for comparison with the problem's own words

  var current: RosterAssignment { tables.roster(annealing.state.cell) }
  var currentObjective: RosterObjective { objective(annealing.state.sum) }
  var isCurrentFeasible: Bool { stuck.isEmpty && annealing.state.sum.breach == 0 }

  private func objective(_ sum: SearchDelta) -> RosterObjective {
    RosterObjective(
      minimum: sum.shortage / tables.cover.scale, target: sum.shortage % tables.cover.scale,
      preference: sum.preference)
  }
}

extension SearchTables {
  /// The roster of cells by person, then day: slots or −1.
  func roster(_ cells: borrowing Buffer<Int32>) -> RosterAssignment {
    var roster = RosterAssignment()
    for person in 0..<personCount {
      for day in 0..<dayCount {
        let slot = Int(cells[person * dayCount + day])
        guard slot >= 0 else { continue }
        roster.seats.append(.init(person: person, duty: Int(slotDuty[slot]), seat: Int(slotSeat[slot])))
      }
    }
    roster.seats.sort { ($0.person, $0.duty) < ($1.person, $1.duty) }
    return roster
  }
}
