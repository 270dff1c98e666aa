import Routing

/// Shortest ways, in units of time or length, from depots to every location, and to depots from every location.
///
/// Source: Dijkstra, "A note on two problems in connexion with graphs" (1959), on a dense matrix: O(locations²) each.
struct DepotWays {
  enum Measure { case duration, distance }
  private var forward: [Int: [Int]] = [:]
  private var backward: [Int: [Int]] = [:]
  private let locations: [Int]

  init(_ problem: RoutingProblem, _ measure: Measure = .duration) {
    locations = problem.depots.map(\.location)
    let travel = problem.travel
    func leg(_ from: Int, _ to: Int) -> Int {
      guard travel.isReachable(from, to) else { return Int(Travel.unreachable) }
      return measure == .duration ? travel.duration(from, to) : travel.distance(from, to)
    }
    for place in locations where forward[place] == nil {
      forward[place] = Self.distances(from: place, travel.count) { leg($0, $1) }
      backward[place] = Self.distances(from: place, travel.count) { leg($1, $0) }
    }
  }

  /// `Travel.unreachable` where no way leads.
  func from(depot: Int, _ place: Int) -> Int { forward[locations[depot]]?[place] ?? Int(Travel.unreachable) }
  func to(depot: Int, _ place: Int) -> Int { backward[locations[depot]]?[place] ?? Int(Travel.unreachable) }

  private static func distances(from source: Int, _ count: Int, _ length: (Int, Int) -> Int) -> [Int] {
    let never = Int(Travel.unreachable)
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
