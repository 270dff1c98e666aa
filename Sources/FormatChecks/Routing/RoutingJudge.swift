/// Follows a solution's routes one after another.
struct RoutingJudge {
  let check: RoutingCheck
  private var verdict = FormatVerdict()
  /// Route, trip and place, by node.
  private var place: [(route: Int, trip: Int, stop: Int)?]
  /// The distance without any rounding, times what it costs.
  private var exact = 0.0
  private var instance: CheckedRouting { check.instance }

  init(check: RoutingCheck) {
    self.check = check
    place = Array(repeating: nil, count: check.instance.nodes.count)
    for rule in [FormatRule.distance, .vehicleCost, .prize] { verdict.pay(rule, 0) }
  }

  /// - Parameter row: which line, from 1.
  mutating func follow(_ stops: [Int], row: Int) {
    guard !stops.isEmpty else { return }
    verdict.routes += 1
    guard let vehicle = vehicle(row) else { return verdict.violate(.fleet, "\(row)") }
    let isDepot = Set(instance.depots)
    var trips: [(depot: Int, stops: [Int])] = [(vehicle.depot, [])]
    for stop in stops {
      if isDepot.contains(stop) {
        if !vehicle.reloadDepots.contains(stop) { verdict.violate(.reload, "\(row)") }
        trips.append((stop, []))
      } else {
        trips[trips.count - 1].stops.append(stop)
      }
    }
    for (number, trip) in trips.enumerated() {
      for (position, stop) in trip.stops.enumerated() {
        if place[stop] != nil { verdict.violate(.visitedTwice, name(stop)) }
        place[stop] = (row, number, position)
      }
      weigh(trip.stops, row, vehicle)
      order(trip.stops, row)
    }
    let nodes = [vehicle.depot] + stops + [vehicle.depot]
    time(nodes, trips.map(\.stops), row, vehicle)
    charge(nodes, vehicle)
  }

  private func name(_ node: Int) -> String { String(node + instance.firstNumber) }

  private func vehicle(_ row: Int) -> CheckedRouting.Vehicle? {
    if instance.linesAreVehicles { return row <= instance.vehicles.count ? instance.vehicles[row - 1] : nil }
    return instance.isUnlimited || verdict.routes <= instance.vehicles.count ? instance.vehicles.first : nil
  }

  private mutating func charge(_ nodes: [Int], _ vehicle: CheckedRouting.Vehicle) {
    var whole = 0
    for (from, to) in zip(nodes, nodes.dropFirst()) {
      whole += check.units(instance.way(from, to))
      exact += instance.way(from, to) * Double(vehicle.distanceCost)
    }
    exact += Double(vehicle.fixedCost)
    verdict.pay(.distance, product(whole, vehicle.distanceCost))
    verdict.pay(.vehicleCost, product(vehicle.fixedCost, check.scale))
  }

  private func product(_ a: Int, _ b: Int) -> Int {
    let (result, isTooLarge) = a.multipliedReportingOverflow(by: b)
    return isTooLarge ? Int.max : result
  }

  private mutating func weigh(_ trip: [Int], _ row: Int, _ vehicle: CheckedRouting.Vehicle) {
    let isShipped = instance.type == "PDPTW"
    // What clients get is on board from the depot on, unless another client gives it.
    var onBoard = isShipped ? 0 : trip.reduce(0) { $0 + instance.nodes[$1].demand }
    var most = onBoard
    for stop in trip {
      let node = instance.nodes[stop]
      onBoard += isShipped ? node.demand : node.backhaul - node.demand
      most = max(most, onBoard)
    }
    if most > vehicle.capacity { verdict.violate(.capacity, "\(row)", by: most - vehicle.capacity) }
  }

  /// Backhauls come last, and no trip begins with one.
  private mutating func order(_ trip: [Int], _ row: Int) {
    guard let first = trip.firstIndex(where: { instance.nodes[$0].backhaul > 0 }) else { return }
    if first == 0 || trip[first...].contains(where: { instance.nodes[$0].backhaul == 0 }) {
      verdict.violate(.backhaulOrder, "\(row)")
    }
  }

  /// Begins of service, as early as may be; whoever is reached too late is counted as reached in time.
  private mutating func time(
    _ nodes: [Int], _ trips: [[Int]], _ row: Int, _ vehicle: CheckedRouting.Vehicle
  ) {
    let isDepot = Set(instance.depots)
    var stages: [(from: Int, to: Int, service: Int)] = []
    var trip = 0
    for (index, node) in nodes.enumerated() {
      let values = instance.nodes[node]
      var from = check.units(values.from)
      if isDepot.contains(node), index < nodes.count - 1 {
        // Nothing leaves before all that the trip brings is there.
        from = max(from, trips[trip].map { check.units(instance.nodes[$0].release) }.max() ?? 0)
        trip += 1
      }
      stages.append((from, check.units(values.to), isDepot.contains(node) ? 0 : check.units(values.service)))
    }
    let ways = zip(nodes, nodes.dropFirst()).map { check.units(instance.way($0, $1)) }
    var clock = stages[0].from
    var isLate = clock > stages[0].to
    if isLate { verdict.violate(.timeWindow, "\(row)", by: clock - stages[0].to) }
    for index in ways.indices {
      let stage = stages[index + 1]
      clock = max(clock + stages[index].service + ways[index], stage.from)
      guard clock > stage.to else { continue }
      isLate = true
      verdict.violate(.timeWindow, "\(row): \(name(nodes[index + 1]))", by: clock - stage.to)
      clock = stage.to
    }
    guard vehicle.maximumDuration < .infinity, !isLate else { return }
    // The latest departure with which the route still ends at `clock`.
    var latest = clock
    for index in ways.indices.reversed() {
      latest = min(latest - ways[index] - stages[index].service, stages[index].to)
    }
    let over = clock - latest - check.units(vehicle.maximumDuration)
    if over > 0 { verdict.violate(.duration, "\(row)", by: over) }
  }

  /// A cost may be stated in the file's units or in those of the rounding, and for mixed fleets also in those of
  /// Pessoa et al. (2018), whose prices the files hold times 100; with the decimals it has, rounded or not.
  mutating func compare(_ line: RoutingWords) throws(UnreadableFormat) {
    guard let word = line.words.last, let stated = Double(word), abs(stated) < 1e15 else { throw line.unreadable }
    let decimals = word.split(separator: ".").dropFirst().first?.count ?? 0
    var tolerance = 1e-6
    if decimals > 0 {
      tolerance = 0.5
      for _ in 0..<min(decimals, 12) { tolerance /= 10 }
      tolerance += 1e-6
    }
    let prizes = leftOut().reduce(0) { $0 + instance.nodes[$1].prize }
    let cost = Double(saturated(verdict.cost, check.units(prizes)))
    var candidates = [cost, cost / Double(check.scale), exact + prizes]
    if instance.type == "HFVRP" { candidates += [candidates[1] / 100, candidates[2] / 100] }
    if !candidates.contains(where: { abs($0 - stated) <= tolerance }) {
      verdict.violate(.statedCost, word, by: Int(min(abs(cost - stated), 1e15)))
    }
  }

  /// Clients with a prize whom nobody visits.
  private func leftOut() -> [Int] {
    instance.nodes.indices.filter { place[$0] == nil && instance.nodes[$0].prize > 0 }
  }

  mutating func finished() -> FormatVerdict {
    let isDepot = Set(instance.depots)
    for node in instance.nodes.indices where place[node] == nil && !isDepot.contains(node) {
      if instance.nodes[node].prize > 0 {
        verdict.pay(.prize, check.units(instance.nodes[node].prize))
      } else {
        verdict.violate(.notVisited, name(node))
      }
    }
    for pair in instance.pairs {
      guard let from = place[pair.from], let to = place[pair.to] else { continue }
      if from.route != to.route || from.trip != to.trip || from.stop > to.stop {
        verdict.violate(.pairing, name(pair.from))
      }
    }
    return verdict
  }
}
