/// VRPLIB: headers `KEY : value`, sections of lines `number value`.
extension CheckedRouting {
  init(vrplib lines: [RoutingWords]) throws(UnreadableFormat) {
    var headers: [String: RoutingWords] = [:]
    var sections: [String: [RoutingWords]] = [:]
    var current = ""
    for line in lines {
      if line.text == "EOF" { break }
      if line.text.contains(":") {
        let parts = line.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        var value = line
        value.words = parts[1].split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
        headers[String(parts[0].trimming { $0 == " " || $0 == "\t" })] = value
      } else if line.text.hasSuffix("_SECTION") {
        current = line.text
        sections[current] = []
      } else {
        guard sections[current] != nil else { throw line.unreadable }
        sections[current]?.append(line)
      }
    }
    guard let first = lines.first else { throw UnreadableFormat(file: .instance, line: 1, text: "") }
    guard let dimension = headers["DIMENSION"], let type = headers["TYPE"]?.words.first else {
      throw first.unreadable
    }
    self.init(type: type)
    let count = try dimension.whole(0)
    guard (1...1_000_000).contains(count) else { throw dimension.unreadable }
    nodes = Array(repeating: Node(), count: count)
    try readNodes(headers, sections)
    for line in sections["DEPOT_SECTION"] ?? [] where line.words != ["-1"] { depots.append(try node(line, 0)) }
    guard let depot = depots.first else { throw first.unreadable }
    try readFleet(headers, sections, depot: depot)
    if headers["EDGE_WEIGHT_TYPE"]?.words == ["EXPLICIT"] {
      try readWays(
        sections["EDGE_WEIGHT_SECTION"] ?? [], isFull: headers["EDGE_WEIGHT_FORMAT"]?.words == ["FULL_MATRIX"])
    }
  }

  private func node(_ line: RoutingWords, _ index: Int) throws(UnreadableFormat) -> Int {
    let number = try line.whole(index)
    guard (1...nodes.count).contains(number) else { throw line.unreadable }
    return number - 1
  }

  private mutating func readNodes(
    _ headers: [String: RoutingWords], _ sections: [String: [RoutingWords]]
  ) throws(UnreadableFormat) {
    if let service = headers["SERVICE_TIME"] {
      for index in nodes.indices { nodes[index].service = try service.number(0) }
    }
    for (name, lines) in sections {
      for line in lines {
        switch name {
        case "NODE_COORD_SECTION":
          nodes[try node(line, 0)].x = try line.number(1)
          nodes[try node(line, 0)].y = try line.number(2)
        case "DEMAND_SECTION": nodes[try node(line, 0)].demand = try line.whole(1)
        case "BACKHAUL_SECTION": nodes[try node(line, 0)].backhaul = try line.whole(1)
        case "SERVICE_TIME_SECTION": nodes[try node(line, 0)].service = try line.number(1)
        case "TIME_WINDOW_SECTION":
          nodes[try node(line, 0)].from = try line.number(1)
          nodes[try node(line, 0)].to = try line.number(2)
        case "RELEASE_TIME_SECTION": nodes[try node(line, 0)].release = try line.number(1)
        case "PRIZE_SECTION": nodes[try node(line, 0)].prize = try line.number(1)
        default: break
        }
      }
    }
  }

  private mutating func readFleet(
    _ headers: [String: RoutingWords], _ sections: [String: [RoutingWords]], depot: Int
  ) throws(UnreadableFormat) {
    var vehicle = Vehicle(depot: depot)
    if let line = headers["CAPACITY"] { vehicle.capacity = try line.whole(0) }
    if let line = headers["VEHICLES_MAX_DURATION"] { vehicle.maximumDuration = try line.number(0) }
    vehicles = [vehicle]
    isUnlimited = headers["VEHICLES"] == nil
    if let line = headers["VEHICLES"] {
      let count = try line.whole(0)
      guard (1...1_000_000).contains(count) else { throw line.unreadable }
      vehicles = Array(repeating: vehicle, count: count)
    }
    for (name, lines) in sections {
      for line in lines where name == "CAPACITY_SECTION" || name.hasPrefix("VEHICLES_") {
        let index = try line.whole(0) - 1
        guard vehicles.indices.contains(index) else { throw line.unreadable }
        switch name {
        case "CAPACITY_SECTION": vehicles[index].capacity = try line.whole(1)
        case "VEHICLES_MAX_DURATION_SECTION": vehicles[index].maximumDuration = try line.number(1)
        case "VEHICLES_FIXED_COST_SECTION": vehicles[index].fixedCost = try line.whole(1)
        case "VEHICLES_UNIT_DISTANCE_COST_SECTION": vehicles[index].distanceCost = try line.whole(1)
        case "VEHICLES_DEPOT_SECTION": vehicles[index].depot = try node(line, 1)
        case "VEHICLES_RELOAD_DEPOT_SECTION":
          for word in line.words.indices.dropFirst() { vehicles[index].reloadDepots.append(try node(line, word)) }
        default: break
        }
      }
    }
    linesAreVehicles = vehicles.contains {
      $0.capacity != vehicles[0].capacity || $0.depot != vehicles[0].depot || $0.fixedCost != vehicles[0].fixedCost
        || $0.distanceCost != vehicles[0].distanceCost || $0.maximumDuration != vehicles[0].maximumDuration
    }
  }

  private mutating func readWays(_ lines: [RoutingWords], isFull: Bool) throws(UnreadableFormat) {
    var numbers: [Double] = []
    for line in lines { for index in line.words.indices { numbers.append(try line.number(index)) } }
    let count = nodes.count
    let expected = isFull ? count * count : count * (count - 1) / 2
    guard numbers.count == expected else {
      throw UnreadableFormat(file: .instance, line: lines.last?.line ?? 1, text: lines.last?.text ?? "")
    }
    ways = Array(repeating: Array(repeating: 0, count: count), count: count)
    var next = 0
    for row in 0..<count {
      for column in 0..<(isFull ? count : row) {
        ways[row][column] = numbers[next]
        if !isFull { ways[column][row] = numbers[next] }
        next += 1
      }
    }
  }
}
