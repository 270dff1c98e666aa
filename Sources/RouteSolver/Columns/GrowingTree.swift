/// Which piece each extended piece of a route goes on from, and the client that it adds. Number 0 is the depot.
struct GrowingTree: ~Copyable {
  private var nodes: UnsafeMutablePointer<Node>
  private var capacity = 1 << 12
  private(set) var count = 1

  struct Node: BitwiseCopyable {
    var parent: Int32
    var client: Int32
  }

  init() {
    nodes = .allocate(capacity: capacity)
    nodes[0] = Node(parent: 0, client: -1)
  }

  deinit { nodes.deallocate() }

  mutating func clear() { count = 1 }

  @inline(__always) mutating func append(parent: Int32, client: Int) -> Int32 {
    if count == capacity { enlarge() }
    nodes[count] = Node(parent: parent, client: Int32(truncatingIfNeeded: client))
    count &+= 1
    return Int32(truncatingIfNeeded: count &- 1)
  }

  /// Clients from this piece's last one back to the depot. O(length).
  func clients(of number: Int32) -> [Int] {
    var result: [Int] = []
    var number = Int(number)
    while number > 0 {
      result.append(Int(nodes[number].client))
      number = Int(nodes[number].parent)
    }
    return result
  }

  @inline(never) private mutating func enlarge() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.update(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }
}
