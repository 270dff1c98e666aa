/// A box of the tree: how many slots each setup has, how many all have together, and who may still go where.
struct PointNode: Sendable {
  var lowest: [Int]
  var highest: [Int]
  var totalLowest: Int
  var totalHighest: Int
  /// By house, then setup, then one more for not served: still possible.
  var possible: [Bool]
  /// No plan in the box costs less.
  var bound: Int
  /// Cuts that mattered to the parent.
  var cuts: [Int]
  /// Pairs (house, setup) whose row x ≤ open mattered.
  var links: [Int]

  init(root area: Area) {
    let count = area.setups.count
    lowest = Array(repeating: 0, count: count)
    highest = area.setups.map(\.slots)
    totalLowest = 0
    totalHighest = highest.reduce(0, +)
    possible = []
    for house in area.houses.indices {
      for setup in 0..<count { possible.append(area.allows(house, setup)) }
      possible.append(!area.houses[house].forced)
    }
    bound = 0
    cuts = []
    links = []
  }

  var isLeaf: Bool { lowest == highest }

  /// Brings the ranges into line with each other and with one setup a point; false where nothing is left.
  mutating func tighten(_ area: Area) -> Bool {
    var changed = true
    while changed {
      changed = false
      for setup in lowest.indices where lowest[setup] > 0 {
        for other in lowest.indices
        where other != setup && area.setups[other].point == area.setups[setup].point && highest[other] > 0 {
          highest[other] = 0
          changed = true
        }
      }
      let (low, high) = (lowest.reduce(0, +), highest.reduce(0, +))
      totalLowest = max(totalLowest, low)
      totalHighest = min(totalHighest, high)
      for setup in lowest.indices {
        let least = totalLowest - (high - highest[setup])
        if least > lowest[setup] {
          lowest[setup] = least
          changed = true
        }
        let most = totalHighest - (low - lowest[setup])
        if most < highest[setup] {
          highest[setup] = most
          changed = true
        }
        if lowest[setup] > highest[setup] { return false }
      }
      if totalLowest > totalHighest { return false }
    }
    let stride = area.setups.count + 1
    for setup in highest.indices where highest[setup] == 0 {
      for house in area.houses.indices { possible[house * stride + setup] = false }
    }
    return area.houses.indices.allSatisfy { house in
      (0..<stride).contains { possible[house * stride + $0] }
    }
  }
}
