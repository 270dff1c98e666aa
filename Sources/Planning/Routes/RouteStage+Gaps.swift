import Districts
import RouteSolver
import Routing
import Units

extension RouteStage {
  /// What the plan leaves open: demands not met in full, then `who` pins that do not hold, numbered from T1.
  func gaps(_ verdict: RouteTask.Verdict) -> [Gap] {
    let missing = verdict.missing
    let causes = RouteObservation(task.problem, verdict.solution).causes(of: missing)
    var shortage = proofs.shortage
    var gaps: [Gap] = []
    for demand in demands.indices where missing[demand] > 0 {
      gaps.append(
        Gap(
          id: "T\(gaps.count + 1)", what: .init(kind: .packs, id: demands[demand].id, level: .service),
          missing: missing[demand],
          reasons: reasons(
            demand, missing[demand], causes[demand], &shortage[loads.dimension(good: demands[demand].good)])))
    }
    for (row, rule) in brokenPins(verdict) {
      guard case .route(let vehicle, let job) = district.pins[row].target else { continue }
      let standing: Gap.Standing = pins.refused.contains { $0.row == row } ? .proven : .observed
      gaps.append(
        Gap(
          id: "T\(gaps.count + 1)", what: .init(kind: .pin, id: "\(vehicle)@\(job)", level: .service), missing: 1,
          reasons: [.init(rule: rule.rawValue, count: 1, standing: standing)]))
    }
    return gaps
  }

  /// Each missing pack once: what is proved first, the rest under what was seen to stand in the way.
  private func reasons(
    _ demand: Int, _ missing: Int, _ observed: RouteProofs.Cause, _ shortage: inout Int
  ) -> [Gap.Reason] {
    var left = missing
    var reasons: [Gap.Reason] = []
    func add(_ rule: RuleID, _ count: Int, _ standing: Gap.Standing) {
      guard count > 0 else { return }
      if let same = reasons.firstIndex(where: { $0.rule == rule.rawValue && $0.standing == standing }) {
        reasons[same].count += count
      } else {
        reasons.append(.init(rule: rule.rawValue, count: count, standing: standing))
      }
      left -= count
    }
    let hopeless = proofs.hopeless[demand]
    let spanless = hopeless.cause == .noVehicle && fleet.neverOpen > 0
    add(spanless ? .vehicleHours : hopeless.cause.rule, min(left, hopeless.units), .proven)
    let short = min(left, shortage)
    shortage -= short
    add(.depotStock, short, .proven)
    // Where vehicles stand still for want of a crew, more of them is the nearest remedy.
    let rule = fleet.withoutCrew > 0 && observed != .stock ? RuleID.crewOnDuty : observed.rule
    add(rule, left, .observed)
    return reasons
  }

  private func brokenPins(_ verdict: RouteTask.Verdict) -> [(row: Int, rule: RuleID)] {
    var broken = pins.refused.map { ($0.row, $0.rule) }
    for bond in verdict.brokenBonds { broken.append((pins.rows[bond], .vehicleHours)) }
    return broken.sorted { $0.0 < $1.0 }
  }
}
