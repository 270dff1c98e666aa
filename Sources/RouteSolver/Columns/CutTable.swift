import Units

/// A subset-row cut on three clients: routes that visit two of them, or one twice, count one; at most one route does.
///
/// A route forgets how many it has visited when it leaves `memory`, which counts less and keeps the cut valid.
///
/// Sources: Jepsen, Petersen, Spoorendonk and Pisinger, "Subset-row inequalities applied to the vehicle-routing problem
/// with time windows" (2008); memory: Pecin, Pessoa, Poggi and Uchoa, "Improved branch-cut-and-price for capacitated
/// vehicle routing" (2017).
struct SubsetRowCut: Sendable, Hashable {
  var members: [Int]
  /// Clients, with the members.
  var memory: Set<Int>

  /// How often it counts for a route through these clients. O(clients).
  func coefficient(_ route: [Int]) -> Int {
    var (isOdd, count) = (false, 0)
    for client in route {
      if !memory.contains(client) { isOdd = false }
      if members.contains(client) {
        if isOdd { count += 1 }
        isOdd.toggle()
      }
    }
    return count
  }
}

/// What labels need to know of at most 128 cuts.
struct CutTable: ~Copyable {
  /// By client: cuts of which it is a member, and cuts that remember it.
  let members: Buffer<UInt128>
  let memory: Buffer<UInt128>
  private let penalties: Buffer<Int>
  private let state: Buffer<Int>

  static let most = 128

  init(clients: Int) {
    members = Buffer(repeating: 0, count: clients)
    memory = Buffer(repeating: 0, count: clients)
    penalties = Buffer(repeating: 0, count: Self.most)
    state = Buffer(repeating: 0, count: 1)
  }

  var count: Int { state[0] }

  /// With those that have a penalty.
  func fill(_ cuts: [(cut: SubsetRowCut, penalty: Int)]) {
    for client in 0..<members.count { (members[client], memory[client]) = (0, 0) }
    let active = cuts.filter { $0.penalty > 0 }.prefix(Self.most)
    state[0] = active.count
    for (index, entry) in active.enumerated() {
      for client in entry.cut.members { members[client] |= 1 << UInt128(index) }
      for client in entry.cut.memory { memory[client] |= 1 << UInt128(index) }
      penalties[index] = entry.penalty
    }
  }

  @inline(__always) func penalty(_ set: UInt128) -> Int {
    var (left, sum) = (set, 0)
    while left != 0 {
      sum &+= penalties[left.trailingZeroBitCount]
      left &= left &- 1
    }
    return sum
  }

  /// Goes on to a client with these odd counts.
  @inline(__always) func visit(_ client: Int, _ odd: UInt128, _ label: inout RouteLabel) {
    let remembered = odd & memory[client]
    let met = members[client]
    label.cost &+= penalty(remembered & met)
    label.cuts = remembered ^ met
  }
}
