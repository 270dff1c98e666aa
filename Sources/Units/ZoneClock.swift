import Foundation

/// Turns local dates and times into moments and back, in one time zone.
///
/// A local time that a clock change skips means the moment that far after the change; one that occurs twice means the
/// first. Elapsed time is always the difference of moments, so durations stay right across a change.
public struct ZoneClock: Sendable {
  public let identifier: String
  private let zone: TimeZone

  /// Nil where the system knows no such zone.
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  private init(zone: TimeZone) {
    identifier = zone.identifier
    self.zone = zone
  }
  public static let utc = ZoneClock(zone: .gmt)

  public func offset(at moment: Moment) -> Seconds {
    Seconds(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment.seconds))))
  }

  /// The moment of a wall-clock time, `time` minutes after midnight of `date`.
  public func moment(_ date: CalendarDate, _ time: ClockTime) -> Moment {
    let naive = Moment(seconds: date.dayNumber * 86_400 + time.minutes * 60)
    let before = offset(at: naive - Seconds(86_400))
    let after = offset(at: naive + Seconds(86_400))
    if before == after { return naive - before }
    let early = naive - max(before, after)
    if offset(at: early) == max(before, after) { return early }
    let late = naive - min(before, after)
    if offset(at: late) == min(before, after) { return late }
    return naive - before
  }

  /// The local date and the seconds since its midnight.
  public func local(_ moment: Moment) -> (date: CalendarDate, secondOfDay: Int) {
    let shifted = moment.seconds + offset(at: moment).rawValue
    let day = shifted.dividedRoundingDown(by: 86_400)
    return (CalendarDate(dayNumber: day), shifted - day * 86_400)
  }

  /// The service day of a moment: its local date, or the date before where the clock shows less than `dayStart`.
  public func serviceDay(_ moment: Moment, dayStart: ClockTime) -> CalendarDate {
    let (date, second) = local(moment)
    return second < dayStart.minutes * 60 ? date.advanced(by: -1) : date
  }

  /// RFC 3339 with offset: `2022-01-01T06:00:00+08:00`.
  public func rfc3339(_ moment: Moment) -> String {
    let (date, second) = local(moment)
    let offset = offset(at: moment).rawValue
    let sign = offset < 0 ? "-" : "+"
    let size = abs(offset)
    return "\(date)T\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2)):\(padded(second % 60, to: 2))"
      + "\(sign)\(padded(size / 3600, to: 2)):\(padded(size / 60 % 60, to: 2))"
  }

  /// `16:20`, or `16:20:30` where the seconds are not zero.
  public func clockText(_ moment: Moment) -> String {
    let (_, second) = local(moment)
    let text = "\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2))"
    return second % 60 == 0 ? text : text + ":" + padded(second % 60, to: 2)
  }
}

extension Moment {
  /// Reads RFC 3339 with offset, `2022-01-01T06:00:00+08:00` or `…Z`; nil for anything else.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 25 || (bytes.count == 20 && bytes[19] == UInt8(ascii: "Z")), bytes[10] == UInt8(ascii: "T"),
      let date = CalendarDate(text.prefix(10)), let time = ClockTime(text.dropFirst(11).prefix(5)),
      time.minutes < 1440, bytes[16] == UInt8(ascii: ":"), let second = Int(text.dropFirst(17).prefix(2)),
      (0..<60).contains(second)
    else { return nil }
    var offset = 0
    if bytes.count == 25 {
      guard bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-"),
        let size = ClockTime(text.suffix(5))
      else { return nil }
      offset = size.minutes * 60 * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
    }
    self.init(seconds: date.dayNumber * 86_400 + time.minutes * 60 + second - offset)
  }
}
