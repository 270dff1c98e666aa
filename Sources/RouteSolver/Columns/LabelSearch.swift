import Units

/// How thorough one pricing run is.
struct PricingEffort: Sendable, Hashable {
  /// Arcs out of each client, the cheapest; nil: all.
  var arcs: Int?
  /// Labels are compared by memory and cuts too: without, pieces are lost that another beats on everything else.
  var isExact: Bool
}

/// Labels of one direction for one kind of vehicle: pieces of routes, extended bucket by bucket.
///
/// Only labels that no other dominates are extended: one at the same client, no dearer, no further, with no more used up
/// and no more remembered.
///
/// Source: Righini and Salani, "Symmetry helps: bounded bi-directional dynamic programming for the elementary shortest
/// path problem with resource constraints" (2006); buckets and their least costs after Sadykov, Uchoa and Pessoa, "A
/// bucket graph based labeling algorithm with application to vehicle routing" (2021).
struct LabelSearch: ~Copyable {
  var lists: LabelLists
  var tree: GrowingTree
  let shift: Int
  private let kind: RouteKind
  private let isForward: Bool
  private let arcs: Buffer<RouteArc>
  private let arcStart: Buffer<Int32>
  private let low: Buffer<Int32>
  private let high: Buffer<Int32>
  private let bit: Buffer<UInt64>
  private let firstLimit: Int32
  private let secondLimit: Int32
  /// Of this side's pieces, for the other side.
  private(set) var bounds: PieceBounds
  private var compared: UInt64 = 0
  let cuts: CutTable
  private var comparedCuts: UInt128 = 0

  /// Buckets at most; measured: fewer make lists long, more make least costs many.
  private static let mostBuckets = 96

  init(_ kind: RouteKind, isForward: Bool) {
    self.kind = kind
    self.isForward = isForward
    let clients = kind.clientCount
    var shift = 0
    while Int(kind.span) >> shift >= Self.mostBuckets { shift += 1 }
    self.shift = shift
    lists = LabelLists(clients: clients, buckets: Int(kind.span) >> shift + 1)
    tree = GrowingTree()
    let table = isForward ? kind.forward : kind.backward
    arcs = Buffer(
      repeating: RouteArc(cost: 0, keep: 0, to: 0, main: 0, first: 0, second: 0), count: table.arcs.count)
    arcStart = Buffer(repeating: 0, count: clients + 1)
    low = Buffer(repeating: 0, count: clients)
    high = Buffer(repeating: 0, count: clients)
    bit = Buffer(repeating: 0, count: clients)
    for client in 0..<clients {
      low[client] = isForward ? kind.least[client] : kind.span - kind.most[client]
      high[client] = isForward ? kind.most[client] : kind.span - kind.least[client]
      bit[client] = kind.neighbours.bit[client]
    }
    firstLimit = kind.firstLimit
    secondLimit = kind.secondLimit
    cuts = CutTable(clients: clients)
    bounds = PieceBounds(kind, isForward: isForward)
  }

  /// Pieces of one visit, at these prices.
  mutating func begin(_ prices: RoutePrices, scale: Int, _ effort: PricingEffort) {
    lists.clear()
    tree.clear()
    cuts.fill(prices.cuts)
    compared = effort.isExact ? .max : 0
    comparedCuts = effort.isExact ? .max : 0
    fillArcs(prices.clients, scale, most: effort.arcs)
    if effort.arcs == nil {
      bounds.fill(
        isForward ? kind.starts : kind.ends, prices.clients, scale, arcs: arcs, start: arcStart)
    } else {
      bounds.forget()
    }
    for arc in isForward ? kind.starts : kind.ends {
      let client = Int(arc.to)
      insert(
        RouteLabel(
          cost: arc.cost * scale - prices.clients[client], memory: bit[client], cuts: cuts.members[client],
          main: arc.main, first: arc.first, second: arc.second, link: 0),
        at: client)
    }
  }

  private mutating func fillArcs(_ prices: [Int], _ scale: Int, most: Int?) {
    let table = isForward ? kind.forward : kind.backward
    var filled = 0
    var order: [Int] = []
    for client in 0..<kind.clientCount {
      arcStart[client] = Int32(filled)
      let range = table.start[client]..<table.start[client + 1]
      var limit = Int.max
      if let most, range.count > most {
        order.removeAll(keepingCapacity: true)
        for index in range { order.append(table.arcs[index].cost * scale - prices[Int(table.arcs[index].to)]) }
        order.sort()
        limit = order[most - 1]
      }
      for index in range {
        var arc = table.arcs[index]
        arc.cost = arc.cost * scale - prices[Int(arc.to)]
        if arc.cost > limit { continue }
        arcs[filled] = arc
        filled += 1
      }
    }
    arcStart[kind.clientCount] = Int32(filled)
  }

  @inline(__always) func arcs(of client: Int) -> Range<Int> {
    Int(arcStart[client])..<Int(arcStart[client &+ 1])
  }

  @inline(__always) func arc(_ index: Int) -> RouteArc { arcs[index] }

  /// Extends all labels of a bucket, those that join it meanwhile too.
  ///
  /// - Returns: how many there were; nil when time or memory is over.
  mutating func extend(
    bucket: Int, _ rest: borrowing PieceBounds, _ prices: [Int], below limit: Int, _ deadline: Deadline
  ) -> Int? {
    var extended = 0
    var isDone = false
    while !isDone {
      isDone = true
      for client in 0..<lists.clients {
        let list = lists.list(client, bucket)
        if lists.count(list) == 0 { continue }
        let before = extended
        var place = 0
        while place < lists.count(list) {
          let label = lists.labels(list)[place]
          if label.link < 0 {
            place &+= 1
            continue
          }
          if bucket > 0 && isDominatedBefore(label, client, bucket) {
            lists.remove(list, place)
            continue
          }
          let number = tree.append(parent: label.link, client: client)
          lists.labels(list)[place].link = ~number
          extend(label, number, client, rest, prices, limit)
          extended &+= 1
          place &+= 1
        }
        if extended > before {
          isDone = false
          if lists.used > Self.mostLabels || deadline.isOver { return nil }
        }
      }
    }
    return extended
  }

  /// 48 bytes each.
  private static let mostLabels = 16_000_000

  @inline(__always) private mutating func extend(
    _ label: RouteLabel, _ number: Int32, _ client: Int, _ rest: borrowing PieceBounds, _ prices: [Int],
    _ limit: Int
  ) {
    for index in Int(arcStart[client])..<Int(arcStart[client &+ 1]) {
      let arc = arcs[index]
      let to = Int(arc.to)
      let memory = label.memory & arc.keep
      let main = max(label.main &+ arc.main, low[to])
      let first = label.first &+ arc.first
      let second = label.second &+ arc.second
      if memory & bit[to] != 0 || main > high[to] || first > firstLimit || second > secondLimit { continue }
      let cost = label.cost &+ arc.cost
      // Both pieces count the client's price.
      guard
        rest.allow(
          cost &+ prices[to], below: limit, to, from: Int32(truncatingIfNeeded: client), main: main, first, second)
      else { continue }
      var next = RouteLabel(
        cost: cost, memory: memory | bit[to], cuts: 0, main: main, first: first, second: second,
        link: number)
      if cuts.count > 0 { cuts.visit(to, label.cuts, &next) }
      insert(next, at: to)
    }
  }

  /// Both at the same client.
  @inline(__always) private func dominates(_ a: RouteLabel, _ b: RouteLabel) -> Bool {
    if a.main > b.main || a.first > b.first || a.second > b.second || a.memory & ~b.memory & compared != 0 {
      return false
    }
    let odd = a.cuts & ~b.cuts & comparedCuts
    return odd == 0 || a.cost &+ cuts.penalty(odd) <= b.cost
  }

  @inline(__always) private mutating func insert(_ label: RouteLabel, at client: Int) {
    let bucket = Int(label.main) >> shift
    let list = lists.list(client, bucket)
    let count = lists.count(list)
    let base = lists.labels(list)
    var place = 0
    while place < count && base[place].cost <= label.cost {
      if dominates(base[place], label) { return }
      place &+= 1
    }
    if bucket > 0 && isDominatedBefore(label, client, bucket) { return }
    var kept = place
    var index = place
    while index < count {
      if !dominates(label, base[index]) {
        if kept != index { base[kept] = base[index] }
        kept &+= 1
      }
      index &+= 1
    }
    if kept != count { lists.setCount(list, kept) }
    lists.insert(label, list: list, at: place)
    lists.lower(client, from: bucket, to: label.cost)
  }

  @inline(__always) private func isDominatedBefore(_ label: RouteLabel, _ client: Int, _ bucket: Int) -> Bool {
    var list = lists.list(client, bucket) &- 1
    let end = list &- bucket
    while list > end && lists.leastUpTo(list) <= label.cost {
      let base = lists.labels(list)
      let count = lists.count(list)
      var place = 0
      while place < count && base[place].cost <= label.cost {
        if dominates(base[place], label) { return true }
        place &+= 1
      }
      list &-= 1
    }
    return false
  }
}
