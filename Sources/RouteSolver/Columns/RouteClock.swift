import Routing

/// When one kind of vehicle may begin service at each client: hulls of windows, tightened by what lies before and after.
///
/// Several windows count as one from the first's beginning to the last's end. Leaving the depot needs no loading time
/// by unit, and breaks take no time. All of that lets vehicles do more than they can.
struct RouteClock {
  /// By client, from the origin; a client that nobody can serve has earliest > latest.
  var earliest: [Int]
  var latest: [Int]
  /// The last moment counts 0 ... span.
  var span: Int

  /// Nil where time forbids nothing.
  init?(_ legs: RouteLegs) {
    let problem = legs.problem
    let clients = problem.clients
    let vehicle = legs.vehicle
    let (from, to) = (problem.depots[vehicle.start], problem.depots[vehicle.end])
    let departure = max(vehicle.shift.from, from.hours.from) + from.loadFixed
    let arrival = min(vehicle.shift.to, to.hours.to)
    let first = Self.shortest(legs, forward: true)
    let last = Self.shortest(legs, forward: false)
    var earliest = [Int](repeating: -RoutingProblem.horizon, count: clients.count)
    var latest = [Int](repeating: RoutingProblem.horizon, count: clients.count)
    for (index, client) in clients.enumerated() {
      guard let before = first[index], let after = last[index] else {
        latest[index] = .min / 2
        continue
      }
      if let window = client.windows.first { earliest[index] = window.from }
      if let window = client.windows.last { latest[index] = window.to }
      if Self.isFinite(departure) { earliest[index] = max(earliest[index], departure + before) }
      if let release = client.release, Self.isFinite(release) {
        earliest[index] = max(earliest[index], release + min(before, Self.fromReloads(legs, to: index)))
      }
      if Self.isFinite(arrival) { latest[index] = min(latest[index], arrival - client.service - after) }
    }
    self.earliest = earliest
    self.latest = latest
    span = 0
    guard normalise(legs) else { return nil }
  }

  private static func isFinite(_ moment: Int) -> Bool { abs(moment) < RoutingProblem.horizon }

  /// The fastest way from a depot where the vehicle may load anew; the triangle inequality is not taken for granted,
  /// so it is no longer than 0 and no more is said.
  private static func fromReloads(_ legs: RouteLegs, to client: Int) -> Int { legs.reloads.isEmpty ? .max : 0 }

  /// Moves the origin to the earliest moment and closes open ends further out than any route reaches.
  /// - Returns: whether anything is too late for a route that waits for nothing.
  private mutating func normalise(_ legs: RouteLegs) -> Bool {
    let usable = earliest.indices.filter { latest[$0] > .min / 2 }
    var longest = 0
    for place in usable {
      for next in usable + [legs.end] where next != place {
        if let leg = legs.leg(place, next) { longest = max(longest, leg.duration + legs.service(place)) }
      }
    }
    let reach = longest * (earliest.count + 1)
    let begins = usable.map { earliest[$0] }.filter(Self.isFinite)
    let ends = usable.map { latest[$0] }.filter(Self.isFinite)
    guard let lastEnd = ends.max(), let firstEnd = ends.min() else { return false }
    if begins.count == usable.count, begins.max() ?? 0 <= firstEnd - reach { return false }
    let low = begins.count == usable.count ? begins.min() ?? 0 : min(begins.min() ?? firstEnd, firstEnd) - reach
    let high = ends.count == usable.count ? lastEnd : max(lastEnd, begins.max() ?? lastEnd) + reach
    for place in usable {
      earliest[place] = max(earliest[place], low) - low
      latest[place] = min(latest[place], high) - low
    }
    span = high - low
    return true
  }

  /// Least time between beginning service at a client and leaving the depot, or between ending it and coming back;
  /// nil where no way leads. Dijkstra's algorithm over all pairs of places: O(clients²).
  private static func shortest(_ legs: RouteLegs, forward: Bool) -> [Int?] {
    let count = legs.start
    func time(_ from: Int, _ to: Int) -> Int? {
      let leg = forward ? legs.leg(from, to) : legs.leg(to, from)
      // Service at the place that is passed through: the first on the way out, the second on the way back.
      return leg.map { $0.duration + (from < count ? legs.service(from) : 0) }
    }
    let origin = forward ? legs.start : legs.end
    var best: [Int?] = (0..<count).map { time(origin, $0) }
    var isDone = [Bool](repeating: false, count: count)
    for _ in 0..<count {
      var next: Int?
      for place in 0..<count where !isDone[place] {
        if let value = best[place], value < next.map({ best[$0] ?? .max }) ?? .max { next = place }
      }
      guard let here = next, let value = best[here] else { break }
      isDone[here] = true
      for place in 0..<count where !isDone[place] {
        if let step = time(here, place), value + step < best[place] ?? .max { best[place] = value + step }
      }
    }
    return best
  }
}
