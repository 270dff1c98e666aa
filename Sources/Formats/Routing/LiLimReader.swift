import Routing

/// Reads the pickup-and-delivery format of Li and Lim (2001): `vehicles capacity speed`, then a row a task:
/// `number x y demand from to service pickup delivery`. Task 0 is the depot; a task that gives (demand > 0) names the
/// one that gets, and the other way round.
struct LiLimReader {
  let lines: RoutingLines
  let rounding: RoutingRounding
  var reader: LineReader { lines.reader }

  func instance(_ text: [TextLine], name: String) -> RoutingInstance? {
    guard let first = text.first, let fleet = lines.words(first, 3...3, shape: "25 200 1") else { return nil }
    let count = lines.whole(fleet[0], in: RoutingLimit.vehicles, column: "vehicles")
    let capacity = lines.whole(fleet[1], in: RoutingLimit.load, column: "capacity")
    // Published routes take as long as they are, whatever speed a file names (lc105: 1000).
    _ = lines.whole(fleet[2], in: 0...1_000_000, column: "speed")
    let tasks = text.dropFirst().enumerated().map { task($1, number: $0, count: text.count - 1) }
    guard !tasks.isEmpty else {
      reader.complain(.missingEntry, ["value": "0", "example": "0 40 50 0 0 1236 0 0 0"])
      return nil
    }
    guard let count, let capacity, reader.log.problems.isEmpty else { return nil }
    let known = tasks.compactMap { $0 }
    let shipments = shipments(known)
    guard reader.log.problems.isEmpty else { return nil }
    return instance(known, shipments, name: name, vehicles: count, capacity: capacity)
  }

  private struct Task {
    var line: Int
    var row: RoutingRow
    var pickup: Int
    var delivery: Int
  }

  private func task(_ line: TextLine, number: Int, count: Int) -> Task? {
    guard let words = lines.words(line, 9...9, shape: "1 45 68 -10 912 967 90 11 0"),
      lines.whole(words[0], in: number...number, column: "task") != nil
    else { return nil }
    let most = RoutingLimit.load.upperBound
    guard let row = RoutingRow(words, lines, loads: number == 0 ? 0...0 : -most...most),
      let pickup = lines.whole(words[7], in: 0...count - 1, column: "pickup"),
      let delivery = lines.whole(words[8], in: 0...count - 1, column: "delivery")
    else { return nil }
    return Task(line: line.number, row: row, pickup: pickup, delivery: delivery)
  }

  /// Each task is in one pair, and the two agree.
  private func shipments(_ tasks: [Task]) -> [RoutingProblem.Shipment] {
    var shipments: [RoutingProblem.Shipment] = []
    for (number, task) in tasks.enumerated().dropFirst() {
      reader.line = task.line
      let other = task.row.demand > 0 ? task.delivery : task.pickup
      let partner = tasks[other]
      let back = task.row.demand > 0 ? partner.pickup : partner.delivery
      guard task.row.demand != 0, other != 0, other != number, back == number,
        partner.row.demand == -task.row.demand, min(task.pickup, task.delivery) == 0
      else {
        reader.complain(.pairDisagrees, ["value": String(number), "other": String(other)])
        continue
      }
      if task.row.demand > 0 { shipments.append(RoutingProblem.Shipment(from: number - 1, to: other - 1)) }
    }
    return shipments
  }

  private func instance(
    _ tasks: [Task], _ shipments: [RoutingProblem.Shipment], name: String, vehicles: Int, capacity: Int
  ) -> RoutingInstance {
    let travel = Travel(points: tasks.map(\.row.point), rounding: rounding.travel)
    var vehicle = RoutingProblem.Vehicle(count: vehicles, capacity: [capacity], start: 0, end: 0)
    vehicle.fixedCost = charge(tasks, vehicles)
    let clients = tasks.indices.dropFirst().map { index in
      var client = tasks[index].row.client(at: index, rounding)
      let demand = tasks[index].row.demand
      client.pickup = demand > 0 ? [demand] : []
      client.delivery = demand < 0 ? [-demand] : []
      return client
    }
    var problem = RoutingProblem(
      travel: travel, depots: [RoutingProblem.Depot(location: 0, hours: tasks[0].row.window(rounding))],
      clients: clients, vehicles: [vehicle])
    problem.shipments = shipments
    var instance = RoutingInstance(
      name: name, format: .liLim, type: "PDPTW", rounding: rounding, problem: problem,
      clientNumbers: Array(1..<tasks.count), depotNumbers: [0])
    instance.vehicleCharge = vehicle.fixedCost
    return instance
  }

  /// More than any plan's distance, so that one vehicle fewer is always better: every task and every vehicle has a way
  /// to it, none longer than the diagonal of the box around all tasks.
  private func charge(_ tasks: [Task], _ vehicles: Int) -> Int {
    let (xs, ys) = (tasks.map(\.row.point.x), tasks.map(\.row.point.y))
    let width = (xs.max() ?? 0) - (xs.min() ?? 0)
    let height = (ys.max() ?? 0) - (ys.min() ?? 0)
    let diagonal = rounding.whole((width * width + height * height).squareRoot()) + 1
    return diagonal * (tasks.count + min(vehicles, tasks.count))
  }
}
