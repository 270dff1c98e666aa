import Districts
import Units

extension AuditedPerson {
  init(availability rows: [AvailabilityRow], always: Bool, ledger: [LedgerRow], time: LocalTime) {
    var available: [Span] = []
    var unavailable: [Span] = []
    for row in rows {
      let spans = Self.spans(of: row.time, time: time)
      switch row.level {
      case .available: available += spans
      case .desired: desired += spans
      case .undesired: undesired += spans
      case .unavailable: unavailable += spans
      }
    }
    let horizon = time.horizon
    if always, !rows.contains(where: { $0.level == .available }) {
      // Wider than any duty of the horizon, set-up and clean-up included.
      available = [Span(start: horizon.start - Seconds(10 * 86_400), end: horizon.end + Seconds(10 * 86_400))]
    }
    presence = taken(unavailable, from: united(available + desired + undesired))
    let seconds = presence.reduce(0) { $0 + $1.clipped(to: horizon).duration.rawValue }
    availableMinutes = seconds / 60
    readLedger(ledger, time: time)
  }

  private static func spans(of row: RowTime, time: LocalTime) -> [Span] {
    switch row {
    case .span(let span): [span]
    case .daily(let from, let to, let days):
      (-4...(time.days + 3)).compactMap { offset in
        let date = time.first.advanced(by: offset)
        guard time.matches(date, days) else { return nil }
        return Span(start: time.moment(date, from), end: time.moment(date, to))
      }
    }
  }

  private mutating func readLedger(_ rows: [LedgerRow], time: LocalTime) {
    let worked = rows.filter { $0.kind == .worked }
    for row in rows {
      let day = time.day(of: row.span.start)
      if row.kind == .planned {
        if day >= 0, day < time.days { published.append(row) }
        if day >= 0 || worked.contains(where: { $0.span.overlaps(row.span) }) { continue }
      }
      guard day < 0 else { continue }
      ledger.append(Worked(span: row.span, day: day, exposure: row.exposure, isNight: time.isNight(row.span)))
    }
    let days = Set(ledger.map(\.day))
    while days.contains(-1 - runBefore) { runBefore += 1 }
    for entry in ledger where entry.day >= -14 {
      pastMinutes += entry.span.minutes.rawValue
      if entry.isNight { pastNights += 1 }
      if entry.day >= -6 { recentMinutes[-1 - entry.day] += entry.span.minutes.rawValue }
    }
  }
}
