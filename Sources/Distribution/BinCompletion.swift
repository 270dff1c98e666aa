/// Whether items fit into bins, each item whole: an exact search, bin by bin.
///
/// The largest item left chooses a bin (one for each different room); every way to fill that bin is tried, fullest
/// first, that leaves no more waste than the total slack and no room for another item (exchanging shows that nothing
/// is lost). States that failed are remembered by a hash of what is left.
/// - Complexity: exponential in the worst case; `nodeLimit` bins are filled at most.
/// - Source: Korf, "An improved algorithm for optimal bin packing" (2003); Martello and Toth (1990).
struct BinCompletion {
  enum Answer { case fits, impossible, unknown }

  /// Descending.
  private let sizes: [Int]
  /// The bin of each item, in the order of `sizes`, once it fits.
  private(set) var bin: [Int]
  private var room: [Int]
  private var closed: [Bool]
  private var failed: Set<UInt64> = []
  private let nodeLimit: Int
  private var nodesLeft: Int
  private var truncated = false

  init(descending sizes: [Int], rooms: [Int], nodeLimit: Int) {
    self.sizes = sizes
    bin = Array(repeating: -1, count: sizes.count)
    room = rooms
    closed = Array(repeating: false, count: rooms.count)
    self.nodeLimit = nodeLimit
    nodesLeft = nodeLimit
  }

  mutating func solve() -> Answer {
    let slack = room.reduce(0, +) - sizes.reduce(0, +)
    if slack < 0 { return .impossible }
    if bestFit() { return .fits }
    for item in bin.indices { bin[item] = -1 }
    if fill(slack: slack) { return .fits }
    return truncated ? .unknown : .impossible
  }

  /// Best fit decreasing: quick, and mostly enough where there is slack.
  private mutating func bestFit() -> Bool {
    var left = room
    for item in sizes.indices {
      var best = -1
      for candidate in left.indices where left[candidate] >= sizes[item] && (best < 0 || left[candidate] < left[best]) {
        best = candidate
      }
      if best < 0 { return false }
      left[best] -= sizes[item]
      bin[item] = best
    }
    return true
  }

  private mutating func fill(slack: Int) -> Bool {
    guard let first = bin.firstIndex(of: -1) else { return true }
    if nodesLeft <= 0 {
      truncated = true
      return false
    }
    nodesLeft -= 1
    let state = stateHash()
    if failed.contains(state) { return false }
    var tried: [Int] = []
    for candidate in room.indices where !closed[candidate] && room[candidate] >= sizes[first] {
      if tried.contains(room[candidate]) { continue }
      tried.append(room[candidate])
      closed[candidate] = true
      for filling in fillings(first: first, room: room[candidate], slack: slack) {
        for item in filling.items { bin[item] = candidate }
        if fill(slack: slack - filling.waste) { return true }
        for item in filling.items { bin[item] = -1 }
        if nodesLeft <= 0 { break }
      }
      closed[candidate] = false
    }
    if nodesLeft > 0 { failed.insert(state) } else { truncated = true }
    return false
  }

  private struct Filling {
    var items: [Int]
    var waste: Int
  }

  /// Every set of items with `first` that fills the room up to the slack and leaves no room for another item.
  private mutating func fillings(first: Int, room: Int, slack: Int) -> [Filling] {
    var found: [Filling] = []
    var chosen = [first]
    let open = sizes.indices.filter { bin[$0] < 0 && $0 > first }
    var suffix = Array(repeating: 0, count: open.count + 1)
    for index in open.indices.reversed() { suffix[index] = suffix[index + 1] + sizes[open[index]] }
    let limit = min(2_000, nodeLimit * 4)
    var steps = min(200_000, nodeLimit * 50)

    /// `skipped`: the smallest item left out so far.
    func extend(_ from: Int, _ left: Int, _ skipped: Int) {
      steps -= 1
      if found.count >= limit || steps < 0 {
        truncated = true
        return
      }
      if left - suffix[from] > slack { return }
      if from == open.count {
        if left <= slack, left < skipped { found.append(Filling(items: chosen, waste: left)) }
        return
      }
      let size = sizes[open[from]]
      if size <= left {
        chosen.append(open[from])
        extend(from + 1, left - size, skipped)
        chosen.removeLast()
      }
      // Leaving one out leaves out all of the same size: which of them goes makes no difference.
      var next = from + 1
      while next < open.count, sizes[open[next]] == size { next += 1 }
      extend(next, left, min(skipped, size))
    }
    extend(0, room - sizes[first], .max)
    found.sort { $0.waste < $1.waste }
    return found
  }

  private func stateHash() -> UInt64 {
    var hash: UInt64 = 0
    for item in sizes.indices where bin[item] < 0 { hash &+= scrambled(UInt64(truncatingIfNeeded: sizes[item] * 2)) }
    for index in room.indices where !closed[index] {
      hash &+= scrambled(UInt64(truncatingIfNeeded: room[index] * 2 + 1))
    }
    return hash
  }
}

/// SplitMix64's finisher: sums of it tell multisets apart.
func scrambled(_ value: UInt64) -> UInt64 {
  var z = value &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
