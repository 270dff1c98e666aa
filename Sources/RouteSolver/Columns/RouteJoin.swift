/// The cheapest pairs of pieces, a few for each client before the crossing arc.
struct RouteJoin {
  struct Pair: Hashable {
    var cost: Int
    /// Pieces by number; 0: none.
    var forward: Int32
    var backward: Int32
  }

  private var pairs: [[Pair]]
  private var limits: [Int]
  private let kept: Int

  init(clients: Int, kept: Int, limit: Int) {
    pairs = Array(repeating: [], count: clients)
    limits = Array(repeating: limit, count: clients)
    self.kept = kept
  }

  /// Only what costs less is worth adding.
  @inline(__always) func limit(_ client: Int) -> Int { limits[client] }

  mutating func add(_ pair: Pair, _ client: Int) {
    let place = pairs[client].firstIndex { pair.cost < $0.cost } ?? pairs[client].count
    pairs[client].insert(pair, at: place)
    if pairs[client].count > kept { pairs[client].removeLast() }
    if pairs[client].count == kept, let last = pairs[client].last { limits[client] = min(limits[client], last.cost) }
  }

  /// Cheapest first; equals in a fixed order.
  func sorted() -> [Pair] {
    pairs.flatMap { $0 }.sorted {
      ($0.cost, $0.forward, $0.backward) < ($1.cost, $1.forward, $1.backward)
    }
  }
}
