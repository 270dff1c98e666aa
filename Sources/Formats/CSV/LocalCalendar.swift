import Units

/// Turns written moments into moments of a zone, asking the zone once a date instead of once a row.
final class LocalCalendar {
  private let clock: ZoneClock?
  private var offsetOfDate: [Int: Int?] = [:]

  /// Without a clock (the district's zone is not known) local times are taken as they are; nothing is planned then.
  init(_ clock: ZoneClock?) { self.clock = clock }

  func moment(_ written: WrittenMoment) -> Moment {
    let naive = written.date.dayNumber * 86_400 + written.time.minutes * 60
    if let offset = written.offset { return Moment(seconds: naive - offset) }
    guard let clock else { return Moment(seconds: naive) }
    if let offset = constantOffset(around: written.date, clock) { return Moment(seconds: naive - offset) }
    return clock.moment(written.date, written.time)
  }

  /// The offset that holds from the day before until two days after; nil where it changes.
  private func constantOffset(around date: CalendarDate, _ clock: ZoneClock) -> Int? {
    if let known = offsetOfDate[date.dayNumber] { return known }
    let offsets = (-1...3).map { clock.offset(at: Moment(seconds: (date.dayNumber + $0) * 86_400)).rawValue }
    let constant = Set(offsets).count == 1 ? offsets[0] : nil
    offsetOfDate[date.dayNumber] = .some(constant)
    return constant
  }
}
