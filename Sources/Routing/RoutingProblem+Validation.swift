extension RoutingProblem {
  /// Clients, depots and vehicles at most.
  static let sizeLimit = 1 << 24
  static let amountLimit = 1 << 31
  /// Parts of all clients.
  public static let partLimit = 1 << 22
  /// Sums of a plan stay below this, and so below what searches take for a plan that cannot be driven.
  static let totalLimit = 1 << 60

  /// Throws the first defect. O(locations² for matrices + everything else).
  public func validate() throws(RoutingDefect) {
    try validateTravel()
    try validateDepots()
    try validateClients()
    try validateParts()
    try validateVehicles()
    try validateClaims()
    try validateTotals()
  }

  private func isAmount(_ value: Int) -> Bool { (0...Self.amountLimit).contains(value) }
  private func isMoment(_ value: Int) -> Bool { (-Self.horizon...Self.horizon).contains(value) }

  private func validateTravel() throws(RoutingDefect) {
    guard travel.count <= Self.sizeLimit else { throw .overflow }
    guard travel.points.isEmpty else {
      let (limit, scale) = (Double(Travel.longest), travel.rounding.scale)
      guard scale > 0, travel.points.allSatisfy({ abs($0.x * scale) < limit / 4 && abs($0.y * scale) < limit / 4 })
      else { throw .overflow }
      return
    }
    let cells = travel.count * travel.count
    guard travel.distances.count == cells, travel.durations.isEmpty || travel.durations.count == cells else {
      throw .matrixSize
    }
    guard travel.distances.allSatisfy({ $0 >= 0 }), travel.durations.allSatisfy({ $0 >= 0 }) else {
      throw .negative("travel", 0)
    }
    func isLeg(_ way: Int32) -> Bool { way <= Travel.longest || way >= Travel.unreachable }
    guard travel.distances.allSatisfy(isLeg), travel.durations.allSatisfy(isLeg) else { throw .overflow }
  }

  private func validateDepots() throws(RoutingDefect) {
    for (index, depot) in depots.enumerated() {
      guard (0..<travel.count).contains(depot.location) else { throw .unknownIndex("depot", index) }
      guard isAmount(depot.loadFixed), isAmount(depot.loadPerUnit), (depot.stock ?? []).allSatisfy(isAmount),
        depot.docks ?? 1 >= 1, depot.supplies.allSatisfy({ $0.units.allSatisfy(isAmount) })
      else { throw .negative("depot", index) }
      let most = (depot.stock.map { [$0] } ?? []) + depot.supplies.map(\.units)
      guard most.reduce(0.0, { $0 + $1.reduce(0.0) { $0 + Double($1) } }) < Double(Self.totalLimit) else {
        throw .overflow
      }
      guard depot.supplies.allSatisfy({ isMoment($0.ready) }), isWindow(depot.hours) else {
        throw .window("depot", index)
      }
    }
  }

  private func isWindow(_ window: Window) -> Bool {
    isMoment(window.from) && isMoment(window.to) && window.from <= window.to
  }

  private func validateClients() throws(RoutingDefect) {
    guard clients.count <= Self.sizeLimit else { throw .overflow }
    for (index, client) in clients.enumerated() {
      guard (0..<travel.count).contains(client.location) else { throw .unknownIndex("client", index) }
      guard client.delivery.allSatisfy(isAmount), client.pickup.allSatisfy(isAmount), isAmount(client.service),
        isAmount(client.prize ?? 0), isAmount(client.weight)
      else { throw .negative("client", index) }
      guard client.windows.allSatisfy(isWindow), isMoment(client.release ?? 0),
        zip(client.windows, client.windows.dropFirst()).allSatisfy({ $0.to < $1.from })
      else { throw .window("client", index) }
    }
  }

  private func validateParts() throws(RoutingDefect) {
    var claimed = Array(repeating: false, count: clients.count)
    for list in shipments.map({ [$0.from, $0.to] }) + groups.map(\.clients) + fixedRoutes.map(\.clients) {
      for client in list where clients.indices.contains(client) { claimed[client] = true }
    }
    var parts = 0
    for (index, client) in clients.enumerated() {
      let all = client.delivery.first ?? 0
      var last = Need(by: -Self.horizon - 1, units: -1)
      for need in client.needs {
        guard isMoment(need.by), need.by > last.by, need.units > last.units else { throw .needs(client: index) }
        last = need
      }
      guard client.needs.isEmpty || last.units == all else { throw .needs(client: index) }
      guard let part = client.part else { continue }
      guard part > 0, all > 0, client.service == 0, client.pickup.allSatisfy({ $0 == 0 }), !claimed[index],
        client.delivery.allSatisfy({ $0 % all == 0 })
      else { throw .parts(client: index) }
      parts += (all + part - 1) / part
      guard parts <= Self.partLimit else { throw .parts(client: index) }
    }
    for (index, bond) in bonds.enumerated() {
      guard vehicles.indices.contains(bond.vehicle), clients.indices.contains(bond.client) else {
        throw .unknownIndex("bond", index)
      }
      guard !bond.must || !claimed[bond.client] && clients[bond.client].prize == nil else { throw .bond(index) }
      guard isAmount(bond.weight) else { throw .negative("bond", index) }
    }
  }

  private func validateVehicles() throws(RoutingDefect) {
    for (index, vehicle) in vehicles.enumerated() {
      guard ([vehicle.start, vehicle.end] + vehicle.reloadDepots).allSatisfy(depots.indices.contains) else {
        throw .unknownIndex("vehicle", index)
      }
      let prices = [vehicle.fixedCost, vehicle.distanceCost, vehicle.durationCost, vehicle.overtime?.cost ?? 0]
      let limits = [vehicle.maximumDuration, vehicle.maximumDistance, vehicle.maximumStops, vehicle.overtime?.after]
      guard vehicle.count >= 0, vehicle.maximumTrips >= 0, vehicle.capacity.allSatisfy({ $0 >= 0 }),
        prices.allSatisfy({ $0 >= 0 }), limits.allSatisfy({ ($0 ?? 0) >= 0 }), isAmount(vehicle.stopTime),
        isAmount(vehicle.timePerUnit), vehicle.breaks.allSatisfy({ isAmount($0.duration) })
      else { throw .negative("vehicle", index) }
      guard vehicle.count <= Self.sizeLimit, vehicle.capacity.allSatisfy({ $0 < Self.totalLimit }) else {
        throw .overflow
      }
      guard isWindow(vehicle.shift), vehicle.breaks.allSatisfy({ isWindow($0.window) }),
        zip(vehicle.breaks, vehicle.breaks.dropFirst()).allSatisfy({
          $0.window.from + $0.duration <= $1.window.from && $0.window.to <= $1.window.to
        })
      else { throw .window("vehicle", index) }
    }
    guard balance.map({ $0.unit > 0 && $0.cost >= 0 }) ?? true else { throw .negative("balance", 0) }
  }

  /// A client belongs to at most one shipment, one group and one fixed route.
  private func validateClaims() throws(RoutingDefect) {
    try validateClaims("shipment", shipments.map { [$0.from, $0.to] })
    try validateClaims("group", groups.map(\.clients))
    try validateClaims("fixed_route", fixedRoutes.map(\.clients))
    var grouped = Array(repeating: false, count: clients.count)
    for group in groups { for client in group.clients { grouped[client] = true } }
    for (index, shipment) in shipments.enumerated() {
      for client in [shipment.from, shipment.to] where grouped[client] { throw .claimedTwice(client: client) }
      let (from, to) = (clients[shipment.from], clients[shipment.to])
      for load in 0..<loadCount {
        func entry(_ list: [Int]) -> Int { load < list.count ? list[load] : 0 }
        guard entry(from.pickup) == entry(to.delivery), entry(from.delivery) == 0, entry(to.pickup) == 0 else {
          throw .shipmentLoads(index)
        }
      }
    }
    try validateFixedRoutes()
  }

  private func validateFixedRoutes() throws(RoutingDefect) {
    var place: [Int: (route: Int, stop: Int)] = [:]
    for (index, route) in fixedRoutes.enumerated() {
      guard vehicles.indices.contains(route.vehicle) else { throw .unknownIndex("fixed_route", index) }
      for (stop, client) in route.clients.enumerated() { place[client] = (index, stop) }
    }
    for (index, shipment) in shipments.enumerated() {
      switch (place[shipment.from], place[shipment.to]) {
      case (nil, nil): continue
      case (let from?, let to?) where from.route == to.route && from.stop < to.stop: continue
      default: throw .fixedShipment(index)
      }
    }
  }

  private func validateClaims(_ kind: String, _ lists: [[Int]]) throws(RoutingDefect) {
    var claimed = Array(repeating: false, count: clients.count)
    for (index, list) in lists.enumerated() {
      guard !list.isEmpty, list.allSatisfy(clients.indices.contains) else { throw .unknownIndex(kind, index) }
      for client in list {
        if claimed[client] { throw .claimedTwice(client: client) }
        claimed[client] = true
      }
    }
  }

  /// Bounds what a plan can cost: every vehicle drives the longest leg to each client and depot.
  private func validateTotals() throws(RoutingDefect) {
    var longest = 0.0
    if travel.points.isEmpty {
      for way in travel.distances where way < Travel.unreachable { longest = max(longest, Double(way)) }
    } else {
      longest = 3 * (travel.points.lazy.map { max(abs($0.x), abs($0.y)) }.max() ?? 0) * travel.rounding.scale
    }
    let parts = clients.reduce(0.0) { sum, client in
      sum + (client.part.map { Double((client.delivery.first ?? 0) / $0 + 1) } ?? 1)
    }
    let legs = 2 * (parts + 1)
    let span = Double(2 * Self.horizon)
    var total = 0.0
    for client in clients {
      let units = client.part == nil ? 1 : Double(client.delivery.first ?? 0)
      total += units * (Double(client.prize ?? 0) + Double(client.weight))
    }
    for bond in bonds { total += Double(bond.weight) }
    var dearest = 0.0
    for vehicle in vehicles {
      let time = span * (Double(vehicle.durationCost) + Double(vehicle.overtime?.cost ?? 0))
      let work =
        vehicle.shift == .always
        ? Double(vehicle.maximumDuration ?? 1 << 31) : Double(vehicle.shift.to - vehicle.shift.from)
      let even = balance.map { Double($0.cost) * (work / Double($0.unit) + 1) * (work / Double($0.unit) + 1) } ?? 0
      dearest = max(dearest, Double(vehicle.fixedCost) + min(time, work * 2e6) + even)
      total += longest * legs * Double(vehicle.distanceCost)
    }
    total += dearest * max(1, parts)
    guard total < Double(Self.totalLimit) else { throw .overflow }
  }
}
