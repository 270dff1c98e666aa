import Distribution
import Districts
import Units

/// Packs of one good that one place needs along a curve of moments.
struct RouteDemand: Sendable, Hashable {
  /// `POINT:GOOD`, `COMPOUND:GOOD`, `BUILDING:GOOD`, or the order's or the need's id.
  var id: String
  var place: PlaceID
  var coordinate: Coordinate?
  /// Row of goods.csv.
  var good: Int
  var priority: Int
  /// Strictly ascending in both; never empty.
  var curve: [Step]
  /// Nothing is handed over before.
  var earliest: Moment?
  /// When those come who could take it: goods wait for them, but that is no rule.
  var staffFrom: Moment?
  /// The only depot that its packs may come from; nil: any.
  var source: DepotID?
  struct Step: Sendable, Hashable {
    var by: Moment
    var packs: Int
  }
}

/// Reads the demands of a district off its orders and its distribution plan, in the order of docs/format.md §9.
struct RouteDemands {
  let district: District
  let goods: [GoodID: Int]
  let zone: ZoneClock
  let endOfDay: Moment
  /// Nothing is unloaded at a point before its staff comes.
  let waitsForStaff: Bool
  let handovers: Handovers
  /// What teams carry; nil: not known.
  let carrying: CarryPlan?
  /// Own orders of a building, as rows of orders.csv.
  private let ordersOfBuilding: [BuildingID: [Int]]
  private let ordersOfAll: [Int]

  init(district: District, zone: ZoneClock, carrying: CarryPlan? = nil, waitsForStaff: Bool = true) {
    self.carrying = carrying
    handovers = Handovers(district)
    self.waitsForStaff = waitsForStaff
    self.district = district
    self.zone = zone
    goods = Dictionary(district.goods.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    endOfDay = zone.moment(district.planDate.advanced(by: 1), district.serviceDayStart)
    var own: [BuildingID: [Int]] = [:]
    var all: [Int] = []
    for (row, order) in district.orders.enumerated() {
      switch order.destination {
      case .building(let id): own[id, default: []].append(row)
      case .everyBuilding: all.append(row)
      case .compound, .site: break
      }
    }
    ordersOfBuilding = own
    ordersOfAll = all
  }

  func all(_ distribution: DistributionPlan?) -> [RouteDemand] {
    (distribution.map(ofPoints) ?? []) + ofPlaces() + ofOrders() + ofNeeds() + ofKit()
  }

  /// What sites are to be brought of each good, by the starts of the duties there; what lies there is used first.
  private func ofKit() -> [RouteDemand] {
    let needs = Dictionary(grouping: district.kitNeeds(in: zone)) { $0.site }
    return district.sites.flatMap { site -> [RouteDemand] in
      guard let own = needs[site.id] else { return [] }
      return district.goods.indices.compactMap { good in
        var left = district.onHand.reduce(0) {
          $0 + ($1.site == site.id && $1.good == district.goods[good].id ? $1.packs : 0)
        }
        var curve: [RouteDemand.Step] = []
        var priority = 5
        for need in own where need.good == good {
          let given = need.packs - (district.kitShort[need.id] ?? 0)
          let brought = max(0, given - left)
          left = max(0, left - given)
          guard brought > 0 else { continue }
          priority = min(priority, need.priority)
          let packs = (curve.last?.packs ?? 0) + brought
          if curve.last?.by == need.start { curve.removeLast() }
          curve.append(.init(by: need.start, packs: packs))
        }
        guard !curve.isEmpty else { return nil }
        return RouteDemand(
          id: "\(site.id):\(district.goods[good].id)", place: PlaceID(site.id), coordinate: site.coordinate,
          good: good, priority: priority, curve: curve)
      }
    }
  }

  /// One pack to the building of each need that names a good.
  private func ofNeeds() -> [RouteDemand] {
    let coordinates = Dictionary(
      district.buildings.map { ($0.id, $0.coordinate) }, uniquingKeysWith: { first, _ in first })
    return district.needs.compactMap { need in
      guard let good = need.good.flatMap({ goods[$0] }) else { return nil }
      return RouteDemand(
        id: need.id.text, place: PlaceID(need.building), coordinate: coordinates[need.building] ?? nil, good: good,
        priority: need.priority, curve: [.init(by: need.latest ?? endOfDay, packs: 1)], earliest: need.earliest,
        source: need.pharmacy)
    }
  }

  /// Packs and the earliest `due` by good, in the order of goods.csv; goods without packs are left out.
  func needs(of building: Building) -> [(good: Int, packs: Int, due: Moment?)] {
    guard district.hasOrders else {
      let packs = building.households.rawValue
      return district.goods.isEmpty || packs == 0 ? [] : [(0, packs, nil)]
    }
    var packs = Array(repeating: 0, count: district.goods.count)
    var due: [Moment?] = Array(repeating: nil, count: district.goods.count)
    for row in (ordersOfBuilding[building.id] ?? []) + ordersOfAll {
      let order = district.orders[row]
      guard let good = goods[order.good] else { continue }
      packs[good] += order.quantity.packs(households: building.households)
      if let moment = order.due { due[good] = min(due[good] ?? moment, moment) }
    }
    return packs.indices.filter { packs[$0] > 0 }.map { ($0, packs[$0], due[$0]) }
  }

  private func ofPoints(_ plan: DistributionPlan) -> [RouteDemand] {
    let coming = handovers.collecting(district).buildings
    let buildings = Dictionary(
      zip(district.buildings, coming).map { ($0.id, (all: $0, coming: $1)) }, uniquingKeysWith: { first, _ in first })
    let points = Dictionary(district.points.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var slots: [PointID: [Moment: [Int]]] = [:]
    for batch in plan.batches {
      guard let point = batch.point, let from = batch.from?.moment, let building = buildings[batch.building] else {
        continue
      }
      var packs = slots[point]?[from] ?? Array(repeating: 0, count: district.goods.count)
      for need in needs(of: building.all) {
        let shares = building.coming.shares(of: need.packs)
        for staircase in batch.staircases where shares.indices.contains(staircase - 1) {
          packs[need.good] += shares[staircase - 1]
        }
      }
      slots[point, default: [:]][from] = packs
    }
    return plan.points.flatMap { open -> [RouteDemand] in
      let inUse = (slots[open.point] ?? [:]).sorted { $0.key < $1.key }
      return district.goods.indices.compactMap { good in
        let reserve = district.scarceGoods.contains(district.goods[good].id) ? 0 : district.distribution.reservePercent
        let sorting = points[open.point]?.sortPerHour == nil ? 0 : district.distribution.slot
        let curve = withReserve(of: reserve, inUse.map { ($0.key - sorting, $0.value[good]) })
        guard !curve.isEmpty else { return nil }
        return RouteDemand(
          id: "\(open.point):\(district.goods[good].id)", place: PlaceID(open.point),
          coordinate: points[open.point]?.coordinate, good: good, priority: 3, curve: curve,
          staffFrom: waitsForStaff ? points[open.point].flatMap { arrival(of: $0, open) } : nil)
      }
    }
  }

  /// When the staff comes; nil where there is none to wait for.
  private func arrival(of point: DistributionPoint, _ open: OpenPoint) -> Moment? {
    point.staff.isEmpty ? nil : open.openFrom.moment - point.setup
  }

  /// Adds up the packs of the slots, and so many per cent of them as a reserve at the last slot in use.
  private func withReserve(of percent: Int, _ slots: [(start: Moment, packs: Int)]) -> [RouteDemand.Step] {
    var curve: [RouteDemand.Step] = []
    var total = 0
    for (index, slot) in slots.enumerated() {
      var packs = slot.packs
      if index == slots.count - 1 {
        packs += ((total + slot.packs) * percent).dividedRoundingUp(by: 100)
      }
      guard packs > 0 else { continue }
      total += packs
      curve.append(.init(by: slot.start, packs: total))
    }
    return curve
  }

  private func ofOrders() -> [RouteDemand] {
    let compounds = Dictionary(district.compounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let sites = Dictionary(district.sites.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var households: [CompoundID: Households] = [:]
    for building in district.buildings { households[building.compound, default: 0] += building.households }
    return district.orders.compactMap { order in
      guard order.collectAt == nil else { return nil }
      let place: PlaceID
      let coordinate: Coordinate?
      let packs: Int
      switch order.destination {
      case .building, .everyBuilding: return nil
      case .compound(let id):
        (place, coordinate) = (PlaceID(id), compounds[id]?.coordinate)
        packs = order.quantity.packs(households: households[id] ?? 0)
      case .site(let id):
        (place, coordinate) = (PlaceID(id), sites[id]?.coordinate)
        packs = order.quantity.packs(households: 0)
      }
      guard packs > 0, let good = goods[order.good] else { return nil }
      return RouteDemand(
        id: order.id.text, place: place, coordinate: coordinate, good: good, priority: order.priority,
        curve: [.init(by: order.due ?? endOfDay, packs: packs)])
    }
  }
}

extension Building {
  /// Packs by staircase: ⌊packs × h(s) ÷ h⌋, what is left one each to the first staircases.
  fileprivate func shares(of packs: Int) -> [Int] {
    let all = households.rawValue
    let count = max(1, staircases)
    guard all > 0 else { return [packs] + Array(repeating: 0, count: count - 1) }
    var shares = (0..<count).map { packs * (all / count + ($0 < all % count ? 1 : 0)) / all }
    let left = packs - shares.reduce(0, +)
    for staircase in 0..<left { shares[staircase % count] += 1 }
    return shares
  }
}
