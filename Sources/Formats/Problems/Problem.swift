import Wording

/// Something in the input that keeps it from being read, with its place and its remedy.
public struct Problem: Hashable, Sendable {
  /// The name inside the folder, or the path that was given.
  public var file: String
  /// From 1; nil where the file as a whole is meant.
  public var line: Int?
  /// From 1: the field of a row, or the column of a character in YAML.
  public var field: Int?
  /// The column's name or the key's path.
  public var column: String?
  public var code: ProblemCode
  /// What fills the phrase; a value that begins with `@` is itself the key of a phrase.
  public var values: [String: String]
  /// The known name that is closest to the one written.
  public var nearest: String?

  public init(
    _ code: ProblemCode, file: String, line: Int? = nil, field: Int? = nil, column: String? = nil,
    values: [String: String] = [:], nearest: String? = nil
  ) {
    self.code = code
    self.file = file
    self.line = line
    self.field = field
    self.column = column
    self.values = values
    self.nearest = nearest
  }

  /// `cadres.csv:14:7: max_minutes_day: "6oo" is not a whole number; write minutes, e.g. 600 [E1104]`
  public func text(in language: Language) -> String {
    var place = printable(file, limit: 400)
    if let line { place += ":\(line)" }
    if let line, let field, line > 0 { place += ":\(field)" }
    if let column { place += ": " + printable(column) }
    return "\(place): \(message(in: language)) [\(code.rawValue)]"
  }

  /// What is wrong and what to write instead, without the place.
  public func message(in language: Language) -> String {
    var filled = shown(values, in: language)
    filled["hint"] =
      nearest.map { Catalogue.text("problem.nearest", ["nearest": printable($0)], in: language) }
      ?? Catalogue.text("problem.explain", ["code": code.rawValue], in: language)
    return Catalogue.text(code.rawValue + ".message", filled, in: language)
  }
}

extension Problem: Comparable {
  /// By file and line, then field; problems of a whole file come first.
  public static func < (a: Problem, b: Problem) -> Bool {
    (a.file, a.line ?? 0, a.field ?? 0, a.code.rawValue) < (b.file, b.line ?? 0, b.field ?? 0, b.code.rawValue)
  }
}

/// Something a reader of the district should know that is no error.
public struct Notice: Hashable, Sendable {
  public var code: NoticeCode
  public var values: [String: String]
  public init(_ code: NoticeCode, values: [String: String] = [:]) {
    self.code = code
    self.values = values
  }
  public func text(in language: Language) -> String {
    Catalogue.text(code.rawValue + ".message", shown(values, in: language), in: language) + " [\(code.rawValue)]"
  }
}

/// Everything that is wrong with a district, sorted by file and line.
public struct DistrictProblems: Error, Sendable {
  public var problems: [Problem]
  /// How many more there were beyond the limit per file.
  public var omitted: Int
  public init(problems: [Problem], omitted: Int = 0) {
    self.problems = problems.sorted()
    self.omitted = omitted
  }
  /// There is nothing to read at all: exit code 66 instead of 65.
  public var isMissingInput: Bool { problems.contains { $0.code == .noFolder || $0.code == .noSuchFile } }

  /// One line per problem, and a last one when there were more.
  public func lines(in language: Language) -> [String] {
    problems.map { $0.text(in: language) }
      + (omitted > 0 ? [Catalogue.text("problem.more", ["count": String(omitted)], in: language)] : [])
  }
}

func shown(_ values: [String: String], in language: Language) -> [String: String] {
  var shown: [String: String] = [:]
  for (name, value) in values {
    // Names to choose from are our own, and of no use when cut.
    shown[name] =
      value.hasPrefix("@") && Catalogue.has(String(value.dropFirst()))
      ? Catalogue.text(String(value.dropFirst()), in: language)
      : printable(value, limit: ["known", "example", "files"].contains(name) ? 800 : 80)
  }
  return shown
}

/// The text as it may go to a terminal: control characters spelled out, long values cut.
func printable(_ text: String, limit: Int = 80) -> String {
  var result = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == limit { return result + "…" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
      result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
