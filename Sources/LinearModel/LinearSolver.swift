import Units

/// Why a solver stopped: says nothing about what it found.
public enum StopReason: Sendable, Hashable {
  case finished, timeLimit, iterationLimit, nodeLimit, objectiveLimit, cancelled
  /// The solver gave up: numerical trouble, or misuse that it caught. The text is the solver's own.
  case failed(String)
}

/// What is known of the point that comes with a result.
public enum PointStatus: Sendable, Hashable {
  /// Proved optimal within the solver's tolerances.
  case optimal
  /// Feasible; nothing says that it is the best.
  case feasible
  /// Proved: no feasible point exists.
  case infeasible
  /// Proved: the objective has no lower limit.
  case unbounded
  /// There is no point, and nothing was proved.
  case unknown
}

/// What a solver returned, as it returned it: its return code and its own status.
public struct RawStatus: Sendable, Hashable {
  public var returnCode: Int32
  public var status: Int32
  public init(returnCode: Int32, status: Int32) {
    self.returnCode = returnCode
    self.status = status
  }
}

public struct LinearResult: Sendable {
  public var stop: StopReason
  public var point: PointStatus
  public var raw: RawStatus
  /// Of the point; nil without one.
  public var objective: Double?
  /// A lower limit on the optimum as the solver sees it (not rounded towards safety); nil where none is known.
  public var bound: Double?
  /// One value a column; empty without a point.
  public var values: [Double] = []
  /// One a row, of the LP (relaxation); empty where not available. Sign: the change of the optimum per unit of the
  /// row's active bound.
  public var duals: [Double] = []
  /// One a column.
  public var reducedCosts: [Double] = []
  /// With `infeasible`, for LPs: one multiplier a row whose combination of rows no point in the column bounds meets.
  public var farkas: [Double] = []
  /// With `unbounded`, for LPs: one direction entry a column.
  public var ray: [Double] = []
  public var iterations = 0
  public var nodes = 0
  public init(stop: StopReason, point: PointStatus, raw: RawStatus) {
    self.stop = stop
    self.point = point
    self.raw = raw
  }
  public subscript(_ variable: Variable) -> Double { values[Int(variable.index)] }
}

/// `interior` is for pure linear programs; where it fails the primal simplex takes over.
public enum LPMethod: Sendable, Hashable { case dual, primal, interior }

/// Families of cutting planes that branch and cut may generate.
public struct Cuts: OptionSet, Sendable, Hashable {
  public let rawValue: Int32
  public init(rawValue: Int32) { self.rawValue = rawValue }
  public static let gomory = Cuts(rawValue: 1)
  public static let rounding = Cuts(rawValue: 2)
  public static let cover = Cuts(rawValue: 4)
  public static let clique = Cuts(rawValue: 8)
  public static let all: Cuts = [.gomory, .rounding, .cover, .clique]
}

/// Which fractional column branch and cut splits.
public enum Branching: Sendable, Hashable { case pseudocost, driebeckTomlin, mostFractional, firstFractional }

/// Which node comes next after a leaf.
public enum Backtracking: Sendable, Hashable { case bestLocalBound, depthFirst, breadthFirst, bestProjection }

public struct SolveOptions: Sendable {
  public var deadline = Deadline.never()
  /// Deterministic limits for runs without a clock: simplex iterations, branch-and-cut nodes.
  public var iterationLimit: Int?
  public var nodeLimit: Int?
  /// Relax all whole-number columns.
  public var relaxed = false
  public var lpMethod = LPMethod.dual
  /// For linear programs; branch and cut does better without.
  public var presolve = false
  /// The defaults measured best on rosters.
  public var cuts = Cuts.all
  public var branching = Branching.pseudocost
  public var backtracking = Backtracking.bestLocalBound
  /// Stop as soon as the point's relative gap to the bound is at most this.
  public var relativeGap = 0.0
  /// All objective values of whole-number points are whole: a node whose bound rounds up to the incumbent is cut.
  public var integralObjective = false
  /// Values of a known feasible point, one a column: the search starts with its objective as cutoff and must beat it.
  /// When nothing better exists the result is this point, `optimal`.
  public var incumbent: [Double]?
  /// Called with every better point found, on the solving thread.
  public var onIncumbent: (@Sendable (_ objective: Double, _ values: [Double]) -> Void)?
  public init() {}
}

/// Solves a model in one call.
///
/// - Errors: a model that no solver may be given (NaN, infinite coefficients, crossed bounds …) throws
///   `ModelProblems`; the solver's own failures come back as `StopReason.failed`.
public protocol LinearSolver: Sendable {
  var nameAndVersion: String { get }
  func solve(_ model: Model, options: SolveOptions) throws(ModelProblems) -> LinearResult
  /// A session on a thread of its own, for re-solving warm after columns or rows were added.
  func makeSession(_ model: Model) throws(ModelProblems) -> any LinearSession
}

/// A linear program that lives on, warm, while columns and rows are added.
public protocol LinearSession: AnyObject, Sendable {
  func solve(options: SolveOptions) throws(ModelProblems) -> LinearResult
  /// Adds columns with terms in existing rows; returns the first new column.
  func addColumns(_ columns: [NewColumn]) throws(ModelProblems) -> Variable
  func addRow(_ name: String, lower: Double, upper: Double, terms: [(Variable, Double)]) throws(ModelProblems) -> Row
  func setBounds(_ variable: Variable, lower: Double, upper: Double) throws(ModelProblems)
  func setBounds(_ row: Row, lower: Double, upper: Double) throws(ModelProblems)
  func setCost(_ variable: Variable, _ cost: Double) throws(ModelProblems)
  func close()
}

public struct NewColumn: Sendable {
  public var name: String
  public var lower: Double
  public var upper: Double
  public var cost: Double
  public var terms: [(row: Row, value: Double)]
  public init(
    name: String = "", lower: Double = 0, upper: Double = .infinity, cost: Double, terms: [(row: Row, value: Double)]
  ) {
    self.name = name
    self.lower = lower
    self.upper = upper
    self.cost = cost
    self.terms = terms
  }
}

/// Everything that is wrong with a model, each with the row or column that it concerns.
public struct ModelProblems: Error, Sendable, CustomStringConvertible {
  public var problems: [String]
  public init(problems: [String]) { self.problems = problems }
  public var description: String { problems.joined(separator: "\n") }
}
