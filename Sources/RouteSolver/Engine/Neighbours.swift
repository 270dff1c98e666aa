import Routing
import Units

/// For each client the nearest others, nearest first, by the way there and back.
///
/// In the plane by a grid of cells with some two points each: O(clients × neighbours) where points lie evenly; with
/// matrices by looking at all pairs.
final class Neighbours: @unchecked Sendable {
  /// Neighbours a client.
  let width: Int
  private let list: Buffer<Int32>
  static let most = 100

  init(_ problem: RoutingProblem) {
    let n = problem.clients.count
    let width = min(Self.most, max(0, n - 1))
    self.width = width
    list = Buffer(repeating: 0, count: n * width)
    guard width > 0 else { return }
    if problem.travel.points.isEmpty { fillFromMatrix(problem) } else { fillFromPlane(problem) }
  }

  @inline(__always) subscript(client: Int, rank: Int) -> Int { Int(list[client &* width &+ rank]) }

  private func store(_ client: Int, _ found: inout [(key: Double, client: Int32)]) {
    found.keepLeast(width)
    for rank in 0..<width { list[client * width + rank] = found[rank].client }
  }

  private func fillFromMatrix(_ problem: RoutingProblem) {
    let travel = problem.travel
    var found: [(key: Double, client: Int32)] = []
    for client in problem.clients.indices {
      found.removeAll(keepingCapacity: true)
      let here = problem.clients[client].location
      for other in problem.clients.indices where other != client {
        let there = problem.clients[other].location
        found.append((Double(travel.distance(here, there)) + Double(travel.distance(there, here)), Int32(other)))
      }
      store(client, &found)
    }
  }

  private func fillFromPlane(_ problem: RoutingProblem) {
    let points = problem.clients.map { problem.travel.points[$0.location] }
    let grid = Grid(points)
    var found: [(key: Double, client: Int32)] = []
    for client in points.indices {
      found.removeAll(keepingCapacity: true)
      grid.collect(around: points[client], atLeast: width + 1) { other in
        guard other != client else { return }
        let (x, y) = (points[other].x - points[client].x, points[other].y - points[client].y)
        found.append((x * x + y * y, Int32(other)))
      }
      store(client, &found)
    }
  }
}
