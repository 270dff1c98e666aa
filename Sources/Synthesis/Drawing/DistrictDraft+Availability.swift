import Districts
import Units

extension DistrictDraft {
  /// A span of one day of the plan, in hours after its midnight.
  mutating func say(_ person: Int, _ level: AvailabilityLevel, day: Int = 0, _ from: Int, _ to: Int) {
    let date = district.planDate.advanced(by: day)
    let span = Span(start: DrawnClock.moment(date, from), end: DrawnClock.moment(date, to))
    district.availability.append(
      AvailabilityRow(cadre: district.cadres[person].id, time: .span(span), level: level))
  }

  /// The same hours of every day.
  mutating func sayDaily(
    _ person: Int, _ level: AvailabilityLevel, from: ClockTime, to: ClockTime, days: DayPattern = .every
  ) {
    district.availability.append(
      AvailabilityRow(
        cadre: district.cadres[person].id, time: .daily(from: from, to: to, days: days), level: level))
  }
}
