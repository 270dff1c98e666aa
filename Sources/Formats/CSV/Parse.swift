import Units

/// What a plain text can say; nil where it says something else. No locale, no clock, no trap on any bytes.
enum Parse {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Digits with an optional minus; nil beyond 18 digits.
  static func whole(_ bytes: Bytes) -> Int? {
    let negative = bytes.first == UInt8(ascii: "-")
    let digits = bytes.dropFirst(negative ? 1 : 0)
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return negative ? -value : value
  }

  /// Digits, at most one point between digits, an optional minus; no exponent, no infinity.
  static func decimal(_ bytes: Bytes) -> Double? {
    let digits = bytes.dropFirst(bytes.first == UInt8(ascii: "-") ? 1 : 0)
    guard let first = digits.first, let last = digits.last, digits.count <= 24 else { return nil }
    guard first >= 48, first <= 57, last >= 48, last <= 57 else { return nil }
    var points = 0
    for byte in digits where byte < 48 || byte > 57 {
      guard byte == UInt8(ascii: ".") else { return nil }
      points += 1
    }
    guard points <= 1 else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// `06:00`, `24:00`, `06:00+1`.
  static func time(_ bytes: Bytes) -> ClockTime? {
    guard bytes.count == 5 || (bytes.count == 7 && bytes[5] == UInt8(ascii: "+") && bytes[6] == UInt8(ascii: "1")),
      let hour = twoDigits(bytes, 0), bytes[2] == UInt8(ascii: ":"), let minute = twoDigits(bytes, 3),
      minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return ClockTime(minutes: hour * 60 + minute + (bytes.count == 7 ? 1440 : 0))
  }

  /// `2022-01-01`, from 1900 to 2199.
  static func date(_ bytes: Bytes) -> CalendarDate? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let century = twoDigits(bytes, 0), let year = twoDigits(bytes, 2), let month = twoDigits(bytes, 5),
      let day = twoDigits(bytes, 8), (19...21).contains(century)
    else { return nil }
    return CalendarDate(year: century * 100 + year, month: month, day: day)
  }

  /// `2022-01-01T06:00`, with `:00` and an offset (`Z`, `+08:00`) allowed behind it. Whole minutes only.
  static func moment(_ bytes: Bytes) -> WrittenMoment? {
    guard bytes.count >= 16, let date = date(Bytes(rebasing: bytes[..<10])), bytes[10] == UInt8(ascii: "T"),
      let time = time(Bytes(rebasing: bytes[11..<16]))
    else { return nil }
    var rest = bytes[16...]
    if rest.count >= 3, rest[rest.startIndex] == UInt8(ascii: ":") {
      guard rest[rest.startIndex + 1] == 48, rest[rest.startIndex + 2] == 48 else { return nil }
      rest = rest.dropFirst(3)
    }
    if rest.isEmpty { return WrittenMoment(date: date, time: time, offset: nil) }
    if rest.elementsEqual([UInt8(ascii: "Z")]) { return WrittenMoment(date: date, time: time, offset: 0) }
    let sign = rest[rest.startIndex]
    guard rest.count == 6, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let offset = Parse.time(Bytes(rebasing: rest.dropFirst())), offset.minutes <= 18 * 60
    else { return nil }
    return WrittenMoment(date: date, time: time, offset: (sign == UInt8(ascii: "-") ? -60 : 60) * offset.minutes)
  }

  /// Letters, digits, `_`, `.`, `-`; one to forty of them.
  static func isID(_ bytes: Bytes) -> Bool {
    guard (1...40).contains(bytes.count) else { return false }
    return bytes.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): true
      default: false
      }
    }
  }

  static func twoDigits(_ bytes: Bytes, _ index: Int) -> Int? {
    let (a, b) = (bytes[index], bytes[index + 1])
    guard a >= 48, a <= 57, b >= 48, b <= 57 else { return nil }
    return Int(a - 48) * 10 + Int(b - 48)
  }
}

/// A moment as written: local, or with its offset in seconds.
struct WrittenMoment: Equatable {
  var date: CalendarDate
  var time: ClockTime
  var offset: Int?
}
