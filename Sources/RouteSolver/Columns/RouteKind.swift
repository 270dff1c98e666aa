import Routing
import Units

/// One kind of vehicle in the relaxation: the graph of its routes, with what each step costs and uses up.
///
/// The main resource orders the labels: time where windows matter, else the load that is scarcest. Two more only add
/// up; whatever else limits routes is dropped. Values that need more than 30 bits are counted in powers of two, rounded
/// down, which never forbids a route that is allowed.
final class RouteKind {
  /// Index of the first vehicle of the kind, and how many there are, no more than rows.
  let vehicle: Int
  let count: Int
  /// Arcs from the depot to clients, and from each client back: an arc of `ends` leads to the client before the depot.
  let starts: [RouteArc]
  let ends: [RouteArc]
  let forward: ArcTable
  let backward: ArcTable
  /// Least and most of the main resource after reaching a client.
  let least: [Int32]
  let most: [Int32]
  /// The main resource counts 0 ... span.
  let span: Int32
  let firstLimit: Int32
  let secondLimit: Int32
  let neighbours: NeighbourSets
  /// The most that one arc costs.
  let dearestArc: Int
  let isTimed: Bool

  var clientCount: Int { least.count }

  /// - Parameters:
  ///   - count: how many vehicles alike there are.
  ///   - neighbours: how many clients, with itself, a client remembers.
  /// - Complexity: O(clients² (resources + reload depots)).
  init(_ problem: RoutingProblem, vehicle: Int, count: Int, neighbours size: Int) {
    self.vehicle = vehicle
    self.count = count
    let legs = RouteLegs(problem, vehicle: vehicle)
    let skills = legs.vehicle.skills
    let clock = RouteClock(legs)
    isTimed = clock != nil
    var choice = ResourceChoice(legs, needed: clock == nil ? 3 : 2)
    let clients = problem.clients.count
    func isUsable(_ client: Int) -> Bool {
      problem.clients[client].skills.isSubset(of: skills)
        && clock.map { $0.earliest[client] <= $0.latest[client] } ?? true
    }
    let usable = (0..<clients).filter(isUsable)
    choice.forbidFreeCycles(usable, span: clock?.span, legs)
    let resources = choice.resources
    let main = clock == nil ? ScaledLimit(choice.limit(0)) : ScaledLimit(clock?.span)
    let others = (clock == nil ? 1 : 0)..<(clock == nil ? 3 : 2)
    let (first, second) = (
      ScaledLimit(choice.limit(others.lowerBound)), ScaledLimit(choice.limit(others.lowerBound + 1))
    )
    span = main.limit
    firstLimit = first.limit
    secondLimit = second.limit
    func use(_ place: Int, _ from: Int, _ to: Int, _ leg: RouteLegs.Leg) -> Int {
      place < resources.count ? legs.use(resources[place], from, to, leg) : 0
    }
    var low = [Int32](repeating: 0, count: clients)
    var high = [Int32](repeating: -1, count: clients)
    for client in usable {
      low[client] = clock.map { main.scaled($0.earliest[client]) } ?? 0
      high[client] = clock.map { main.scaled($0.latest[client]) } ?? main.limit
    }
    (least, most) = (low, high)
    var dearest = 0
    func arc(_ from: Int, _ to: Int) -> RouteArc? {
      guard let leg = legs.leg(from, to) else { return nil }
      let cost = legs.cost(from, to, leg)
      let time = leg.duration + legs.service(from)
      let mainUse = main.scaled(clock == nil ? use(0, from, to, leg) : time)
      let firstUse = first.scaled(use(others.lowerBound, from, to, leg))
      let secondUse = second.scaled(use(others.lowerBound + 1, from, to, leg))
      // With a clock only moments at clients lie within the span.
      guard clock != nil || mainUse <= main.limit, firstUse <= first.limit, secondUse <= second.limit else {
        return nil
      }
      dearest = max(dearest, cost)
      return RouteArc(
        cost: cost, keep: 0, to: Int32(to), main: mainUse, first: firstUse, second: secondUse)
    }
    var starts: [RouteArc] = []
    var ends: [RouteArc] = []
    var lists = [[RouteArc]](repeating: [], count: clients)
    for client in usable {
      if var start = arc(legs.start, client) {
        start.main = clock == nil ? start.main : low[client]
        starts.append(start)
      }
      if var end = arc(client, legs.end) {
        end.to = Int32(client)
        // The other way round the main resource is what is left of the span.
        end.main = clock == nil ? end.main : main.limit - high[client]
        ends.append(end)
      }
      for next in usable where next != client {
        guard let step = arc(client, next), Int(low[client]) + Int(step.main) <= Int(high[next]) else { continue }
        lists[client].append(step)
      }
    }
    let nearest = Self.nearest(lists, clients, low, high)
    neighbours = NeighbourSets(nearest: nearest, size: size)
    for client in 0..<clients {
      let shared = neighbours.shared(with: client)
      for index in lists[client].indices { lists[client][index].keep = shared[Int(lists[client][index].to)] }
    }
    self.starts = starts
    self.ends = ends
    forward = ArcTable(lists)
    backward = forward.reversed()
    dearestArc = dearest
  }

  /// What a route through these clients costs; nil where it lacks a way. O(clients × arcs of one).
  func cost(of clients: [Int]) -> Int? {
    guard let first = clients.first, let last = clients.last,
      var sum = starts.first(where: { $0.to == first })?.cost, let back = ends.first(where: { $0.to == last })?.cost
    else { return nil }
    sum += back
    for (from, to) in zip(clients, clients.dropFirst()) {
      guard let arc = forward.arcs[forward.start[from]..<forward.start[from + 1]].first(where: { $0.to == to })
      else { return nil }
      sum += arc.cost
    }
    return sum
  }

  /// For each client those that a route could come back from to it, nearest first by cost there and back.
  private static func nearest(
    _ lists: [[RouteArc]], _ clients: Int, _ low: [Int32], _ high: [Int32]
  ) -> [[Int]] {
    var back = [[Int: RouteArc]](repeating: [:], count: clients)
    for list in lists.indices { for arc in lists[list] { back[Int(arc.to)][list] = arc } }
    return (0..<clients).map { client in
      var found: [(cost: Int, client: Int)] = []
      for arc in lists[client] {
        // Other, client, other: the least that this takes.
        let other = Int(arc.to)
        guard let there = back[client][other] else { continue }
        let middle = max(low[other] + there.main, low[client])
        if middle <= high[client] && middle + arc.main <= high[other] {
          found.append((arc.cost + there.cost, other))
        }
      }
      return found.sorted { ($0.cost, $0.client) < ($1.cost, $1.client) }.map(\.client)
    }
  }
}

/// A limit that fits into 30 bits, and amounts counted in the same unit.
struct ScaledLimit {
  let limit: Int32
  private let shift: Int
  static let most = 1 << 30

  /// Nil: nothing is used up.
  init(_ value: Int?) {
    var shift = 0
    let value = max(0, value ?? 0)
    while value >> shift >= Self.most { shift += 1 }
    self.shift = shift
    limit = Int32(value >> shift)
  }

  /// Rounded down; more than any limit stays more.
  func scaled(_ amount: Int) -> Int32 { Int32(min(amount >> shift, Self.most)) }
}
