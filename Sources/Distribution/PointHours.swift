import Districts
import Units

/// The slots of a point on the first service day.
struct PointHours: Sendable {
  var opens: Moment
  var count: Int
  let slot: Minutes

  init(_ point: DistributionPoint, in district: District, zone: ZoneClock) {
    let nextDay = point.openFrom < district.serviceDayStart
    let date = nextDay ? district.planDate.advanced(by: 1) : district.planDate
    slot = district.distribution.slot
    opens = zone.moment(date, point.openFrom)
    let closes = zone.moment(date, point.openTo)
    count = slot.rawValue > 0 ? max(0, (closes - opens).rawValue / slot.seconds.rawValue) : 0
  }

  func start(_ index: Int) -> Moment { opens + Minutes(slot.rawValue * index) }

  /// The slot that begins at a time of the clock; nil where none does.
  func index(of time: ClockTime, zone: ZoneClock) -> Int? {
    let (date, _) = zone.local(opens)
    for day in 0...1 {
      let seconds = (zone.moment(date.advanced(by: day), time) - opens).rawValue
      let length = slot.seconds.rawValue
      if length > 0, seconds >= 0, seconds % length == 0, seconds / length < count { return seconds / length }
    }
    return nil
  }
}
