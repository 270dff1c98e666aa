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
}
