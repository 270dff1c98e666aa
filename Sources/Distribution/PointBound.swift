import Units

/// A bound on a box from any multipliers, in whole numbers: good or bad multipliers, it holds.
///
/// Dualising the rows that say "in slots" splits the problem into one choice per house and one number of slots per
/// setup; the latter are added up by a dynamic program, so the total and one setup a point hold exactly.
/// - Complexity: O(houses × setups + cuts × houses + points × total slots × slots).
/// - Source: Geoffrion, "Lagrangean relaxation for integer programming" (1974).
struct PointBound {
  /// All of the below are in 1 ÷ scale of the area's scaled cost.
  let scale: Int
  private(set) var value = 0
  /// The box holds no plan at all.
  private(set) var isEmpty = false
  /// By house, then setup, then not served: how much more than the house's best choice; −1 where not possible.
  private(set) var extra: [Int]
  /// By setup, then slots 0 …: how much more than the point's best number.
  private(set) var slotExtra: [[Int]]
  private(set) var resources: [Resource] = []

  /// A dualised row: Σ amount · x ≤ most · slots at a price.
  struct Resource {
    var setup: Int
    var amount: [Int]
    var most: Int
    var price: Int
  }

  /// - Parameter ceiling: a cost known to be too much; only worse plans than that may be overlooked.
  init(_ relaxation: PointRelaxation, _ node: PointNode, _ multipliers: PointRelaxation.Multipliers, ceiling: Int) {
    let area = relaxation.area
    let count = area.setups.count
    let worst = area.houses.indices.reduce(ceiling) { $0 + area.unservedCost($1) }
    var scale = 1024
    while scale > 1, worst > Int.max / (scale * 64) { scale /= 2 }
    self.scale = scale
    // Multipliers are cut off where sums over all slots could leave 64 bits; any multipliers give a bound.
    let mostSlots = area.houses.count + area.setups.reduce(1) { $0 + $1.slots }
    let limit = Double(Int.max / 64 / scale / mostSlots)
    extra = Array(repeating: -1, count: area.houses.count * (count + 1))
    func whole(_ value: Double) -> Int { value.isFinite ? Int(min(max(0, value), limit) * Double(scale)) : 0 }
    for (setup, sum) in relaxation.sums.enumerated() {
      // Rows were divided by what a slot takes.
      resources.append(
        Resource(
          setup: setup, amount: sum.amount, most: sum.most,
          price: whole(multipliers.sums[setup]) / max(1, sum.most)))
    }
    for (index, multiplier) in multipliers.cuts where multiplier > 0 {
      let cut = relaxation.candidates[index]
      resources.append(
        Resource(
          setup: cut.setup, amount: cut.amount, most: cut.most, price: whole(multiplier) / max(1, cut.most)))
    }
    var linkPrice: [Int: Int] = [:]
    var linked = Array(repeating: 0, count: count)
    for (link, multiplier) in multipliers.links {
      linkPrice[link] = whole(multiplier)
      linked[link % count] += whole(multiplier)
    }

    // One choice per house.
    for house in area.houses.indices {
      var best = Int.max
      let base = house * (count + 1)
      for setup in 0..<count where node.possible[base + setup] {
        extra[base + setup] =
          area.walk(house, setup) * area.effortScale * scale + (linkPrice[house * count + setup] ?? 0)
      }
      for resource in resources where node.possible[base + resource.setup] {
        extra[base + resource.setup] += resource.price * resource.amount[house]
      }
      if node.possible[base + count] { extra[base + count] = area.unservedCost(house) * scale }
      for choice in 0...count where extra[base + choice] >= 0 { best = min(best, extra[base + choice]) }
      guard best < .max else {
        isEmpty = true
        break
      }
      for choice in 0...count where extra[base + choice] >= 0 { extra[base + choice] -= best }
      value += best
    }

    // One number of slots per setup.
    var perSlot = area.setups.map { $0.slotCost * area.effortScale * scale }
    for resource in resources { perSlot[resource.setup] -= resource.price * resource.most }
    let costs = area.setups.indices.map { setup in
      (0...max(0, node.highest[setup])).map { slots -> Int? in
        if slots < node.lowest[setup] { return nil }
        if slots == 0 { return 0 }
        return area.setups[setup].openCost * area.effortScale * scale - linked[setup] + perSlot[setup] * slots
      }
    }
    slotExtra = []
    guard !isEmpty, let best = SlotTotals(area, node, costs).best else {
      isEmpty = true
      return
    }
    let free = SlotTotals.unrestricted(area, costs)
    // Without the total: what a setup's number costs beyond the best of its point. The difference to `best` is lost.
    slotExtra = area.setups.indices.map { setup in
      costs[setup].map { cost in cost.map { $0 - free.byPoint[area.setups[setup].point] - (best - free.sum) } ?? -1 }
    }
    value += best
  }

  /// Rounded up: the least whole scaled cost.
  var bound: Int { isEmpty ? .max : value.dividedRoundingUpFromBelow(by: scale) }
}

/// The cheapest numbers of slots: at most one setup a point, and all together within the node's limits.
struct SlotTotals {
  private(set) var best: Int?

  init(_ area: Area, _ node: PointNode, _ costs: [[Int?]]) {
    var reach: [Int?] = Array(repeating: nil, count: node.totalHighest + 1)
    reach[0] = 0
    for point in 0..<area.pointCount {
      let own = area.setups.indices.filter { area.setups[$0].point == point }
      let mustOpen = own.contains { node.lowest[$0] > 0 }
      var next: [Int?] = Array(repeating: nil, count: reach.count)
      for (total, value) in reach.enumerated() {
        guard let value else { continue }
        if !mustOpen { next[total] = min(next[total] ?? .max, value) }
        for setup in own where !mustOpen || node.lowest[setup] > 0 {
          for (slots, cost) in costs[setup].enumerated() where slots > 0 && total + slots < reach.count {
            guard let cost else { continue }
            next[total + slots] = min(next[total + slots] ?? .max, value + cost)
          }
        }
      }
      reach = next
    }
    for total in node.totalLowest..<max(node.totalLowest, reach.count) {
      if let value = reach[total] { best = min(best ?? .max, value) }
    }
  }

  /// The same without the total, by point and in sum.
  static func unrestricted(_ area: Area, _ costs: [[Int?]]) -> (sum: Int, byPoint: [Int]) {
    var byPoint = Array(repeating: Int.max, count: area.pointCount)
    for (setup, own) in costs.enumerated() {
      let point = area.setups[setup].point
      for cost in own { if let cost { byPoint[point] = min(byPoint[point], cost) } }
    }
    byPoint = byPoint.map { $0 == .max ? 0 : $0 }
    return (byPoint.reduce(0, +), byPoint)
  }
}
