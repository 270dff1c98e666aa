import CGLPK
import LinearModel

extension SolveJob {
  /// What C left behind, read once it is done.
  func result(options: SolveOptions, isMixed: Bool) -> LinearResult {
    let verdict = Verdict(
      outcome, message: message, wasCancelled: options.deadline.cancellation.isCancelled, isMixed: isMixed)
    var result = LinearResult(
      stop: verdict.stop, point: verdict.point,
      raw: RawStatus(returnCode: outcome.return_code, status: outcome.status))
    result.iterations = Int(outcome.iterations)
    result.nodes = Int(outcome.nodes)
    if outcome.has_bound != 0 { result.bound = outcome.bound }
    if verdict.point == .optimal || verdict.point == .feasible {
      result.objective = outcome.objective
      result.values = array(values, columns)
      result.bound = verdict.point == .optimal ? outcome.objective : result.bound.map { min($0, outcome.objective) }
    }
    if verdict.point == .infeasible || verdict.point == .unbounded { result.bound = nil }
    if outcome.has_duals != 0 {
      result.duals = array(duals, rows)
      result.reducedCosts = array(reducedCosts, columns)
    }
    if verdict.point == .infeasible && outcome.has_farkas != 0 { result.farkas = array(farkas, rows) }
    if verdict.point == .unbounded && outcome.has_ray != 0 { result.ray = array(ray, columns) }
    return result
  }

  /// GLPK's last words.
  private var message: String {
    withUnsafeBytes(of: outcome.message) { bytes in
      let text = String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
  }
}
