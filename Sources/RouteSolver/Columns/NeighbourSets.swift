/// For each client the clients nearby that a route remembers there (ng-sets), and a bit for each such that a memory
/// fits into 64 bits.
///
/// A route may come back to a client only after a visit to a client that has it not among its neighbours. Clients that
/// share a set have different bits; the same bit serves far apart. Where 64 do not suffice a client leaves the sets of
/// others, which relaxes a little more.
///
/// Source: Baldacci, Mingozzi and Roberti, "New route relaxation and pricing strategies for the vehicle routing
/// problem" (2011).
struct NeighbourSets {
  /// Members of each client's set, itself first.
  private(set) var members: [[Int]]
  /// One bit a client.
  private(set) var bit: [UInt64]
  /// Whose sets each client is in.
  private var holders: [[Int]]

  /// - Parameter lists: nearest first, without the client itself.
  /// - Complexity: O(clients · size²).
  init(nearest lists: [[Int]], size: Int) {
    let count = lists.count
    members = lists.indices.map { [$0] + lists[$0].prefix(max(0, size - 1)) }
    bit = [UInt64](repeating: 0, count: count)
    holders = [[Int]](repeating: [], count: count)
    for (owner, set) in members.enumerated() { for client in set { holders[client].append(owner) } }
    for client in 0..<count {
      var taken = holders[client].reduce(0 as UInt64) { $0 | bits(of: members[$1]) }
      if ~taken == 0 {
        for owner in holders[client] where owner != client { members[owner].removeAll { $0 == client } }
        holders[client] = [client]
        taken = bits(of: members[client])
      }
      bit[client] = 1 << UInt64(min(63, (~taken).trailingZeroBitCount))
    }
  }

  private func bits(of set: [Int]) -> UInt64 { set.reduce(0) { $0 | bit[$1] } }

  /// For each client the bits of those that are both in its set and in that of `from`; others have 0. O(clients).
  func shared(with from: Int) -> [UInt64] {
    var row = [UInt64](repeating: 0, count: members.count)
    for client in members[from] { for owner in holders[client] { row[owner] |= bit[client] } }
    return row
  }
}
