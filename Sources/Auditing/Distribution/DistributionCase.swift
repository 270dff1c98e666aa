import Districts
import Units

/// A plan's distribution beside the points, buildings and needs of the raw input, ready to be judged.
public struct DistributionCase: Sendable {
  let raw: RawInput
  let plan: DistributionPlan
  /// By row of points.csv: the first entry of the plan.
  let open: [OpenPoint?]
  /// By row of buildings.csv: its batches in the order of the plan.
  let batches: [[Batch]]
  /// By row of needs.csv: the cadres who look after it.
  let helpers: [[Int]]

  public init(_ audit: Audit, distribution: DistributionPlan) {
    let raw = audit.raw
    self.raw = raw
    plan = distribution
    var open = [OpenPoint?](repeating: nil, count: raw.district.points.count)
    for point in distribution.points {
      if let i = raw.pointIndex[point.point], open[i] == nil { open[i] = point }
    }
    self.open = open
    var batches = [[Batch]](repeating: [], count: raw.district.buildings.count)
    for batch in distribution.batches { if let b = raw.buildingIndex[batch.building] { batches[b].append(batch) } }
    self.batches = batches
    let needs = Dictionary(
      zip(raw.district.needs.map(\.id), raw.district.needs.indices), uniquingKeysWith: { first, _ in first })
    var helpers = [[Int]](repeating: [], count: raw.district.needs.count)
    for helper in distribution.helpers {
      guard let p = raw.cadreIndex[helper.cadre.text] else { continue }
      for need in helper.needs { if let n = needs[need] { helpers[n].append(p) } }
    }
    self.helpers = helpers
  }

  /// The slots of a point: the k-th begins at open_from + k × slot, a last partial one is dropped.
  func slots(of point: DistributionPoint) -> [Span] {
    let hours = raw.span(point.openFrom, point.openTo)
    let length = raw.district.distribution.slot
    guard length > 0 else { return [] }
    var slots: [Span] = []
    var start = hours.start
    while start + length <= hours.end {
      slots.append(Span(start: start, end: start + length))
      start = start + length
    }
    return slots
  }

  /// ⌊desks × rate × slot ÷ 60⌋, at most the crowd limit.
  func capacity(of point: DistributionPoint, desks: Int) -> Int {
    let served = (desks *| point.householdsPerDeskHour.rawValue *| raw.district.distribution.slot.rawValue) / 60
    return min(served, point.crowdLimit ?? .max)
  }

  /// Points of the building's own compound, else of its community, else all; as rows of points.csv.
  func usablePoints(_ building: Building) -> [Int] {
    let points = raw.district.points
    let own = points.indices.filter { points[$0].compound == building.compound }
    if !own.isEmpty { return own }
    if let community = raw.compoundIndex[building.compound].flatMap({ raw.district.compounds[$0].community }) {
      let near = points.indices.filter { i in
        raw.compoundIndex[points[i].compound].flatMap { raw.district.compounds[$0].community } == community
      }
      if !near.isEmpty { return near }
    }
    return Array(points.indices)
  }

  /// The households of the building that are in no batch.
  func missing(_ b: Int) -> Int {
    let served = batches[b].map(\.households).saturatedSum
    return max(0, raw.district.buildings[b].households.rawValue -| served)
  }

  /// A violation, as most checks here make them.
  func violation(_ rule: RuleID, _ place: String, _ amount: Int = 1, _ message: String) -> Violation {
    Violation(rule: rule, place: place, amount: amount, message: message)
  }
}
