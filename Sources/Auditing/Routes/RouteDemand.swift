import Districts
import Units

/// Packs of one good for one place (docs/format.md §9).
struct RouteDemand: Sendable {
  var id: String
  var good: Int
  var place: PlaceID
  var packs: Int
  var priority: Int
  /// Packs that must have been delivered by each moment, ascending; the last is all of them.
  var curve: [(by: Int, packs: Int)]
  /// Nothing is unloaded before.
  var earliest: Int?
  /// The depot that a need names.
  var pharmacy: DepotID?
}

extension RawInput {
  /// Every demand in order: open points and goods, gates and goods, buildings and goods, orders to compounds and sites
  /// that are not collected, needs with a good, kit for sites.
  func demands(_ distribution: DistributionPlan?, _ carrying: CarryPlan?, _ supply: SupplyPlan?) -> [RouteDemand] {
    let dayEnd = time.span(ofDay: 0).end.seconds
    let orders = orders(supply)
    let given = Dictionary((supply?.shares ?? []).map { ($0.line, $0.given) }, uniquingKeysWith: { first, _ in first })
    var result = demandsOfPoints(distribution, orders, scarce: Set((supply?.shares ?? []).map(\.good)))
    result += demandsOfGates(carrying, orders) + demandsOfDoors(carrying, orders)
    for order in district.orders where order.collectAt == nil {
      guard let g = goodIndex[order.good] else { continue }
      let place: PlaceID
      var households = 0
      switch order.destination {
      case .building, .everyBuilding: continue
      case .compound(let compound):
        place = PlaceID(compound)
        households = district.buildings.filter { $0.compound == compound }.map(\.households.rawValue).saturatedSum
      case .site(let site): place = PlaceID(site)
      }
      let packs = max(0, given[order.id.text] ?? Self.packs(order.quantity, households: households))
      guard packs > 0 else { continue }
      result.append(
        RouteDemand(
          id: order.id.text, good: g, place: place, packs: packs, priority: order.priority,
          curve: [(order.due?.seconds ?? dayEnd, packs)]))
    }
    for need in district.needs where given[need.id.text] != 0 {
      guard let good = need.good, let g = goodIndex[good] else { continue }
      result.append(
        RouteDemand(
          id: need.id.text, good: g, place: PlaceID(need.building), packs: 1, priority: need.priority,
          curve: [(need.latest?.seconds ?? dayEnd, 1)], earliest: need.earliest?.seconds, pharmacy: need.pharmacy))
    }
    return result + demandsOfKit(given)
  }

  /// By slot in use the packs of all batches so far; by the last one the reserve too, unless the good is scarce. Where
  /// packs are sorted, all a slot's length earlier.
  private func demandsOfPoints(
    _ distribution: DistributionPlan?, _ orders: [[Due]], scarce: Set<GoodID>
  ) -> [RouteDemand] {
    guard let distribution else { return [] }
    let open = Set(distribution.points.map(\.point))
    var called = [[Int: [Int]]](repeating: [:], count: district.points.count)
    for batch in distribution.batches {
      guard batch.mode == .point, let point = batch.point, let i = pointIndex[point], open.contains(point),
        let from = batch.from?.moment.seconds, let b = buildingIndex[batch.building]
      else { continue }
      let households = households(of: district.buildings[b])
      for (g, order) in orders[b].enumerated() {
        let shares = shared(order.packs, over: households)
        let packs = batch.staircases.map { shares.indices.contains($0 -| 1) ? shares[$0 - 1] : 0 }.saturatedSum
        called[i][from, default: [Int](repeating: 0, count: district.goods.count)][g] +|= packs
      }
    }
    return district.points.indices.flatMap { i -> [RouteDemand] in
      let slots = called[i].sorted { $0.key < $1.key }
      return district.goods.indices.compactMap { g in
        var curve: [(by: Int, packs: Int)] = []
        for (start, packs) in slots { curve.append((start, (curve.last?.packs ?? 0) +| packs[g])) }
        guard let last = curve.last, last.packs > 0 else { return nil }
        let percent = scarce.contains(district.goods[g].id) ? 0 : district.distribution.reservePercent
        let reserve = (last.packs *| percent).sharedUp(by: 100)
        curve[curve.count - 1].packs = last.packs +| reserve
        if district.points[i].sortPerHour != nil {
          let sorting = district.distribution.slot.seconds.rawValue
          curve = curve.map { ($0.by -| sorting, $0.packs) }
        }
        return RouteDemand(
          id: "\(district.points[i].id):\(district.goods[g].id)", good: g, place: PlaceID(district.points[i].id),
          packs: last.packs +| reserve, priority: 3, curve: curve)
      }
    }
  }
}
