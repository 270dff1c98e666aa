import LinearModel
import Rostering
import Units

/// One run of the pattern engine on one thread: search first, then column generation, then dives and neighbourhoods.
struct PatternRun {
  let tables: PatternTables
  let solver: any LinearSolver
  let budget: Budget
  let threads: Int
  let seed: UInt64
  let onBetter: @Sendable (RosterAnswer) -> Void

  private var best: PatternRoster?
  private var bound = -Double.infinity
  private var iterations = 0
  private var failure: String?

  init(
    _ problem: RosterProblem, solver: any LinearSolver, budget: Budget, threads: Int, seed: UInt64,
    onBetter: @escaping @Sendable (RosterAnswer) -> Void
  ) {
    tables = PatternTables(problem)
    self.solver = solver
    self.budget = budget
    self.threads = threads
    self.seed = seed
    self.onBetter = onBetter
  }

  mutating func run(from start: RosterAnswer?) -> RosterAnswer {
    var roster = start.map { PatternRoster($0.assignment, tables) } ?? PatternRoster(tables)
    let pricer = PatternPricer(tables)
    let pool = PatternPool(tables)
    var descent = PatternDescent(tables, pricer: pricer, seed: seed)
    for pass in 0..<12 where mayGoOn {
      if let person = descent.pass(&roster, noise: pass == 0 ? 0 : LevelWeights.scale * 0.9, deadline: budget.deadline)
      {
        return answer(roster, stop: .noPattern(person: person))
      }
      offer(roster, pool)
    }
    guard var current = best else { return answer(roster, stop: stop) }
    do {
      let duals = try solveRoot(pool, pricer, current)
      current = best ?? current
      var neighbourhood = PatternNeighbourhood(pool, pricer: pricer, solver: solver, seed: seed)
      var size = 8
      var failures = 0
      while mayGoOn, !isProved {
        iterations += 1
        let people = neighbourhood.choose(size, roster: current)
        let cutoff = current.value(tables) + (iterations % 8 == 0 ? 0.5 * LevelWeights.scale : 0)
        let before = current.value(tables)
        defer {
          failures = current.value(tables) < before ? 0 : failures + 1
          if failures >= 12 {
            failures = 0
            size = size >= min(16, tables.personCount) ? 6 : size + 2
          }
        }
        if let next = try neighbourhood.solve(
          people, in: current, cutoff: cutoff, duals: iterations % 2 == 0 ? duals : nil, deadline: budget.deadline)
        {
          current = next
          offer(current, pool)
        }
      }
    } catch {
      failure = error.description
    }
    return answer(best ?? current, stop: stop)
  }

  /// The duals with the best bound.
  private mutating func solveRoot(
    _ pool: PatternPool, _ pricer: PatternPricer, _ current: PatternRoster
  ) throws(ModelProblems) -> [Double]? {
    let master = try PatternMaster(pool, people: Array(0..<tables.personCount), roster: current, solver: solver)
    defer { master.close() }
    try master.add(Array(0..<pool.count))
    var generation = PatternGeneration(master, pricer: pricer, deadline: budget.deadline)
    while mayGoOn, !generation.isConverged {
      iterations += 1
      guard try generation.round(cutoff: current.value(tables)) else { break }
      bound = max(bound, generation.bound)
    }
    let duals = generation.centre
    if isProved || !mayGoOn { return duals.isEmpty ? nil : duals }
    var dive = PatternDive(generation, cutoff: best?.value(tables) ?? .infinity)
    if let found = try dive.run() {
      var next = PatternRoster(tables)
      for pattern in found {
        next.put(pool.cells(pattern), cost: pool.cost[pattern], of: Int(pool.person[pattern]), tables)
      }
      offer(next, pool)
    }
    return duals.isEmpty ? nil : duals
  }

  private var mayGoOn: Bool { iterations < budget.iterations ?? Int.max && !budget.deadline.isOver }

  private var isProved: Bool {
    guard let best, bound > -.infinity else { return false }
    return PatternGeneration.roundedUp(bound) * LevelWeights.scale >= best.value(tables)
  }

  private var stop: RosterStop {
    if isProved { return .proved }
    if budget.deadline.cancellation.isCancelled { return .interrupted }
    if budget.deadline.isOver { return .timeLimit }
    return failure.map { .failed($0) } ?? .iterationLimit
  }

  private mutating func offer(_ roster: PatternRoster, _ pool: PatternPool) {
    guard roster.isComplete else { return }
    for person in 0..<tables.personCount { _ = pool.add(roster.cells[person], of: person) }
    if let best, best.value(tables) <= roster.value(tables) { return }
    best = roster
    onBetter(answer(roster, stop: .iterationLimit))
  }

  private func answer(_ roster: PatternRoster, stop: RosterStop) -> RosterAnswer {
    let objective = roster.objective(tables)
    var bounds: [RosterBound] = [
      objective.minimum == 0 ? .zero : .none, objective.target == 0 ? .zero : .none, .none,
    ]
    if bound > -.infinity {
      let lower = Double(objective.minimum) * tables.weights.minimum + Double(objective.target) * tables.weights.target
      bounds[2] = RosterBound(
        value: Int(PatternGeneration.roundedUp(bound) - lower), evidence: .multipliers)
    }
    return RosterAnswer(assignment: roster.assignment(tables), objective: objective, bounds: bounds, stop: stop)
  }
}
