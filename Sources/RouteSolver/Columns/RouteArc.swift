import Routing

/// A way between two clients, or between a depot and a client, as labels see it: what it costs and what it uses up.
///
/// 32 bytes, so that two share a cache line.
struct RouteArc: BitwiseCopyable {
  /// Of the way and of the visit at its end; in a pricing run scaled, less the price of that visit.
  var cost: Int
  /// Which bits of a label's memory outlast the arc: clients near both of its ends.
  var keep: UInt64
  /// The client at the end.
  var to: Int32
  /// Used up of the main resource, and of two others that only add up.
  var main: Int32
  var first: Int32
  var second: Int32
}

/// Arcs by the client that they leave.
struct ArcTable {
  /// Arcs of client i are start[i] ..< start[i + 1].
  var start: [Int]
  var arcs: [RouteArc]

  init(_ lists: [[RouteArc]]) {
    start = [0]
    start.reserveCapacity(lists.count + 1)
    arcs = []
    arcs.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists {
      arcs += list
      start.append(arcs.count)
    }
  }

  /// The same arcs the other way round. O(arcs).
  func reversed() -> ArcTable {
    var lists = [[RouteArc]](repeating: [], count: start.count - 1)
    for from in 0..<start.count - 1 {
      for index in start[from]..<start[from + 1] {
        var arc = arcs[index]
        let to = Int(arc.to)
        arc.to = Int32(from)
        lists[to].append(arc)
      }
    }
    return ArcTable(lists)
  }
}
