import Districts
import Units

/// Every duty of the horizon, by start, then id: posts over dates, open points, crews of vehicles.
func expandDuties(
  of district: District, distribution: DistributionPlan?, carrying: CarryPlan?, calendar: RosterCalendar
) -> [RosterDuty] {
  let duties =
    postDuties(of: district, calendar: calendar)
    + pointDuties(of: district, distribution: distribution, calendar: calendar)
    + sortingDuties(of: district, distribution: distribution, calendar: calendar)
    + carryDuties(of: district, carrying: carrying, calendar: calendar)
    + crewDuties(of: district, calendar: calendar)
  return duties.sorted { ($0.span.start, $0.id) < ($1.span.start, $1.id) }
}

/// The rows of posts.csv on every calendar date that matches and whose shift starts inside the horizon.
private func postDuties(of district: District, calendar: RosterCalendar) -> [RosterDuty] {
  let shifts = Dictionary(district.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var duties: [RosterDuty] = []
  var known: [DutyID: Int] = [:]
  // A shift may start on the calendar date before its service day's, up to two midnights late.
  let dates = (-2...calendar.dayCount).map { calendar.planDate.advanced(by: $0) }
  for row in district.posts {
    guard let shift = shifts[row.shift] else { continue }
    for date in dates where calendar.matches(row.days, date) {
      let start = calendar.moment(date, shift.from)
      let day = calendar.day(of: start)
      guard (0..<calendar.dayCount).contains(day) else { continue }
      let place = PlaceID(row.site)
      let id = DutyID(site: place, post: row.post, shift: shift.id.text, date: date.description)
      let seat = RosterSeat(
        name: row.seat, skills: row.skills, kinds: row.kinds, minimum: row.minimum, target: row.target,
        maximum: row.maximum, weight: priorityWeight(row.priority))
      if let index = known[id] {
        duties[index].seats.append(seat)
        duties[index].asksForLead = duties[index].asksForLead || row.lead
        continue
      }
      let end = calendar.moment(date, shift.to) + row.cleanup + row.handover
      known[id] = duties.count
      duties.append(
        RosterDuty(
          id: id, place: place, post: row.post, span: Span(start: start - row.setup, end: end), shiftStart: start,
          day: day, exposure: row.exposure, asksForLead: row.lead, seats: [seat]))
    }
  }
  return duties
}

/// `POINT/distribution/open/DATE` for every point that the distribution opens: its staff, from set-up to clean-up.
private func pointDuties(
  of district: District, distribution: DistributionPlan?, calendar: RosterCalendar
) -> [RosterDuty] {
  let points = Dictionary(district.points.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  return (distribution?.points ?? []).compactMap { open in
    guard let point = points[open.point], !point.staff.isEmpty else { return nil }
    let times = point.staffPer == .desk ? open.desks : 1
    let seats = point.staff.map { need in
      let count = need.count * times
      return RosterSeat(
        name: need.kind.rawValue, kinds: [need.kind], minimum: count, target: count, maximum: count,
        weight: priorityWeight(3))
    }
    let place = PlaceID(point.id)
    return RosterDuty(
      id: DutyID(site: place, post: "distribution", shift: "open", date: calendar.planDate.description), place: place,
      post: "distribution",
      span: Span(start: open.openFrom.moment - point.setup, end: open.openTo.moment + point.cleanup),
      shiftStart: open.openFrom.moment, day: 0, seats: seats)
  }
}

/// `VEHICLE/crew/run/DATE` at the vehicle's depot: a driver, and its loaders where it has any. A vehicle whose
/// clock times leave no span on the first service day has none.
private func crewDuties(of district: District, calendar: RosterCalendar) -> [RosterDuty] {
  district.vehicles.compactMap { vehicle in
    let weight = priorityWeight(3)
    var seats = [
      RosterSeat(name: "driver", skills: vehicle.driverSkills, minimum: 0, target: 1, maximum: 1, weight: weight)
    ]
    if vehicle.loaders > 0 {
      seats.append(
        RosterSeat(name: "loader", minimum: 0, target: vehicle.loaders, maximum: vehicle.loaders, weight: weight))
    }
    let span = district.hours(vehicle.from, vehicle.to, in: calendar.zone)
    guard !span.isEmpty else { return nil }
    return RosterDuty(
      id: DutyID(
        site: PlaceID(vehicle.id), post: "crew", shift: "run", date: calendar.planDate.description),
      place: PlaceID(vehicle.depot), post: "crew", span: span, shiftStart: span.start, day: 0,
      seats: seats)
  }
}
