import Districts
import Units

extension RawInput {
  /// The duties that posts.csv asks for in the horizon, one for each site, post, shift and date (docs/format.md §6).
  static func dutiesOfPosts(_ district: District, time: LocalTime) -> [AuditedDuty] {
    var duties: [AuditedDuty] = []
    var places: [String: Int] = [:]
    let shifts = Dictionary(district.shifts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sites = Dictionary(district.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in district.posts {
      guard let shift = shifts[row.shift] else { continue }
      for offset in -3...(time.days + 2) {
        let date = time.first.advanced(by: offset)
        let start = time.moment(date, shift.from)
        let day = time.day(of: start)
        guard day >= 0, day < time.days, time.matches(date, row.days) else { continue }
        let id = "\(row.site)/\(row.post)/\(row.shift)/\(date)"
        let seat = AuditedDuty.Seat(
          name: row.seat, minimum: row.minimum, target: row.target, maximum: row.maximum,
          weight: weight(ofPriority: row.priority), skills: row.skills, kinds: row.kinds)
        if let known = places[id] {
          duties[known].seats.append(seat)
          if row.lead { duties[known].asksForLead = true }
          continue
        }
        let span = Span(
          start: start - row.setup, end: time.moment(date, shift.to) + row.cleanup + row.handover)
        places[id] = duties.count
        duties.append(
          AuditedDuty(
            id: id, site: PlaceID(row.site), coordinate: sites[row.site]?.coordinate, post: row.post, span: span,
            shiftStart: start, day: day, exposure: row.exposure, asksForLead: row.lead, seats: [seat],
            isNight: time.isNight(span)))
      }
    }
    return duties
  }
}
