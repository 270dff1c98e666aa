import Districts
import Units

/// `COMPOUND/carrying/teamN/DATE` for every team with a cart, from set-up until it is back at the gate, in half hours:
/// people are asked for round times, and the roster has few lengths of duties to tell apart.
func carryDuties(of district: District, carrying: CarryPlan?, calendar: RosterCalendar) -> [RosterDuty] {
  let settings = district.carrying
  let seats = settings.team.map { seat($0.kind, $0.count) }
  guard !seats.isEmpty else { return [] }
  return (carrying?.teams ?? []).map { team in
    let place = PlaceID(team.compound)
    let start = team.from.moment - settings.setup
    let halfHours = (team.to.moment - start).rawValue.dividedRoundingUp(by: 1800)
    return RosterDuty(
      id: DutyID(site: place, post: "carrying", shift: "team\(team.team)", date: calendar.planDate.description),
      place: place, post: "carrying", span: Span(start: start, end: start + Minutes(30 * halfHours)),
      shiftStart: team.from.moment, day: 0, seats: seats, isCarrying: true)
  }
}

/// `POINT/sorting/open/DATE` for every open point whose packs are sorted: a slot's packs in the slot's length before.
func sortingDuties(
  of district: District, distribution: DistributionPlan?, calendar: RosterCalendar
) -> [RosterDuty] {
  let points = Dictionary(district.points.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var called: [PointID: [Moment: Int]] = [:]
  for batch in distribution?.batches ?? [] {
    guard let point = batch.point, let from = batch.from?.moment else { continue }
    called[point, default: [:]][from, default: 0] += batch.packs
  }
  let slot = district.distribution.slot
  return (distribution?.points ?? []).compactMap { open in
    guard let rate = points[open.point]?.sortPerHour, let slots = called[open.point], let most = slots.values.max(),
      most > 0, let first = slots.keys.min(), let last = slots.keys.max()
    else { return nil }
    let people = (most * 60).dividedRoundingUp(by: rate * slot.rawValue)
    let place = PlaceID(open.point)
    return RosterDuty(
      id: DutyID(site: place, post: "sorting", shift: "open", date: calendar.planDate.description), place: place,
      post: "sorting", span: Span(start: first - slot, end: last), shiftStart: first - slot, day: 0,
      seats: [seat(.volunteer, people)])
  }
}

private func seat(_ kind: CadreKind, _ count: Int) -> RosterSeat {
  RosterSeat(
    name: kind.rawValue, kinds: [kind], minimum: count, target: count, maximum: count, weight: priorityWeight(3))
}
