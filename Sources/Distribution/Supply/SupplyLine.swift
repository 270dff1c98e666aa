import Districts
import Units

/// What one destination asks of one good at one priority.
struct SupplyLine: Sendable {
  /// `BUILDING:GOOD`, `DUTY:GOOD`, or the id of an order to a compound or a site, or of a need.
  var id: String
  var destination: Destination
  /// Row of goods.csv.
  var good: Int
  var priority: Int
  var asked: Int
  /// Among whom the packs are shared; at least 1.
  var households: Int

  enum Destination: Sendable, Hashable {
    /// Row of buildings.csv.
    case building(Int)
    /// Row of orders.csv.
    case order(Int)
    /// Row of needs.csv.
    case need(Int)
    /// Of the district's kit needs.
    case kit(Int)
  }

  /// Of one missing pack at level 1.
  var weight: Int { HelperProblem.weight(priority: priority) }
}

extension SupplyLine {
  /// All lines of a district with packs: by building, good and priority, then orders to compounds and sites, then needs
  /// that name a good, then the kit of duties.
  static func all(_ district: District) -> [SupplyLine] {
    ofBuildings(district) + ofOrders(district) + ofNeeds(district) + ofKit(district)
  }

  private static func ofKit(_ district: District) -> [SupplyLine] {
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    return district.kitNeeds(in: zone).enumerated().map { index, need in
      SupplyLine(
        id: need.id, destination: .kit(index), good: need.good, priority: need.priority,
        asked: max(0, need.packs - (district.kitShort[need.id] ?? 0)), households: need.people)
    }.filter { $0.asked > 0 }
  }

  /// One pack each.
  private static func ofNeeds(_ district: District) -> [SupplyLine] {
    let goods = goodRows(district)
    return district.needs.enumerated().compactMap { row, need in
      guard let good = need.good.flatMap({ goods[$0] }) else { return nil }
      return SupplyLine(
        id: need.id.text, destination: .need(row), good: good, priority: need.priority, asked: 1, households: 1)
    }
  }

  private static func ofBuildings(_ district: District) -> [SupplyLine] {
    guard !district.goods.isEmpty else { return [] }
    var own: [BuildingID: [Int]] = [:]
    var everyBuilding: [Int] = []
    for (row, order) in district.orders.enumerated() where district.hasOrders {
      switch order.destination {
      case .building(let id): own[id, default: []].append(row)
      case .everyBuilding: everyBuilding.append(row)
      case .compound, .site: break
      }
    }
    let goods = goodRows(district)
    return district.buildings.enumerated().flatMap { index, building -> [SupplyLine] in
      let households = building.households.rawValue
      var packs: [Key: Int] = [:]
      if !district.hasOrders { packs[Key(good: 0, priority: 3)] = households }
      for row in (own[building.id] ?? []) + everyBuilding {
        let order = district.orders[row]
        guard let good = goods[order.good] else { continue }
        packs[Key(good: good, priority: order.priority), default: 0] += order.quantity.packs(
          households: building.households)
      }
      return packs.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { key, asked in
        SupplyLine(
          id: "\(building.id):\(district.goods[key.good].id)", destination: .building(index), good: key.good,
          priority: key.priority, asked: asked, households: max(1, households))
      }
    }
  }

  static func ofOrders(_ district: District) -> [SupplyLine] {
    let goods = goodRows(district)
    var households: [CompoundID: Int] = [:]
    for building in district.buildings { households[building.compound, default: 0] += building.households.rawValue }
    return district.orders.enumerated().compactMap { row, order in
      guard district.hasOrders, let good = goods[order.good] else { return nil }
      let people: Int
      let asked: Int
      switch order.destination {
      case .building, .everyBuilding: return nil
      case .compound(let id):
        people = households[id] ?? 0
        asked = order.quantity.packs(households: Households(people))
      case .site:
        asked = order.quantity.packs(households: 0)
        people = asked
      }
      guard asked > 0 else { return nil }
      return SupplyLine(
        id: order.id.text, destination: .order(row), good: good, priority: order.priority, asked: asked,
        households: max(1, people))
    }
  }

  private static func goodRows(_ district: District) -> [GoodID: Int] {
    Dictionary(district.goods.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private struct Key: Hashable, Comparable {
    var good: Int
    var priority: Int
    static func < (a: Key, b: Key) -> Bool { (a.good, a.priority) < (b.good, b.priority) }
  }
}
