/// The text of one file of a public format as UTF-8; nil where it cannot be read, which is then in the log.
func publicText(_ path: String, _ log: ProblemLog) -> [UInt8]? {
  do {
    return try decoded(try fileBytes(path, followLinks: true)).bytes
  } catch let failure as FileFailure {
    switch failure {
    case .missing: log.add(Problem(.noSuchFile, file: path))
    case .notRegular: log.add(Problem(.notARegularFile, file: path))
    case .tooLarge: log.add(Problem(.fileTooLarge, file: path, values: ["most": "64 MiB"]))
    case .system(let reason): log.add(Problem(.unreadable, file: path, values: ["reason": reason]))
    }
  } catch DecodingFailure.notText(let line) {
    log.add(Problem(.badEncoding, file: path, line: line))
  } catch {
    log.add(Problem(.noConverter, file: path))
  }
  return nil
}

/// The text of a file that somebody else reads: a solution to be judged.
public func readPublicText(at path: String) throws(DistrictProblems) -> String {
  let log = ProblemLog()
  guard let bytes = publicText(path, log) else { throw DistrictProblems(problems: log.problems) }
  return String(decoding: bytes, as: UTF8.self)
}

/// The public formats that are recognised by what a file says.
public enum PublicFormat: Sendable, Hashable {
  /// Curtois and Qu (2014): the first line that says something is `SECTION_…`.
  case shiftScheduling
  /// A scenario of the Second International Nurse Rostering Competition: it begins `SCENARIO = name`.
  case nurseRostering
  /// Vehicles: VRPLIB, Solomon, Cordeau, Li and Lim.
  case routing(RoutingInstance.Format)
}

/// What a file's content is. O(bytes).
public func publicFormat(at path: String) throws(DistrictProblems) -> PublicFormat {
  let log = ProblemLog()
  guard let bytes = publicText(path, log) else { throw DistrictProblems(problems: log.problems) }
  let lines = linesThatSaySomething(bytes)
  let first = lines.first
  if let first, first.text.hasPrefix("SECTION_") { return .shiftScheduling }
  if let first, first.words.first == "SCENARIO" { return .nurseRostering }
  if let format = routingFormat(lines) { return .routing(format) }
  throw DistrictProblems(problems: [
    Problem(.unknownFormat, file: path, line: first?.number, values: ["value": first?.text ?? ""])
  ])
}

/// Sizes beyond which no public instance goes.
enum PublicLimit {
  static let days = 1...1000
  static let people = 10_000
  static let shifts = 200
  static let skills = 200
  static let weight = 0...100_000
  static let minutes = 0...10_000_000
  static let seats = 0...10_000
  /// People × days × shifts (× skills): what a person may take, in all.
  static let options = 8_000_000
  /// Of all automata together.
  static let arcs = 20_000_000
}
