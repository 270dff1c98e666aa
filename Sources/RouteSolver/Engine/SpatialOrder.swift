import Routing

/// Clients in an order in which neighbours stand near each other, so that what the search looks up together lies
/// together in memory: along a Hilbert curve in the plane, by steps to the nearest client where there are matrices.
struct SpatialOrder: Sendable {
  /// From the new number to the old one.
  let old: [Int]
  /// From the old number to the new one.
  let new: [Int]

  init(_ problem: RoutingProblem) {
    let order = problem.travel.points.isEmpty ? Self.chain(problem) : Self.curve(problem)
    old = order
    var new = Array(repeating: 0, count: order.count)
    for (position, client) in order.enumerated() { new[client] = position }
    self.new = new
  }

  /// Source: Hilbert, "Über die stetige Abbildung einer Linie auf ein Flächenstück" (1891). O(n log n).
  private static func curve(_ problem: RoutingProblem) -> [Int] {
    let points = problem.clients.map { problem.travel.points[$0.location] }
    let left = points.map(\.x).min() ?? 0
    let bottom = points.map(\.y).min() ?? 0
    let side = max((points.map(\.x).max() ?? 0) - left, (points.map(\.y).max() ?? 0) - bottom, 1e-9)
    let cells = Double(1 << bits) - 1
    let keys = points.map { hilbert(Int(($0.x - left) / side * cells), Int(($0.y - bottom) / side * cells)) }
    return points.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  private static let bits = 16

  private static func hilbert(_ x: Int, _ y: Int) -> Int {
    var (x, y, key) = (x, y, 0)
    var side = 1 << (bits - 1)
    while side > 0 {
      let (right, upper) = (x & side > 0 ? 1 : 0, y & side > 0 ? 1 : 0)
      key += side * side * ((3 * right) ^ upper)
      if upper == 0 {
        if right == 1 {
          x = side - 1 - (x & (side - 1))
          y = side - 1 - (y & (side - 1))
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return key
  }

  /// O(n²).
  private static func chain(_ problem: RoutingProblem) -> [Int] {
    var left = Array(problem.clients.indices)
    var order: [Int] = []
    order.reserveCapacity(left.count)
    var here = problem.clients.first?.location ?? 0
    while !left.isEmpty {
      var nearest = 0
      var least = Int.max
      for index in left.indices {
        let there = problem.clients[left[index]].location
        let way = problem.travel.distance(here, there) + problem.travel.distance(there, here)
        if way < least { (least, nearest) = (way, index) }
      }
      here = problem.clients[left[nearest]].location
      order.append(left[nearest])
      left.swapAt(nearest, left.count - 1)
      left.removeLast()
    }
    return order
  }

  /// The problem with its clients in this order.
  func apply(to problem: RoutingProblem) -> RoutingProblem {
    var ordered = problem
    ordered.clients = old.map { problem.clients[$0] }
    ordered.shipments = problem.shipments.map { .init(from: new[$0.from], to: new[$0.to]) }
    ordered.groups = problem.groups.map { .init(clients: $0.clients.map { new[$0] }) }
    ordered.fixedRoutes = problem.fixedRoutes.map {
      .init(vehicle: $0.vehicle, clients: $0.clients.map { new[$0] }, isWhole: $0.isWhole)
    }
    ordered.bonds = problem.bonds.map {
      .init(vehicle: $0.vehicle, client: new[$0.client], must: $0.must, weight: $0.weight)
    }
    return ordered
  }

  /// A plan of the ordered problem as one of the problem itself.
  func restore(_ solution: RoutingSolution) -> RoutingSolution { renumber(solution, old) }
  func apply(to solution: RoutingSolution) -> RoutingSolution { renumber(solution, new) }

  private func renumber(_ solution: RoutingSolution, _ numbers: [Int]) -> RoutingSolution {
    var result = solution
    for route in result.routes.indices {
      for stop in result.routes[route].stops.indices {
        switch result.routes[route].stops[stop].action {
        case .visit(let client): result.routes[route].stops[stop].action = .visit(client: numbers[client])
        case .deliver(let client, let units):
          result.routes[route].stops[stop].action = .deliver(client: numbers[client], units: units)
        case .load, .rest: break
        }
      }
    }
    return result
  }
}
