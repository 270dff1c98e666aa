import Units

/// Two clock times in minutes after midnight of one date, as `from` and `to` of a point, a depot or a vehicle.
public struct ClockSpan: Sendable, Hashable {
  public var from: ClockTime
  public var to: ClockTime
  public init(from: ClockTime, to: ClockTime) {
    self.from = from
    self.to = to
  }
  public var isEmpty: Bool { to <= from }
}

extension District {
  /// Where the hours of a point, a depot or a vehicle lie on the first service day, counted from midnight of
  /// `planDate` (docs/format.md §6). Applied twice it changes nothing more.
  ///
  /// Times before `serviceDayStart` are of the next date, unless that would turn the span round: who opens before the
  /// service day begins and closes in it opens on `planDate`.
  public func hours(_ from: ClockTime, _ to: ClockTime) -> ClockSpan {
    func nextDate(_ time: ClockTime) -> ClockTime { ClockTime(minutes: time.minutes + 1440) }
    guard from < serviceDayStart else { return ClockSpan(from: from, to: to < serviceDayStart ? nextDate(to) : to) }
    if to <= serviceDayStart { return ClockSpan(from: nextDate(from), to: nextDate(to)) }
    return ClockSpan(from: to > nextDate(from) ? nextDate(from) : from, to: to)
  }

  /// The same as moments.
  public func hours(_ from: ClockTime, _ to: ClockTime, in zone: ZoneClock) -> Span {
    let hours = hours(from, to)
    return Span(start: zone.moment(planDate, hours.from), end: zone.moment(planDate, hours.to))
  }
}
