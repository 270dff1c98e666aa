import Routing

/// Reads the multi-depot format of Cordeau, Gendreau and Laporte (1997): `2 vehicles customers depots`, a line
/// `duration load` for each depot, then a line for each customer and each depot:
/// `number x y service demand frequency combinations …`. The vehicles are as many at each depot; 0 means no limit.
struct CordeauReader {
  let lines: RoutingLines
  let rounding: RoutingRounding
  var reader: LineReader { lines.reader }

  func instance(_ text: [TextLine], name: String) -> RoutingInstance? {
    guard let first = text.first, let head = lines.words(first, 4...4, shape: "2 4 50 4") else { return nil }
    _ = lines.whole(head[0], in: 2...2, column: "type")
    guard let vehicles = lines.whole(head[1], in: RoutingLimit.vehicles, column: "vehicles"),
      let customers = lines.whole(head[2], in: RoutingLimit.nodes, column: "customers"),
      let depots = lines.whole(head[3], in: 1...1000, column: "depots")
    else { return nil }
    guard text.count == 1 + depots + customers + depots else {
      reader.complain(.countDisagrees, ["value": String(customers + 2 * depots), "count": String(text.count - 1)])
      return nil
    }
    let kinds = text[1...depots].enumerated().map { vehicle($1, depot: $0, count: vehicles) }
    let nodes = text[(1 + depots)...].enumerated().map { index, line in
      node(line, number: index + 1, depots: index < customers ? depots : nil)
    }
    guard reader.log.problems.isEmpty else { return nil }
    let known = nodes.compactMap { $0 }
    let problem = RoutingProblem(
      travel: Travel(points: known.map(\.point), rounding: rounding.travel),
      depots: (0..<depots).map { RoutingProblem.Depot(location: customers + $0) },
      clients: (0..<customers).map { known[$0].client },
      vehicles: kinds.compactMap { $0 })
    return RoutingInstance(
      name: name, format: .cordeau, type: "MDVRP", rounding: rounding, problem: problem,
      clientNumbers: Array(1...customers), depotNumbers: Array(customers + 1...customers + depots),
      vehicleLines: (0..<depots).flatMap { Array(repeating: $0, count: vehicles) })
  }

  private func vehicle(_ line: TextLine, depot: Int, count: Int) -> RoutingProblem.Vehicle? {
    guard let words = lines.words(line, 2...2, shape: "310 500"),
      let duration = lines.decimal(words[0], in: RoutingLimit.moment, column: "duration"),
      let load = lines.whole(words[1], in: RoutingLimit.load, column: "load")
    else { return nil }
    var vehicle = RoutingProblem.Vehicle(count: count, capacity: load > 0 ? [load] : [], start: depot, end: depot)
    if duration > 0 { vehicle.maximumDuration = rounding.whole(duration) }
    return vehicle
  }

  private struct Node {
    var point: Travel.Point
    var client: RoutingProblem.Client
  }

  /// - Parameter depots: how many a customer may be served from: all; nil for a depot's own line.
  private func node(_ line: TextLine, number: Int, depots: Int?) -> Node? {
    let count = depots.map { 7 + $0 } ?? 7
    let shape = depots == nil ? "51 20 20 0 0 0 0" : "1 37 52 0 7 1 4 1 2 4 8"
    // A depot's line may end early.
    guard let words = lines.words(line, (depots == nil ? 5 : count)...count, shape: shape),
      lines.whole(words[0], in: number...number, column: "number") != nil,
      let x = lines.decimal(words[1], in: RoutingLimit.coordinate, column: "x"),
      let y = lines.decimal(words[2], in: RoutingLimit.coordinate, column: "y"),
      let service = lines.decimal(words[3], in: RoutingLimit.length, column: "service"),
      let demand = lines.whole(words[4], in: RoutingLimit.load, column: "demand")
    else { return nil }
    if let depots {
      _ = lines.whole(words[5], in: 1...1, column: "frequency")
      _ = lines.whole(words[6], in: depots...depots, column: "combinations")
    }
    var client = RoutingProblem.Client(location: number - 1)
    client.service = rounding.whole(service)
    if demand > 0 { client.delivery = [demand] }
    return Node(point: Travel.Point(x: x, y: y), client: client)
  }
}
