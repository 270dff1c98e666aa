import Routing

/// How finely a demand may be cut.
extension RoutingProblem {
  /// Parts of all clients together stay below this: each is a choice of the search's.
  private static let mostParts = 3000
  /// Parts of a vehicle's load.
  private static let fineness = 12

  /// Gives every client its part: the same number of packs for all, of which vehicles hold a whole number where that is
  /// possible, and a dozen or so; a small client comes at once where nothing can be gained by cutting it.
  mutating func setParts() {
    let part = commonPart()
    let short = RouteShortage(self)
    for index in clients.indices {
      let all = clients[index].delivery[0]
      let smallest = smallestFitting(index)
      let isWhole = clients[index].needs.count == 1 && all * 10 <= smallest && !short.concerns(clients[index])
      clients[index].part = isWhole ? max(1, all) : min(max(1, all), part)
    }
  }

  /// Packs of a client that the smallest vehicle holds of those that hold any.
  private func smallestFitting(_ client: Int) -> Int {
    vehicles.indices.lazy.map { fitting(vehicle: $0, client: client) }.filter { $0 > 0 }.min() ?? 0
  }

  /// A client that several vehicles must come to has a part for each.
  mutating func divideForBonds() {
    var bound: [Int: Int] = [:]
    for bond in bonds where bond.must { bound[bond.client, default: 0] += 1 }
    for (client, count) in bound where count > 1 {
      clients[client].part = min(clients[client].part ?? 1, max(1, clients[client].delivery[0] / count))
    }
  }

  private func commonPart() -> Int {
    // By the capacities in packs alone: what a lighter pack or a weaker vehicle changes is below a part or two.
    let capacities = Set(vehicles.compactMap(\.capacity.first).filter { $0 > 0 })
    guard let smallest = capacities.min() else { return 1 }
    let common = capacities.reduce(0, RouteLoads.divisor)
    let isFit = common * 20 >= smallest && common * 8 <= smallest
    var part = isFit ? common : max(1, smallest / Self.fineness)
    func count(_ part: Int) -> Int { clients.reduce(0) { $0 + ($1.delivery[0] + part - 1) / part } }
    while count(part) > max(Self.mostParts, clients.count), part < 1 << 30 { part *= 2 }
    return part
  }
}

/// Goods of which there is not enough for everybody.
struct RouteShortage {
  private let isShort: [Bool]

  init(_ problem: RoutingProblem) {
    isShort = (0..<problem.loadCount).map { load in
      guard load >= RouteLoads.dimension(good: 0) else { return false }
      let wanted = problem.clients.reduce(0) { $0 + (load < $1.delivery.count ? $1.delivery[load] : 0) }
      let there = problem.depots.indices.reduce(0) { sum, depot in
        sum + (problem.stock(depot: depot, load: load) ?? 0)
      }
      return wanted > there
    }
  }

  func concerns(_ client: RoutingProblem.Client) -> Bool {
    client.delivery.indices.contains { client.delivery[$0] > 0 && isShort[$0] }
  }
}
