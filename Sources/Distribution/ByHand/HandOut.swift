import Districts
import Units

/// A hand-out at points, whoever planned it: what opens when, and which building is called where (docs/format.md §14).
struct HandOut: Sendable {
  var stands: [Stand] = []
  /// By building: the row of points.csv where it collects; nil where it does not.
  var place: [Int?]

  /// A point that opens.
  struct Stand: Sendable {
    /// Its row of points.csv.
    var point: Int
    var desks: Int
    var opens: Moment
    /// Not before this, and not before the last household is served.
    var closes: Moment
    /// By time, each moment once.
    var calls: [Call]
  }

  /// So many households are called, and come, at once.
  struct Call: Sendable, Hashable {
    var at: Moment
    var households: Int
  }
}

extension HandOut {
  /// What a plan's batches say.
  /// - Complexity: O(batches · log batches).
  init(of plan: DistributionPlan, in district: District) {
    place = Array(repeating: nil, count: district.buildings.count)
    let points = Dictionary(
      zip(district.points.map(\.id), district.points.indices), uniquingKeysWith: { first, _ in first })
    let buildings = Dictionary(
      zip(district.buildings.map(\.id), district.buildings.indices), uniquingKeysWith: { first, _ in first })
    var called = Array(repeating: [Moment: Int](), count: district.points.count)
    for batch in plan.batches where batch.mode == .point {
      guard let point = batch.point.flatMap({ points[$0] }), let building = buildings[batch.building],
        let from = batch.from?.moment
      else { continue }
      place[building] = point
      called[point][from, default: 0] += batch.households
    }
    for open in plan.points {
      guard let point = points[open.point] else { continue }
      stands.append(
        Stand(
          point: point, desks: open.desks, opens: open.openFrom.moment, closes: open.openTo.moment,
          calls: called[point].map { Call(at: $0.key, households: $0.value) }.sorted { $0.at < $1.at }))
    }
  }
}
