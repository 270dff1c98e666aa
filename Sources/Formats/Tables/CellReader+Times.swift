import Districts
import Units

extension CellReader {
  func time(_ cell: Cell) -> ClockTime? {
    if let time = cell.withPlainBytes(Parse.time) { return time }
    complain(.notATime, ["value": cell.text])
    return nil
  }

  func moment(_ cell: Cell) -> Moment? {
    if let written = cell.withPlainBytes(Parse.moment) { return calendar.moment(written) }
    complain(.notAMoment, ["value": cell.text])
    return nil
  }

  func date(_ cell: Cell) -> CalendarDate? {
    if let date = cell.withPlainBytes(Parse.date) { return date }
    complain(.notADate, ["value": cell.text])
    return nil
  }

  func momentOrTime(_ cell: Cell) -> WrittenTime? {
    cell.withPlainBytes { bytes in
      if let time = Parse.time(bytes) { return .time(time) }
      if let written = Parse.moment(bytes) { return .moment(calendar.moment(written)) }
      complain(.notATimeOrMoment, ["value": cell.text])
      return nil
    }
  }

  /// `*`, `mon;tue`, `workday`, `holiday`, or dates; 周一 … 周日, 工作日, 节假日 as well.
  func days(_ cell: Cell) -> DayPattern? {
    guard let entries = entries(cell), areDistinct(entries) else { return nil }
    if entries.count == 1 {
      switch entries[0].lowercased() {
      case "*", "每天": return .every
      case "workday", "工作日": return .workday
      case "holiday", "节假日": return .holiday
      default: break
      }
    }
    let weekdays = entries.compactMap { DayPattern.weekday($0) }
    if weekdays.count == entries.count {
      return areDistinct(weekdays.map(String.init)) ? .weekdays(weekdays.sorted()) : nil
    }
    let dates = entries.compactMap { entry in entry.withCell { Parse.date($0.bytes) } }
    if dates.count == entries.count { return .dates(dates.sorted()) }
    complain(.notDays, ["value": cell.text])
    return nil
  }
}

/// A cell that holds a moment or a time of day.
enum WrittenTime: Sendable, Hashable {
  case time(ClockTime)
  case moment(Moment)
}

extension DayPattern {
  static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let chineseDigits = ["一", "二", "三", "四", "五", "六", "日"]

  /// 1 … 7 for `mon` … `sun`, 周一 … 周日, 星期天.
  static func weekday(_ text: String) -> Int? {
    if let index = weekdayNames.firstIndex(of: text.lowercased()) { return index + 1 }
    for prefix in ["周", "星期"] where text.hasPrefix(prefix) {
      let digit = text.dropFirst(prefix.count)
      return digit == "天" ? 7 : chineseDigits.firstIndex(of: String(digit)).map { $0 + 1 }
    }
    return nil
  }
}
