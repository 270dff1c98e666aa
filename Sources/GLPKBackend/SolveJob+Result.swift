import CGLPK
import LinearModel

extension SolveJob {
  /// What C left behind; only once the job is done.
  func result() -> LinearResult {
    let verdict = Verdict(outcome, message: message, deadline: deadline, isMixed: isMixed)
    var result = LinearResult(
      stop: verdict.stop, point: verdict.point,
      raw: RawStatus(returnCode: outcome.return_code, status: outcome.status))
    result.iterations = Int(outcome.iterations)
    result.nodes = Int(outcome.nodes)
    if outcome.has_bound != 0 { result.bound = outcome.bound }
    switch verdict.point {
    case .optimal, .feasible:
      result.objective = outcome.objective
      result.values = array(values, columns)
    case .infeasible:
      result.bound = nil
      if outcome.has_farkas != 0 { result.farkas = array(farkas, rows) }
    case .unbounded:
      result.bound = nil
      if outcome.has_ray != 0 { result.ray = array(ray, columns) }
    case .unknown: break
    }
    if outcome.has_duals != 0 && outcome.jumped == 0 {
      result.duals = array(duals, rows)
      result.reducedCosts = array(reducedCosts, columns)
    }
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
