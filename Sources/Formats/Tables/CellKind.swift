/// What a whole number counts; the remedy names it and shows an example.
enum Unit: String, Sendable {
  case minutes, seconds, people, households, packs, number, fen, grams, metres, days, percent, weight, level
  var phrase: String { "@unit." + rawValue }
  var example: String {
    switch self {
    case .minutes: "600"
    case .seconds: "300"
    case .people: "6"
    case .households: "48"
    case .packs: "1200"
    case .number: "2"
    case .fen: "1250"
    case .grams: "5000"
    case .metres: "850"
    case .days: "6"
    case .percent: "130"
    case .weight: "10"
    case .level: "3"
    }
  }
}

/// The type of a column, as docs/format.md §1 lists them.
enum CellKind: Sendable {
  /// An id: the row's own, or one of another table.
  case id
  case text
  case whole(ClosedRange<Int>, Unit)
  case decimal(ClosedRange<Double>)
  case yesNo
  case list
  case choice([Choice])
  case choices([Choice])
  case time, moment, momentOrTime, days
  /// `cadre:2;volunteer:6`
  case staff
  /// `120` or `2/household`
  case packs
  /// A building's id or `*`
  case idOrAll
  /// A duty's id, `POINT@16:20`, an order or a need
  case pinObject
}

/// One of the words a column may hold.
struct Choice: Hashable, Sendable {
  let name: String
  let chinese: String
}

/// An enumeration whose cases are words of a column.
protocol WrittenChoice: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  var chinese: String { get }
}

extension WrittenChoice {
  static var choices: [Choice] { allCases.map { Choice(name: $0.rawValue, chinese: $0.chinese) } }
}
