import CGLPK
import LinearModel
import Units

/// What the pair of return code and status says, in the words of `LinearResult`; never one of them alone.
struct Verdict: Equatable {
  var stop: StopReason
  var point: PointStatus

  /// - Parameter isMixed: whether branch and cut was to run, so that a point of the relaxation is no point.
  init(_ outcome: lm_outcome, message: String, wasCancelled: Bool, isMixed: Bool) {
    let stopped: StopReason = wasCancelled ? .cancelled : .timeLimit
    let code = Int(outcome.return_code)
    let status = Int(outcome.status)
    let isTree = Int(outcome.stage) == LM_STAGE_TREE
    let held: PointStatus = outcome.has_point != 0 && (isTree || !isMixed) ? .feasible : .unknown
    let failed = StopReason.failed(message.isEmpty ? "return code \(code), status \(status)" : message)
    switch Int(outcome.jumped) {
    case LM_JUMPED_STOP: (stop, point) = (stopped, isTree ? held : .unknown)
    case LM_JUMPED_ERROR: (stop, point) = (failed, isTree ? held : .unknown)
    default:
      switch (isTree, code, status) {
      case (false, LM_OK, LM_OPTIMAL): (stop, point) = isMixed ? (failed, .unknown) : (.finished, .optimal)
      case (false, LM_OK, LM_NO_FEASIBLE), (false, LM_ENOPFS, _): (stop, point) = (.finished, .infeasible)
      case (false, LM_OK, LM_UNBOUNDED): (stop, point) = isMixed ? (failed, .unknown) : (.finished, .unbounded)
      case (true, LM_OK, LM_OPTIMAL): (stop, point) = (.finished, .optimal)
      case (true, LM_OK, LM_NO_FEASIBLE): (stop, point) = held == .unknown ? (.finished, .infeasible) : (failed, held)
      case (true, LM_EMIPGAP, _): (stop, point) = (.finished, held)
      case (true, LM_ESTOP, _):
        switch Int(outcome.stopped_by) {
        case LM_CLOSED: (stop, point) = (.finished, held == .feasible ? .optimal : .unknown)
        case LM_NODES: (stop, point) = (.nodeLimit, held)
        case LM_ITERATIONS: (stop, point) = (.iterationLimit, held)
        default: (stop, point) = (stopped, held)
        }
      case (_, LM_EITLIM, _): (stop, point) = (.iterationLimit, held)
      case (_, LM_ETMLIM, _): (stop, point) = (stopped, held)
      default: (stop, point) = (failed, held)
      }
    }
  }
}
