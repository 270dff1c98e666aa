import LinearModel
import Rostering
import Units

/// A roster by compact programs: a first one where there is none, windows, and the whole program with its proof.
///
/// An iteration is a window, and a node of each level's whole program.
struct CompactSolver {
  let tables: CompactTables
  let call: CompactCall
  var work: Work
  let seed: UInt64
  let onBetter: (RosterAnswer) -> Void
  /// Somebody without any pattern, once that is known.
  private(set) var impossible: Int?

  /// Columns beyond which the whole program is not tried, and up to which it comes first.
  static let mostColumns = 60_000
  static let fewColumns = 1_200

  init(
    _ tables: CompactTables, solver: any LinearSolver, work: Work, seed: UInt64,
    onBetter: @escaping (RosterAnswer) -> Void
  ) {
    self.tables = tables
    call = CompactCall(tables: tables, solver: solver)
    self.work = work
    self.seed = seed
    self.onBetter = onBetter
  }

  mutating func run() -> RosterAnswer {
    if tables.cellCount == 0 { return onlyRoster() }
    let columns = tables.columnCount(upTo: CompactSolver.mostColumns)
    do {
      if !work.hasRoster || work.isAlone { try begin() }
      guard impossible == nil else { return work.best }
      if !work.hasRoster || columns <= CompactSolver.fewColumns || work.isSearchedBeside {
        if columns <= CompactSolver.mostColumns { try solveWhole(share: 0.5) }
        try improve(share: 1)
      } else {
        try improve(share: 0.6)
        if columns <= CompactSolver.mostColumns { try solveWhole(share: 1) }
      }
    } catch {
      work.failure = error.description
    }
    return work.best
  }

  /// Nobody's day is there to decide.
  private mutating func onlyRoster() -> RosterAnswer {
    guard work.hasRoster else { return work.best }
    for level in 0..<3 { work.raise(level, to: RosterBound(value: work.best.objective[level], evidence: .search)) }
    return work.best
  }

  /// A first roster: of people one by one, then of days by relax-and-fix.
  private mutating func begin() throws(ModelProblems) {
    let options = options(share: 0.3)
    switch try OneByOne(tables, call: call, options: options).run() {
    case .roster(let roster): offer(roster, changing: everybody)
    case .noPattern(let person):
      impossible = person
      return
    case .nothing: break
    }
    switch try RelaxAndFix(tables, call: call, options: options).run() {
    case .roster(let roster): offer(roster, changing: everybody)
    case .impossible: try findObstacle()
    case .nothing: break
    }
  }

  private var everybody: [Int] { Array(tables.problem.people.indices) }

  /// The work's options with the cuts and branching that measured best; see docs/rostering.md.
  private func options(share: Double) -> SolveOptions {
    var options = work.options(share: share)
    options.cuts = .all
    options.branching = .driebeckTomlin
    return options
  }

  private mutating func offer(_ roster: CellRoster, changing people: [Int]) {
    guard let objective = call.objective(roster, changing: people) else { return }
    work.offer(roster.assignment(tables), objective, onBetter: onBetter)
  }

  // MARK: Windows

  private mutating func improve(share: Double) throws(ModelProblems) {
    guard work.hasRoster, !work.best.isProved else { return }
    let roster = CellRoster(work.best.assignment, tables)
    var search = FixAndOptimise(
      tables, call: call, roster: roster, objective: work.best.objective, seed: seed)
    let options = options(share: share)
    var iterations = 0
    while iterations < work.budget.iterations ?? Int.max, !options.deadline.isOver, !search.isAtItsEnd,
      !work.best.isProved
    {
      iterations += 1
      if try search.step(options) {
        work.offer(search.roster.assignment(tables), search.objective, onBetter: onBetter)
      }
    }
  }

  // MARK: The whole

  private mutating func solveWhole(share: Double) throws(ModelProblems) {
    for level in 0..<3 {
      if work.isOver || impossible != nil { return }
      if level < 2, work.hasRoster, work.best.objective[level] == 0 {
        work.best.bounds[level] = .zero
        continue
      }
      try solve(level, share: level == 2 ? share : 0.4 * share)
      if !work.hasRoster { return }
    }
  }

  private mutating func solve(_ level: Int, share: Double) throws(ModelProblems) {
    let roster = work.hasRoster ? CellRoster(work.best.assignment, tables) : CellRoster(tables)
    let whole = [CellFreedom](repeating: .whole, count: tables.cellCount)
    let program = CompactProgram(tables, roster: roster, freedom: whole, goal: .level(level))
    let options = options(share: share)
    let answer = try call.solve(program, options: options, hasIncumbent: work.hasRoster)
    if case .failed(let text) = answer.stop { work.failure = text }
    if let found = answer.roster, found.options != roster.options || !work.hasRoster {
      offer(found, changing: everybody)
    }
    guard work.hasRoster else {
      if answer.point == .infeasible { try findObstacle() }
      return
    }
    let objective = work.best.objective[level]
    if answer.point == .optimal, let claimed = answer.objective, abs(claimed - Double(objective)) < 0.5 {
      work.raise(level, to: RosterBound(value: objective, evidence: .search))
    } else if let bound = answer.bound, let safe = Work.safelyRoundedUp(bound, scale: bound) {
      work.raise(level, to: RosterBound(value: min(safe, objective), evidence: .openTree))
    }
  }

  // MARK: No roster

  /// There is no roster: because of one person alone, or of all together.
  private mutating func findObstacle() throws(ModelProblems) {
    let search = OneByOne(tables, call: call, options: options(share: 1))
    for person in everybody where !work.isOver {
      if try search.hasNoPattern(person) {
        impossible = person
        return
      }
    }
    work.failure = "no roster keeps all hard rules"
  }
}
