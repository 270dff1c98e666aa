import Routing

/// Reads the text format of Solomon (1987), which Gehring and Homberger (1999) kept: a name, `VEHICLE` with number and
/// capacity, `CUSTOMER` with a row each; customer 0 is the depot.
struct SolomonReader {
  let lines: RoutingLines
  let rounding: RoutingRounding
  var reader: LineReader { lines.reader }

  static let customerShape = "1 45 68 10 912 967 90"

  func instance(_ text: [TextLine]) -> RoutingInstance? {
    // Name, VEHICLE, NUMBER CAPACITY, the numbers, CUSTOMER, column titles; then rows.
    let titles = [
      (1, ["VEHICLE"]), (2, ["NUMBER", "CAPACITY"]), (4, ["CUSTOMER"]),
      (5, ["CUST", "NO.", "XCOORD.", "YCOORD.", "DEMAND", "READY", "TIME", "DUE", "DATE", "SERVICE", "TIME"]),
    ]
    for (place, title) in titles {
      guard place < text.count, text[place].words == title else {
        reader.line = place < text.count ? text[place].number : 0
        reader.complain(.missingSection, ["value": title.joined(separator: " ")])
        return nil
      }
    }
    guard let fleet = lines.words(text[3], 2...2, shape: "25 200") else { return nil }
    let count = lines.whole(fleet[0], in: RoutingLimit.vehicles, column: "NUMBER")
    let capacity = lines.whole(fleet[1], in: RoutingLimit.load, column: "CAPACITY")
    let rows = text.dropFirst(6).enumerated().map { row($1, number: $0) }
    guard let first = rows.first else {
      reader.line = 0
      reader.complain(.missingEntry, ["value": "0", "example": "0 40 50 0 0 1236 0"])
      return nil
    }
    guard let count, let capacity, let depot = first, reader.log.problems.isEmpty else { return nil }
    let stops = rows.compactMap { $0 }
    let problem = RoutingProblem(
      travel: Travel(points: stops.map(\.point), rounding: rounding.travel),
      depots: [RoutingProblem.Depot(location: 0, hours: depot.window(rounding))],
      clients: stops.indices.dropFirst().map { stops[$0].client(at: $0, rounding) },
      vehicles: [RoutingProblem.Vehicle(count: count, capacity: [capacity], start: 0, end: 0)])
    return RoutingInstance(
      name: text[0].text, format: .solomon, type: "VRPTW", rounding: rounding, problem: problem,
      clientNumbers: Array(1..<stops.count), depotNumbers: [0])
  }

  private func row(_ line: TextLine, number: Int) -> RoutingRow? {
    guard let words = lines.words(line, 7...7, shape: Self.customerShape) else { return nil }
    guard lines.whole(words[0], in: number...number, column: "CUST NO.") != nil else { return nil }
    return RoutingRow(words, lines, loads: number == 0 ? 0...0 : RoutingLimit.load)
  }
}

/// `number x y demand from to service`
struct RoutingRow {
  var point: Travel.Point
  var demand: Int
  var open: ClosedRange<Double>
  var service: Double

  init?(_ words: [String], _ lines: RoutingLines, loads: ClosedRange<Int>) {
    guard let x = lines.decimal(words[1], in: RoutingLimit.coordinate, column: "x"),
      let y = lines.decimal(words[2], in: RoutingLimit.coordinate, column: "y"),
      let demand = lines.whole(words[3], in: loads, column: "demand"),
      let open = lines.window(words[4], words[5]),
      let service = lines.decimal(words[6], in: RoutingLimit.length, column: "service")
    else { return nil }
    point = Travel.Point(x: x, y: y)
    self.demand = demand
    self.open = open
    self.service = service
  }

  func window(_ rounding: RoutingRounding) -> RoutingProblem.Window {
    RoutingProblem.Window(from: rounding.whole(open.lowerBound), to: rounding.whole(open.upperBound))
  }

  /// What it asks for is brought; what it has too much of is taken.
  func client(at location: Int, _ rounding: RoutingRounding) -> RoutingProblem.Client {
    var client = RoutingProblem.Client(location: location)
    if demand > 0 { client.delivery = [demand] }
    client.service = rounding.whole(service)
    client.windows = [window(rounding)]
    return client
  }
}
