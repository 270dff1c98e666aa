import Routing

/// How finely a demand may be cut.
extension RoutingProblem {
  /// Parts of all clients together stay below this: each is a choice of the search's.
  private static let mostParts = 3000
  /// Parts of the smallest vehicle's load: about so many, and where all vehicles hold whole numbers of them from the
  /// least to the most.
  private static let fineness = 12
  private static let leastFineness = 8
  private static let mostFineness = 20

  /// Gives every client its part: the same number of packs for all, of which every vehicle holds a whole number where
  /// that is possible, a dozen or so; a small client with one deadline comes at once.
  mutating func setParts() {
    let lightest = vehicles.compactMap(\.capacity.first).filter { $0 > 0 }.min() ?? 0
    let part = commonPart()
    for index in clients.indices {
      let all = clients[index].delivery[0]
      let smallest = smallestFitting(index)
      let isWhole = smallest == 0 || clients[index].needs.count == 1 && all * 10 <= smallest
      // Of heavy packs a vehicle holds fewer.
      let most = smallest < lightest ? smallest / Self.leastFineness : smallest
      clients[index].part = max(1, isWhole ? all : min(all, part, most))
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
    let fitting = (1...Self.mostFineness).filter { common % $0 == 0 }.map { common / $0 }
      .filter { $0 * Self.mostFineness >= smallest && $0 * Self.leastFineness <= smallest }
    var part =
      fitting.min { abs($0 * Self.fineness - smallest) < abs($1 * Self.fineness - smallest) }
      ?? max(1, smallest / Self.fineness)
    func count(_ part: Int) -> Int { clients.reduce(0) { $0 + ($1.delivery[0] + part - 1) / part } }
    while count(part) > max(Self.mostParts, clients.count), part < 1 << 30 { part *= 2 }
    return part
  }
}
