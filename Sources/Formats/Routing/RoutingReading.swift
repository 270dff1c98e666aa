import Foundation
import Routing

/// Reads a public routing instance; all problems at once, or none. O(bytes), with backhauls O(nodes²).
/// - Parameter rounding: nil for the one that the format's published costs were made with.
public func readRoutingInstance(
  at path: String, rounding: RoutingRounding? = nil
) throws(DistrictProblems) -> RoutingInstance {
  let log = ProblemLog()
  guard let bytes = publicText(path, log) else { throw DistrictProblems(problems: log.problems) }
  return try routingInstance(from: bytes, file: path, rounding: rounding)
}

func routingInstance(
  from bytes: [UInt8], file: String, rounding: RoutingRounding? = nil
) throws(DistrictProblems) -> RoutingInstance {
  let log = ProblemLog()
  let reader = LineReader(file: file, log: log)
  let text = linesThatSaySomething(bytes)
  let lines = RoutingLines(reader: reader)
  let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  var instance: RoutingInstance?
  switch routingFormat(text) {
  case .vrplib: instance = VRPLIBReader(text, rounding: rounding, reader: reader)?.instance()
  case .solomon: instance = SolomonReader(lines: lines, rounding: rounding ?? .decimal).instance(text)
  case .cordeau: instance = CordeauReader(lines: lines, rounding: rounding ?? .exact).instance(text, name: name)
  case .liLim: instance = LiLimReader(lines: lines, rounding: rounding ?? .exact).instance(text, name: name)
  case nil: log.add(Problem(.unknownFormat, file: file, line: text.first?.number, values: ["value": ""]))
  }
  if let defect = instance.flatMap(defect) { log.add(defect.problem(in: file)) }
  guard let instance, log.problems.isEmpty else {
    throw DistrictProblems(problems: log.problems, omitted: log.omitted)
  }
  return instance
}

private func defect(_ instance: RoutingInstance) -> RoutingDefect? {
  do {
    try instance.problem.validate()
    return nil
  } catch {
    return error
  }
}

extension RoutingDefect {
  /// What the readers let through is only too large.
  fileprivate func problem(in file: String) -> Problem {
    Problem(.tooLargeToSolve, file: file, values: ["value": "\(self)", "most": "2^61"])
  }
}

/// By content: VRPLIB begins with a header; Solomon's second line is `VEHICLE`; Cordeau's first line has four numbers,
/// of which the first is the type 2; Li and Lim's has three.
func routingFormat(_ lines: [TextLine]) -> RoutingInstance.Format? {
  guard let first = lines.first else { return nil }
  let key = trimmed(first.text.prefix { $0 != ":" })
  if first.text.contains(":"), VRPLIBHeader(rawValue: key) != nil { return .vrplib }
  if lines.count > 1, lines[1].text == "VEHICLE" { return .solomon }
  let words = first.words
  guard words.allSatisfy({ word in word.withCell { Parse.whole($0.bytes) != nil } }) else { return nil }
  if words.count == 4, words[0] == "2" { return .cordeau }
  return words.count == 3 ? .liLim : nil
}
