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
  /// By building and good: what it is given.
  let orders: [[RawInput.Due]]

  public init(_ audit: Audit, distribution: DistributionPlan, supply: SupplyPlan? = nil) {
    let raw = audit.raw
    self.raw = raw
    orders = raw.orders(supply)
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

  /// ⌊desks × rate × slot ÷ 60⌋, at most the crowd limit.
  func capacity(of point: DistributionPoint, desks: Int) -> Int {
    let served = (desks *| point.householdsPerDeskHour.rawValue *| raw.district.distribution.slot.rawValue) / 60
    return min(served, point.crowdLimit ?? .max)
  }

  func slots(of point: DistributionPoint) -> [Span] { raw.slots(of: point) }

  func usablePoints(_ building: Building) -> [Int] { raw.usablePoints(building) }

  /// The households of the building that belong in batches and are in none.
  func missing(_ b: Int) -> Int {
    let served = batches[b].map(\.households).saturatedSum
    return max(0, raw.householdsInBatches(raw.district.buildings[b]) -| served)
  }

  /// A violation, as most checks here make them.
  func violation(_ rule: RuleID, _ place: String, _ amount: Int = 1, _ message: String) -> Violation {
    Violation(rule: rule, place: place, amount: amount, message: message)
  }
}
