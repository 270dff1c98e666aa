/// A point in time: whole seconds since 1970-01-01T00:00:00Z.
@frozen public struct Moment: Hashable, Comparable, Sendable {
  public var seconds: Int
  @inlinable public init(seconds: Int) { self.seconds = seconds }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
  @inlinable public static func + (a: Self, b: Seconds) -> Self { Moment(seconds: a.seconds + b.rawValue) }
  @inlinable public static func - (a: Self, b: Seconds) -> Self { Moment(seconds: a.seconds - b.rawValue) }
  @inlinable public static func + (a: Self, b: Minutes) -> Self { Moment(seconds: a.seconds + 60 * b.rawValue) }
  @inlinable public static func - (a: Self, b: Minutes) -> Self { Moment(seconds: a.seconds - 60 * b.rawValue) }
  @inlinable public static func - (a: Self, b: Self) -> Seconds { Seconds(a.seconds - b.seconds) }
}

/// A stretch of time, from its start up to but without its end.
@frozen public struct Span: Hashable, Sendable {
  public var start: Moment
  public var end: Moment
  @inlinable public init(start: Moment, end: Moment) {
    self.start = start
    self.end = end
  }
  @inlinable public var isEmpty: Bool { end <= start }
  @inlinable public var duration: Seconds { end - start }
  /// Whole elapsed minutes; spans of duties are whole minutes by construction.
  @inlinable public var minutes: Minutes { Minutes((end.seconds - start.seconds) / 60) }
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }
  @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// The common part; empty where there is none.
  @inlinable public func clipped(to other: Span) -> Span {
    let from = max(start, other.start)
    return Span(start: from, end: max(from, min(end, other.end)))
  }
}

/// A wall-clock time on some date: minutes after that date's midnight, 0 … 2 × 1,440 (`24:00`, `06:00+1`).
@frozen public struct ClockTime: Hashable, Comparable, Sendable {
  public var minutes: Int
  @inlinable public init(minutes: Int) { self.minutes = minutes }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.minutes < b.minutes }

  /// Reads `06:00`, `24:00`, `06:00+1`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5 || (bytes.count == 7 && bytes[5] == UInt8(ascii: "+") && bytes[6] == UInt8(ascii: "1")),
      bytes[2] == UInt8(ascii: ":")
    else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let hour = digits[0] * 10 + digits[1]
    let minute = digits[2] * 10 + digits[3]
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    minutes = hour * 60 + minute + (bytes.count == 7 ? 1440 : 0)
  }
}

extension ClockTime: CustomStringConvertible {
  public var description: String {
    let nextDay = minutes > 1440
    let shown = nextDay ? minutes - 1440 : minutes
    return "\(padded(shown / 60, to: 2)):\(padded(shown % 60, to: 2))" + (nextDay ? "+1" : "")
  }
}
