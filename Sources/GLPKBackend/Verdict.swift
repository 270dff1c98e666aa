import CGLPK
import LinearModel
import Units

/// What the pair of return code and status says, in the words of `LinearResult`; never one of them alone.
struct Verdict: Equatable {
  var stop: StopReason
  var point: PointStatus

  /// - Parameter isMixed: whether branch and cut was to run, so that a point of the relaxation is no point.
  init(_ outcome: lm_outcome, message: String, deadline: Deadline, isMixed: Bool) {
    let isTree = Int(outcome.stage) == LM_STAGE_TREE
    let held: PointStatus = outcome.has_point != 0 && (isTree || !isMixed) ? .feasible : .unknown
    let code = Int(outcome.return_code)
    let status = Int(outcome.status)
    let asked: StopReason = deadline.cancellation.isCancelled ? .cancelled : .timeLimit
    let failed = StopReason.failed(message.isEmpty ? "return code \(code), status \(status)" : message)
    if Int(outcome.jumped) != LM_NOT_JUMPED {
      stop = Int(outcome.jumped) == LM_JUMPED_STOP ? asked : failed
      point = isTree ? held : .unknown
      return
    }
    switch code {
    case LM_EITLIM: (stop, point) = (.iterationLimit, held)
    case LM_ETMLIM: (stop, point) = (asked, held)
    default:
      let verdict =
        isTree
        ? Self.ofTree(code, status, held, stoppedBy: Int(outcome.stopped_by), asked: asked)
        : Self.ofLinear(code, status, isMixed: isMixed)
      // The time limit of a node's linear program comes out of the tree as a plain failure.
      (stop, point) = verdict ?? (isTree && deadline.isOver ? (asked, held) : (failed, held))
    }
  }

  private static func ofLinear(_ code: Int, _ status: Int, isMixed: Bool) -> (StopReason, PointStatus)? {
    switch (code, status) {
    case (LM_OK, LM_NO_FEASIBLE), (LM_ENOPFS, _): (.finished, .infeasible)
    case (LM_OK, LM_OPTIMAL) where !isMixed: (.finished, .optimal)
    // Of a mixed program only the relaxation is known to be unbounded; whether a whole-number point exists is open.
    case (LM_OK, LM_UNBOUNDED): (.finished, isMixed ? .unknown : .unbounded)
    default: nil
    }
  }

  private static func ofTree(
    _ code: Int, _ status: Int, _ held: PointStatus, stoppedBy: Int, asked: StopReason
  ) -> (StopReason, PointStatus)? {
    switch (code, status) {
    case (LM_OK, LM_OPTIMAL) where held == .feasible: (.finished, .optimal)
    case (LM_OK, LM_NO_FEASIBLE) where held == .unknown: (.finished, .infeasible)
    case (LM_EMIPGAP, _) where held == .feasible: (.finished, .feasible)
    case (LM_ESTOP, _):
      switch stoppedBy {
      case LM_CLOSED: held == .feasible ? (.finished, .optimal) : nil
      case LM_NODES: (.nodeLimit, held)
      case LM_ITERATIONS: (.iterationLimit, held)
      default: (asked, held)
      }
    default: nil
    }
  }
}
