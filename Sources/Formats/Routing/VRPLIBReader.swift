import Routing

/// Reads VRPLIB in the dialect of PyVRP's instances: CVRP, time windows, several depots, several trips with release
/// times, mixed fleets, prizes, backhauls. Nodes count from 1; their index in solutions is one less.
struct VRPLIBReader {
  let text: VRPLIBText
  let lines: RoutingLines
  /// Nodes.
  let count: Int
  /// Depots' nodes.
  private(set) var depots: [Int] = []
  let type: String
  let rounding: RoutingRounding
  var reader: LineReader { lines.reader }

  /// Types with the rounding that their published costs were made with.
  static let types: [(name: String, rounding: RoutingRounding)] = [
    ("CVRP", .nearest), ("VRPB", .nearest), ("VRPTW", .decimal), ("MTVRPTWR", .decimal), ("PCVRPTW", .decimal),
    ("HFVRP", .exact), ("MDVRPTW", .exact),
  ]

  init?(_ textLines: [TextLine], rounding: RoutingRounding?, reader: LineReader) {
    text = VRPLIBText(textLines, reader: reader)
    lines = RoutingLines(reader: reader)
    guard let type = Self.type(text, reader), let count = Self.count(text, lines) else { return nil }
    self.type = type.name
    self.rounding = rounding ?? type.rounding
    self.count = count
    depots = depotNodes()
  }

  private static func type(_ text: VRPLIBText, _ reader: LineReader) -> (name: String, rounding: RoutingRounding)? {
    guard let header = text.headers[.type] else {
      reader.line = 0
      reader.complain(.missingSection, ["value": VRPLIBHeader.type.rawValue])
      return nil
    }
    if let known = types.first(where: { $0.name == header.value }) { return known }
    let names = types.map(\.name)
    reader.line = header.line
    reader.complain(
      .notAChoice, ["value": header.value, "choices": names.joined(separator: ", ")], column: "TYPE",
      nearest: nearestName(to: header.value, among: names))
    return nil
  }

  private static func count(_ text: VRPLIBText, _ lines: RoutingLines) -> Int? {
    guard let header = text.headers[.dimension] else {
      lines.reader.line = 0
      lines.reader.complain(.missingSection, ["value": VRPLIBHeader.dimension.rawValue])
      return nil
    }
    lines.reader.line = header.line
    return lines.whole(header.value, in: RoutingLimit.nodes, column: "DIMENSION")
  }

  func instance() -> RoutingInstance? {
    let travel = travel()
    let values = NodeValues(self)
    let fleet = VRPLIBFleet(self)
    guard reader.log.problems.isEmpty, let travel else { return nil }
    let isDepot = Set(depots)
    let clientNodes = (0..<count).filter { !isDepot.contains($0) }
    var problem = RoutingProblem(
      travel: values.isBackhaul.contains(true) ? separated(travel, values) : travel,
      depots: depots.map { RoutingProblem.Depot(location: $0, hours: values.windows[$0] ?? .always) },
      clients: clientNodes.map { values.client($0) }, vehicles: fleet.kinds)
    if !fleet.isGiven { problem.vehicles[0].count = max(1, clientNodes.count) }
    return RoutingInstance(
      name: text.headers[.name]?.value ?? "", format: .vrplib, type: type, rounding: rounding, problem: problem,
      clientNumbers: clientNodes, depotNumbers: depots, vehicleLines: fleet.kinds.count > 1 ? fleet.lines : nil)
  }

  /// One after another, ended by -1 or the next section.
  private func depotNodes() -> [Int] {
    guard let section = text.sections[.depot], !section.lines.isEmpty else {
      reader.line = 0
      reader.complain(.missingSection, ["value": VRPLIBSection.depot.rawValue])
      return []
    }
    var depots: [Int] = []
    for line in section.lines {
      guard let words = lines.words(line, 1...1, shape: "1") else { continue }
      if words[0] == "-1" { break }
      guard let number = lines.whole(words[0], in: 1...count, column: "DEPOT_SECTION") else { continue }
      if depots.contains(number - 1) {
        reader.complain(.repeatedEntry, ["value": words[0]])
      } else {
        depots.append(number - 1)
      }
    }
    return depots
  }

  struct Row {
    var line: Int
    /// From 1.
    var number: Int
    var values: [String]
  }

  /// The values of each node or vehicle: lines `number value …`, each number from 1 to `count` once.
  func rows(_ section: VRPLIBSection, count: Int, values: ClosedRange<Int>, shape: String) -> [Row] {
    guard let found = text.sections[section] else { return [] }
    var rows: [Row] = []
    var firstLine = Array(repeating: 0, count: count)
    for line in found.lines {
      guard let words = lines.words(line, values.lowerBound + 1...values.upperBound + 1, shape: shape),
        let number = lines.whole(words[0], in: 1...count, column: section.rawValue)
      else { continue }
      guard firstLine[number - 1] == 0 else {
        reader.complain(.duplicateRow, ["value": words[0], "line": String(firstLine[number - 1])])
        continue
      }
      firstLine[number - 1] = line.number
      rows.append(Row(line: line.number, number: number, values: Array(words.dropFirst())))
    }
    reader.line = found.line
    if let missing = firstLine.firstIndex(of: 0), reader.log.problems.isEmpty {
      reader.complain(.missingEntry, ["value": String(missing + 1), "example": "\(missing + 1)" + shape.dropFirst(1)])
    }
    return rows
  }
}
