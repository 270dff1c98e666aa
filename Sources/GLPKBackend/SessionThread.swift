import CGLPK
import Dispatch
import Synchronization

/// The thread on which one GLPK problem lives from its first job to `close`.
final class SessionThread: Sendable {
  private struct Work: Sendable {
    var job: SolveJob?
    var isClosing = false
  }
  private let work = Mutex(Work())
  private let wake = DispatchSemaphore(value: 0)

  /// Nil where the system has no thread left.
  init?() {
    guard SolverThread.start({ [self] in loop() }) else { return nil }
  }

  private func loop() {
    guard let session = lm_session_open() else { return drain() }
    while true {
      wake.wait()
      let next = work.withLock { state in
        let next = state
        state.job = nil
        return next
      }
      if let job = next.job {
        lm_session_solve(session, &job.change, &job.settings, &job.outcome)
        job.done.signal()
      }
      if next.isClosing { break }
    }
    lm_session_close(session)
  }

  /// Without memory for a session every job fails, but none waits for ever.
  private func drain() {
    while true {
      wake.wait()
      let next = work.withLock { $0 }
      if let job = next.job {
        job.outcome.jumped = Int32(LM_JUMPED_ERROR)
        job.done.signal()
      }
      if next.isClosing { break }
    }
  }

  func submit(_ job: SolveJob) {
    work.withLock { $0.job = job }
    wake.signal()
  }

  /// The thread ends after the job at hand.
  func close() {
    work.withLock { $0.isClosing = true }
    wake.signal()
  }
}
