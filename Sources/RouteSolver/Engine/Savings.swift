import Routing
import Units

/// A first plan by savings: routes to one client each are joined end to end, the joint that saves most first.
///
/// For one kind of vehicle with one depot where only ways and loads count. Joints are looked for among neighbours:
/// O(clients × neighbours × log), memory linear in the clients.
///
/// Source: Clarke and Wright, "Scheduling of vehicles from a central depot to a number of delivery points" (1964).
struct Savings {
  private let facts: EngineFacts
  private let depot: Int

  /// Nil for problems of another shape.
  init?(_ facts: EngineFacts) {
    guard facts.kinds.count == 1, facts.isSimple(0), !facts.isTimed, facts.requests.isPlain,
      facts.problem.fixedRoutes.isEmpty, facts.kinds[0].start == facts.kinds[0].end, !facts.hasPrizes,
      facts.kinds[0].maximumStops >= facts.clientCount
    else { return nil }
    self.facts = facts
    depot = facts.clientCount + facts.kinds[0].start
  }

  private struct Joint {
    var saving: Int32
    var tail: Int32
    var head: Int32
  }

  /// Joints by saving, largest first.
  private func joints() -> [Joint] {
    var joints: [Joint] = []
    joints.reserveCapacity(facts.clientCount * facts.neighbours.width)
    for tail in 0..<facts.clientCount {
      let home = facts.ways.distance(tail, depot)
      for rank in 0..<facts.neighbours.width {
        let head = facts.neighbours[tail, rank]
        let saving = home + facts.ways.distance(depot, head) - facts.ways.distance(tail, head)
        if saving > 0 {
          joints.append(Joint(saving: Int32(clamping: saving), tail: Int32(tail), head: Int32(head)))
        }
      }
    }
    joints.sort { ($0.saving, $1.tail, $1.head) > ($1.saving, $0.tail, $0.head) }
    return joints
  }

  /// The plan; nil where it needs more vehicles than there are, or a client does not fit on any.
  func plan() -> Snapshot? {
    let n = facts.clientCount
    let loads = facts.loadCount
    var next = Array(repeating: -1, count: n)
    var previous = Array(repeating: -1, count: n)
    // The route of a client: its number, followed to where it was joined.
    var route = Array(0..<n)
    var load = (0..<n * loads).map { facts.delivery[$0] }
    func root(_ client: Int) -> Int {
      var client = client
      while route[client] != client {
        route[client] = route[route[client]]
        client = route[client]
      }
      return client
    }
    for client in 0..<n where facts.solo[client] >= EngineFacts.never { return nil }
    var routes = n
    for joint in joints() {
      let (tail, head) = (Int(joint.tail), Int(joint.head))
      guard next[tail] < 0, previous[head] < 0 else { continue }
      let (first, second) = (root(tail), root(head))
      guard first != second else { continue }
      let fits = (0..<loads).allSatisfy {
        load[first * loads + $0] + load[second * loads + $0] <= facts.capacity(0, $0)
      }
      guard fits else { continue }
      (next[tail], previous[head]) = (head, tail)
      for dimension in 0..<loads { load[first * loads + dimension] += load[second * loads + dimension] }
      route[second] = first
      routes -= 1
    }
    guard routes <= facts.kinds[0].count else { return nil }
    var plan = Snapshot()
    for client in 0..<n where previous[client] < 0 {
      var stops = [Int32(client)]
      var last = client
      while next[last] >= 0 {
        last = next[last]
        stops.append(Int32(last))
      }
      plan.append(kind: 0, locked: 0, stops)
    }
    return plan
  }
}
