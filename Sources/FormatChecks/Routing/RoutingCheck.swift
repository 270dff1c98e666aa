/// Judges a solution of a public routing format from the text of the instance and of the solution.
///
/// A solution has a line `Route #n: …` a route, in which a depot's number begins another trip, and may state its
/// `Cost`. Every route is driven as early as may be; its duration is the shortest with which it ends as early.
/// O(stops) for each judgement.
public struct RoutingCheck: Sendable {
  /// How lengths and times become whole numbers.
  public enum Rounding: String, Sendable, CaseIterable {
    /// To the nearest whole number; tenths, cut off; to the nearest thousandth.
    case nearest, decimal, exact
  }

  let instance: CheckedRouting
  public let rounding: Rounding

  /// - Parameter rounding: nil for the one that the type's published costs were made with.
  public init(instance text: String, rounding: Rounding? = nil) throws(UnreadableFormat) {
    let lines = routingWords(text, of: .instance)
    guard let first = lines.first else { throw UnreadableFormat(file: .instance, line: 1, text: "") }
    if first.text.contains(":") {
      instance = try CheckedRouting(vrplib: lines)
    } else if lines.count > 1, lines[1].text == "VEHICLE" {
      instance = try CheckedRouting(solomon: lines)
    } else if first.words.count == 4 {
      instance = try CheckedRouting(cordeau: lines)
    } else {
      instance = try CheckedRouting(liLim: lines)
    }
    self.rounding = rounding ?? RoutingCheck.published(instance.type)
  }

  private static func published(_ type: String) -> Rounding {
    switch type {
    case "CVRP", "VRPB": .nearest
    case "VRPTW", "MTVRPTWR", "PCVRPTW": .decimal
    default: .exact
    }
  }

  /// Units to one of the file.
  public var scale: Int { rounding == .nearest ? 1 : rounding == .decimal ? 10 : 1000 }

  func units(_ value: Double) -> Int {
    guard value < 1e12 else { return 1 << 60 }
    let scaled = value * Double(scale)
    return rounding == .decimal ? Int(scaled) : Int((scaled + 0.5).rounded(.down))
  }

  /// The cost is in units: tenths or thousandths of the file's where the rounding says so.
  public func judge(_ solution: String) throws(UnreadableFormat) -> FormatVerdict {
    var judgement = RoutingJudge(check: self)
    var row = 0
    var stated: RoutingWords?
    for line in routingWords(solution, of: .solution) {
      guard let colon = line.text.firstIndex(of: ":") else {
        guard line.words.count == 2, line.words[0].lowercased() == "cost" else { throw line.unreadable }
        stated = line
        continue
      }
      let name = line.text[..<colon].lowercased()
      if name == "cost" { stated = line }
      // Other lines, as `Optimal: True`, say nothing of the plan.
      guard name.hasPrefix("route") else { continue }
      row += 1
      let words = line.text[line.text.index(after: colon)...].split { $0 == " " || $0 == "\t" || $0 == "\r" }
      var stops: [Int] = []
      for word in words {
        guard let number = Int(word), instance.nodes.indices.contains(number &- instance.firstNumber) else {
          throw line.unreadable
        }
        stops.append(number - instance.firstNumber)
      }
      judgement.follow(stops, row: row)
    }
    if let stated { try judgement.compare(stated) }
    return judgement.finished()
  }
}
