import Districts
import Routing
import Units

extension RouteStage {
  /// Routes made for other demands or another fleet, as far as they hold here: what nobody needs any more is left out,
  /// and so are vehicles that cannot drive so. Nil where nothing is left. O(routes × stops).
  func read(_ plan: RoutePlan) -> RoutingSolution? {
    let members = Dictionary(
      fleet.members.enumerated().map { (district.vehicles[$1.row].id, $0) }, uniquingKeysWith: { first, _ in first })
    var reader = RoutePlanReader(self)
    var draft = RouteDraft(routes: [])
    for route in plan.routes {
      guard let member = members[route.vehicle] else { continue }
      var (longer, before) = (draft, reader)
      longer.routes.append(.init(vehicle: member, trips: reader.trips(of: route)))
      longer.dropLate(task.problem)
      if task.verdict(longer.solution(task.problem)).isValid { draft = longer } else { swap(&reader, &before) }
    }
    let solution = draft.solution(task.problem)
    return solution.routes.isEmpty ? nil : solution
  }
}

/// Takes plans' steps for deliveries to the demands there are, as long as these need anything.
private struct RoutePlanReader {
  private let demandOf: [String: Int]
  private let goods: [String]
  private let demands: [RouteDemand]
  private let depots: [PlaceID: Int]
  private let origin: Moment
  private var left: [Int]

  init(_ stage: RouteStage) {
    let district = stage.district
    demands = stage.demands
    demandOf = Dictionary(stage.demands.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    goods = district.goods.map(\.id.text)
    depots = Dictionary(
      district.depots.enumerated().map { (PlaceID($1.id), $0) }, uniquingKeysWith: { first, _ in first })
    origin = stage.zone.moment(district.planDate, district.serviceDayStart)
    left = stage.task.problem.clients.map { $0.delivery.first ?? 0 }
  }

  mutating func trips(of route: VehicleRoute) -> [RouteDraft.Trip] {
    var trips: [RouteDraft.Trip] = []
    for (before, step) in zip(route.steps, route.steps.dropFirst()) {
      if step.type == .load, let depot = depots[step.location] {
        trips.append(.init(depot: depot, begin: (step.service.moment - origin).rawValue, stops: []))
      }
      guard step.type == .deliver, !trips.isEmpty, let demand = step.job.flatMap({ demandOf[$0] }),
        demands[demand].place == step.location
      else { continue }
      let good = goods[demands[demand].good]
      let units = min(left[demand], before.load[good, default: 0] - step.load[good, default: 0])
      guard units > 0 else { continue }
      left[demand] -= units
      trips[trips.count - 1].stops.append(.init(client: demand, units: units))
    }
    return trips
  }
}
