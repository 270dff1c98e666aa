// How GLPK's settings fare in the compact roster programs on a shift-scheduling instance, each from the same start:
//   swift run -c release RosterSettings Instance4.txt [seconds]
import Formats
import GLPKBackend
import LinearModel
import RosterSolver
import Rostering
import Units

/// GLPK with one set of settings, whatever is asked for.
struct Fixed: LinearSolver {
  var cuts: Cuts
  var branching: Branching
  var backtracking: Backtracking
  private let solver = GLPKSolver()
  var nameAndVersion: String { solver.nameAndVersion }

  init(_ cuts: Cuts, _ branching: Branching, _ backtracking: Backtracking = .bestLocalBound) {
    (self.cuts, self.branching, self.backtracking) = (cuts, branching, backtracking)
  }

  func solve(_ model: Model, options: SolveOptions) throws(ModelProblems) -> LinearResult {
    var options = options
    (options.cuts, options.branching, options.backtracking) = (cuts, branching, backtracking)
    return try solver.solve(model, options: options)
  }

  func makeSession(_ model: Model) throws(ModelProblems) -> any LinearSession { try solver.makeSession(model) }
}

let settings: [(String, any LinearSolver)] = [
  ("as it is", GLPKSolver()),
  ("no cuts, pseudocost", Fixed([], .pseudocost)),
  ("no cuts, Driebeck-Tomlin", Fixed([], .driebeckTomlin)),
  ("no cuts, most fractional", Fixed([], .mostFractional)),
  ("no cuts, Driebeck-Tomlin, depth first", Fixed([], .driebeckTomlin, .depthFirst)),
  ("no cuts, Driebeck-Tomlin, best projection", Fixed([], .driebeckTomlin, .bestProjection)),
  ("Gomory, Driebeck-Tomlin", Fixed(.gomory, .driebeckTomlin)),
  ("rounding and clique, Driebeck-Tomlin", Fixed([.rounding, .clique], .driebeckTomlin)),
  ("all cuts, Driebeck-Tomlin", Fixed(.all, .driebeckTomlin)),
  ("all cuts, pseudocost", Fixed(.all, .pseudocost)),
]

let problem = try readShiftSchedule(at: CommandLine.arguments[1]).rosterProblem()
let seconds = CommandLine.arguments.count > 2 ? Double(CommandLine.arguments[2]) ?? 20 : 20
for (name, solver) in settings {
  let begin = MonotonicClock.system.seconds
  let answer = RosterExact(problem, solver: solver).run(budget: Budget(deadline: .after(seconds: seconds)))
  let isRoster = problem.violations(of: answer.assignment).isEmpty
  let cost = isRoster ? String(answer.objective.preference) : "none"
  let bound = answer.bounds[2].value.map { String($0) } ?? "none"
  print("\(name): cost \(cost), bound \(bound), \(Int(MonotonicClock.system.seconds - begin)) s")
}
