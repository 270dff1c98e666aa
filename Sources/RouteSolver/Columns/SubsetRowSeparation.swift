/// Finds subset-row cuts on three rows that a master's solution breaks, the most broken first.
struct SubsetRowSeparation {
  /// Cuts in a round at most, and how many of them may share a client; measured.
  private static let mostCuts = 24
  private static let mostSharing = 4
  /// How far beyond 1 a sum must be to be worth a cut.
  private static let leastExcess = 0.04
  /// All triples of so many clients are looked at.
  static let mostClients = 300

  private let routes: [(clients: [Int], value: Double)]
  private let count: Int

  /// - Parameter routes: those in use, with their shares.
  init(_ routes: [(clients: [Int], value: Double)], clients: Int) {
    self.routes = routes
    count = clients
  }

  /// O(clients³ + routes × length²).
  ///
  /// - Parameter room: how many may be active besides.
  func cuts(without known: Set<[Int]>, room: Int) -> [SubsetRowCut] {
    guard count <= Self.mostClients else { return [] }
    var found: [(excess: Double, members: [Int])] = []
    let pair = pairWeights()
    for a in 0..<count {
      for b in a + 1..<max(a + 1, count) {
        let first = pair[a * count + b]
        for c in b + 1..<max(b + 1, count) {
          let sum = first + pair[a * count + c] + pair[b * count + c]
          guard sum > 1 + Self.leastExcess, !known.contains([a, b, c]) else { continue }
          let excess = activity([a, b, c]) - 1
          if excess > Self.leastExcess { found.append((excess, [a, b, c])) }
        }
      }
    }
    found.sort { (-$0.excess, $0.members[0], $0.members[1]) < (-$1.excess, $1.members[0], $1.members[1]) }
    var sharing = [Int](repeating: 0, count: count)
    var chosen: [SubsetRowCut] = []
    for (_, members) in found where chosen.count < min(room, Self.mostCuts) {
      guard members.allSatisfy({ sharing[$0] < Self.mostSharing }) else { continue }
      for client in members { sharing[client] += 1 }
      chosen.append(SubsetRowCut(members: members, memory: memory(members)))
    }
    return chosen
  }

  /// In what share of routes two clients are together; at least what three-row sums count.
  private func pairWeights() -> [Double] {
    var pair = [Double](repeating: 0, count: count * count)
    for route in routes {
      let clients = Set(route.clients).sorted()
      for (place, a) in clients.enumerated() {
        for b in clients[(place + 1)...] { pair[a * count + b] += route.value }
      }
      // A client visited twice counts like two: with any third.
      for a in clients {
        let visits = route.clients.count { $0 == a }
        guard visits > 1 else { continue }
        for b in 0..<count where b != a { pair[min(a, b) * count + max(a, b)] += route.value * Double(visits / 2) }
      }
    }
    return pair
  }

  private func activity(_ members: [Int]) -> Double {
    routes.reduce(0) { sum, route in
      sum + route.value * Double(route.clients.count { members.contains($0) } / 2)
    }
  }

  /// The members, and what lies between the visits that count in the routes in use: the shorter stretch where there
  /// are three.
  private func memory(_ members: [Int]) -> Set<Int> {
    var result = Set(members)
    for route in routes {
      let places = route.clients.indices.filter { members.contains(route.clients[$0]) }
      if places.count == 3, places[2] - places[1] < places[1] - places[0] {
        result.formUnion(route.clients[places[1]...places[2]])
      } else {
        for start in stride(from: 0, to: places.count - 1, by: 2) {
          result.formUnion(route.clients[places[start]...places[start + 1]])
        }
      }
    }
    return result
  }
}
