import LinearModel
import Rostering
import Units

/// One service day, level by level: columns are people's sets, generated against the duals; then the sets that can
/// still matter, as a whole-number program.
final class OneDaySolver {
  let space: SetSpace
  let solver: any LinearSolver
  var work: Work
  var search: SetSearch
  private let onBetter: (RosterAnswer) -> Void

  /// Sets beyond which a whole-number program is not worth trying as a whole.
  static let mostColumns = 30_000
  /// People and places, or people and duties, from which on the linear program takes longer than a next-day plan may.
  static let largeFrom = 3_000
  static let largeEntries = 200_000
  /// Steps of the ascent over seats.
  static let ascentSteps = 1000
  /// Points at level 3 by which an option may cost more than the person's cheapest set and still be drawn from, and the
  /// unit of temperature among such options.
  static let candidateSlack = 3
  static let candidateScale = 1.0
  static let roundsBeforeIterations = 60

  init(
    _ tables: RosterTables, solver: any LinearSolver, work: Work, onBetter: @escaping (RosterAnswer) -> Void
  ) {
    space = SetSpace(tables)
    self.solver = solver
    self.work = work
    self.onBetter = onBetter
    search = SetSearch(space)
  }

  func run() -> RosterAnswer {
    for level in 0..<3 {
      if level < 2, work.best.objective[level] == 0 {
        work.best.bounds[level] = .zero
        continue
      }
      if work.isOver { break }
      do {
        try solve(level)
      } catch {
        work.failure = error.description
      }
    }
    return work.best
  }

  private func solve(_ level: Int) throws(ModelProblems) {
    let bounding = LagrangianBound(space: space, level: level, objective: work.best.objective)
    let isLarge =
      space.tables.entryCount >= OneDaySolver.largeEntries
      || level == 2 && space.siteCount >= OneDaySolver.largeFrom
    let ascent = isLarge && level == 2 ? ascent(bounding) : nil
    let start = ascent.map { climb($0, bounding, upTo: 0.25) } ?? space.oneSided
    if let ascent, ascent.search.kinds.setCount > Blocks.mostSets {
      return improve(
        with: ascent, from: ascent.roster(cancellation: work.budget.deadline.cancellation), share: 0.97)
    }
    if isLarge, level == 2, let blocks = Blocks(space, &search, deadline: work.budget.deadline.portion(0.3)) {
      // A good roster makes for sure steps.
      improve(share: 0.1)
      bound(bounding, blocks, from: start)
      return work.isSearchedBeside ? () : improve(share: 0.97)
    }
    if isLarge {
      boundOneByOne(bounding)
      return work.isSearchedBeside ? () : improve(share: level == 2 ? 0.97 : 0.4)
    }
    var generation = ColumnGeneration(self, bounding: bounding)
    let multipliers = try generation.run()
    generation.master.close()
    let (value, least) = bounding.exact(multipliers, &search)
    raise(bounding, value, multipliers)
    try WholeSets(self, level: level, multipliers: multipliers, value: value, least: least).run()
  }

  /// Nil where levels 1 and 2 are not held at 0, or sets are not made of a few kinds.
  private func ascent(_ bounding: LagrangianBound) -> SeatAscent? {
    guard bounding.objective.minimum == 0, bounding.objective.target == 0 else { return nil }
    return KindTables(space).map { SeatAscent($0, bounding: bounding) }
  }

  /// The bound of the seats' rows with buddies together, towards the best roster there is.
  private func climb(_ ascent: SeatAscent, _ bounding: LagrangianBound, upTo share: Double) -> Multipliers {
    let multipliers = ascent.run(
      steps: OneDaySolver.ascentSteps, target: work.best.objective[bounding.level],
      inRounds: ascent.search.kinds.setCount > Blocks.mostSets,
      deadline: work.budget.deadline.portion(share))
    if let value = ascent.value { raise(bounding, value, multipliers) }
    return multipliers
  }

  /// A search among the options that the multipliers leave worth trying.
  private func improve(with ascent: SeatAscent, from start: consuming RosterState, share: Double) {
    guard !work.isAlone, !work.best.isProved, !work.isOver else { return }
    let budget = Budget(deadline: work.budget.deadline.portion(share), iterations: work.budget.iterations)
    let run = HeuristicRun(tables: space.tables, budget: budget, seed: 2)
    ascent.takePrices()
    let slack = OneDaySolver.candidateSlack * RosterMultiplier.scale
    let candidates = Candidates(space.tables, options: ascent.search.options(within: slack))
    _ = run.run(from: start, among: candidates, scale: OneDaySolver.candidateScale) { answer in
      work.offer(answer.assignment, answer.objective, by: .heuristic, onBetter: onBetter)
    }
  }

  private func raise(_ bounding: LagrangianBound, _ value: Int128, _ multipliers: Multipliers) {
    work.raise(
      bounding.level,
      to: RosterBound(
        value: LagrangianBound.roundedUp(value), evidence: .multipliers, multipliers: bounding.named(multipliers)))
  }

  /// Everybody's sets are searched anew at every step: for people with too many to be listed.
  private func boundOneByOne(_ bounding: LagrangianBound) {
    var subgradient = Subgradient(self, bounding: bounding, blocks: nil)
    let multipliers = subgradient.run(
      from: space.oneSided, steps: work.budget.iterations.map { min($0, 400) } ?? 4000,
      deadline: work.budget.deadline.portion(0.45))
    if let value = subgradient.value { raise(bounding, value, multipliers) }
  }

  /// Cover first, whose rows are few; then the rows of sending units on top.
  private func bound(_ bounding: LagrangianBound, _ blocks: Blocks, from start: Multipliers) {
    let steps = work.budget.iterations.map { min($0, 400) } ?? 4000
    var subgradient = Subgradient(self, bounding: bounding, blocks: blocks)
    var start = start
    (start.plus, start.minus) = (space.oneSided.plus, space.oneSided.minus)
    let cover = subgradient.run(
      from: start, steps: steps, withSites: false, deadline: work.budget.deadline.portion(0.1))
    let share = work.isAlone || work.isSearchedBeside ? 1 : 0.3
    let multipliers = subgradient.run(from: cover, steps: steps, deadline: work.budget.deadline.portion(share))
    var chosen = [Int](repeating: 0, count: space.tables.personCount)
    let value =
      bounding.constantPart(multipliers)
      + blocks.least(Prices(space, multipliers, level: bounding.level), withSites: true, chosen: &chosen)
    raise(bounding, value, multipliers)
  }

  /// Much of what is left of the budget goes to the local search where the linear program is out of reach.
  private func improve(share: Double) {
    guard !work.isAlone, !work.best.isProved else { return }
    let budget = Budget(deadline: work.budget.deadline.portion(share), iterations: work.budget.iterations)
    let run = HeuristicRun(tables: space.tables, budget: budget, seed: 2)
    _ = run.run(incumbent: work.best.assignment) { answer in
      work.offer(answer.assignment, answer.objective, by: .heuristic, onBetter: onBetter)
    }
  }

  /// A set for everybody; false when it is no better.
  @discardableResult
  func offer(_ columns: [SetColumn]) -> Bool {
    let assignment = space.assignment(of: columns)
    var state = RosterState(space.tables)
    for column in columns {
      for option in column.options {
        guard state.mayAdd(Int(option)) else { return false }
        state.add(Int(option))
      }
    }
    let before = work.best.objective
    work.offer(assignment, state.objective, onBetter: onBetter)
    return work.best.objective < before
  }
}
