import Routing

/// What the bound keeps of a routing problem: rows, each to be covered once or at a price, and kinds of vehicles with
/// the routes that they may drive.
///
/// Every plan without unserved clients satisfies it at no higher cost (docs/route-columns.md).
struct RouteRelaxation {
  /// A client, or a group of which one is visited.
  struct Row {
    var clients: [Int]
    /// Nil: must be covered.
    var prize: Int?
  }

  let rows: [Row]
  /// By client.
  let rowOf: [Int]
  let kinds: [RouteKind]
  /// Prices are whole multiples of 1 / scale, a power of two.
  let scale: Int
  /// The greatest cost of an arc and the greatest prize together.
  let dearest: Int

  /// Prices of rows are at most so many times `dearest`.
  static let dearestPrice = 64
  /// Labels hold clients in 32 bits and arcs take 64 bytes a pair of clients.
  static let mostClients = 2000
  /// More digits would not show in bounds, which are whole.
  static let mostScaleBits = 16

  /// Nil where there are too many clients, or where costs leave no room to calculate exactly in 64 bits.
  init?(_ problem: RoutingProblem, neighbours: Int) {
    guard problem.clients.count <= Self.mostClients else { return nil }
    var rows: [Row] = []
    var rowOf = [Int](repeating: -1, count: problem.clients.count)
    for group in problem.groups {
      for client in group.clients { rowOf[client] = rows.count }
      rows.append(Row(clients: group.clients, prize: group.clients.compactMap { problem.clients[$0].prize }.min()))
    }
    for client in problem.clients.indices where rowOf[client] < 0 {
      rowOf[client] = rows.count
      rows.append(Row(clients: [client], prize: problem.clients[client].prize))
    }
    self.rows = rows
    self.rowOf = rowOf
    var kinds: [RouteKind] = []
    var numbers: [RoutingProblem.Vehicle: Int] = [:]
    var counts: [Int] = []
    var firsts: [Int] = []
    for (index, vehicle) in problem.vehicles.enumerated() where vehicle.count > 0 {
      var alike = vehicle
      alike.count = 0
      if let kind = numbers[alike] {
        counts[kind] += vehicle.count
      } else {
        numbers[alike] = counts.count
        counts.append(vehicle.count)
        firsts.append(index)
      }
    }
    for (index, count) in zip(firsts, counts) {
      kinds.append(
        RouteKind(problem, vehicle: index, count: min(count, rows.count), neighbours: neighbours))
    }
    self.kinds = kinds
    dearest = (kinds.map(\.dearestArc).max() ?? 0) + (rows.map { $0.prize ?? 0 }.max() ?? 0) + 1
    // A label's cost is at most the prices of what it visits: eight visits to each row leave room for cycles.
    let room = Double(1 << 61) / Double(Self.dearestPrice) / Double(dearest) / Double(8 * (rows.count + 2))
    guard room >= 1 else { return nil }
    var bits = 0
    while bits < Self.mostScaleBits && Double(1 << (bits + 1)) <= room { bits += 1 }
    scale = 1 << bits
  }

  func kind(of vehicle: RoutingProblem.Vehicle, in problem: RoutingProblem) -> Int? {
    kinds.firstIndex {
      var (a, b) = (problem.vehicles[$0.vehicle], vehicle)
      (a.count, b.count) = (0, 0)
      return a == b
    }
  }

  /// Scaled prices of the clients, from those of the rows.
  func clientPrices(_ rowPrices: [Int]) -> [Int] { rowOf.map { rowPrices[$0] } }

  /// The bound that these prices prove, in units of 1 / scale, where no route of kind k costs less than `least[k]`
  /// beyond its prices: Σ prices + Σ at most count[k] routes × min(0, least[k]) − Σ penalties.
  ///
  /// All in whole numbers: nothing rests on a solver's tolerances. O(rows + kinds log kinds).
  func bound(_ prices: RoutePrices, least: [Int]) -> Int {
    var sum = prices.rows.reduce(0, +) - prices.cuts.reduce(0) { $0 + $1.penalty }
    for (row, price) in zip(rows, prices.rows) {
      if let prize = row.prize { sum += min(0, prize * scale - price) }
    }
    // Each route covers a row.
    var left = rows.count
    for kind in kinds.indices.sorted(by: { (least[$0], $0) < (least[$1], $1) }) where least[kind] < 0 {
      let used = min(left, kinds[kind].count)
      sum += used * least[kind]
      left -= used
    }
    return sum
  }

  /// Rounded up, since all costs are whole.
  func whole(_ bound: Int) -> Int {
    let quotient = bound >> (scale.trailingZeroBitCount)
    return quotient << (scale.trailingZeroBitCount) == bound ? quotient : quotient + 1
  }
}
