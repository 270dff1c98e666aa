/// Headers of a VRPLIB file.
enum VRPLIBHeader: String, CaseIterable, Sendable {
  case name = "NAME"
  case comment = "COMMENT"
  case type = "TYPE"
  case dimension = "DIMENSION"
  case capacity = "CAPACITY"
  case vehicles = "VEHICLES"
  case serviceTime = "SERVICE_TIME"
  case edgeWeightType = "EDGE_WEIGHT_TYPE"
  case edgeWeightFormat = "EDGE_WEIGHT_FORMAT"
  case vehiclesMaxDuration = "VEHICLES_MAX_DURATION"
}

/// Sections of a VRPLIB file, in the order in which they are read.
enum VRPLIBSection: String, CaseIterable, Sendable {
  case coordinates = "NODE_COORD_SECTION"
  case weights = "EDGE_WEIGHT_SECTION"
  case demand = "DEMAND_SECTION"
  case backhaul = "BACKHAUL_SECTION"
  case serviceTime = "SERVICE_TIME_SECTION"
  case timeWindow = "TIME_WINDOW_SECTION"
  case releaseTime = "RELEASE_TIME_SECTION"
  case prize = "PRIZE_SECTION"
  case depot = "DEPOT_SECTION"
  case capacity = "CAPACITY_SECTION"
  case vehiclesDepot = "VEHICLES_DEPOT_SECTION"
  case vehiclesReloadDepot = "VEHICLES_RELOAD_DEPOT_SECTION"
  case vehiclesMaxDuration = "VEHICLES_MAX_DURATION_SECTION"
  case vehiclesFixedCost = "VEHICLES_FIXED_COST_SECTION"
  case vehiclesUnitDistanceCost = "VEHICLES_UNIT_DISTANCE_COST_SECTION"
}

/// A VRPLIB file by headers (`KEY : value`) and sections, up to `EOF`. Unknown and repeated ones are problems.
struct VRPLIBText {
  private(set) var headers: [VRPLIBHeader: (line: Int, value: String)] = [:]
  private(set) var sections: [VRPLIBSection: (line: Int, lines: [TextLine])] = [:]

  init(_ lines: [TextLine], reader: LineReader) {
    var current: VRPLIBSection?
    /// Below a section that is unknown or comes twice: said once.
    var isSkipping = false
    for line in lines {
      reader.line = line.number
      if line.text == "EOF" { return }
      // A section's lines begin with a number.
      guard let first = line.text.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else {
        if let current {
          sections[current]?.lines.append(line)
        } else if !isSkipping {
          reader.complain(.lineBeforeSection, ["value": line.text])
        }
        continue
      }
      if line.text.contains(":") {
        (current, isSkipping) = (nil, false)
        readHeader(line, reader)
      } else {
        current = section(line, reader)
        isSkipping = current == nil
      }
    }
  }

  private mutating func readHeader(_ line: TextLine, _ reader: LineReader) {
    let parts = line.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { trimmed($0) }
    guard let header = VRPLIBHeader(rawValue: parts[0]) else {
      reader.complain(
        .unknownSection, ["value": parts[0]],
        nearest: nearestName(to: parts[0], among: VRPLIBHeader.allCases.map(\.rawValue)))
      return
    }
    if let first = headers[header] {
      reader.complain(.repeatedSection, ["value": parts[0], "line": String(first.line)])
    } else {
      headers[header] = (line.number, parts[1])
    }
  }

  private mutating func section(_ line: TextLine, _ reader: LineReader) -> VRPLIBSection? {
    guard let section = VRPLIBSection(rawValue: line.text) else {
      reader.complain(
        .unknownSection, ["value": line.text],
        nearest: nearestName(to: line.text, among: VRPLIBSection.allCases.map(\.rawValue)))
      return nil
    }
    if let first = sections[section] {
      reader.complain(.repeatedSection, ["value": line.text, "line": String(first.line)])
      return nil
    }
    sections[section] = (line.number, [])
    return section
  }
}
