import LinearModel
import Rostering
import Units

/// A compact program given to a solver, and its point read back as a roster.
struct CompactCall {
  let tables: CompactTables
  let solver: any LinearSolver

  struct Answer {
    /// Nil without a point.
    var roster: CellRoster?
    var point: PointStatus
    var stop: StopReason
    var objective: Double?
    var bound: Double?
    var nodes = 0
  }

  /// - Parameter options: settings; the incumbent is the roster itself where it is a point.
  func solve(
    _ program: CompactProgram, options: SolveOptions, hasIncumbent: Bool
  ) throws(ModelProblems) -> Answer {
    if program.isImpossible { return Answer(point: .infeasible, stop: .finished) }
    var options = options
    options.integralObjective = !program.isRelaxed
    if hasIncumbent { options.incumbent = program.values(of: program.roster) }
    let result = try solver.solve(program.model, options: options)
    return Answer(
      roster: result.values.isEmpty ? nil : program.roster(at: result.values), point: result.point, stop: result.stop,
      objective: result.objective, bound: result.bound, nodes: result.nodes)
  }

  /// What the roster is worth; nil where these people break a rule, or a seat has too many.
  /// O(conflicts × people + taken seats × options).
  func objective(_ roster: CellRoster, changing people: [Int]) -> RosterObjective? {
    let tables = tables.roster
    guard roster.filled.indices.allSatisfy({ roster.filled[$0] <= Int(tables.seatMaximum[$0]) }) else { return nil }
    let assignment = roster.assignment(self.tables)
    var number = [Int: Int]()
    for (index, person) in people.enumerated() { number[person] = index }
    var part = tables.problem
    part.people = people.map { tables.problem.people[$0] }
    let seats = assignment.seats.compactMap { taken in
      number[taken.person].map { RosterAssignment.Taken(person: $0, duty: taken.duty, seat: taken.seat) }
    }
    guard part.violations(of: RosterAssignment(seats: seats)).isEmpty else { return nil }
    return tables.problem.objective(of: assignment)
  }
}
