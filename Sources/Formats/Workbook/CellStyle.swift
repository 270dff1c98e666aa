import Tabulation
import Units

/// How a cell looks. The raw value is the style's number on the C side.
enum CellStyle: Int32, CaseIterable {
  case header, plain, wrapped, number, tenths, hundredths, thousandths, tenThousandths, hundredThousandths, millionths
  case share, date, clock, clockSeconds, moment, momentSeconds

  static var all: [CellStyle] { allCases }
  var number: Int32 { rawValue }

  /// As Excel writes it; titles have none. `@` keeps a text a text, and the zeros it begins with, when it is edited.
  var numberFormat: String? {
    switch self {
    case .header: nil
    case .plain, .wrapped: "@"
    case .number: "#,##0"
    case .tenths: "#,##0.0"
    case .hundredths: "#,##0.00"
    case .thousandths: "#,##0.000"
    case .tenThousandths: "#,##0.0000"
    case .hundredThousandths: "#,##0.00000"
    case .millionths: "#,##0.000000"
    // Gaps are rounded up to six decimals: all of them are shown, so that no gap looks like none.
    case .share: "0.0000%"
    case .date: "yyyy-mm-dd"
    case .clock: "hh:mm"
    case .clockSeconds: "hh:mm:ss"
    case .moment: "yyyy-mm-dd hh:mm"
    case .momentSeconds: "yyyy-mm-dd hh:mm:ss"
    }
  }

  init(of cell: SheetCell, isWrapped: Bool) {
    guard cell.excelNumber != nil else {
      self = isWrapped ? .wrapped : .plain
      return
    }
    self =
      switch cell {
      case .empty, .text: .plain
      case .number: .number
      case .decimal(_, let places): CellStyle(rawValue: CellStyle.number.rawValue + Int32(places)) ?? .number
      case .share: .share
      case .date: .date
      case .clock(_, let second): second % 60 == 0 ? .clock : .clockSeconds
      case .moment(_, let second): second % 60 == 0 ? .moment : .momentSeconds
      }
  }
}

extension SheetCell {
  /// The number that Excel stores: of a date the days since the end of 1899, as it counts them from March 1900 on.
  ///
  /// Nil for texts, and where a number would not be kept exactly: more than 15 digits, dates before March 1900.
  var excelNumber: Double? {
    switch self {
    case .empty, .text: nil
    case .number(let number): Self.kept(number)
    case .decimal(let whole, let places):
      (1...6).contains(places) ? Self.kept(whole).map { $0 / Self.powers[places] } : nil
    case .share(let share): share.isFinite ? share : nil
    case .date(let date): Self.serial(date, 0)
    case .clock(let date, let second), .moment(let date, let second): Self.serial(date, second)
    }
  }

  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  private static func kept(_ number: Int) -> Double? {
    number.magnitude < 1_000_000_000_000_000 ? Double(number) : nil
  }

  private static func serial(_ date: CalendarDate, _ second: Int) -> Double? {
    // 1970-01-01 is day 25,569. Excel believes in a 29 February 1900, its day 60.
    let day = date.dayNumber + 25_569
    guard (61..<2_958_466).contains(day) else { return nil }
    return Double(day) + Double(second) / 86_400
  }
}
