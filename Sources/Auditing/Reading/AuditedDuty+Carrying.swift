import Districts
import Units

extension RawInput {
  /// The people of each team that carries, from before it leaves the gate until it is back there, in whole half hours.
  func dutiesOfTeams(_ carrying: CarryPlan?) -> [AuditedDuty] {
    guard let carrying, time.days > 0, !district.carrying.team.isEmpty else { return [] }
    return carrying.teams.map { team in
      let start = team.from.moment - district.carrying.setup
      // Whole half hours.
      let long = (team.to.moment.seconds -| start.seconds).sharedUp(by: 1800) *| 1800
      let span = Span(start: start, end: Moment(seconds: start.seconds +| long))
      return AuditedDuty(
        id: "\(team.compound)/carrying/team\(team.team)/\(time.first)", site: PlaceID(team.compound),
        coordinate: places[team.compound.text] ?? nil, post: "carrying", span: span, shiftStart: team.from.moment,
        day: 0, exposure: 0, asksForLead: false,
        seats: district.carrying.team.map {
          seat($0.kind.rawValue, minimum: $0.count, target: $0.count, kinds: [$0.kind])
        }, isNight: time.isNight(span), isTeam: true)
    }
  }

  /// Those who sort a slot's packs in the slot before, at open points where packs are sorted: as many as the fullest
  /// slot asks for.
  func dutiesOfSorting(_ distribution: DistributionPlan?) -> [AuditedDuty] {
    guard let distribution, time.days > 0 else { return [] }
    let slot = district.distribution.slot
    return district.points.compactMap { point in
      guard let rate = point.sortPerHour, distribution.points.contains(where: { $0.point == point.id }) else {
        return nil
      }
      var packs: [Moment: Int] = [:]
      for batch in distribution.batches where batch.mode == .point && batch.point == point.id {
        if let from = batch.from?.moment { packs[from, default: 0] +|= batch.packs }
      }
      let people = ((packs.values.max() ?? 0) *| 60).sharedUp(by: rate *| slot.rawValue)
      guard people > 0, let first = packs.keys.min(), let last = packs.keys.max() else { return nil }
      let span = Span(start: first - slot, end: last)
      return AuditedDuty(
        id: "\(point.id)/sorting/open/\(time.first)", site: PlaceID(point.id), coordinate: point.coordinate,
        post: "sorting", span: span, shiftStart: span.start, day: 0, exposure: 0, asksForLead: false,
        seats: [seat("volunteer", minimum: people, target: people, kinds: [.volunteer])], isNight: time.isNight(span))
    }
  }
}
