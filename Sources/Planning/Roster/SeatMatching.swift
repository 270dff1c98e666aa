/// Whether people who must all be on one duty fit into its seats.
///
/// Augmenting paths over seat classes with capacities. O(people × people × seats).
/// Source: Kuhn, "The Hungarian method for the assignment problem" (1955).
struct SeatMatching {
  private let capacities: [Int]
  /// By seat: the people in it.
  private var seated: [[Int]]
  private let takes: (_ person: Int, _ seat: Int) -> Bool

  init(capacities: [Int], takes: @escaping (_ person: Int, _ seat: Int) -> Bool) {
    self.capacities = capacities
    self.takes = takes
    seated = Array(repeating: [], count: capacities.count)
  }

  /// Finds the person a seat, moving others where that helps; false where nothing does.
  mutating func seat(_ person: Int) -> Bool {
    var visited = [Bool](repeating: false, count: capacities.count)
    return seat(person, visited: &visited)
  }

  private mutating func seat(_ person: Int, visited: inout [Bool]) -> Bool {
    for seat in capacities.indices where !visited[seat] && takes(person, seat) {
      visited[seat] = true
      if seated[seat].count < capacities[seat] {
        seated[seat].append(person)
        return true
      }
      for position in seated[seat].indices {
        let other = seated[seat][position]
        if self.seat(other, visited: &visited) {
          seated[seat][position] = person
          return true
        }
      }
    }
    return false
  }
}
