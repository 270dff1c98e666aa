import Districts
import Units

/// The service days of the horizon, and the moments of wall-clock times near it.
struct RosterCalendar: Sendable {
  let zone: ZoneClock
  let planDate: CalendarDate
  let dayCount: Int
  let dayStart: ClockTime
  /// The start of every service day of the horizon, and of the day after the last.
  let dayStarts: [Moment]
  private let holidays: Set<CalendarDate>
  /// Midnights of dates around which no clock changes: nearly all, and far cheaper than asking the zone.
  private let plainMidnights: [Moment?]
  private let firstPlain: CalendarDate

  init(district: District) {
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    let midnight = ClockTime(minutes: 0)
    self.zone = zone
    planDate = district.planDate
    dayCount = district.planDays
    dayStart = district.serviceDayStart
    dayStarts = (0...max(0, district.planDays)).map {
      zone.moment(district.planDate.advanced(by: $0), district.serviceDayStart)
    }
    holidays = Set(district.holidays)
    let first = district.planDate.advanced(by: -17)
    firstPlain = first
    let midnights = (-1..<(district.planDays + 24)).map { zone.moment(first.advanced(by: $0), midnight) }
    plainMidnights = (1..<(midnights.count - 3)).map { index in
      let start = midnights[index]
      let near = [-1, 1, 2, 3].allSatisfy { midnights[index + $0].seconds - start.seconds == $0 * 86_400 }
      return near ? start : nil
    }
  }

  var horizon: Span { Span(start: dayStarts[0], end: dayStarts[dayStarts.count - 1]) }

  func moment(_ date: CalendarDate, _ time: ClockTime) -> Moment {
    let index = firstPlain.days(to: date)
    if plainMidnights.indices.contains(index), let midnight = plainMidnights[index] {
      return midnight + Minutes(time.minutes)
    }
    return zone.moment(date, time)
  }

  /// The service day of a moment, counted from the first day of the horizon.
  func day(of moment: Moment) -> Int { planDate.days(to: zone.serviceDay(moment, dayStart: dayStart)) }

  func matches(_ pattern: DayPattern, _ date: CalendarDate) -> Bool {
    switch pattern {
    case .every: true
    case .weekdays(let days): days.contains(date.isoWeekday)
    case .workday: date.isoWeekday <= 5 && !holidays.contains(date)
    case .holiday: date.isoWeekday > 5 || holidays.contains(date)
    case .dates(let dates): dates.contains(date)
    }
  }

  /// Minutes of `span` inside the night window, added up over dates.
  func nightMinutes(of span: Span, _ night: NightWindow) -> Minutes {
    let first = zone.local(span.start).date.advanced(by: -2)
    let last = zone.local(span.end).date
    var seconds = 0
    var date = first
    while date <= last {
      let window = Span(start: moment(date, night.from), end: moment(date, night.to))
      seconds += span.clipped(to: window).duration.rawValue
      date = date.advanced(by: 1)
    }
    return Minutes(seconds / 60)
  }
}
