import GLPKBackend
import LinearModel
import Testing
import Units

@Suite("A linear solver keeps its word") struct ConformanceTests {
  let suite = Conformance(solver: GLPKSolver())

  @Test("a bounded program is solved to its optimum, with duals") func optimal() throws { try suite.optimal() }
  @Test("an infeasible program comes with multipliers that refute it") func infeasible() throws {
    try suite.infeasible()
  }
  @Test("multipliers come even where the dual is infeasible too") func bothInfeasible() throws {
    try suite.infeasibleAndDualInfeasible()
  }
  @Test("an unbounded program comes with a ray") func unbounded() throws { try suite.unbounded() }
  @Test("a program on which the simplex may cycle is solved") func degenerate() throws { try suite.degenerate() }
  @Test("whole numbers are whole") func integer() throws { try suite.integer() }
  @Test("no whole solution is infeasible, not unknown") func integerInfeasible() throws {
    try suite.integerInfeasible()
  }

  @Test("out of time without a point: nothing is claimed") func timeLimitWithoutIncumbent() throws {
    try suite.timeLimitWithoutIncumbent()
  }
  @Test("out of time with a point: feasible, with a bound, each better point reported") func timeLimitWithIncumbent()
    throws
  {
    try suite.timeLimitWithIncumbent()
  }
  @Test("a node limit gives the same answer every time") func nodeLimit() throws {
    try suite.nodeLimitIsDeterministic()
  }
  @Test("an iteration limit is kept") func iterationLimit() throws { try suite.iterationLimit() }
  @Test("another thread may cancel in the middle of a linear program") func cancelled() throws {
    try suite.cancelledFromAnotherThread()
  }
  @Test("what is cancelled before it begins does not begin") func cancelledBefore() throws {
    try suite.cancelledBeforeItBegins()
  }
  @Test("sixty solves at once, none wrong") func manyAtOnce() throws { try suite.manyAtOnce() }
  @Test("columns generated one by one reach the known optimum") func warmStart() throws {
    try suite.warmStartAfterAddedColumns()
  }
  @Test("a session that is changed agrees with fresh solves") func session() throws {
    try suite.sessionAgreesWithFreshSolves()
  }
  @Test("cancelling costs a session nothing but the solve") func sessionCancelled() throws {
    try suite.sessionSurvivesCancelling()
  }
  @Test("a given point is beaten or returned as optimal; a false one is refused") func incumbent() throws {
    try suite.incumbentMustBeBeaten()
  }
  @Test("a given point outlives a search that finds nothing") func incumbentSurvives() throws {
    try suite.incumbentSurvivesLimits()
  }
  @Test("cutting off what rounds up to the incumbent loses no optimum") func integralCutoffs() throws {
    try suite.integralCutoffsKeepTheOptimum()
  }
}
