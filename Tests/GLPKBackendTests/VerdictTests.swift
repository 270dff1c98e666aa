import CGLPK
import LinearModel
import Testing
import Units

@testable import GLPKBackend

/// Each pair of return code and status that GLPK can end with, and what may be said of it.
@Suite("Statuses are read as pairs") struct VerdictTests {
  private func verdict(
    stage: Int, code: Int, status: Int, hasPoint: Bool = false, jumped: Int = LM_NOT_JUMPED,
    stoppedBy: Int = LM_RUNNING, isMixed: Bool = true, isOver: Bool = false
  ) -> Verdict {
    var outcome = lm_outcome()
    (outcome.stage, outcome.return_code, outcome.status) = (Int32(stage), Int32(code), Int32(status))
    (outcome.has_point, outcome.jumped, outcome.stopped_by) = (hasPoint ? 1 : 0, Int32(jumped), Int32(stoppedBy))
    let deadline = Deadline(clock: .still, end: isOver ? 0 : 1)
    return Verdict(outcome, message: "", deadline: deadline, isMixed: isMixed)
  }

  @Test("linear programs") func linear() {
    func of(_ code: Int, _ status: Int, hasPoint: Bool = false) -> Verdict {
      verdict(stage: LM_STAGE_SIMPLEX, code: code, status: status, hasPoint: hasPoint, isMixed: false)
    }
    #expect(of(LM_OK, LM_OPTIMAL).point == .optimal)
    #expect(of(LM_OK, LM_NO_FEASIBLE).point == .infeasible)
    #expect(of(LM_ENOPFS, LM_UNDEFINED).point == .infeasible)
    #expect(of(LM_OK, LM_UNBOUNDED).point == .unbounded)
    // "This point is infeasible" is no proof that the problem is.
    #expect(of(LM_OK, LM_INFEASIBLE_POINT).point == .unknown)
    #expect(of(LM_OK, LM_UNDEFINED).point == .unknown)
    #expect(of(LM_ETMLIM, LM_FEASIBLE, hasPoint: true).point == .feasible)
    #expect(of(LM_ETMLIM, LM_FEASIBLE, hasPoint: true).stop == .timeLimit)
    #expect(of(LM_EITLIM, LM_INFEASIBLE_POINT).stop == .iterationLimit)
    #expect(of(LM_ENODFS, LM_UNDEFINED).point == .unknown)
    #expect(of(LM_EFAIL, LM_OPTIMAL).point == .unknown)
    #expect(of(LM_ESING, LM_UNDEFINED).stop == .failed("return code 2, status 1"))
  }

  @Test("the root of a mixed program proves nothing about whole points but their absence") func root() {
    #expect(verdict(stage: LM_STAGE_SIMPLEX, code: LM_OK, status: LM_OPTIMAL, hasPoint: true).point == .unknown)
    #expect(verdict(stage: LM_STAGE_SIMPLEX, code: LM_OK, status: LM_NO_FEASIBLE).point == .infeasible)
    #expect(verdict(stage: LM_STAGE_SIMPLEX, code: LM_OK, status: LM_UNBOUNDED).point == .unknown)
    #expect(verdict(stage: LM_STAGE_SIMPLEX, code: LM_ETMLIM, status: LM_FEASIBLE, hasPoint: true).point == .unknown)
  }

  @Test("branch and cut") func tree() {
    func of(_ code: Int, _ status: Int, _ hasPoint: Bool, stoppedBy: Int = LM_RUNNING, isOver: Bool = false) -> Verdict
    {
      verdict(
        stage: LM_STAGE_TREE, code: code, status: status, hasPoint: hasPoint, stoppedBy: stoppedBy, isOver: isOver)
    }
    #expect(of(LM_OK, LM_OPTIMAL, true).point == .optimal)
    #expect(of(LM_OK, LM_NO_FEASIBLE, false).point == .infeasible)
    #expect(of(LM_OK, LM_UNDEFINED, false).point == .unknown)
    #expect(of(LM_EROOT, LM_UNDEFINED, false).point == .unknown)
    #expect(of(LM_ETMLIM, LM_UNDEFINED, false) == of(LM_ESTOP, LM_UNDEFINED, false, stoppedBy: LM_ASKED))
    #expect(of(LM_ETMLIM, LM_FEASIBLE, true).point == .feasible)
    #expect(of(LM_EMIPGAP, LM_FEASIBLE, true).point == .feasible)
    #expect(of(LM_ESTOP, LM_FEASIBLE, true, stoppedBy: LM_CLOSED).point == .optimal)
    #expect(of(LM_ESTOP, LM_UNDEFINED, false, stoppedBy: LM_NODES).stop == .nodeLimit)
    #expect(of(LM_ESTOP, LM_FEASIBLE, true, stoppedBy: LM_ITERATIONS).stop == .iterationLimit)
    #expect(of(LM_EFAIL, LM_FEASIBLE, true).point == .feasible)
    // The time limit inside a node's linear program.
    #expect(of(LM_EFAIL, LM_UNDEFINED, false, isOver: true).stop == .timeLimit)
  }

  @Test("jumps keep the point that branch and cut had, and no other") func jumps() {
    func of(_ stage: Int, _ jumped: Int) -> Verdict {
      verdict(stage: stage, code: 0, status: LM_OPTIMAL, hasPoint: true, jumped: jumped)
    }
    #expect(of(LM_STAGE_TREE, LM_JUMPED_STOP).point == .feasible)
    #expect(of(LM_STAGE_TREE, LM_JUMPED_ERROR).point == .feasible)
    #expect(of(LM_STAGE_SIMPLEX, LM_JUMPED_STOP).point == .unknown)
    #expect(of(LM_STAGE_SIMPLEX, LM_JUMPED_ERROR).point == .unknown)
  }
}
