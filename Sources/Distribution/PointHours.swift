import Districts
import Units

/// The slots of a point on the first service day.
struct PointHours: Sendable {
  var opens: Moment
  var count: Int
  let slot: Minutes
  private let date: CalendarDate

  init(_ point: DistributionPoint, in district: District, zone: ZoneClock) {
    let hours = district.hours(point.openFrom, point.openTo, in: zone)
    date = district.planDate
    slot = district.distribution.slot
    opens = hours.start
    count = slot.rawValue > 0 ? max(0, hours.duration.rawValue / slot.seconds.rawValue) : 0
  }

  func start(_ index: Int) -> Moment { opens + Minutes(slot.rawValue * index) }

  /// The slot that begins at a time of the clock, of the next date where the point opens after it; nil where none does.
  func index(of time: ClockTime, zone: ZoneClock) -> Int? {
    let today = zone.moment(date, time)
    let moment = today < opens ? zone.moment(date.advanced(by: 1), time) : today
    let seconds = (moment - opens).rawValue
    let length = slot.seconds.rawValue
    guard length > 0, seconds >= 0, seconds % length == 0, seconds / length < count else { return nil }
    return seconds / length
  }
}
