import Districts
import Units

/// The district's clock: local dates and times, service days, the horizon (docs/format.md §6).
struct LocalTime: Sendable {
  let zone: ZoneClock
  /// False where the system knows no such zone; all is then read in UTC.
  let zoneIsKnown: Bool
  let dayStart: ClockTime
  let first: CalendarDate
  let days: Int
  private let night: NightWindow
  /// The night windows of the dates about the horizon and the ledger before it, worked out once.
  private var windows: [Span] = []
  private let firstWindow: Int
  private let holidays: Set<CalendarDate>

  init(_ district: District) {
    let known = ZoneClock(identifier: district.timeZone)
    zone = known ?? .utc
    zoneIsKnown = known != nil
    dayStart = district.serviceDayStart
    first = district.planDate
    days = max(0, district.planDays)
    night = district.night
    holidays = Set(district.holidays)
    firstWindow = first.dayNumber - 40
    windows = (firstWindow..<first.dayNumber + days + 4).map { window(ofDay: $0) }
  }

  private func window(ofDay day: Int) -> Span {
    let date = CalendarDate(dayNumber: day)
    return Span(start: moment(date, night.from), end: moment(date, night.to))
  }

  func moment(_ date: CalendarDate, _ time: ClockTime) -> Moment { zone.moment(date, time) }

  /// The service day of a moment, 0 for the first of the horizon, negative before it.
  func day(of moment: Moment) -> Int {
    first.days(to: zone.serviceDay(moment, dayStart: dayStart))
  }

  func span(ofDay day: Int) -> Span {
    Span(
      start: moment(first.advanced(by: day), dayStart), end: moment(first.advanced(by: day + 1), dayStart))
  }
  var horizon: Span {
    Span(start: moment(first, dayStart), end: moment(first.advanced(by: days), dayStart))
  }

  /// With offset; a number where no calendar reaches.
  func written(_ moment: Moment) -> String {
    (-100_000_000_000...1_000_000_000_000).contains(moment.seconds) ? zone.rfc3339(moment) : "\(moment.seconds) s"
  }

  func local(_ moment: Moment) -> LocalMoment { LocalMoment(moment, in: zone) }

  func matches(_ date: CalendarDate, _ pattern: DayPattern) -> Bool {
    switch pattern {
    case .every: true
    case .weekdays(let days): days.contains(date.isoWeekday)
    case .workday: !isHoliday(date)
    case .holiday: isHoliday(date)
    case .dates(let dates): dates.contains(date)
    }
  }

  private func isHoliday(_ date: CalendarDate) -> Bool { date.isoWeekday >= 6 || holidays.contains(date) }

  /// Whether at least `at_least_minutes` of the span lie inside the night windows of all dates together.
  func isNight(_ span: Span) -> Bool {
    guard span.start < span.end else { return false }
    var seconds = 0
    let from = span.start.seconds.dividedRoundingDown(by: 86_400) - 4
    let to = span.end.seconds.dividedRoundingDown(by: 86_400) + 2
    for day in from...to {
      let known = windows.indices.contains(day - firstWindow)
      let window = known ? windows[day - firstWindow] : window(ofDay: day)
      seconds += span.clipped(to: window).duration.rawValue
      if seconds >= night.atLeast.rawValue * 60 { return true }
    }
    return night.atLeast <= 0
  }
}
