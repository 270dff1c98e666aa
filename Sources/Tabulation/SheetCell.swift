import Units

/// What a cell holds, so that a spreadsheet can sort and add it up.
///
/// Ids are texts, whatever they look like. Times are moments of the local clock with their date: 00:20 sorts after 23:40,
/// and the end less the start is the time between, also across midnight.
public enum SheetCell: Sendable, Hashable {
  case empty
  case text(String)
  case number(Int)
  /// `whole` ÷ 10^`places`, places 1 … 6: money, kilometres.
  case decimal(Int, places: Int)
  /// 0.0125 is shown as 1.25 %.
  case share(Double)
  case date(CalendarDate)
  /// Shown as `16:20`, or `16:20:30` where the seconds are not zero. Seconds since the date's midnight.
  case clock(CalendarDate, second: Int)
  /// The same with its date: `2022-01-01 16:20`.
  case moment(CalendarDate, second: Int)
}

extension SheetCell {
  public static func optional(_ text: String?) -> SheetCell { text.map { .text($0) } ?? .empty }
  public static func optional(_ number: Int?) -> SheetCell { number.map { .number($0) } ?? .empty }

  /// As CSV and people have it.
  public var text: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .number(let number): String(number)
    case .decimal(let whole, let places): Self.decimalText(whole, places)
    case .share(let share): String(share)
    case .date(let date): date.description
    case .clock(_, let second): Self.clockText(second)
    case .moment(let date, let second): "\(date) \(Self.clockText(second))"
    }
  }

  private static func decimalText(_ whole: Int, _ places: Int) -> String {
    let digits = padded(Int(clamping: whole.magnitude), to: places + 1)
    return (whole < 0 ? "-" : "") + digits.dropLast(places) + "." + digits.suffix(places)
  }

  private static func clockText(_ second: Int) -> String {
    let text = "\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2))"
    return second % 60 == 0 ? text : text + ":" + padded(second % 60, to: 2)
  }
}
