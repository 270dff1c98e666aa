/// A piece of a route from a depot to a client, or from a client to a depot when seen the other way round.
///
/// 48 bytes.
struct RouteLabel: BitwiseCopyable {
  /// Of its arcs less the prices of its clients, in units of 1 / scale.
  var cost: Int
  /// Clients that it may not visit next: bits of the neighbours' set at its last client.
  var memory: UInt64
  /// Cuts of which it has visited an odd number of clients that it still remembers.
  var cuts: UInt128
  var main: Int32
  var first: Int32
  var second: Int32
  /// While not yet extended: number of the piece that it extends, 0 for none. Afterwards: its own, inverted.
  var link: Int32
}

/// Lists of labels, one for each client and stretch (bucket) of the main resource, each in order of cost.
///
/// Lists lie in one block of memory that only grows between pricing runs; a list that outgrows its place moves to one
/// twice as large, and the old place is used again.
struct LabelLists: ~Copyable {
  let clients: Int
  let buckets: Int
  private var pool: UnsafeMutablePointer<RouteLabel>
  private var capacity = 1 << 12
  private(set) var used = 0
  private let start: UnsafeMutablePointer<Int32>
  private let length: UnsafeMutablePointer<Int32>
  private let room: UnsafeMutablePointer<Int32>
  /// Least cost over a client's lists up to this one.
  private let least: UnsafeMutablePointer<Int>
  /// First free place of each size 2^k, chained by `link`; -1 for none.
  private let free: UnsafeMutablePointer<Int32>

  private static let sizes = 32
  private static let smallest: Int32 = 4

  init(clients: Int, buckets: Int) {
    self.clients = clients
    self.buckets = buckets
    let lists = max(1, clients * buckets)
    pool = .allocate(capacity: capacity)
    start = .allocate(capacity: lists)
    length = .allocate(capacity: lists)
    room = .allocate(capacity: lists)
    least = .allocate(capacity: lists)
    free = .allocate(capacity: Self.sizes)
    clear()
  }

  deinit {
    pool.deallocate()
    start.deallocate()
    length.deallocate()
    room.deallocate()
    least.deallocate()
    free.deallocate()
  }

  mutating func clear() {
    let lists = max(1, clients * buckets)
    start.update(repeating: 0, count: lists)
    length.update(repeating: 0, count: lists)
    room.update(repeating: 0, count: lists)
    least.update(repeating: .max / 2, count: lists)
    free.update(repeating: -1, count: Self.sizes)
    used = 0
  }

  @inline(__always) func list(_ client: Int, _ bucket: Int) -> Int { client &* buckets &+ bucket }
  @inline(__always) func count(_ list: Int) -> Int { Int(length[list]) }
  /// Valid until the next insertion.
  @inline(__always) func labels(_ list: Int) -> UnsafeMutablePointer<RouteLabel> { pool + Int(start[list]) }
  /// The cheapest of a client's labels in this bucket and all before it.
  @inline(__always) func leastUpTo(_ list: Int) -> Int { least[list] }

  /// Puts a label into its place; the caller knows the place by cost.
  @inline(__always) mutating func insert(_ label: RouteLabel, list: Int, at place: Int) {
    let count = Int(length[list])
    if count == Int(room[list]) { grow(list) }
    let base = pool + Int(start[list])
    var index = count
    while index > place {
      base[index] = base[index &- 1]
      index &-= 1
    }
    base[place] = label
    length[list] = Int32(truncatingIfNeeded: count &+ 1)
  }

  /// Tells a client's lists from `bucket` on that there is a label of this cost.
  @inline(__always) func lower(_ client: Int, from bucket: Int, to cost: Int) {
    var list = client &* buckets &+ bucket
    let end = client &* buckets &+ buckets
    while list < end && least[list] > cost {
      least[list] = cost
      list &+= 1
    }
  }

  @inline(__always) func remove(_ list: Int, _ place: Int) {
    let base = pool + Int(start[list])
    let count = Int(length[list]) &- 1
    var index = place
    while index < count {
      base[index] = base[index &+ 1]
      index &+= 1
    }
    length[list] = Int32(truncatingIfNeeded: count)
  }

  @inline(__always) func setCount(_ list: Int, _ count: Int) { length[list] = Int32(truncatingIfNeeded: count) }

  @inline(never) private mutating func grow(_ list: Int) {
    let size = max(Self.smallest, room[list] &* 2)
    let bits = size.trailingZeroBitCount
    var place = Int(free[bits])
    if place >= 0 {
      free[bits] = pool[place].link
    } else {
      if used + Int(size) > capacity { enlarge(used + Int(size)) }
      place = used
      used += Int(size)
    }
    let old = Int(start[list])
    (pool + place).update(from: pool + old, count: Int(length[list]))
    if room[list] > 0 {
      let oldBits = room[list].trailingZeroBitCount
      pool[old].link = free[oldBits]
      free[oldBits] = Int32(old)
    }
    start[list] = Int32(place)
    room[list] = size
  }

  private mutating func enlarge(_ needed: Int) {
    while capacity < needed { capacity *= 2 }
    let larger = UnsafeMutablePointer<RouteLabel>.allocate(capacity: capacity)
    larger.update(from: pool, count: used)
    pool.deallocate()
    pool = larger
  }
}
