import LinearModel
import Rostering
import Units

/// Neighbourhoods one after another: larger where small ones bring nothing; every eighth may also go sideways.
struct NeighbourhoodSearch {
  private var neighbourhood: PatternNeighbourhood
  private var choice: PeopleChoice
  private let personCount: Int
  private var size = 8
  private var failures = 0
  private var count = 0

  init(_ pool: PatternPool, pricer: PatternPricer, solver: any LinearSolver, seed: UInt64) {
    neighbourhood = PatternNeighbourhood(pool, pricer: pricer, solver: solver)
    choice = PeopleChoice(pool.tables, seed: seed)
    personCount = pool.tables.personCount
  }

  /// The next neighbourhood's people and the roster with them anew; nil when nothing good enough came out.
  mutating func next(
    from roster: PatternRoster, duals: [Double]?, deadline: Deadline
  ) throws(ModelProblems) -> (people: [Int], roster: PatternRoster)? {
    count += 1
    let before = roster.value(neighbourhood.pool.tables)
    let people = choice.choose(size, roster)
    let cutoff = before + (count % 8 == 0 ? 0.5 * LevelWeights.scale : 0)
    let found = try neighbourhood.solve(
      people, in: roster, cutoff: cutoff, duals: count % 2 == 0 ? duals : nil, deadline: deadline)
    let isBetter = found.map { $0.value(neighbourhood.pool.tables) < before } ?? false
    choice.note(isBetter: isBetter)
    failures = isBetter ? 0 : failures + 1
    if failures >= 12 {
      failures = 0
      size = size >= min(16, personCount) ? 6 : size + 2
    }
    return found.map { (people, $0) }
  }
}
