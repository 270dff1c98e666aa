import Units

/// Finds routes of one kind of vehicle that cost less than the prices of what they visit: labels from both depots up to
/// somewhere between them, joined over the arc that crosses.
///
/// The two meet where it suits: the side with fewer labels goes on. A route's crossing arc is the one after its last
/// client whose main resource the forward side has reached; the piece behind it lies within what the backward side has
/// reached, since nothing on it comes earlier.
///
/// Source: Tilk, Rothenbächer, Gschwind and Irnich, "Asymmetry matters: dynamic half-way points in bidirectional
/// labeling for solving shortest path problems with resource constraints faster" (2017).
final class RoutePricer {
  let kind: RouteKind
  private let scale: Int
  private var forward: LabelSearch
  private var backward: LabelSearch

  /// Routes kept for each client before the crossing arc, so that those handed over differ.
  private static let keptEach = 6

  init(_ kind: RouteKind, scale: Int) {
    self.kind = kind
    self.scale = scale
    forward = LabelSearch(kind, isForward: true)
    backward = LabelSearch(kind, isForward: false)
  }

  struct Found {
    /// With the exact effort: no route costs less than this beyond its prices, or than the limit that was set.
    var least: Int
    /// Cheapest first.
    var routes: [(clients: [Int], reduced: Int)]
    var labels: Int
  }

  /// Routes whose cost less prices is below `limit`; nil when time or memory was over first.
  func price(_ prices: RoutePrices, below limit: Int, _ effort: PricingEffort, _ deadline: Deadline) -> Found? {
    forward.begin(prices, scale: scale, effort)
    backward.begin(prices, scale: scale, effort)
    guard let (ahead, labels) = meet(prices.clients, below: limit, deadline) else { return nil }
    var join = RouteJoin(clients: kind.clientCount, kept: Self.keptEach, limit: limit)
    for arc in kind.ends { close(forward, arc, isForward: true, &join) }
    for arc in kind.starts { close(backward, arc, isForward: false, &join) }
    for client in 0..<kind.clientCount {
      guard !deadline.isOver else { return nil }
      cross(forward, backward, client, ahead, prices.clients, &join)
    }
    let routes = join.sorted().map { piece in
      (
        clients: forward.tree.clients(of: piece.forward).reversed() + backward.tree.clients(of: piece.backward),
        reduced: piece.cost
      )
    }
    return Found(least: routes.first?.reduced ?? limit, routes: routes, labels: labels)
  }

  /// No route costs less beyond these prices: from walks without memory, without labels; nil where they do not tell.
  func floor(_ prices: RoutePrices) -> Int? {
    backward.begin(prices, scale: scale, PricingEffort(arcs: nil, isExact: true))
    return backward.bounds.least(kind.starts, scale: scale)
  }

  /// Extends both sides until they meet; how many buckets each has done.
  private func meet(_ prices: [Int], below limit: Int, _ deadline: Deadline) -> (
    (forward: Int, backward: Int), labels: Int
  )? {
    let buckets = forward.lists.buckets
    var (ahead, behind) = (0, 0)
    var (forwardCount, backwardCount) = (0, 0)
    // Together they must span 0 ... span: then what one has not reached the other has.
    while (ahead + behind) << forward.shift <= Int(kind.span) {
      if ahead < buckets && (forwardCount <= backwardCount || behind == buckets) {
        guard let count = forward.extend(bucket: ahead, backward.bounds, prices, below: limit, deadline) else {
          return nil
        }
        forwardCount += count
        ahead += 1
      } else {
        guard let count = backward.extend(bucket: behind, forward.bounds, prices, below: limit, deadline) else {
          return nil
        }
        backwardCount += count
        behind += 1
      }
    }
    return ((ahead, behind), forwardCount + backwardCount)
  }

  /// Routes of which one side has all.
  private func close(
    _ side: borrowing LabelSearch, _ arc: RouteArc, isForward: Bool, _ join: inout RouteJoin
  ) {
    let client = Int(arc.to)
    for bucket in 0..<side.lists.buckets {
      let list = side.lists.list(client, bucket)
      let labels = side.lists.labels(list)
      for place in 0..<side.lists.count(list) {
        let label = labels[place]
        let cost = label.cost + arc.cost * scale
        // Only labels that were extended have a number.
        guard label.link < 0, cost < join.limit(client) else { continue }
        guard label.main + arc.main <= kind.span, label.first + arc.first <= kind.firstLimit,
          label.second + arc.second <= kind.secondLimit
        else { continue }
        join.add(
          RouteJoin.Pair(cost: cost, forward: isForward ? ~label.link : 0, backward: isForward ? 0 : ~label.link),
          client)
      }
    }
  }

  /// Routes whose crossing arc leaves this client.
  private func cross(
    _ forward: borrowing LabelSearch, _ backward: borrowing LabelSearch, _ client: Int,
    _ reached: (forward: Int, backward: Int), _ prices: [Int], _ join: inout RouteJoin
  ) {
    for bucket in 0..<reached.forward {
      let list = forward.lists.list(client, bucket)
      let labels = forward.lists.labels(list)
      for place in 0..<forward.lists.count(list) where labels[place].link < 0 {
        let label = labels[place]
        var best = RouteJoin.Pair(cost: join.limit(client), forward: 0, backward: 0)
        for index in forward.arcs(of: client) {
          let arc = forward.arc(index)
          // Both pieces count the price of the arc's end.
          let cost = label.cost &+ arc.cost &+ prices[Int(arc.to)]
          match(forward, backward, label, arc, cost, reached.backward, &best)
        }
        if best.forward > 0 { join.add(best, client) }
      }
    }
  }

  /// The cheapest piece on the other side that goes with this one.
  @inline(__always) private func match(
    _ forward: borrowing LabelSearch, _ backward: borrowing LabelSearch, _ label: RouteLabel, _ arc: RouteArc,
    _ cost: Int, _ behind: Int, _ best: inout RouteJoin.Pair
  ) {
    let to = Int(arc.to)
    let left = kind.span &- label.main &- arc.main
    if left < 0 || behind == 0 { return }
    let last = min(Int(left) >> backward.shift, behind &- 1)
    var list = backward.lists.list(to, last)
    let end = list &- last
    let memory = label.memory & arc.keep
    let odd = label.cuts & forward.cuts.memory[to]
    while list >= end && cost &+ backward.lists.leastUpTo(list) < best.cost {
      let others = backward.lists.labels(list)
      let count = backward.lists.count(list)
      var place = 0
      while place < count && cost &+ others[place].cost < best.cost {
        let other = others[place]
        place &+= 1
        if other.link >= 0 || other.main > left || other.memory & memory != 0
          || label.first &+ arc.first &+ other.first > kind.firstLimit
          || label.second &+ arc.second &+ other.second > kind.secondLimit
        {
          continue
        }
        let sum = cost &+ other.cost &+ forward.cuts.penalty(odd & other.cuts)
        if sum < best.cost { best = RouteJoin.Pair(cost: sum, forward: ~label.link, backward: ~other.link) }
      }
      list &-= 1
    }
  }
}
