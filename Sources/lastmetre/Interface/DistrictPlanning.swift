import ArgumentParser
import Districts
import Foundation
import Formats
import GLPKBackend
import Planning
import Units

/// How a command plans districts: one, or several one after another on the same footing.
struct DistrictPlanning {
  let effort: PlanningOptions
  let seed: UInt64
  /// Of each plan, where the options name neither limit nor iterations.
  let milliseconds: Int
  let clock: MonotonicClock
  let cancellation: Cancellation
  /// Nil: all.
  var stages: [PlanStage]?

  init(
    _ effort: PlanningOptions, seed: UInt64, milliseconds: Int, clock: MonotonicClock, cancellation: Cancellation
  ) {
    self.effort = effort
    self.seed = seed
    self.milliseconds = milliseconds
    self.clock = clock
    self.cancellation = cancellation
  }

  /// A plan of the district; its time begins at `from`, in seconds of the clock.
  func plan(
    _ district: District, start: Plan? = nil, from: Double, limitMilliseconds: Int? = nil,
    listener: ProgressListener = .none
  ) throws(PlanFailure) -> PlanOutcome {
    let solver = GLPKSolver()
    var request = PlanRequest(
      district: district, versions: PlanRun.Versions(lastmetre: LastMetre.version, glpk: solver.nameAndVersion))
    request.seed = seed
    // With iterations a plan must be the same on every machine.
    let processors = min(64, max(1, ProcessInfo.processInfo.activeProcessorCount))
    request.threads = effort.iterations == nil ? effort.threads ?? processors : 1
    request.method = effort.method
    request.iterations = effort.iterations
    request.start = start
    if let stages { request.stages = stages }
    if effort.iterations == nil {
      request.timeLimitMilliseconds = limitMilliseconds ?? effort.timeLimit?.milliseconds ?? milliseconds
    }
    return try Planner(
      request: request, solver: solver, judge: AuditJudge(district: district), sha256: sha256Hex,
      deadline: deadline(request, from: from), listener: listener
    ).plan()
  }

  /// The end of the search: the limit less what the audit and the reports may take, which grows with the district.
  private func deadline(_ request: PlanRequest, from begin: Double) -> Deadline {
    guard let limit = request.timeLimitMilliseconds else { return .never(cancellation: cancellation) }
    let size = request.district.cadres.count + request.district.buildings.count
    let reserve = min(Double(limit) / 2000, 0.15 + 0.0008 * Double(size))
    let end = max(0, begin + Double(limit) / 1000 - reserve)
    return Deadline(clock: clock, end: UInt64(end * 1e9), cancellation: cancellation)
  }
}

/// Says why there is no plan and returns the exit code for it.
func reported(_ failure: PlanFailure) -> any Error {
  switch failure {
  case .frozenConflict(let conflict): return reported(conflict)
  case .nothingFound(let stage):
    printError(phrase("failure.nothing", ["stage": phrase("stage.\(stage.rawValue)")]))
    return ExitCode.nothingInTime
  case .refused(let violations, _):
    printError(phrase("failure.refused"))
    for violation in violations.prefix(50) { printError(describe(violation)) }
    return ExitCode.internalError
  case .unwritable(let reason):
    printError(phrase("failure.internal", ["reason": reason]))
    return ExitCode.internalError
  }
}
