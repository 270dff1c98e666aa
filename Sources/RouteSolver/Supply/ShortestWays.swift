import Routing

/// Shortest ways, in seconds or metres, from vehicles' starts and depots to every location, and to ends and depots from
/// every location.
///
/// Source: Dijkstra, "A note on two problems in connexion with graphs" (1959), on a dense matrix: O(locations²) each.
struct ShortestWays {
  private var forward: [Int: [Int]] = [:]
  private var backward: [Int: [Int]] = [:]
  private let starts: [Int]
  private let ends: [Int]
  private let depots: [Int]

  init(_ problem: SupplyProblem, _ matrix: KeyPath<SupplyProblem, [Int32]> = \.seconds) {
    starts = problem.vehicles.map(\.start)
    ends = problem.vehicles.map(\.end)
    depots = problem.depots.map(\.location)
    let cells = problem[keyPath: matrix]
    let count = problem.locationCount
    for place in starts + depots where forward[place] == nil {
      forward[place] = Self.distances(from: place, count) { Int(cells[$0 * count + $1]) }
    }
    for place in ends + depots where backward[place] == nil {
      backward[place] = Self.distances(from: place, count) { Int(cells[$1 * count + $0]) }
    }
  }

  func fromStart(_ vehicle: Int, _ place: Int) -> Int { forward[starts[vehicle]]?[place] ?? .max }
  func fromDepot(_ depot: Int, _ place: Int) -> Int { forward[depots[depot]]?[place] ?? .max }
  func toEnd(_ vehicle: Int, _ place: Int) -> Int { backward[ends[vehicle]]?[place] ?? .max }
  func toDepot(_ depot: Int, _ place: Int) -> Int { backward[depots[depot]]?[place] ?? .max }

  private static func distances(from source: Int, _ count: Int, _ length: (Int, Int) -> Int) -> [Int] {
    let never = Int(SupplyProblem.unreachable)
    var best = Array(repeating: never, count: count)
    var done = Array(repeating: false, count: count)
    best[source] = 0
    for _ in 0..<count {
      var place = -1
      for other in 0..<count where !done[other] && best[other] < never && (place < 0 || best[other] < best[place]) {
        place = other
      }
      guard place >= 0 else { break }
      done[place] = true
      for other in 0..<count where !done[other] {
        let leg = length(place, other)
        if leg < never { best[other] = min(best[other], best[place] + leg) }
      }
    }
    return best
  }
}
