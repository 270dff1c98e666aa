import Routing
import Units

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

  init(_ problem: RoutingProblem, _ neighbours: Neighbours, _ ways: borrowing Ways, isTimed: Bool) {
    let n = problem.clients.count
    let moments = Moments(problem)
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
      for rank in 0..<neighbours.width {
        let other = neighbours[client, rank]
        found.append((moments.key(client, other, ways), Int32(other)))
      }
      if n < Self.allBelow {
        found.keepLeast(width)
        let limit = found[width - 1].key
        found.removeAll(keepingCapacity: true)
        for other in 0..<n where other != client {
          // No key is below the way itself.
          if Double(min(ways.distance(client, other), ways.distance(other, to: client))) > limit { continue }
          let key = moments.key(client, other, ways)
          if key <= limit { found.append((key, Int32(other))) }
        }
      }
      found.keepLeast(width)
      for rank in 0..<width { list[client * width + rank] = found[rank].client }
    }
  }

  @inline(__always) subscript(client: Int, rank: Int) -> Int { Int(list[client &* width &+ rank]) }

  /// First opening, last closing and service by client, side by side.
  private struct Moments: ~Copyable {
    let opens: Buffer<Int>
    let closes: Buffer<Int>
    let service: Buffer<Int>

    init(_ problem: RoutingProblem) {
      let n = problem.clients.count
      opens = Buffer(repeating: RoutingProblem.Window.always.from, count: n)
      closes = Buffer(repeating: RoutingProblem.Window.always.to, count: n)
      service = Buffer(repeating: 0, count: n)
      for (index, client) in problem.clients.enumerated() {
        service[index] = client.service
        guard let first = client.windows.first, let last = client.windows.last else { continue }
        (opens[index], closes[index]) = (first.from, last.to)
      }
    }

    /// For a fixed `a` what is looked up lies side by side.
    @inline(__always) func key(_ a: Int, _ b: Int, _ ways: borrowing Ways) -> Double {
      min(
        directed(a, b, ways.distance(a, b), ways.duration(a, b)),
        directed(b, a, ways.distance(b, to: a), ways.duration(b, to: a)))
    }

    @inline(__always) private func directed(_ a: Int, _ b: Int, _ way: Int, _ time: Int) -> Double {
      let drive = service[a] &+ time
      let waiting = max(0, opens[b] &- closes[a] &- drive)
      let late = max(0, opens[a] &+ drive &- closes[b])
      return Double(way) + Partners.waitingPrice * Double(waiting) + Double(late)
    }
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
