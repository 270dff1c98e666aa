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

/// For each client the others that go well before or behind it: near, and at moments that fit.
///
/// Where moments matter, a way counts with the waiting and the lateness that it brings (Vidal et al. 2013, section 4.3:
/// "correlation"), the better of both directions; looked for among all clients, or among the nearest where there are
/// many. Else the nearest themselves.
final class Partners: @unchecked Sendable {
  let width: Int
  private let list: Buffer<Int32>
  private static let most = 60
  private static let allBelow = 3000
  private static let waitingPrice = 0.2

  init(_ problem: RoutingProblem, _ neighbours: Neighbours, isTimed: Bool) {
    let n = problem.clients.count
    width = min(Self.most, neighbours.width)
    list = Buffer(repeating: 0, count: n * width)
    guard width > 0 else { return }
    var found: [(key: Double, client: Int32)] = []
    for client in 0..<n {
      guard isTimed else {
        for rank in 0..<width { list[client * width + rank] = Int32(neighbours[client, rank]) }
        continue
      }
      found.removeAll(keepingCapacity: true)
      if n < Self.allBelow {
        for other in 0..<n where other != client { found.append((Self.key(client, other, problem), Int32(other))) }
      } else {
        for rank in 0..<neighbours.width {
          let other = neighbours[client, rank]
          found.append((Self.key(client, other, problem), Int32(other)))
        }
      }
      found.keepLeast(width)
      for rank in 0..<width { list[client * width + rank] = found[rank].client }
    }
  }

  @inline(__always) subscript(client: Int, rank: Int) -> Int { Int(list[client &* width &+ rank]) }

  private static func key(_ a: Int, _ b: Int, _ problem: RoutingProblem) -> Double {
    min(directed(a, b, problem), directed(b, a, problem))
  }

  private static func directed(_ a: Int, _ b: Int, _ problem: RoutingProblem) -> Double {
    let (first, second) = (problem.clients[a], problem.clients[b])
    let way = problem.travel.duration(first.location, second.location)
    let anywhere = RoutingProblem.Window.always
    let (opens, closes) = (first.windows.first ?? anywhere, first.windows.last ?? anywhere)
    let (next, ends) = (second.windows.first ?? anywhere, second.windows.last ?? anywhere)
    let waiting = max(0, next.from - (closes.to + first.service + way))
    let late = max(0, opens.from + first.service + way - ends.to)
    return Double(problem.travel.distance(first.location, second.location)) + waitingPrice * Double(waiting)
      + Double(late)
  }
}

extension [(key: Double, client: Int32)] {
  /// The least `count` entries first, ascending; what follows is in no order. O(n + count log count) on average.
  mutating func keepLeast(_ count: Int) {
    func isBefore(_ a: Element, _ b: Element) -> Bool { a.key != b.key ? a.key < b.key : a.client < b.client }
    var (low, high) = (0, self.count - 1)
    // Quickselect (Hoare 1961) with the median of three.
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle], self[low]) { swapAt(middle, low) }
      if isBefore(self[high], self[low]) { swapAt(high, low) }
      if isBefore(self[high], self[middle]) { swapAt(high, middle) }
      let pivot = self[middle]
      var (left, right) = (low, high)
      while left <= right {
        while isBefore(self[left], pivot) { left += 1 }
        while isBefore(pivot, self[right]) { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if count - 1 <= right { high = right } else if count - 1 >= left { low = left } else { break }
    }
    if self.count > count { removeSubrange(count...) }
    sort(by: isBefore)
  }
}

/// Points sorted into square cells.
struct Grid {
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private let left: Double
  private let bottom: Double
  private var start: [Int32]
  private var items: [Int32]

  init(_ points: [Travel.Point]) {
    left = points.map(\.x).min() ?? 0
    bottom = points.map(\.y).min() ?? 0
    let width = (points.map(\.x).max() ?? 0) - left
    let height = (points.map(\.y).max() ?? 0) - bottom
    let area = max(width, 1e-9) * max(height, 1e-9)
    let side = max((area * 2 / Double(max(1, points.count))).squareRoot(), max(width, height) / 2000, 1e-9)
    cell = side
    columns = Int(width / side) + 1
    rows = Int(height / side) + 1
    start = Array(repeating: 0, count: columns * rows + 1)
    items = Array(repeating: 0, count: points.count)
    let (left, bottom, columns) = (left, bottom, columns)
    func index(_ point: Travel.Point) -> Int {
      Int((point.y - bottom) / side) * columns + Int((point.x - left) / side)
    }
    for point in points { start[index(point) + 1] += 1 }
    for cell in 1..<start.count { start[cell] += start[cell - 1] }
    var next = start
    for (number, point) in points.enumerated() {
      let cell = index(point)
      items[Int(next[cell])] = Int32(number)
      next[cell] += 1
    }
  }

  /// Visits points ring by ring until all the nearest `count` are among them.
  func collect(around point: Travel.Point, atLeast count: Int, _ visit: (Int) -> Void) {
    let column = min(columns - 1, max(0, Int((point.x - left) / cell)))
    let row = min(rows - 1, max(0, Int((point.y - bottom) / cell)))
    var seen = 0
    var last: Int?
    var radius = 0
    while radius <= max(columns, rows) {
      if let last, radius > last { return }
      for y in max(0, row - radius)...min(rows - 1, row + radius) {
        let isEdge = abs(y - row) == radius
        var x = max(0, column - radius)
        let end = min(columns - 1, column + radius)
        while x <= end {
          if !isEdge, abs(x - column) < radius {
            x = max(x + 1, column + radius)
            continue
          }
          let cell = y * columns + x
          for item in start[cell]..<start[cell + 1] {
            visit(Int(items[Int(item)]))
            seen += 1
          }
          x += 1
        }
      }
      // What lies within a circle is within rings half as many again.
      if last == nil, seen >= count { last = radius + radius / 2 + 1 }
      radius += 1
    }
  }
}
