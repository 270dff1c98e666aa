import ArgumentParser
import Planning
import Units

/// `--locale` and `--json`, on every command.
struct CommonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(phrase("option.locale"), valueName: "en|zh-Hans"))
  var locale: String?

  @Flag(help: ArgumentHelp(phrase("option.json")))
  var json = false
}

/// How long and in which way a plan is looked for, on every command that plans.
struct PlanningOptions: ParsableArguments {
  @Option(help: ArgumentHelp(phrase("option.time_limit")))
  var timeLimit: TimeLimit?

  @Option(help: ArgumentHelp(phrase("option.iterations")))
  var iterations: Int?

  @Option(help: ArgumentHelp(phrase("option.threads")))
  var threads: Int?

  @Option(help: ArgumentHelp(phrase("option.method")))
  var method = PlanMethod.auto

  func validate() throws {
    guard iterations == nil || timeLimit == nil else { throw ValidationError(phrase("usage.limit")) }
    guard iterations ?? 1 >= 1 else { throw ValidationError(phrase("usage.positive", ["option": "--iterations"])) }
    guard (1...64).contains(threads ?? 1) else { throw ValidationError(phrase("usage.threads")) }
  }
}

/// `30s`, `500ms`, `2m`, `1h` or plain seconds.
struct TimeLimit: ExpressibleByArgument, Sendable {
  let milliseconds: Int
  init?(argument: String) {
    let units: [(String, Double)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)]
    let unit = units.first { argument.hasSuffix($0.0) } ?? ("", 1000)
    guard let number = Double(argument.dropLast(unit.0.count)), number > 0, number * unit.1 <= 86_400_000 else {
      return nil
    }
    milliseconds = max(1, Int(number * unit.1))
  }
  var defaultValueDescription: String { "\(milliseconds / 1000)s" }
}

/// `2022-01-01`.
struct DateArgument: ExpressibleByArgument, Sendable {
  let date: CalendarDate
  init?(argument: String) {
    guard let date = CalendarDate(argument) else { return nil }
    self.date = date
  }
}

extension PlanMethod: ExpressibleByArgument {}
extension PlanStage: ExpressibleByArgument {
  /// Those that can be planned alone.
  static let alone: [PlanStage] = [.supply, .distribution, .roster, .routes]
  public static var allValueStrings: [String] { alone.map(\.rawValue) }
  public init?(argument: String) {
    guard let stage = PlanStage(rawValue: argument), PlanStage.alone.contains(stage) else { return nil }
    self = stage
  }
}

enum ProgressStyle: String, ExpressibleByArgument, CaseIterable { case auto, lines, json, none }

/// `6,2,9,1`: whole numbers from 0.
struct NumberList: ExpressibleByArgument, Sendable {
  let numbers: [Int]
  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ (0...999).contains($0) }) else { return nil }
    self.numbers = numbers
  }
}
