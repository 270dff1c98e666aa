import Districts
import Units

/// A ledger row that counts: worked before the horizon, or planned before it and not overlapped by work.
struct PastDuty: Sendable {
  var span: Span
  /// The service day of its start, counted from the first day of the horizon: negative.
  var day: Int
  var minutes: Int
  var exposure: Int
  var isNight: Bool
}

/// A row of the published plan.
struct PublishedRow: Sendable {
  var person: Int
  var start: Moment
  var site: PlaceID?
  var post: String?
}

/// The ledger as the rules of docs/format.md §6 read it.
struct EffectiveLedger: Sendable {
  /// By person in the order of cadres.csv.
  var past: [[PastDuty]]
  var published: [PublishedRow] = []

  init(district: District, calendar: RosterCalendar) {
    let numbers = Dictionary(
      district.cadres.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    past = Array(repeating: [], count: district.cadres.count)
    var worked: [[Span]] = Array(repeating: [], count: district.cadres.count)
    for row in district.ledger where row.kind == .worked {
      if let person = numbers[row.cadre] { worked[person].append(row.span) }
    }
    for row in district.ledger {
      guard let person = numbers[row.cadre] else { continue }
      let day = calendar.day(of: row.span.start)
      if day < 0 {
        if row.kind == .planned, worked[person].contains(where: { $0.overlaps(row.span) }) { continue }
        let night = calendar.nightMinutes(of: row.span, district.night) >= district.night.atLeast
        past[person].append(
          PastDuty(
            span: row.span, day: day, minutes: row.span.minutes.rawValue, exposure: row.exposure, isNight: night))
      } else if day < calendar.dayCount, row.kind == .planned {
        published.append(PublishedRow(person: person, start: row.span.start, site: row.site, post: row.post))
      }
    }
  }
}
