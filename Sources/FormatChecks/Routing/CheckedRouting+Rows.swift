/// The formats with a row a node: Solomon, Cordeau, Li and Lim.
extension CheckedRouting {
  /// `CUSTOMER` and its titles, then `number x y demand from to service`.
  init(solomon lines: [RoutingWords]) throws(UnreadableFormat) {
    self.init(type: "VRPTW")
    guard lines.count > 6 else { throw UnreadableFormat(file: .instance, line: lines.count, text: "") }
    try readFleet(lines[3], count: 0, capacity: 1)
    for line in lines[6...] { try append(line) }
    depots = [0]
  }

  /// `vehicles capacity speed`, then `number x y demand from to service pickup delivery`.
  init(liLim lines: [RoutingWords]) throws(UnreadableFormat) {
    self.init(type: "PDPTW")
    guard let first = lines.first, lines.count > 1 else {
      throw UnreadableFormat(file: .instance, line: 1, text: "")
    }
    try readFleet(first, count: 0, capacity: 1)
    for line in lines[1...] { try append(line) }
    for (index, line) in lines[1...].enumerated() {
      let (pickup, delivery) = (try line.whole(7), try line.whole(8))
      guard nodes.indices.contains(pickup), nodes.indices.contains(delivery) else { throw line.unreadable }
      if delivery > 0 { pairs.append((from: index, to: delivery)) }
    }
    depots = [0]
  }

  /// `2 vehicles customers depots`, a line `duration load` a depot, then `number x y service demand …`.
  init(cordeau lines: [RoutingWords]) throws(UnreadableFormat) {
    self.init(type: "MDVRP")
    guard let first = lines.first else { throw UnreadableFormat(file: .instance, line: 1, text: "") }
    let (count, customers, depotCount) = (try first.whole(1), try first.whole(2), try first.whole(3))
    guard (1...100_000).contains(count), (1...1_000_000).contains(customers), (1...1000).contains(depotCount),
      lines.count == 1 + customers + 2 * depotCount, count * depotCount <= 1_000_000
    else { throw first.unreadable }
    for line in lines[(1 + depotCount)...] {
      var node = Node(x: try line.number(1), y: try line.number(2))
      (node.service, node.demand) = (try line.number(3), try line.whole(4))
      nodes.append(node)
    }
    depots = Array(customers..<customers + depotCount)
    for (index, line) in lines[1...depotCount].enumerated() {
      var vehicle = Vehicle(depot: customers + index)
      let (duration, load) = (try line.number(0), try line.whole(1))
      if duration > 0 { vehicle.maximumDuration = duration }
      if load > 0 { vehicle.capacity = load }
      vehicles += Array(repeating: vehicle, count: count)
    }
    linesAreVehicles = true
    firstNumber = 1
  }

  private mutating func readFleet(_ line: RoutingWords, count: Int, capacity: Int) throws(UnreadableFormat) {
    let number = try line.whole(count)
    guard (1...1_000_000).contains(number) else { throw line.unreadable }
    vehicles = Array(repeating: Vehicle(capacity: try line.whole(capacity)), count: number)
  }

  private mutating func append(_ line: RoutingWords) throws(UnreadableFormat) {
    guard try line.whole(0) == nodes.count else { throw line.unreadable }
    var node = Node(x: try line.number(1), y: try line.number(2))
    (node.demand, node.from, node.to) = (try line.whole(3), try line.number(4), try line.number(5))
    node.service = try line.number(6)
    nodes.append(node)
  }
}
