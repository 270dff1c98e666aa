import Routing

/// The vehicles of a VRPLIB file: equal ones are one kind.
struct VRPLIBFleet {
  private(set) var kinds: [RoutingProblem.Vehicle] = []
  /// The kind of each vehicle.
  private(set) var lines: [Int] = []
  /// The file says how many there are.
  let isGiven: Bool

  init(_ file: VRPLIBReader) {
    let depots = file.depots
    isGiven = file.text.headers[.vehicles] != nil
    guard !depots.isEmpty, let count = VRPLIBFleet.count(file) else { return }
    var vehicles = Array(
      repeating: RoutingProblem.Vehicle(count: 1, capacity: [], start: 0, end: 0), count: count)
    if depots.count > 1, file.text.sections[.vehiclesDepot] == nil {
      file.reader.line = file.text.sections[.depot]?.line ?? 0
      file.reader.complain(.missingSection, ["value": VRPLIBSection.vehiclesDepot.rawValue])
    }
    let fleet = FleetColumns(file: file, count: count)
    fleet.fill(&vehicles, .capacity, header: .capacity) { vehicle, words, column in
      if let load = file.lines.whole(words[0], in: RoutingLimit.load, column: column) { vehicle.capacity = [load] }
    }
    fleet.fill(&vehicles, .vehiclesMaxDuration, header: .vehiclesMaxDuration) { vehicle, words, column in
      vehicle.maximumDuration = file.lines.decimal(words[0], in: RoutingLimit.moment, column: column).map(
        file.rounding.whole)
    }
    fleet.fill(&vehicles, .vehiclesFixedCost) { vehicle, words, column in
      // A price of the file is one of its distance's units, which are finer here.
      let price = file.lines.whole(words[0], in: RoutingLimit.price, column: column)
      vehicle.fixedCost = (price ?? 0) * file.rounding.scale
    }
    fleet.fill(&vehicles, .vehiclesUnitDistanceCost) { vehicle, words, column in
      vehicle.distanceCost = file.lines.whole(words[0], in: RoutingLimit.price, column: column) ?? 0
    }
    fleet.fill(&vehicles, .vehiclesDepot) { vehicle, words, column in
      let depot = fleet.depot(words[0], column) ?? 0
      (vehicle.start, vehicle.end) = (depot, depot)
    }
    fleet.fill(&vehicles, .vehiclesReloadDepot, values: 1...depots.count) { vehicle, words, column in
      vehicle.reloadDepots = words.compactMap { fleet.depot($0, column) }
      // As many as anybody could want: each brings somebody something.
      vehicle.maximumTrips = file.count
    }
    merge(vehicles)
  }

  private static func count(_ file: VRPLIBReader) -> Int? {
    guard let header = file.text.headers[.vehicles] else { return 1 }
    file.reader.line = header.line
    return file.lines.whole(header.value, in: RoutingLimit.vehicles, column: "VEHICLES")
  }

  private mutating func merge(_ vehicles: [RoutingProblem.Vehicle]) {
    var index: [RoutingProblem.Vehicle: Int] = [:]
    for vehicle in vehicles {
      if let kind = index[vehicle] {
        kinds[kind].count += 1
      } else {
        index[vehicle] = kinds.count
        kinds.append(vehicle)
      }
      lines.append(index[vehicle] ?? 0)
    }
  }
}

/// What a header says of all vehicles, or a section of each.
struct FleetColumns {
  let file: VRPLIBReader
  let count: Int

  func fill(
    _ vehicles: inout [RoutingProblem.Vehicle], _ section: VRPLIBSection, header: VRPLIBHeader? = nil,
    values: ClosedRange<Int> = 1...1, _ set: (inout RoutingProblem.Vehicle, [String], String) -> Void
  ) {
    if let header, let found = file.text.headers[header] {
      file.reader.line = found.line
      let before = file.reader.log.count
      for index in vehicles.indices where file.reader.log.count == before {
        set(&vehicles[index], [found.value], header.rawValue)
      }
    }
    for row in file.rows(section, count: count, values: values, shape: "1 1") {
      file.reader.line = row.line
      set(&vehicles[row.number - 1], row.values, section.rawValue)
    }
  }

  /// A depot by its node's number.
  func depot(_ word: String, _ column: String) -> Int? {
    guard let number = file.lines.whole(word, in: 1...file.count, column: column) else { return nil }
    if let depot = file.depots.firstIndex(of: number - 1) { return depot }
    file.reader.complain(.unknownID, ["value": word, "file": VRPLIBSection.depot.rawValue])
    return nil
  }
}
