import Districts
import Units

extension Audit {
  /// Every count of the summary, counted again; stages that were not planned leave theirs at zero.
  func checkSummary(_ plan: Plan, roster: RosterCase, carrying: CarryCase?, routes: RouteCase?) -> [Violation] {
    let summary = plan.summary
    var found: [Violation] = []
    func expect(_ name: String, _ claimed: Int, _ counted: Int) {
      guard claimed != counted else { return }
      found.append(
        Violation(
          rule: .summary, place: "summary.\(name)", amount: magnitude(claimed -| counted),
          message: "summary.\(name) is \(counted), not \(claimed)"))
    }
    let planned = plan.roster != nil
    let seats = roster.duties.indices.flatMap { d in roster.duties[d].seats.indices.map { (d, $0) } }
    func overSeats(_ count: (Int, Int) -> Int) -> Int { planned ? seats.map(count).saturatedSum : 0 }
    if planned || summary.people != 0 { expect("people", summary.people, raw.district.cadres.count) }
    expect("on_duty", summary.onDuty, roster.held.count { !$0.isEmpty })
    expect("seats", summary.seats, overSeats { roster.duties[$0].seats[$1].target })
    expect("seats_filled", summary.seatsFilled, overSeats(roster.filled))
    expect("missing_minimum", summary.missingMinimum, overSeats(roster.missingMinimum))
    expect("missing_target", summary.missingTarget, overSeats(roster.missingTarget))

    let households = raw.district.buildings.map(\.households.rawValue).saturatedSum
    if plan.distribution != nil || summary.households != 0 { expect("households", summary.households, households) }
    let batches = plan.distribution?.batches ?? []
    let visited = carrying?.doorsReachedBesidePoints ?? 0
    expect("households_served", summary.householdsServed, batches.map(\.households).saturatedSum +| visited)
    expect("points", summary.points, plan.distribution?.points.count ?? 0)
    expect("batches", summary.batches, batches.count)
    let last = batches.filter { $0.mode == .point }.compactMap { $0.to?.moment }.max()
    if summary.lastServed?.moment != last {
      let seconds = (summary.lastServed?.moment.seconds ?? 0) -| (last?.seconds ?? 0)
      found.append(
        Violation(
          rule: .summary, place: "summary.last_served", amount: magnitude(seconds),
          message: "the last batch at a point ends at \(last.map(raw.time.written) ?? "no time")"))
    }

    let runs = plan.routes?.routes ?? []
    expect("routes", summary.routes, runs.count)
    expect("trips", summary.trips, runs.indices.map { routes?.trips($0) ?? 0 }.saturatedSum)
    expect("metres", summary.metres, runs.indices.map { routes?.length($0).metres ?? 0 }.saturatedSum)
    expect("packs", summary.packs, routes?.deliveries.joined().map(\.packs).saturatedSum ?? 0)
    let gaps = [
      plan.supply?.gaps.count, plan.roster?.gaps.count, plan.distribution?.gaps.count, plan.carrying?.gaps.count,
      plan.routes?.unassigned.count,
    ]
    expect("gaps", summary.gaps, gaps.compactMap { $0 }.saturatedSum)
    return found
  }
}
