import Routing

/// Which limits besides time the labels of one kind count: the scarcest few that could bind at all.
struct ResourceChoice {
  private(set) var resources: [RouteResource]
  private var limits: [Int]

  /// - Parameter needed: how many at most.
  /// - Complexity: O(clients × load dimensions + clients²).
  init(_ legs: RouteLegs, needed: Int) {
    let loads = 0..<legs.problem.loadCount
    let all = loads.flatMap { [RouteResource.delivery($0), .pickup($0)] } + [.stops, .distance, .work]
    var found: [(need: Double, resource: RouteResource, limit: Int)] = []
    for resource in all {
      guard let limit = legs.limit(resource) else { continue }
      let total = Self.total(resource, legs)
      if total > limit { found.append((Double(total) / Double(max(1, limit)), resource, limit)) }
    }
    // Stable: the order of `all` decides between equals.
    let ranked = found.enumerated().sorted { ($1.element.need, $0.offset) < ($0.element.need, $1.offset) }
    resources = ranked.prefix(needed).map(\.element.resource)
    limits = ranked.prefix(needed).map(\.element.limit)
    mostResources = needed
  }

  private let mostResources: Int

  /// What visiting everybody uses at least; for ways, in about the shortest manner.
  private static func total(_ resource: RouteResource, _ legs: RouteLegs) -> Int {
    var sum = 0
    for client in 0..<legs.start {
      switch resource {
      case .delivery(let load): sum += legs.delivery(client, load)
      case .pickup(let load): sum += legs.pickup(client, load)
      case .stops: sum += 1
      case .distance, .work:
        var most = 0
        for next in 0..<legs.start where next != client {
          if let leg = legs.leg(client, next) { most = max(most, legs.use(resource, client, next, leg)) }
        }
        sum += most
      }
    }
    if resource == .distance || resource == .work {
      for client in 0..<legs.start {
        if let leg = legs.leg(legs.start, client) { return sum + 2 * legs.use(resource, legs.start, client, leg) }
      }
    }
    return sum
  }

  /// Labels end only where each way uses up something: else visits are counted, of which a route has no more than
  /// there are clients.
  ///
  /// - Parameter span: of time; nil where it is not counted.
  mutating func forbidFreeCycles(_ usable: [Int], span: Int?, _ legs: RouteLegs) {
    guard !resources.contains(.stops) else { return }
    // Amounts that are counted in coarser units may count as nothing.
    if (limits + [span ?? 0]).contains(where: { $0 >= ScaledLimit.most }) { return countStops(usable, legs) }
    for client in usable {
      for next in usable where next != client {
        guard let leg = legs.leg(client, next) else { continue }
        if span != nil && leg.duration + legs.service(client) > 0 { continue }
        if resources.contains(where: { legs.use($0, client, next, leg) > 0 }) { continue }
        return countStops(usable, legs)
      }
    }
  }

  private mutating func countStops(_ usable: [Int], _ legs: RouteLegs) {
    if resources.count == mostResources {
      resources.removeLast()
      limits.removeLast()
    }
    resources.append(.stops)
    limits.append(min(legs.limit(.stops) ?? usable.count, usable.count))
  }

  /// Nil: there is none.
  func limit(_ place: Int) -> Int? { place < limits.count ? limits[place] : nil }
}
