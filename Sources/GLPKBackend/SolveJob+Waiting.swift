import CGLPK
import Dispatch
import LinearModel
import Units

extension SolveJob {
  /// Waits for the solving thread, and not for ever: cut generation and the nodes' linear programs look up rarely, so
  /// 0.15 s after the deadline the caller goes on with what was found, and the thread ends when it next looks up. With
  /// the 0.02 s between two looks at the deadline that is less than 0.2 s.
  ///
  /// - Returns: whether the job is done; if not, it is abandoned and only `progress` may be read.
  func wait() -> Bool {
    while done.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
      guard deadline.isOver else { continue }
      if done.wait(timeout: .now() + .milliseconds(150)) == .success { return true }
      progress.withLock { $0.isAbandoned = true }
      return false
    }
    return true
  }

  /// What is known of a job that is not done.
  func abandonedResult() -> LinearResult {
    let known = progress.withLock { $0 }
    var result = LinearResult(
      stop: deadline.cancellation.isCancelled ? .cancelled : .timeLimit,
      point: known.objective == nil ? .unknown : .feasible,
      raw: RawStatus(returnCode: Int32(LM_ESTOP), status: Int32(known.objective == nil ? LM_UNDEFINED : LM_FEASIBLE)))
    result.objective = known.objective
    result.values = known.values
    result.bound = known.bound
    return result
  }
}
