import Districts
import Units

/// How single values are written; what equals its column's default stays empty.
enum Cell {
  static func whole(_ value: Int?, default standard: Int? = nil) -> String {
    value.flatMap { $0 == standard ? nil : String($0) } ?? ""
  }
  static func yes(_ value: Bool, default standard: Bool = false) -> String {
    value == standard ? "" : value ? "yes" : "no"
  }
  static func list(_ values: [String]) -> String { values.joined(separator: ";") }
  static func word<Word: RawRepresentable & Equatable>(_ value: Word, default standard: Word? = nil) -> String
  where Word.RawValue == String {
    value == standard ? "" : value.rawValue
  }
  /// Degrees; drawn coordinates are whole micro-degrees, so the shortest text is exact.
  static func degrees(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
  /// Grams as kilograms without trailing zeros.
  static func thousandths(_ value: Int?) -> String {
    guard let value else { return "" }
    var fraction = padded(value % 1000, to: 3)
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? String(value / 1000) : "\(value / 1000).\(fraction)"
  }
  static func moment(_ value: Moment?) -> String {
    guard let value else { return "" }
    let local = value.seconds + DrawnClock.offset
    let day = local.dividedRoundingDown(by: 86_400)
    return "\(CalendarDate(dayNumber: day))T\(ClockTime(minutes: (local - day * 86_400) / 60))"
  }
  static func days(_ pattern: DayPattern, default standard: DayPattern? = .every) -> String {
    if pattern == standard { return "" }
    switch pattern {
    case .every: return "*"
    case .workday: return "workday"
    case .holiday: return "holiday"
    case .dates(let dates): return list(dates.map(\.description))
    case .weekdays(let numbers):
      let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
      return list(numbers.compactMap { (1...7).contains($0) ? names[$0 - 1] : nil })
    }
  }
}

/// Drawn districts lie in China, whose one clock has stood at UTC+8 without a change since 1991.
enum DrawnClock {
  static let zone = "Asia/Shanghai"
  static let offset = 8 * 3600

  static func moment(_ date: CalendarDate, _ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(seconds: date.dayNumber * 86_400 + hour * 3600 + minute * 60 - offset)
  }
  static func span(_ date: CalendarDate, _ from: ClockTime, _ to: ClockTime) -> Span {
    Span(start: moment(date, 0, from.minutes), end: moment(date, 0, to.minutes))
  }
}
